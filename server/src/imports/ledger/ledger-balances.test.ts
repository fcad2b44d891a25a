import { describe, expect, it } from 'vitest'
import { mergeCustomers } from '../../customers/merging/merge-customers.ts'
import { today } from '../../invoices/testing/a-firm.ts'
import { followers } from '../../main/followers.ts'
import { sql } from '../../platform/database/sql.ts'
import { testDatabase } from '../../platform/database/testing/test-database.ts'
import { checkFile } from '../checking/check-file.ts'
import { correctRow } from '../correct-row.ts'
import { checkAgain } from '../source-files.ts'
import { aDesk, type Desk } from '../testing/a-desk.ts'
import { fec, type Said } from '../testing/a-ledger.ts'
import { ledgerBalances } from './ledger-balances.ts'

const database = await testDatabase()

const sale = (entry: string, piece: string, aux: string, said: Partial<Said> = {}): Said => ({
  journal: 'VE',
  entry,
  day: '20260115',
  aux,
  piece,
  amount: 10_000,
  ...said,
})

/** « C001 100 90 »: code, balance of the ledger and what Quittance has, of those that differ. */
const differing = async (desk: Desk, file: number): Promise<string[]> => {
  const { balances } = await desk.firm.work((db) => ledgerBalances(db, file))
  return balances.flatMap(({ customerCode, balance, here, difference }) =>
    difference === 0 ? [] : [`${customerCode} ${balance} ${here}`],
  )
}

describe('the balances of a ledger beside those of Quittance', () => {
  it('are one line where two codes are one customer here', async () => {
    const desk = await aDesk(database)
    const file = fec(sale('1', 'FA-1', 'C001'), sale('2', 'FA-2', 'C002'))
    await desk.bring(file)
    const [kept = 0, other = 0] = (
      await desk.rows<{ id: number }>(
        sql`select id from customer where organization_id = current_organization() order by code`,
      )
    ).map(({ id }) => id)
    const { factsChanged } = desk.firm
    await desk.firm.work((db) => mergeCustomers(db, { kept, other }, { today, followers, factsChanged }))
    const { id } = await desk.bring(file)
    expect(await differing(desk, id)).toEqual([])
    const { balances } = await desk.firm.work((db) => ledgerBalances(db, id))
    expect(balances).toMatchObject([{ customerCode: 'C001, C002', balance: 20_000, here: 20_000 }])
  })

  it('name a customer of an earlier export whom this one leaves out', async () => {
    const desk = await aDesk(database)
    await desk.bring(fec(sale('1', 'FA-1', 'C001'), sale('2', 'FA-2', 'C002')))
    const { id } = await desk.bring(fec(sale('1', 'FA-1', 'C001')))
    expect(await differing(desk, id)).toEqual(['C002 0 10000'])
    const nextYear = await desk.bring(fec(sale('1', 'FA-9', 'C001', { day: '20270115' })))
    expect(await differing(desk, nextYear.id)).toEqual(['C001 10000 20000'])
  })

  it('name an invoice given to another customer, which is asked and never doubled', async () => {
    const desk = await aDesk(database)
    await desk.bring(fec(sale('1', 'FA-1', 'C001')))
    const { id, refusals } = await desk.bring(fec(sale('1', 'FA-1', 'C002')))
    expect(refusals).toMatchObject([{ code: 'numberTaken', invoiceNumber: 'FA-1' }])
    expect(await differing(desk, id)).toEqual(['C002 10000 0', 'C001 0 10000'])
  })
})

describe('two firms of one organisation', () => {
  it('may each have a customer of one code: another name is asked, with his payments', async () => {
    const desk = await aDesk(database)
    await desk.bring(fec(sale('1', 'FA-1', 'C001')))
    const { id: legalEntity } = await desk.firm.work((db) =>
      db.one<{ id: number }>(
        sql`insert into legal_entity (organization_id, name) values (current_organization(), 'Autre SARL') returning id`,
      ),
    )
    const letters = 'A'
    const paid: Said = { journal: 'BQ', entry: '2', day: '20260220', aux: 'C001', amount: -4_000, letters }
    const file = await desk.drop(
      fec(sale('1', 'FA-1', 'C001', { letters }), paid).replaceAll('Client C001', 'Boucherie Lenoir'),
    )
    await desk.firm.work((db) => checkAgain(db, file, { choices: {}, legalEntity }))
    await checkFile(desk.work, desk.firm.organization, file)
    const [refused] = (await desk.shown(file)).refusals
    expect(refused).toMatchObject({ code: 'unknownCustomer', value: 'Boucherie Lenoir', suggestion: 'C001' })
    const typed = { line: refused?.line ?? 0, field: 'customerCode', value: 'B-C001' }
    await desk.firm.work((db) => correctRow(db, today, file, typed))
    await desk.apply(file)
    const customers = await desk.rows(sql`
      select c.code, c.name, sum(o.amount_due)::bigint as left, (
        select sum(p.amount)::bigint from payment p
        where p.organization_id = c.organization_id and p.customer_id = c.id) as paid
      from customer c join open_item o on o.organization_id = c.organization_id and o.customer_id = c.id
      where c.organization_id = current_organization()
      group by c.organization_id, c.id order by c.code`)
    expect(customers).toEqual([
      { code: 'B-C001', name: 'Boucherie Lenoir', left: 6_000, paid: 4_000 },
      { code: 'C001', name: 'Client C001', left: 10_000, paid: null },
    ])
  })
})
