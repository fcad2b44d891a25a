import { describe, expect, it } from 'vitest'
import { mergeCustomers } from '../customers/merging/merge-customers.ts'
import { separateCustomers } from '../customers/merging/separate-customers.ts'
import { today } from '../invoices/testing/a-firm.ts'
import { followers } from '../main/followers.ts'
import { sql } from '../platform/database/sql.ts'
import { testDatabase } from '../platform/database/testing/test-database.ts'
import { aDesk, type Desk, factsOf, invoicesOf, sales } from './testing/a-desk.ts'

const database = await testDatabase()

const idOf = async (desk: Desk, name: string): Promise<number> => {
  const [found] = await desk.rows<{ id: number }>(sql`
    select id from customer where organization_id = current_organization() and name = ${name}`)
  return found?.id ?? 0
}
const merge = async (desk: Desk, kept: number, other: number): Promise<void> => {
  const { factsChanged } = desk.firm
  await desk.firm.work((db) => mergeCustomers(db, { kept, other }, { today, followers, factsChanged }))
}
const ledger = sales(
  'F-1;Castel;15/09/2026;15/10/2026;1000,00;400,00;;;;',
  'F-2;Brun;15/09/2026;15/10/2026;500,00;500,00;;;;',
)
const shop = sales('W-1;Atelier du Chêne;15/09/2026;15/10/2026;80,00;80,00;web@chene.example;;;')

describe('a file that names a customer merged into another one', () => {
  it('finds the one kept, and brought again changes nothing', async () => {
    const desk = await aDesk(database)
    await desk.bring(ledger)
    await desk.bring(shop)
    await merge(desk, await idOf(desk, 'Castel'), await idOf(desk, 'Atelier du Chêne'))
    const next = sales(
      'W-1;Atelier du Chêne;15/09/2026;15/10/2026;80,00;80,00;;;;',
      'W-2;ATELIER DU CHENE;15/09/2026;15/10/2026;90,00;90,00;;;;',
      'F-3;Castel;15/09/2026;15/10/2026;70,00;70,00;;;;',
    )
    expect(await desk.bring(next)).toMatchObject({
      summary: { newInvoices: 2, unchangedInvoices: 1, changedInvoices: 0, newCustomers: 0 },
    })
    expect(await invoicesOf(desk)).toEqual([
      'Castel F-1 invoice 2026-09-15 2026-10-15 100000 40000 EUR',
      'Brun F-2 invoice 2026-09-15 2026-10-15 50000 50000 EUR',
      'Castel F-3 invoice 2026-09-15 2026-10-15 7000 7000 EUR',
      'Castel W-1 invoice 2026-09-15 2026-10-15 8000 8000 EUR',
      'Castel W-2 invoice 2026-09-15 2026-10-15 9000 9000 EUR',
    ])
    const before = await factsOf(desk)
    await desk.bring(next)
    expect(await factsOf(desk)).toEqual(before)
  })

  it('finds it by the code and the SIREN it had, and by its own', async () => {
    const desk = await aDesk(database)
    const [kept, other] = await desk.firm.work((db) =>
      db.rows<{ id: number }>(sql`
        insert into customer (organization_id, code, name, siren)
        values (current_organization(), 'C1', 'Castel', '552100554'), (current_organization(), 'OLD9', 'Zephyr', '552100554')
        returning id`),
    )
    await merge(desk, kept?.id ?? 0, other?.id ?? 0)
    const file = [
      'N° pièce;Code client;Client;SIREN;Date;Echéance;TTC;Reste dû',
      'A-1;OLD9;Un tout autre nom;;15/09/2026;15/10/2026;10,00;10,00',
      'A-2;;Sans code;552100554;15/09/2026;15/10/2026;20,00;20,00',
      'A-3;C1;Castel;552100554;15/09/2026;15/10/2026;30,00;30,00',
    ].join('\n')
    await desk.bring(file)
    expect((await invoicesOf(desk)).map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([
      'Castel A-1',
      'Castel A-2',
      'Castel A-3',
    ])
  })

  it('can be undone after the merge, whomever it had made', async () => {
    const desk = await aDesk(database)
    await desk.bring(ledger)
    const before = await invoicesOf(desk)
    const { id } = await desk.bring(shop)
    const other = await idOf(desk, 'Atelier du Chêne')
    await merge(desk, await idOf(desk, 'Castel'), other)
    await desk.undo(id)
    expect(await invoicesOf(desk)).toEqual(before)
    await desk.firm.work((db) => separateCustomers(db, other, { today, followers, factsChanged: async () => {} }))
    expect(await invoicesOf(desk)).toEqual(before)
  })

  it('gives an invoice it had taken from the one merged away to the one kept when it is undone', async () => {
    const desk = await aDesk(database)
    await desk.bring(ledger)
    const moved = sales('F-2;Castel;15/09/2026;31/10/2026;500,00;500,00;;;;')
    const { id } = await desk.bring(moved)
    await merge(desk, await idOf(desk, 'Castel'), await idOf(desk, 'Brun'))
    await desk.undo(id)
    expect((await invoicesOf(desk))[1]).toBe('Castel F-2 invoice 2026-09-15 2026-10-15 50000 50000 EUR')
  })

  it('loses no invoice when the merge comes while it goes in', async () => {
    const desk = await aDesk(database)
    await desk.bring(
      sales('F-1;Castel;15/09/2026;15/10/2026;10,00;10,00;;;;', 'F-2;Brun;15/09/2026;15/10/2026;5,00;5,00;;;;'),
    )
    const [kept, other] = [await idOf(desk, 'Castel'), await idOf(desk, 'Brun')]
    const rows = Array.from(
      { length: 2500 },
      (_, n) => `G-${n};${n % 2 ? 'Castel' : 'Brun'};15/09/2026;15/10/2026;1,00;1,00;;;;`,
    )
    const file = await desk.drop(sales(...rows))
    const merges = async (): Promise<void> => {
      await merge(desk, kept, other).catch((error: { code?: string }) =>
        error.code === '55P03' ? merges() : Promise.reject(error),
      )
    }
    const [shown] = await Promise.all([desk.apply(file), merges()])
    expect(shown.state).toBe('imported')
    const [count] = await desk.rows<{ invoices: number; customers: number }>(sql`
      select count(*)::int as invoices, count(distinct customer_id)::int as customers from invoice
      where organization_id = current_organization()`)
    expect(count).toEqual({ invoices: 2502, customers: 1 })
  })
})
