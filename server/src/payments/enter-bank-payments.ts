import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { asCurrency, money } from '@quittance/core/money/money.ts'
import type { DifferenceReason } from '@quittance/core/payments/difference.ts'
import type { FactsChanged } from '../customers/facts-changed.ts'
import { recordInJournal } from '../people/journal.ts'
import type { Db } from '../platform/database/db.ts'
import { AppError } from '../platform/http/app-error.ts'
import { allocationDay, allocationsInWords } from './enter-payment.ts'
import {
  insertAllocations,
  insertPayment,
  type LockedItem,
  lockItems,
  type NewAllocation,
  type NewPayment,
} from './queries.ts'
import { moneyOf, type Refusal, refuseAllocation, withClearConflict } from './refuse-allocation.ts'
import { type PartOfLine, type SharedLine, shareLine } from './share-line.ts'

export interface BankPaymentsInput {
  /** Whose credit is what no item takes. */
  readonly payer: number
  readonly legalEntity: number
  readonly receivedOn: CalendarDate
  readonly amount: { readonly amount: number; readonly currency: string }
  readonly means: NewPayment['means']
  readonly reference: string | null
  readonly allocations: readonly (PartOfLine & {
    /** Closes the whole gap left on the item. */
    readonly difference: { readonly reason: DifferenceReason; readonly amount: number } | null
  })[]
  /** Largest gap that may be closed, smallest unit; null where matching or a verdict explains it. */
  readonly differenceLimit: number | null
}

interface EnterBankPayments {
  readonly input: BankPaymentsInput & { readonly entryKey: string }
  readonly today: CalendarDate
  readonly factsChanged: FactsChanged
}

export interface Entered {
  readonly payments: readonly number[]
  /** All of them: of payments, of credit notes, of differences. */
  readonly allocations: readonly number[]
}

/**
 * One line of the bank as payments: one for each customer whose items it pays, credit notes deducted, gaps closed, in the
 * caller's transaction. Everything is locked and checked against what is left now; refuses with sentences.
 */
export function enterBankPayments(db: Db, { input, today, factsChanged }: EnterBankPayments): Promise<Entered> {
  return withClearConflict(async () => {
    const items = await lockItems(db, itemsOfLine(input))
    const shared = checkBankPayments(input, items)
    const lines: NewAllocation[] = []
    const payments: number[] = []
    const on = (item: number) => dayOf(item, { items, input, today })
    for (const { customer, amount, parts } of shared.payments) {
      const id = await enterOne(db, input, { customer, amount, parts, items })
      payments.push(id)
      lines.push(
        ...parts.map((part) => ({ item: part.openItemId, payment: id, amount: part.amount, on: on(part.openItemId) })),
      )
    }
    for (const { creditItem, openItemId, amount } of shared.deducted) {
      lines.push({ item: openItemId, creditItem, amount, on: on(openItemId) })
    }
    for (const { openItemId, difference } of input.allocations) {
      if (difference)
        lines.push({ item: openItemId, difference: difference.reason, amount: difference.amount, on: on(openItemId) })
    }
    const allocations = await insertAllocations(db, lines)
    await tellDeducted(db, shared, items)
    await factsChanged(db, [...new Set([input.payer, ...items.map(({ customer }) => customer)])])
    return { payments, allocations: allocations.map(({ id }) => id) }
  })
}

export const itemsOfLine = (input: Pick<BankPaymentsInput, 'allocations'>): number[] => [
  ...new Set(input.allocations.map(({ openItemId }) => openItemId)),
]

interface One {
  readonly customer: number
  readonly amount: number
  readonly parts: readonly PartOfLine[]
  readonly items: readonly LockedItem[]
}

async function enterOne(
  db: Db,
  input: EnterBankPayments['input'],
  { customer, amount, parts, items }: One,
): Promise<number> {
  const { legalEntity, receivedOn, means, reference } = input
  const { currency } = input.amount
  const payment = { customer, legalEntity, receivedOn, currency, amount, means, reference }
  const id = await insertPayment(db, { ...payment, origin: 'bank', entryKey: `${input.entryKey}/${customer}` })
  if (id === null) throw new Error(`A payment of ${input.entryKey} was entered before and is asked for again.`)
  await recordInJournal(db, {
    act: 'entered',
    thing: 'payment',
    thingId: id,
    customerId: customer,
    details: {
      ...payment,
      origin: 'bank',
      allocations: allocationsInWords({ allocations: parts }, items),
      differences: input.allocations.flatMap(({ openItemId, difference }) =>
        difference && parts.some((part) => part.openItemId === openItemId) ? [{ openItemId, ...difference }] : [],
      ),
    },
  })
  return id
}

