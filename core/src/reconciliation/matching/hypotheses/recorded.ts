import { addDays, type CalendarDate } from '../../../calendar/calendar-date.ts'
import type { BankLine, RecordedPayment } from '../books.ts'
import type { Weight } from '../weight.ts'

/** Payments that one line may stand for, with what their dates and means say of it. */
export interface RecordedGroup {
  readonly payments: readonly RecordedPayment[]
  readonly customer: number
  readonly isSlip: boolean
  readonly evidence: Weight
}

/** A cheque or a bill may be entered weeks before it is handed in; a transfer is known a day or two around. */
const daysBefore = { cheque: 45, other: 12 } as const
const daysAfter = 6

/** Payments entered already of exactly this amount: each alone, and slips of cheques as one. */
export function recordedGroups(line: BankLine, recorded: readonly RecordedPayment[]): RecordedGroup[] {
  const isNear = nearTo(line.bookedOn)
  const near = recorded.filter(
    (payment) => (payment.slip !== null || payment.amount === line.amount) && isNear(payment),
  )
  const groups: RecordedGroup[] = near
    .filter(({ slip }) => slip === null)
    .map((payment) => ({
      payments: [payment],
      customer: payment.customer,
      isSlip: false,
      evidence: meansWeight(line, payment),
    }))
  const slips = new Map<number, RecordedPayment[]>()
  for (const payment of near)
    if (payment.slip !== null) slips.set(payment.slip, [...(slips.get(payment.slip) ?? []), payment])
  for (const payments of slips.values()) {
    const [first] = payments
    const total = payments.reduce((sum, { amount }) => sum + amount, 0)
    if (first && total === line.amount)
      groups.push({
        payments,
        customer: first.customer,
        isSlip: true,
        evidence: line.kind === 'chequeDeposit' ? 2500 : line.kind === 'other' ? -1500 : -6000,
      })
  }
  return groups
}

/** Days counted once for a line, whatever the number of payments. */
function nearTo(day: CalendarDate): (payment: Pick<RecordedPayment, 'receivedOn' | 'means'>) => boolean {
  const [last, first, firstCheque] = [
    addDays(day, daysAfter),
    addDays(day, -daysBefore.other),
    addDays(day, -daysBefore.cheque),
  ]
  return ({ receivedOn, means }) =>
    receivedOn <= last && receivedOn >= (means === 'cheque' || means === 'billOfExchange' ? firstCheque : first)
}

/** The bank's code and the means agree, or one of them does not say. */
function meansWeight({ kind }: BankLine, { means }: RecordedPayment): Weight {
  if (kind === 'other' || means === 'other') return -300
  const agrees =
    kind === 'chequeDeposit'
      ? means === 'cheque'
      : kind === 'billOfExchange'
        ? means === 'billOfExchange'
        : kind === means
  return agrees ? 0 : -2500
}
