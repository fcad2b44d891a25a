import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { Language } from '@quittance/core/money/format-money.ts'
import { customerName } from '../../customers/queries.ts'
import type { Db } from '../../platform/database/db.ts'
import { found } from '../../platform/http/app-error.ts'
import { endPaymentSearch, type PaymentSearch, searchPayment } from '../../tasks/payment-search.ts'
import { decideAgain } from '../run/daily-run.ts'
import { lockAnswer } from './answer-rows.ts'

/** An answer says that it is paid: reminders wait while the payment is looked for. */
export async function noteSaysPaid(
  db: Db,
  answer: number,
  { today, language, nowMs }: { today: CalendarDate; language: Language; nowMs: number },
): Promise<PaymentSearch> {
  const customer = found((await lockAnswer(db, answer))?.customer)
  const { name } = found(await customerName(db, customer))
  const search = await searchPayment(db, { id: customer, name }, { today, language })
  await decideAgain(db, [customer], nowMs)
  return search
}

/** It was a mistake: what waited goes on, and nobody looks for the payment any more. */
export async function takeSaysPaidBack(
  db: Db,
  answer: number,
  search: Pick<PaymentSearch, 'task' | 'items'>,
  nowMs: number,
): Promise<void> {
  const customer = found((await lockAnswer(db, answer))?.customer)
  await endPaymentSearch(db, customer, search)
  await decideAgain(db, [customer], nowMs)
}
