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
import { reversePayment } from '../reverse-payment.ts'
import { takeBackAllocation } from '../take-back-allocation.ts'

/** A small world in which anything may happen: a parent with a child, a stranger, debts and credit notes. */
export interface World {
  readonly customers: readonly number[]
  /** Debts and credit notes alike. */
  readonly items: readonly number[]
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
    await firm.invoice({ customer: parent, kind: 'creditNote', issued: '2026-10-15', due: '2026-10-15', amount: -120 }),
    await firm.invoice({
      customer: stranger,
      kind: 'creditNote',
      issued: '2026-11-01',
      due: '2026-11-01',
      amount: -60,
    }),
  ]
  return { customers: [parent, child, stranger], items: items.flat() }
}

const aLine = fc.record({ item: fc.nat(), amount: fc.constantFrom(1, 50, 120, 250, 295, 300, 400, 700, 1000) })
const someLines = fc.array(aLine, { maxLength: 3 })

/** What somebody tries to do; much of it is refused, as in life. Numbers pick among what is there. */
export const aStep = fc.oneof(
  fc.record({
    kind: fc.constant('enter' as const),
    customer: fc.nat(),
    amount: fc.constantFrom(50, 250, 295, 300, 400, 950, 1000),
    currency: fc.constantFrom('EUR', 'EUR', 'EUR', 'USD'),
    daysAgo: fc.integer({ min: 0, max: 70 }),
    lines: someLines,
    difference: fc.option(aLine),
    fits: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('allocate' as const), payment: fc.nat(), lines: someLines }),
  fc.record({ kind: fc.constant('creditNote' as const), item: fc.nat(), lines: someLines }),
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

/** Tries each step in a transaction of its own. Answers how many were done; a refusal leaves no trace. */
export async function play(firm: Firm, world: World, steps: readonly Step[]): Promise<number> {
  const payments: number[] = []
  let done = 0
  for (const [index, step] of steps.entries()) {
    try {
      await firm.work((db) => take(db, { firm, world, payments, step, index }))
      done++
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

async function take(db: Db, { firm, world, payments, step, index }: Taking): Promise<void> {
  const { factsChanged } = firm
  const asked = (lines: Lines) => lines.map(({ item, amount }) => ({ openItemId: pick(world.items, item), amount }))
  switch (step.kind) {
    case 'enter': {
      const wanted = asked(step.lines)
      const allocations = step.fits ? await fitting(db, wanted, step.amount) : wanted
      const differences = step.difference ? [{ ...asked([step.difference])[0], reason: 'bankFee' as const }] : []
      const input = {
        customerId: pick(world.customers, step.customer),
        receivedOn: addDays(today, -step.daysAgo),
        amount: { amount: step.amount, currency: step.currency },
        means: 'transfer' as const,
        reference: null,
        allocations,
        differences: (await gaps(db, differences as Gap[], allocations)) as never,
        entryKey: `${firm.organization}-${world.items[0]}-${index}`,
      }
      payments.push(await enterPayment(db, { input, today, factsChanged }))
      return
    }
    case 'allocate':
      if (payments.length === 0) return
      return allocateCredit(db, {
        from: pick(payments, step.payment),
        allocations: asked(step.lines),
        today,
        factsChanged,
      })
    case 'creditNote':
      await allocateCreditNote(db, {
        from: pick(world.items, step.item),
        allocations: asked(step.lines),
        today,
        factsChanged,
      })
      return
    case 'takeBack': {
      const allocation = await anyAllocation(db, step.which)
      return allocation === null ? undefined : takeBackAllocation(db, { allocation, today, factsChanged })
    }
    case 'reverse':
      if (payments.length === 0) return
      return reversePayment(db, {
        payment: pick(payments, step.payment),
        reason: step.reason,
        ...(step.daysAgo !== undefined && { on: addDays(today, -step.daysAgo) as CalendarDate }),
        note: null,
        today,
        factsChanged,
      })
  }
}

/** Any allocation of the organisation, also one already taken back; null while there is none. */
async function anyAllocation(db: Db, which: number): Promise<number | null> {
  const rows = await db.rows<{ id: number }>(sql`
    select id from allocation where organization_id = current_organization() and reverses_id is null order by id`)
  return rows.length === 0 ? null : pick(rows, which).id
}

type Allocation = { openItemId: number; amount: number }
type Gap = Allocation & { reason: 'bankFee' }

const leftOf = async (db: Db, item: number): Promise<number> => {
  const row = await db.one<{ left: number }>(sql`
    select amount_due as left from open_item where organization_id = current_organization() and id = ${item}`)
  return row.left
}

/** Cut to what is left, so that more of the random payments are accepted. */
async function fitting(db: Db, lines: readonly Allocation[], amount: number): Promise<Allocation[]> {
  let rest = amount
  const cut: Allocation[] = []
  for (const line of lines) {
    const part = Math.min(line.amount, await leftOf(db, line.openItemId), rest)
    if (part <= 0 || cut.some(({ openItemId }) => openItemId === line.openItemId)) continue
    cut.push({ openItemId: line.openItemId, amount: part })
    rest -= part
  }
  return cut
}

/** The gap that is really left on the item, which may be too large to close. */
async function gaps(db: Db, asked: readonly Gap[], allocations: readonly Allocation[]): Promise<Gap[]> {
  const found: Gap[] = []
  for (const gap of asked) {
    const paid = allocations.find(({ openItemId }) => openItemId === gap.openItemId)?.amount ?? 0
    const amount = (await leftOf(db, gap.openItemId)) - paid
    if (amount > 0) found.push({ ...gap, amount })
  }
  return found
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
