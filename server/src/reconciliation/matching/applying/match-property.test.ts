import fc from 'fast-check'
import { expect, it } from 'vitest'
import { aFirm, type Firm, today } from '../../../invoices/testing/a-firm.ts'
import { aWorld } from '../../../payments/testing/history.ts'
import { sql } from '../../../platform/database/sql.ts'
import { testDatabase } from '../../../platform/database/testing/test-database.ts'
import { AppError } from '../../../platform/http/app-error.ts'
import { aLine, balances } from '../testing/a-bank.ts'
import type { MatchAct } from './choose-act.ts'
import { matchLine } from './match-line.ts'
import { undoMatch } from './undo-match.ts'

const database = await testDatabase()

const pick = <T>(from: readonly T[], index: number): T => from[index % from.length] as T

const aPart = fc.record({
  item: fc.nat(),
  amount: fc.constantFrom(-120, -60, 50, 250, 300, 400, 700, 1000),
  gap: fc.boolean(),
})
const anAct = fc.oneof(
  fc.record({
    does: fc.constant('pays' as const),
    line: fc.nat(),
    payer: fc.nat(),
    parts: fc.array(aPart, { minLength: 1, maxLength: 4 }),
  }),
  fc.record({ does: fc.constant('credit' as const), line: fc.nat(), payer: fc.nat() }),
  fc.record({ does: fc.constant('nobody' as const), line: fc.nat() }),
  fc.record({ does: fc.constant('recorded' as const), line: fc.nat(), payment: fc.nat() }),
  fc.record({ does: fc.constant('undo' as const), line: fc.nat() }),
)
type Step = typeof anAct extends fc.Arbitrary<infer S> ? S : never

interface Played {
  readonly firm: Firm
  readonly customers: readonly number[]
  readonly items: readonly number[]
  readonly lines: readonly number[]
}

/** The step as an act; null for taking back. Gaps are those that stand now, so that some are accepted. */
async function actOf(step: Step, { firm, customers, items }: Played): Promise<MatchAct | null> {
  if (step.does === 'undo') return null
  if (step.does === 'nobody') return { kind: 'notACustomer', always: false }
  if (step.does === 'credit') return { kind: 'customerCredit', customerId: pick(customers, step.payer) }
  if (step.does === 'recorded') return { kind: 'alreadyRecorded', payments: [await aRecorded(firm, step.payment)] }
  const allocations = []
  for (const part of step.parts) {
    const openItemId = pick(items, part.item)
    const { due } = await firm.work((db) =>
      db.one<{ due: number }>(sql`
        select amount_due as due from open_item where organization_id = current_organization() and id = ${openItemId}`),
    )
    const amount = due < 0 ? Math.max(due, -Math.abs(part.amount)) : Math.min(due, Math.abs(part.amount))
    const gap = due - amount
    const difference = part.gap && gap > 0 && gap <= 500 ? ({ reason: 'rounding', amount: gap } as const) : null
    allocations.push({ openItemId, amount, difference })
  }
  return { kind: 'paysItems', customerId: pick(customers, step.payer), allocations }
}

const aRecorded = async (firm: Firm, which: number): Promise<number> => {
  const all = await firm.work((db) =>
    db.rows<{ id: number }>(sql`select id from payment where organization_id = current_organization() order by id`),
  )
  return all.length === 0 ? 1 : pick(all, which).id
}

/** Every line, what it entered and what that settles. */
const seen = (firm: Firm) =>
  firm.work((db) =>
    db.rows<{ id: number; amount: number; state: string; matches: number; entered: number; allocated: number }>(sql`
      select b.id, b.amount, b.state,
        (select count(*)::int from bank_match m where m.organization_id = b.organization_id and m.bank_line_id = b.id and m.undone_at is null) as matches,
        coalesce(sum(p.amount), 0)::int as entered, coalesce(sum(p.amount - p.unallocated), 0)::int as allocated
      from bank_line b
      left join bank_match m on m.organization_id = b.organization_id and m.bank_line_id = b.id and m.undone_at is null
      left join bank_match_payment l on l.organization_id = m.organization_id and l.bank_match_id = m.id
      left join payment p on p.organization_id = l.organization_id and p.id = l.payment_id
      where b.organization_id = current_organization() group by b.organization_id, b.id, b.amount, b.state order by b.id`),
  )

it('no line gives more than it has, each is in one state, twice is once, and taking back restores every balance', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anAct, { minLength: 3, maxLength: 8 }), async (steps) => {
      const firm = await aFirm(database)
      const { customers, items } = await aWorld(firm)
      const lines: number[] = []
      for (const amount of [300, 1000, 250, 68_000, 700]) lines.push(await aLine(firm, { amount }))
      const played = { firm, customers, items, lines }
      for (const step of steps) await take(step, played)
    }),
    { numRuns: 25 },
  )
}, 120_000)

async function take(step: Step, played: Played): Promise<void> {
  const { firm, lines } = played
  const acting = { today, factsChanged: firm.factsChanged }
  const line = pick(lines, step.line)
  const act = await actOf(step, played)
  const before = await balances(firm)
  const wasWaiting = (await seen(firm)).find(({ id }) => id === line)?.matches === 0
  if (act === null) await firm.work((db) => undoMatch(db, line, acting))
  else if (await isDone(() => firm.work((db) => matchLine(db, line, act, acting)))) {
    const after = await balances(firm)
    await firm.work((db) => matchLine(db, line, act, acting))
    expect(await balances(firm)).toEqual(after)
    if (wasWaiting) {
      await firm.work((db) => undoMatch(db, line, acting))
      expect(await balances(firm)).toEqual(before)
      await firm.work((db) => matchLine(db, line, act, acting))
      expect(await balances(firm)).toEqual(after)
    }
  } else expect(await balances(firm)).toEqual(before)
  for (const one of await seen(firm)) {
    expect(one.matches).toBe(one.state === 'matched' || one.state === 'ignored' ? 1 : 0)
    expect([0, one.amount]).toContain(one.entered)
    expect(one.allocated).toBeLessThanOrEqual(one.amount)
  }
}

async function isDone(work: () => Promise<void>): Promise<boolean> {
  try {
    await work()
    return true
  } catch (error) {
    if (error instanceof AppError) return false
    throw error
  }
}
