import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { Money } from '@quittance/core/money/money.ts'
import type { Payment } from './api.ts'
import { newDraft, newEntryKey, type PaymentDraft } from './payment-draft.ts'

/** One row of the pile: still typed, on its way, entered, or refused with the reason. */
export interface PileRow {
  readonly key: number
  readonly draft: PaymentDraft
  readonly state:
    | { readonly is: 'draft' }
    | { readonly is: 'saving' }
    | { readonly is: 'saved'; readonly payment: Payment }
    | { readonly is: 'failed'; readonly message: string }
}

/** The deposit slip the cheques of a pile were handed in with; without its number they stay apart. */
export interface SlipDraft {
  readonly number: string
  readonly depositedOn: CalendarDate | null
  readonly total: Money | null
}

/** What goes with a payment: only cheques are handed in, and the bank credits those of one slip in one line. */
export function slipSent({ number, depositedOn }: SlipDraft, { means }: PaymentDraft) {
  const isNamed = number.trim() !== '' && depositedOn !== null
  return isNamed && means === 'cheque' ? { number: number.trim(), depositedOn } : null
}

/** Rows still blank are taken for cheques, for a slip was named. */
export const asCheques = (rows: readonly PileRow[]): readonly PileRow[] =>
  rows.map((row) => (isBlank(row) ? { ...row, draft: { ...row.draft, means: 'cheque' } } : row))

/** A pile begins with one blank row. */
export const newPile = (today: CalendarDate): readonly PileRow[] => [blankRow(1, today)]

const blankRow = (key: number, receivedOn: CalendarDate, before?: PileRow): PileRow => ({
  key,
  draft: newDraft({ receivedOn: before?.draft.receivedOn ?? receivedOn, means: before?.draft.means ?? 'transfer' }),
  state: { is: 'draft' },
})

/** One row more at the end, with the day and the means of the one before. */
export function withNewRow(rows: readonly PileRow[], today: CalendarDate): readonly PileRow[] {
  const key = Math.max(0, ...rows.map((row) => row.key)) + 1
  return [...rows, blankRow(key, today, rows.at(-1))]
}

/** Without that row; the last one leaves a blank row behind. */
export function withoutRow(rows: readonly PileRow[], key: number, today: CalendarDate): readonly PileRow[] {
  const rest = rows.filter((row) => row.key !== key)
  return rest.length > 0 ? rest : withNewRow([], today)
}

export const withRow = (rows: readonly PileRow[], key: number, change: Partial<PileRow>): readonly PileRow[] =>
  rows.map((row) => (row.key === key ? { ...row, ...change } : row))

/** A row nothing was typed in: neither wrong nor ready. */
export const isBlank = ({ draft, state }: PileRow): boolean =>
  state.is === 'draft' && draft.customer === null && draft.amount === null && draft.reference === ''

/** Everything typed, entered or not, in the smallest unit: what is compared with the deposit slip. */
export const totalOf = (rows: readonly PileRow[]): number =>
  rows.reduce((sum, { draft }) => sum + (draft.amount ?? 0), 0)

/** Payments undone: what was typed can be corrected and entered anew, under another entry key. */
export const withoutPayments = (rows: readonly PileRow[], undone: readonly number[]): readonly PileRow[] =>
  rows.map((row) =>
    row.state.is === 'saved' && undone.includes(row.state.payment.id)
      ? { ...row, draft: { ...row.draft, entryKey: newEntryKey() }, state: { is: 'draft' } }
      : row,
  )
