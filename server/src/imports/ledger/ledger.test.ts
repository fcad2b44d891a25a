import { describe, expect, it } from 'vitest'
import { sql } from '../../platform/database/sql.ts'
import { testDatabase } from '../../platform/database/testing/test-database.ts'
import { aDesk, type Desk } from '../testing/a-desk.ts'
import { fec, type Said } from '../testing/a-ledger.ts'

const database = await testDatabase()

const sale = (number: string, piece: string, amount: number, said: Partial<Said> = {}): Said => ({
  journal: 'VE',
  entry: number,
  day: '20260115',
  aux: 'C001',
  piece,
  amount,
  ...said,
})
const bank = (number: string, amount: number, said: Partial<Said> = {}): Said => ({
  journal: 'BQ',
  entry: number,
  day: '20260220',
  aux: 'C001',
  label: 'VIR CLIENT',
  amount: -amount,
  ...said,
})

const year2026 = fec(
  {
    journal: 'AN',
    entry: '1',
    day: '20260101',
    aux: 'C001',
    piece: 'FA-2025-090',
    pieceDay: '20251120',
    amount: 60_000,
  },
  sale('1', 'FA-2026-001', 120_000, { letters: 'AA' }),
  bank('1', 120_000, { letters: 'AA' }),
  sale('2', 'FA-2026-002', 240_000, { aux: 'C002', day: '20260131', letters: 'AA' }),
  bank('2', 100_000, { aux: 'C002', day: '20260405', letters: 'AA' }),
  sale('3', 'AV-2026-001', -30_000, { aux: 'C002', day: '20260410' }),
)

interface Shown {
  readonly number: string
  readonly customer: string
  readonly left: number
}

const items = (desk: Desk): Promise<Shown[]> =>
  desk.rows(sql`
    select i.number, c.code as customer, sum(o.amount_due)::bigint as left
    from open_item o
    join invoice i on i.organization_id = o.organization_id and i.id = o.invoice_id
    join customer c on c.organization_id = o.organization_id and c.id = o.customer_id
    where o.organization_id = current_organization()
    group by 1, 2 order by 1`)

const payments = (desk: Desk): Promise<{ customer: string; day: string; amount: number; unallocated: number }[]> =>
  desk.rows(sql`
    select c.code as customer, p.received_on as day, p.amount, p.unallocated
    from payment p join customer c on c.organization_id = p.organization_id and c.id = p.customer_id
    where p.organization_id = current_organization() order by p.received_on, p.id`)

/** Everything the import may touch, to be compared before and after. */
const everything = (desk: Desk) =>
  desk.rows(sql`
    select 'item' as thing, i.number as name, o.amount, o.amount_due as left, o.due_date::text as day from open_item o
    join invoice i on i.organization_id = o.organization_id and i.id = o.invoice_id
    where o.organization_id = current_organization()
    union all
    select 'payment', coalesce(ledger_key, '-'), amount, unallocated, received_on::text from payment
    where organization_id = current_organization()
    union all
    select 'customer', code, 0, 0, name from customer where organization_id = current_organization()
    union all
    select 'allocation', '', amount, 0, allocated_on::text from allocation where organization_id = current_organization()
    order by 1, 2, 3, 4, 5`)

