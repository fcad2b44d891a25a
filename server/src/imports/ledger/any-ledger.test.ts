import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sql } from '../../platform/database/sql.ts'
import { testDatabase } from '../../platform/database/testing/test-database.ts'
import { applyFile } from '../applying/apply-file.ts'
import { startImport } from '../applying/start-import.ts'
import { aDesk, type Desk } from '../testing/a-desk.ts'
import { fec, type Said } from '../testing/a-ledger.ts'
import { ledgerBalances } from './ledger-balances.ts'

const database = await testDatabase()

const one = fc.record({
  journal: fc.constantFrom('VE', 'VE', 'BQ', 'OD', 'AN'),
  aux: fc.constantFrom('C001', 'C002', 'C003'),
  piece: fc.constantFrom('', 'FA-1', 'FA-2', 'FA-3', 'FA-4', 'AV-1'),
  day: fc.constantFrom('20260110', '20260215', '20260320'),
  letters: fc.constantFrom('', '', 'A', 'B'),
  amount: fc.integer({ min: -40, max: 40 }).filter((euros) => euros !== 0),
})

/** Entries in their order; debits in sales, credits in the bank mostly, as life has it. */
const ledger: fc.Arbitrary<Said[]> = fc.array(one, { minLength: 1, maxLength: 14 }).map((entries) =>
  entries.map((said, index) => ({
    ...said,
    entry: String(index + 1),
    amount: (said.journal === 'BQ' ? -Math.abs(said.amount) : said.amount) * 100,
    ...(said.journal === 'AN' && { day: '20260101' }),
  })),
)

/** Without what depends on the order of things: what is left of each number and customer, and what each paid. */
const standing = (desk: Desk) =>
  desk.rows(sql`
    select 'item' as thing, i.number as name, sum(o.amount)::bigint as amount, sum(o.amount_due)::bigint as left
    from open_item o join invoice i on i.organization_id = o.organization_id and i.id = o.invoice_id
    where o.organization_id = current_organization() group by 2
    union all
    select 'payment', ledger_key, amount, unallocated from payment where organization_id = current_organization()
    order by 1, 2`)

const differing = async (desk: Desk, file: number) =>
  (await desk.firm.work((db) => ledgerBalances(db, file))).balances.filter(({ difference }) => difference !== 0)

describe('any ledger', () => {
  it('goes in to the cent, twice to no effect, and out again without a trace', async () => {
    await fc.assert(
      fc.asyncProperty(ledger, async (entries) => {
        const desk = await aDesk(database)
        const { id, refusals } = await desk.bring(fec(...entries))
        fc.pre(refusals.length === 0)
        expect(await differing(desk, id)).toEqual([])
        const before = await standing(desk)
        await desk.bring(fec(...entries))
        expect(await standing(desk)).toEqual(before)
        await desk.undo(id)
        expect(await standing(desk)).toEqual([])
      }),
      { numRuns: 20, interruptAfterTimeLimit: 45_000, markInterruptAsFailure: false },
    )
  }, 60_000)

  it('that grew since its last export stands as if the whole had come at once', async () => {
    await fc.assert(
      fc.asyncProperty(ledger, fc.nat(14), async (entries, cut) => {
        const earlier = entries.slice(0, Math.max(1, cut)).map((said) => ({ ...said, letters: '' }))
        const desk = await aDesk(database)
        const first = await desk.bring(fec(...earlier))
        const last = await desk.bring(fec(...entries))
        fc.pre(first.refusals.length === 0 && last.refusals.length === 0)
        expect(await differing(desk, last.id)).toEqual([])
      }),
      { numRuns: 20, interruptAfterTimeLimit: 45_000, markInterruptAsFailure: false },
    )
  }, 60_000)

  it('does the work of one when three processes bring it in at once', async () => {
    const entries = Array.from({ length: 1500 }, (_, n): Said[] => [
      {
        journal: 'VE',
        entry: `V${n}`,
        day: '20260110',
        aux: `C${n % 40}`,
        piece: `FA-${n}`,
        amount: 10_000,
        letters: `L${n}`,
      },
      { journal: 'BQ', entry: `B${n}`, day: '20260320', aux: `C${n % 40}`, amount: -10_000, letters: `L${n}` },
    ]).flat()
    const desk = await aDesk(database)
    const file = await desk.drop(fec(...entries))
    await desk.firm.work((db) => startImport(db, file, { rememberMapping: false, chasedUpTo: null }))
    await Promise.all([1, 2, 3].map(() => applyFile(desk.work, desk.firm.organization, file)))
    expect(await desk.shown(file)).toMatchObject({ state: 'imported' })
    const [counts] = await desk.rows<Record<string, number>>(sql`
      select (select count(*) from payment where organization_id = current_organization()) as payments,
        (select count(*) from allocation where organization_id = current_organization()) as allocations,
        (select sum(amount_due)::bigint from open_item where organization_id = current_organization()) as left`)
    expect(counts).toEqual({ payments: 1500, allocations: 1500, left: 0 })
  }, 60_000)
})
