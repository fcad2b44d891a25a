import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { describe, expect, it } from 'vitest'
import { transaction } from '../platform/database/db.ts'
import { testDatabase } from '../platform/database/testing/test-database.ts'
import { search } from './search.ts'

const database = await testDatabase()
const { rows } = await database.owner.query<{ id: number }>(`select found_organization('Vauquelin', false) as id`)
const organization = rows[0]?.id ?? 0
await database.owner.query(`
  insert into legal_entity (organization_id, id, name) values (${organization}, 1, 'Vauquelin');
  insert into customer (organization_id, id, code, name, siren) values
    (${organization}, 1, 'C001', 'Boulangerie Éclair', '552100554'), (${organization}, 2, 'C002', 'Castel & Fils', null),
    (${organization}, 3, 'ECL9', 'Transports 100 % Nord', null), (${organization}, 4, 'C004', 'Le Grand Éclat', null);
  insert into invoice (organization_id, id, legal_entity_id, customer_id, number, issue_date, currency, total_amount) values
    (${organization}, 1, 1, 1, 'F-2026-118', '2026-09-01', 'EUR', 124500), (${organization}, 2, 1, 1, 'F-2026-119', '2026-10-01', 'CHF', 5000),
    (${organization}, 3, 1, 2, 'A-77', '2026-11-01', 'EUR', 99900);
  insert into open_item (organization_id, id, invoice_id, legal_entity_id, customer_id, position, currency, issue_date, due_date, amount, amount_due) values
    (${organization}, 1, 1, 1, 1, 1, 'EUR', '2026-09-01', '2026-09-11', 24500, 0), (${organization}, 2, 1, 1, 1, 2, 'EUR', '2026-09-01', '2026-11-13', 100000, 0),
    (${organization}, 3, 2, 1, 1, 1, 'CHF', '2026-10-01', '2026-11-20', 5000, 0), (${organization}, 4, 3, 1, 2, 1, 'EUR', '2026-11-01', '2026-12-31', 99900, 0)`)

const today = asDate('2026-11-23')
const find = (text: string, limit = 8) =>
  transaction(database.app, { organization, person: null, rights: 'all' }, (db) => search(db, { text, limit, today }))
const names = async (text: string) => (await find(text)).customers.map(({ name }) => name)
const numbers = async (text: string) => (await find(text)).invoices.map(({ number }) => number)

describe('the search', () => {
  it('finds customers by part of a name, without accents or capitals, those that begin so first', async () => {
    expect(await names('eclair')).toEqual(['Boulangerie Éclair'])
    expect(await names('ÉCLA')).toEqual(['Boulangerie Éclair', 'Le Grand Éclat'])
    expect(await names('le gr')).toEqual(['Le Grand Éclat'])
    expect(await names('ec')).toEqual(['Boulangerie Éclair', 'Le Grand Éclat', 'Transports 100 % Nord'])
  })

  it('finds customers by the beginning of their code, or by SIREN', async () => {
    expect(await names('c00')).toEqual(['Boulangerie Éclair', 'Castel & Fils', 'Le Grand Éclat'])
    expect(await names('552 100 554')).toEqual(['Boulangerie Éclair'])
  })

  it('takes the signs of SQL patterns for what they are', async () => {
    expect(await names('100 %')).toEqual(['Transports 100 % Nord'])
    expect(await names('%%')).toEqual([])
    expect(await names('c__1')).toEqual([])
  })

  it('says what is late, a currency at a time, and since when', async () => {
    const { customers } = await find('boulangerie')
    expect(customers).toEqual([
      {
        id: 1,
        name: 'Boulangerie Éclair',
        code: 'C001',
        late: [
          { amount: 5000, currency: 'CHF' },
          { amount: 124500, currency: 'EUR' },
        ],
        daysLate: 73,
      },
    ])
    expect((await find('castel')).customers).toMatchObject([{ late: [], daysLate: 0 }])
  })

  it('counts nothing late that was written off', async () => {
    await database.owner.query(
      `update quittance.open_item set written_off_on = '2026-11-22' where organization_id = ${organization} and id = 3`,
    )
    const [found] = (await find('boulangerie')).customers
    expect(found?.late).toEqual([{ amount: 124500, currency: 'EUR' }])
    expect((await find('f-2026-119')).invoices).toMatchObject([{ amountDue: { amount: 5000 }, daysLate: 0 }])
    await database.owner.query(
      `update quittance.open_item set written_off_on = null where organization_id = ${organization} and id = 3`,
    )
  })

  it('finds invoices by any part of their number, latest first', async () => {
    expect(await numbers('f-2026')).toEqual(['F-2026-119', 'F-2026-118'])
    expect(await numbers('118')).toEqual(['F-2026-118'])
    expect((await find('a-77')).invoices).toEqual([
      {
        id: 3,
        number: 'A-77',
        customerName: 'Castel & Fils',
        amountDue: { amount: 99900, currency: 'EUR' },
        daysLate: 0,
      },
    ])
  })

  it('finds invoices by an exact amount: the whole or what is left of one due line', async () => {
    expect(await numbers('1 245,00 €')).toEqual(['F-2026-118'])
    expect(await numbers('245')).toEqual(['F-2026-118'])
    expect(await numbers('999,00')).toEqual(['A-77'])
    expect(await numbers('999,01')).toEqual([])
  })

  it('gives no more than asked, and nothing for one sign', async () => {
    expect((await find('c00', 2)).customers).toHaveLength(2)
    expect(await find('c')).toEqual({ customers: [], invoices: [] })
    expect(await find('   ')).toEqual({ customers: [], invoices: [] })
  })
})