describe('a ledger that goes in', () => {
  it('brings invoices, payments on their day and what the letters say, and leaves the balance of the file', async () => {
    const desk = await aDesk(database)
    const id = await desk.drop(year2026, '123456789FEC20261231.txt')
    expect(await desk.shown(id)).toMatchObject({
      state: 'checked',
      format: { kind: 'fec', separator: '\t' },
      summary: { newInvoices: 4, newCustomers: 2, amountDue: [{ amount: 170_000, currency: 'EUR' }] },
    })
    await desk.apply(id)
    expect(await items(desk)).toEqual([
      { number: 'AV-2026-001', customer: 'C002', left: -30_000 },
      { number: 'FA-2025-090', customer: 'C001', left: 60_000 },
      { number: 'FA-2026-001', customer: 'C001', left: 0 },
      { number: 'FA-2026-002', customer: 'C002', left: 140_000 },
    ])
    expect(await payments(desk)).toEqual([
      { customer: 'C001', day: '2026-02-20', amount: 120_000, unallocated: 0 },
      { customer: 'C002', day: '2026-04-05', amount: 100_000, unallocated: 0 },
    ])
  })

  it('changes nothing when it comes again, and only what is new when a newer export comes', async () => {
    const desk = await aDesk(database)
    await desk.bring(year2026)
    const before = await everything(desk)
    const again = await desk.bring(year2026)
    expect(again.summary).toMatchObject({ newInvoices: 0, changedInvoices: 0, unchangedInvoices: 4 })
    expect(await everything(desk)).toEqual(before)
    const newer = year2026.replace(/\t30000\t/g, '\t30000\t').concat(
      fec(bank('9', 140_000, { aux: 'C002', day: '20260601', letters: 'AA' }))
        .split('\r\n')
        .slice(1)
        .join('\r\n'),
    )
    await desk.bring(newer)
    expect(await items(desk)).toContainEqual({ number: 'FA-2026-002', customer: 'C002', left: 0 })
    expect((await payments(desk)).length).toBe(3)
  })

  it('undone, leaves the database as it was', async () => {
    const desk = await aDesk(database)
    await desk.bring(
      'N° facture;Client;Code client;Échéance;Montant TTC\nFA-2026-002;Client C002;C002;2026-03-31;2400,00\n',
    )
    const before = await everything(desk)
    const { id } = await desk.bring(year2026)
    expect(await everything(desk)).not.toEqual(before)
    await desk.undo(id)
    expect(await everything(desk)).toEqual(before)
  })

  it('does not enter again what a list said was paid', async () => {
    const desk = await aDesk(database)
    await desk.bring(
      'N° facture;Client;Code client;Échéance;Montant TTC;Reste à payer\nFA-2026-001;Client C001;C001;2026-02-15;1200,00;0,00\nFA-2026-002;Client C002;C002;2026-03-31;2400,00;1500,00\n',
    )
    await desk.bring(year2026)
    expect(await items(desk)).toContainEqual({ number: 'FA-2026-002', customer: 'C002', left: 140_000 })
    expect((await payments(desk)).map(({ customer, amount, unallocated }) => [customer, amount, unallocated])).toEqual([
      ['C001', 120_000, 0],
      ['C002', 90_000, 0],
      ['C002', 10_000, 0],
    ])
  })

  it('of the next year adds nothing of what it carries over, and pays with a credit it carries over', async () => {
    const desk = await aDesk(database)
    const first = fec(
      sale('1', 'FA-1', 100_000, { day: '20251103' }),
      bank('2', 40_000, { aux: 'C003', day: '20251220' }),
      bank('3', 30_000, { day: '20251221', letters: 'A' }),
      sale('4', 'FA-2', 30_000, { day: '20251103', letters: 'A' }),
    )
    await desk.bring(first)
    await desk.bring(
      fec(
        { journal: 'AN', entry: '1', day: '20260101', aux: 'C001', amount: 100_000, letters: 'B' },
        { journal: 'AN', entry: '2', day: '20260101', aux: 'C003', amount: -40_000, letters: 'C' },
        sale('5', 'FA-3', 40_000, { aux: 'C003', letters: 'C', day: '20260110' }),
        bank('6', 100_000, { letters: 'B', day: '20260205' }),
      ),
    )
    expect(await items(desk)).toEqual([
      { number: 'FA-1', customer: 'C001', left: 100_000 },
      { number: 'FA-2', customer: 'C001', left: 0 },
      { number: 'FA-3', customer: 'C003', left: 0 },
    ])
    expect((await payments(desk)).map(({ amount, unallocated }) => [amount, unallocated])).toEqual([
      [40_000, 0],
      [30_000, 0],
      [100_000, 100_000],
    ])
  })

  it('of an earlier year is refused once a later one has carried it over without detail', async () => {
    const desk = await aDesk(database)
    await desk.bring(fec({ journal: 'AN', entry: '1', day: '20260101', aux: 'C001', amount: 100_000 }))
    const older = await desk.drop(fec(sale('1', 'FA-1', 100_000, { day: '20251103' })))
    expect((await desk.shown(older)).error).toMatchObject({ code: 'olderLedger' })
  })

  it('that carries over sums of a year imported in part is refused with both sums, until the year is whole', async () => {
    const desk = await aDesk(database)
    const june = sale('1', 'FA-1', 100_000, { day: '20250603' })
    await desk.bring(fec(june))
    const next = fec({ journal: 'AN', entry: '1', day: '20260101', aux: 'C001', amount: 150_000 })
    const { error } = await desk.shown(await desk.drop(next))
    expect(error).toMatchObject({ code: 'partLedger' })
    expect(error?.sentence).toMatch(/03\/06\/2025.*1\s000,00.*1\s500,00/)
    await desk.bring(fec(june, sale('2', 'FA-2', 50_000, { day: '20251215' })))
    await desk.bring(next)
    expect((await items(desk)).map(({ left }) => left)).toEqual([100_000, 50_000])
  })

  it('of a year that ended early is whole once its export, dropped again in the next year, says nothing later', async () => {
    const desk = await aDesk(database)
    const early = fec(sale('1', 'FA-1', 100_000, { day: '20250603' }))
    await desk.bring(early)
    const next = fec({ journal: 'AN', entry: '1', day: '20260101', aux: 'C001', amount: 100_000 }, bank('2', 100_000))
    expect((await desk.shown(await desk.drop(next))).error).toMatchObject({ code: 'partLedger' })
    await desk.bring(early)
    await desk.bring(next)
    expect((await items(desk)).map(({ number, left }) => [number, left])).toEqual([['FA-1', 100_000]])
    expect((await payments(desk)).map(({ amount }) => amount)).toEqual([100_000])
  })

  it('of a part of a year dropped twice within that year stays a part of it', async () => {
    const desk = await aDesk(database)
    const part = fec(sale('1', 'FA-1', 100_000, { day: '20990603' }))
    await desk.bring(part)
    await desk.bring(part)
    const next = fec({ journal: 'AN', entry: '1', day: '21000101', aux: 'C001', amount: 150_000 })
    expect((await desk.shown(await desk.drop(next))).error).toMatchObject({ code: 'partLedger' })
  })

  it('holds what is owed without an invoice, until a person decides', async () => {
    const desk = await aDesk(database)
    await desk.bring(
      fec({ journal: 'AN', entry: '1', day: '20260101', aux: 'C001', amount: 100_000 }, bank('2', -5_000)),
    )
    const held = await desk.rows<{ note: string | null }>(
      sql`select pause_note as note from open_item where organization_id = current_organization()`,
    )
    expect(held.length).toBe(2)
    for (const { note } of held) expect(note).toContain('grand livre')
  })

  it('has assumed due dates, until a second file tells the terms that the customer’s invoices follow', async () => {
    const desk = await aDesk(database)
    const dues = () =>
      desk.rows(sql`
        select i.number, o.due_date as due, o.is_due_assumed as assumed from open_item o
        join invoice i on i.organization_id = o.organization_id and i.id = o.invoice_id
        where o.organization_id = current_organization() order by 1`)
    await desk.bring(
      fec(
        sale('1', 'FA-1', 10_000, { day: '20260115' }),
        sale('2', 'FA-2', 10_000, { day: '20260210' }),
        sale('3', 'FA-3', 10_000, { day: '20260331' }),
      ),
    )
    const before = await dues()
    expect(before).toEqual([
      { number: 'FA-1', due: '2026-02-14', assumed: true },
      { number: 'FA-2', due: '2026-03-12', assumed: true },
      { number: 'FA-3', due: '2026-04-30', assumed: true },
    ])
    const list = 'N° facture;Client;Code client;Émise le;Échéance;Montant TTC\n'
    const said = [
      'FA-1;Client C001;C001;15/01/2026;17/03/2026;100,00',
      'FA-2;Client C001;C001;10/02/2026;14/04/2026;100,00',
    ]
    const { id } = await desk.bring(list + said.join('\n'))
    expect(await dues()).toEqual([
      { number: 'FA-1', due: '2026-03-17', assumed: false },
      { number: 'FA-2', due: '2026-04-14', assumed: false },
      { number: 'FA-3', due: '2026-05-15', assumed: true },
    ])
    const [customer] = await desk.rows(
      sql`select payment_terms as terms from customer where organization_id = current_organization()`,
    )
    expect(customer).toEqual({ terms: 'fin de mois + 45 jours' })
    await desk.undo(id)
    expect(await dues()).toEqual(before)
  })

  it('cannot be undone once a person has used a payment of it', async () => {
    const desk = await aDesk(database)
    await desk.bring('N° facture;Client;Code client;Échéance;Montant TTC\nX-1;Client C001;C001;2026-03-31;500,00\n')
    const { id } = await desk.bring(fec(bank('1', 50_000)))
    await desk.firm.work((db) =>
      db.run(sql`
        insert into allocation (organization_id, open_item_id, payment_id, amount, allocated_on)
        select o.organization_id, o.id, p.id, 50000, '2026-11-23' from open_item o, payment p
        where o.organization_id = current_organization() and p.organization_id = o.organization_id`),
    )
    await expect(desk.undo(id)).rejects.toMatchObject({ code: 'builtOn' })
  })

  it('says where a line cannot be read, and takes the rest', async () => {
    const desk = await aDesk(database)
    const id = await desk.drop(year2026.replace('2400,00', '24OO,00'))
    const shown = await desk.shown(id)
    expect(shown.refusals).toMatchObject([{ line: 8, code: 'unreadableLedgerLine', value: '24OO,00' }])
    expect(shown.summary).toMatchObject({ toFix: 1, newInvoices: 3 })
  })
})