const dayOf = (
  item: number,
  { items, input, today }: { items: readonly LockedItem[]; input: BankPaymentsInput; today: CalendarDate },
): CalendarDate =>
  allocationDay({ today, source: input.receivedOn, issued: items.find(({ id }) => id === item)?.issueDate ?? today })

async function tellDeducted(db: Db, { deducted }: SharedLine, items: readonly LockedItem[]): Promise<void> {
  for (const [note, lines] of Map.groupBy(deducted, ({ creditItem }) => creditItem)) {
    const customer = items.find(({ id }) => id === note)?.customer
    await recordInJournal(db, {
      act: 'allocated',
      thing: 'openItem',
      thingId: note,
      ...(customer !== undefined && { customerId: customer }),
      details: { allocations: allocationsInWords({ allocations: lines }, items) },
    })
  }
}

/** How the line is shared among customers; throws the refusal of what cannot be. */
export function checkBankPayments(input: BankPaymentsInput, items: readonly LockedItem[]): SharedLine {
  const refusals = input.allocations.flatMap((line, index): Refusal[] => {
    const item = items.find(({ id }) => id === line.openItemId)
    if (!item) return [{ kind: 'unknownItem', item: line.openItemId }]
    if (input.allocations.findIndex(({ openItemId }) => openItemId === item.id) !== index)
      return [{ kind: 'duplicateItem', item: item.id }]
    return refusalsOf(line, item, input)
  })
  const currency = asCurrency(input.amount.currency)
  const sum = input.allocations.reduce((total, { amount }) => total + amount, 0)
  if (sum > input.amount.amount)
    refusals.push({ kind: 'sourceOverAllocated', amount: money(sum, currency), left: moneyOf(input.amount) })
  if (refusals.length > 0) throw refuseAllocation(refusals, items)
  const shared = shareLine({ payer: input.payer, amount: input.amount.amount, parts: input.allocations }, items)
  if (shared === null) throw notesWithoutDebts()
  return shared
}

function refusalsOf(
  { amount, difference }: BankPaymentsInput['allocations'][number],
  item: LockedItem,
  input: BankPaymentsInput,
): Refusal[] {
  const currency = asCurrency(item.currency)
  const asked = money(Math.abs(amount), asCurrency(input.amount.currency))
  const due = money(item.amountDue, currency)
  if (item.currency !== input.amount.currency)
    return [{ kind: 'otherCurrency', item: item.id, amount: asked, itemDue: due }]
  if (item.legalEntity !== input.legalEntity)
    return [{ kind: 'otherLegalEntity', item: item.id, legalEntity: item.legalEntity }]
  if (amount === 0 || amount < 0 !== item.amount < 0)
    return [{ kind: 'notPositive', item: item.id, amount: money(amount, currency) }]
  if (Math.abs(amount) > Math.abs(item.amountDue))
    return [{ kind: 'itemOverAllocated', item: item.id, amount: asked, itemDue: due }]
  if (difference === null) return []
  const gap = money(item.amountDue - amount, currency)
  const closed = money(difference.amount, currency)
  if (amount < 0 || difference.amount !== gap.amount)
    return [{ kind: 'differenceIsNotTheGap', item: item.id, amount: closed, gap }]
  const limit = input.differenceLimit
  if (limit === null || closed.amount <= limit) return []
  return [{ kind: 'differenceTooLarge', item: item.id, amount: closed, limit: money(limit, currency) }]
}

const notesWithoutDebts = () =>
  new AppError('allocationRefused', 422, {
    fr: 'Les avoirs déduits dépassent les factures choisies : ajoutez les factures que ce virement règle.',
    en: 'The credit notes deducted are more than the invoices chosen: add the invoices this transfer pays.',
  })
