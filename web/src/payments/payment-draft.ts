import { asDate, type CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { asCurrency, money } from '@quittance/core/money/money.ts'
import { proposeAllocation } from '@quittance/core/payments/allocation.ts'
import type { Means, PreviewBody, Proposal } from './api.ts'

export type GapReason = 'bankFee' | 'discount'

/** A payment being typed: mirrors the form, nothing derived. Amounts in the smallest unit. */
export interface PaymentDraft {
  /** Made once a form: sending it twice enters it once. */
  readonly entryKey: string
  readonly customer: { readonly id: number; readonly name: string } | null
  /** The due line the payment is for. */
  readonly openItemId: number | null
  /** Null until chosen: the customer's own. */
  readonly currency: string | null
  readonly amount: number | null
  readonly receivedOn: CalendarDate | null
  readonly means: Means
  readonly reference: string
  /** The lines as a person changed them, by due line; null as long as the proposal stands. */
  readonly lines: ReadonlyMap<number, number> | null
  /** What is left becomes the customer's credit, a person said. */
  readonly keepsRest: boolean
  /** Gaps closed instead of left to pay, by due line. */
  readonly closings: ReadonlyMap<number, GapReason>
}

/** A key no other form has. Web Crypto's randomUUID is missing where the page is not served over TLS. */
export const newEntryKey = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')

export type DraftStart = Partial<Pick<PaymentDraft, 'customer' | 'openItemId' | 'currency' | 'means'>> & {
  readonly receivedOn: CalendarDate
}

export const newDraft = (start: DraftStart): PaymentDraft => ({
  entryKey: newEntryKey(),
  customer: null,
  openItemId: null,
  currency: null,
  amount: null,
  means: 'transfer',
  reference: '',
  ...start,
  ...untouched,
})

const untouched = { lines: null, keepsRest: false, closings: new Map<number, GapReason>() } as const

/** Another amount, day or customer: the proposal is made anew. */
export const retyped = (
  draft: PaymentDraft,
  change: Partial<Pick<PaymentDraft, 'customer' | 'currency' | 'amount' | 'receivedOn' | 'openItemId'>>,
): PaymentDraft => ({ ...draft, ...change, ...untouched })

export type DueItem = Proposal['items'][number]

/** What goes to each due line now. */
export const lineOf = (draft: PaymentDraft, item: DueItem): number =>
  draft.lines === null ? item.proposed : (draft.lines.get(item.openItemId) ?? 0)

/** One line changed by hand; the others stay as they are shown. */
export function withLine(draft: PaymentDraft, items: readonly DueItem[], id: number, amount: number): PaymentDraft {
  const lines = new Map(items.map((item) => [item.openItemId, lineOf(draft, item)]))
  lines.set(id, amount)
  return { ...draft, lines, keepsRest: false, closings: without(draft.closings, id) }
}

export function withClosing(draft: PaymentDraft, id: number, reason: GapReason | null): PaymentDraft {
  const rest = without(draft.closings, id)
  return { ...draft, closings: reason === null ? rest : new Map([...rest, [id, reason]]) }
}

const without = <Value>(map: ReadonlyMap<number, Value>, id: number): ReadonlyMap<number, Value> =>
  new Map([...map].filter(([key]) => key !== id))

/** The oldest debts first, whatever the proposal said. */
export function oldestFirst(draft: PaymentDraft, items: readonly DueItem[], currency: string): PaymentDraft {
  const { lines } = proposeAllocation({
    amount: money(draft.amount ?? 0, asCurrency(currency)),
    items: items.map((item) => ({
      id: item.openItemId,
      dueDate: asDate(item.dueDate),
      amountDue: money(item.amountDue.amount, asCurrency(item.amountDue.currency)),
    })),
  })
  return {
    ...draft,
    lines: new Map(lines.map((line) => [line.item, line.amount.amount])),
    keepsRest: false,
    closings: new Map(),
  }
}

export interface Allocated {
  /** Received less what goes to due lines; negative when too much is allocated. */
  readonly rest: number
  /** Nothing more could take the rest: it can only be credit. */
  readonly isAllPaid: boolean
  /** Lines above what is due of them. */
  readonly tooMuch: readonly number[]
}

export function allocated(draft: PaymentDraft, items: readonly DueItem[]): Allocated {
  const total = items.reduce((sum, item) => sum + lineOf(draft, item), 0)
  return {
    rest: (draft.amount ?? 0) - total,
    isAllPaid: items.every((item) => lineOf(draft, item) >= item.amountDue.amount),
    tooMuch: items.filter((item) => lineOf(draft, item) > item.amountDue.amount).map((item) => item.openItemId),
  }
}

/** What is missing on a line paid in part, when it is small enough to be closed; 0 otherwise. */
export function closableGap(draft: PaymentDraft, item: DueItem, limit: number): number {
  const line = lineOf(draft, item)
  const gap = item.amountDue.amount - line
  return line > 0 && gap > 0 && gap <= limit ? gap : 0
}

export type Missing = 'customer' | 'amount' | 'date' | 'future' | 'reading' | 'over' | 'rest'

/** The first thing that keeps the payment from being entered; undefined when it is ready. */
export function missingIn(
  draft: PaymentDraft,
  proposal: Proposal | undefined,
  today: CalendarDate,
): Missing | undefined {
  if (draft.customer === null) return 'customer'
  if (draft.amount === null || draft.amount <= 0) return 'amount'
  if (draft.receivedOn === null) return 'date'
  if (draft.receivedOn > today) return 'future'
  if (!proposal) return 'reading'
  const { rest, isAllPaid, tooMuch } = allocated(draft, proposal.items)
  if (rest < 0 || tooMuch.length > 0) return 'over'
  return rest > 0 && !isAllPaid && !draft.keepsRest ? 'rest' : undefined
}

/** The payment of a draft that misses nothing, less its entry key. */
export function bodyOf(draft: PaymentDraft, proposal: Proposal, currency: string): PreviewBody | undefined {
  const { customer, amount, receivedOn } = draft
  if (customer === null || amount === null || receivedOn === null) return undefined
  const { items, differenceLimit } = proposal
  return {
    customerId: customer.id,
    receivedOn,
    amount: { amount, currency },
    means: draft.means,
    reference: draft.reference.trim() === '' ? null : draft.reference.trim(),
    allocations: items
      .map((item) => ({ openItemId: item.openItemId, amount: lineOf(draft, item) }))
      .filter((line) => line.amount > 0),
    differences: items.flatMap((item) => {
      const reason = draft.closings.get(item.openItemId)
      const gap = closableGap(draft, item, differenceLimit)
      return reason && gap > 0 ? [{ openItemId: item.openItemId, amount: gap, reason }] : []
    }),
  }
}
