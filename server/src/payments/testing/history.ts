import type { AgingFacts } from '@quittance/core/aging/aged-balance.ts'
import { addDays, type CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { asCurrency, money } from '@quittance/core/money/money.ts'
import type { AllocationFact } from '@quittance/core/payments/ledger.ts'
import fc from 'fast-check'
import { type Firm, today } from '../../invoices/testing/a-firm.ts'
import type { Db } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'
import { AppError } from '../../platform/http/app-error.ts'
import { allocateCredit, allocateCreditNote } from '../allocate-credit.ts'
import { enterPayment } from '../enter-payment.ts'
import { payableItemsOf } from '../queries.ts'
import { reversePayment } from '../reverse-payment.ts'
import { takeBackAllocation } from '../take-back-allocation.ts'

/** A small world in which anything may happen: a parent with a child, a stranger, debts and credit notes. */
export interface World {
  readonly customers: readonly number[]
  /** Debts and credit notes alike. */
  readonly items: readonly number[]
  readonly notes: readonly number[]
}

export async function aWorld(firm: Firm): Promise<World> {
  const parent = await firm.customer()
  const child = await firm.customer({ parentId: parent })
  const stranger = await firm.customer()
  const items = [
    await firm.invoice({
      customer: parent,
      lines: [
        ['2026-10-31', 300],
        ['2026-11-30', 700],
      ],
    }),
    await firm.invoice({ customer: child, issued: '2026-08-01', due: '2026-08-31', amount: 250 }),
    await firm.invoice({ customer: child, issued: '2026-11-10', due: '2026-12-10', amount: 1000 }),
    await firm.invoice({ customer: stranger, issued: '2026-07-01', due: '2026-07-10', amount: 400 }),
    await firm.invoice({ customer: stranger, currency: 'USD', issued: '2026-09-01', due: '2026-09-30', amount: 400 }),
  ]
  const notes = [
    await firm.invoice({ customer: parent, kind: 'creditNote', issued: '2026-10-15', due: '2026-10-15', amount: -120 }),
    await firm.invoice({
      customer: stranger,
      kind: 'creditNote',
      issued: '2026-11-01',
      due: '2026-11-01',
      amount: -60,
    }),
  ].flat()
  return { customers: [parent, child, stranger], items: [...items.flat(), ...notes], notes }
}

const amounts = [1, 50, 120, 250, 295, 300, 400, 700, 1000]
const aLine = fc.record({ item: fc.nat(), amount: fc.constantFrom(...amounts) })
const lines = fc.array(aLine, { minLength: 1, maxLength: 3 })
/** Mostly what could be done; else anything, to be refused. */
const fits = fc.constantFrom(true, true, true, false)

/** What somebody tries to do; some of it is refused, as in life. Numbers pick among what is there. */
export const aStep = fc.oneof(
  fc.record({
    kind: fc.constant('enter' as const),
    customer: fc.nat(),
    amount: fc.constantFrom(50, 250, 295, 300, 400, 950, 1000),
    currency: fc.constantFrom('EUR', 'EUR', 'EUR', 'USD'),
    daysAgo: fc.integer({ min: 0, max: 70 }),
    lines: fc.oneof(fc.constant([]), lines),
    /** So much is missing on the first item it pays, and closed. */
    gap: fc.constantFrom(0, 0, 1, 5, 500, 501),
    fits,
  }),
  fc.record({ kind: fc.constant('allocate' as const), payment: fc.nat(), lines, fits }),
  fc.record({ kind: fc.constant('creditNote' as const), item: fc.nat(), lines, fits }),
  fc.record({ kind: fc.constant('takeBack' as const), which: fc.nat() }),
  fc.record({
    kind: fc.constant('reverse' as const),
    payment: fc.nat(),
    reason: fc.constantFrom('rejected' as const, 'mistake' as const, 'undone' as const),
    daysAgo: fc.option(fc.integer({ min: 0, max: 30 }), { nil: undefined }),
  }),
)
type Step = typeof aStep extends fc.Arbitrary<infer S> ? S : never
type Lines = readonly { readonly item: number; readonly amount: number }[]

const pick = <T>(from: readonly T[], index: number): T => from[index % from.length] as T

/** Tries each step in a transaction of its own. Answers the kinds of those done; a refusal leaves no trace. */
export async function play(firm: Firm, world: World, steps: readonly Step[]): Promise<Step['kind'][]> {
  const payments: number[] = []
  const done: Step['kind'][] = []
  for (const [index, step] of steps.entries()) {
    try {
      if (await firm.work((db) => take(db, { firm, world, payments, step, index }))) done.push(step.kind)
    } catch (error) {
      if (!(error instanceof AppError)) throw error
    }
  }
  return done
}

interface Taking {
  readonly firm: Firm
  readonly world: World
  readonly payments: number[]
  readonly step: Step
  readonly index: number
}

/** False when there was nothing to do it with. */
async function take(db: Db, { firm, world, payments, step, index }: Taking): Promise<boolean> {
  const { factsChanged } = firm
  const anything = (asked: Lines) => asked.map(({ item, amount }) => ({ openItemId: pick(world.items, item), amount }))
  switch (step.kind) {
    case 'enter': {
      const customerId = pick(world.customers, step.customer)
      const { amount, currency } = step
      const all = step.fits
        ? await fitting(db, step.lines, { customer: customerId, currency, left: amount })
        : anything(step.lines)
      const { allocations, differences } = withGap(all, step.gap)
      const input = {
        customerId,
        receivedOn: addDays(today, -step.daysAgo),
        amount: { amount, currency },
        means: 'transfer' as const,
        reference: null,
        allocations,
        differences,
        entryKey: `${firm.organization}-${world.items[0]}-${index}`,
      }
      payments.push(await enterPayment(db, { input, today, factsChanged }))
      return true
    }
    case 'allocate': {
      if (payments.length === 0) return false
      const from = pick(payments, step.payment)
      const allocations = step.fits
        ? await fitting(db, step.lines, await leftOfPayment(db, from))
        : anything(step.lines)
      if (allocations.length === 0) return false
      await allocateCredit(db, { from, allocations, today, factsChanged })
      return true
    }
    case 'creditNote': {
      const from = step.fits ? pick(world.notes, step.item) : pick(world.items, step.item)
      const allocations = step.fits ? await fitting(db, step.lines, await leftOfNote(db, from)) : anything(step.lines)
      if (allocations.length === 0) return false
      await allocateCreditNote(db, { from, allocations, today, factsChanged })
      return true
    }
    case 'takeBack': {
      const allocation = await anyAllocation(db, step.which)
      if (allocation === null) return false
      await takeBackAllocation(db, { allocation, today, factsChanged })
      return true
    }
    case 'reverse':
      if (payments.length === 0) return false
      await reversePayment(db, {
        payment: pick(payments, step.payment),
        reason: step.reason,
        ...(step.daysAgo !== undefined && { on: addDays(today, -step.daysAgo) as CalendarDate }),
        note: null,
        today,
        factsChanged,
      })
      return true
  }
}

/** Any allocation of the organisation, also one already taken back; null while there is none. */
async function anyAllocation(db: Db, which: number): Promise<number | null> {
  const rows = await db.rows<{ id: number }>(sql`
    select id from allocation where organization_id = current_organization() and reverses_id is null order by id`)
  return rows.length === 0 ? null : pick(rows, which).id
}

interface Allocation {
  readonly openItemId: number
  readonly amount: number
}

/** What is left of a payment or a credit note, in smallest units, and whose it is. */
interface Source {
  readonly customer: number
  readonly currency: string
  readonly left: number
}

const leftOfPayment = (db: Db, payment: number): Promise<Source> =>
  db.one(sql`
    select customer_id as customer, currency, unallocated as left from payment
    where organization_id = current_organization() and id = ${payment}`)

const leftOfNote = (db: Db, note: number): Promise<Source> =>
  db.one(sql`
    select customer_id as customer, currency, -amount_due as left from open_item
    where organization_id = current_organization() and id = ${note}`)

/** Cut to what is left of the source and of the debts it may settle, so that much of what is tried is accepted. */
async function fitting(db: Db, lines: Lines, source: Source): Promise<Allocation[]> {
  const debts = await payableItemsOf(db, source.customer, source.currency)
  let rest = source.left
  const cut: Allocation[] = []
  for (const line of debts.length === 0 ? [] : lines) {
    const { id, amountDue } = pick(debts, line.item)
    const part = Math.min(line.amount, amountDue, rest)
    if (part <= 0 || cut.some(({ openItemId }) => openItemId === id)) continue
    cut.push({ openItemId: id, amount: part })
    rest -= part
  }
  return cut
}

/** Pays that much less of the first item and closes it: refused unless the item was to be paid as a whole. */
function withGap(all: readonly Allocation[], gap: number) {
  const [first, ...others] = all
  if (gap === 0 || first === undefined || first.amount <= gap) return { allocations: all, differences: [] }
  return {
    allocations: [{ ...first, amount: first.amount - gap }, ...others],
    differences: [{ openItemId: first.openItemId, amount: gap, reason: 'bankFee' as const }],
  }
}

/** The facts as core knows them, read from the tables. */
export async function factsOf(db: Db): Promise<AgingFacts> {
  const items = await db.rows<Row & { issueDate: CalendarDate; dueDate: CalendarDate; customer: number }>(sql`
    select id, amount, currency, issue_date as "issueDate", due_date as "dueDate", customer_id as customer
    from open_item where organization_id = current_organization()`)
  const payments = await db.rows<Row & { receivedOn: CalendarDate; customer: number }>(sql`
    select id, amount, currency, received_on as "receivedOn", customer_id as customer
    from payment where organization_id = current_organization()`)
  const paymentReversals = await db.rows<{ payment: number; on: CalendarDate }>(sql`
    select payment_id as payment, reversed_on as on from payment_reversal where organization_id = current_organization()`)
  const allocations = await db.rows<Link>(sql`
    select a.id, a.amount, o.currency, a.open_item_id as item, a.payment_id as payment, a.credit_item_id as "creditItem",
      a.difference, a.allocated_on as on, a.reverses_id as reverses
    from allocation a
    join open_item o on o.organization_id = a.organization_id and o.id = a.open_item_id
    where a.organization_id = current_organization()
    order by a.id`)
  return {
    items: items.map(inMoney),
    payments: payments.map(inMoney),
    paymentReversals,
    allocations: allocations.map(asFact),
  }
}

interface Row {
  readonly id: number
  readonly amount: number
  readonly currency: string
}

interface Link extends Row {
  readonly item: number
  readonly payment: number | null
  readonly creditItem: number | null
  readonly difference: 'bankFee' | 'discount' | 'rounding' | null
  readonly on: CalendarDate
  readonly reverses: number | null
}

const inMoney = <R extends Row>(row: R) => ({ ...row, amount: money(row.amount, asCurrency(row.currency)) })

function asFact({ id, item, payment, creditItem, difference, amount, currency, on, reverses }: Link): AllocationFact {
  const from: AllocationFact['from'] =
    payment !== null
      ? { kind: 'payment', payment }
      : creditItem !== null
        ? { kind: 'creditNote', item: creditItem }
        : { kind: 'difference', reason: difference ?? 'rounding' }
  const fact = { id, item, from, amount: money(amount, asCurrency(currency)), on }
  return reverses === null ? fact : { ...fact, reverses }
}
