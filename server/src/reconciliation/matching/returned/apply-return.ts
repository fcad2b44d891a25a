import { formatMoney, type Language } from '@quittance/core/money/format-money.ts'
import { asCurrency, money } from '@quittance/core/money/money.ts'
import { returnReason } from '@quittance/core/reconciliation/returns/return-reason.ts'
import { lockPayment } from '../../../payments/queries.ts'
import { takenBackWith } from '../../../payments/restore-payment.ts'
import { reversePayment } from '../../../payments/reverse-payment.ts'
import type { Db } from '../../../platform/database/db.ts'
import { sql } from '../../../platform/database/sql.ts'
import { AppError, found } from '../../../platform/http/app-error.ts'
import { planTask } from '../../../tasks/plan-task.ts'
import type { Applied } from '../applying/apply.ts'
import type { Matching } from '../applying/match-line.ts'
import { inChargeOf } from '../applying/match-queries.ts'
import type { LineRow } from '../line-queries.ts'

/**
 * One of our payments came back: it is reversed as rejected on the day of the line, with the bank's reason in words, its
 * items are due again, and whoever looks after the customer gets a task that says what to do.
 */
export async function applyReturn(
  db: Db,
  line: LineRow,
  id: number,
  { today, factsChanged }: Matching,
): Promise<Applied> {
  const payment = found(await lockPayment(db, id))
  if (line.amount > 0) throw isNoReturn()
  if (payment.reversedFor !== null) throw alreadyBack()
  const language = await languageOf(db)
  const code = line.returnedReason
  const { why, next } = returnReason(code, language)
  const because = code === null ? why : `${why} (${code})`
  const before = await takenBackWith(db, id)
  await reversePayment(db, {
    payment: id,
    reason: 'rejected',
    on: line.bookedOn < payment.receivedOn ? payment.receivedOn : line.bookedOn > today ? today : line.bookedOn,
    note: line.returnedText ? `${because}. ${line.returnedText}`.slice(0, 2000) : because,
    today,
    factsChanged,
  })
  const { assignee, name } = await inChargeOf(db, payment.customer)
  const amount = formatMoney(money(payment.amount, asCurrency(payment.currency)), language)
  const title =
    language === 'fr'
      ? `Règlement rejeté : ${name}, ${amount} (${why})`
      : `Payment returned: ${name}, ${amount} (${why})`
  const task = await planTask(db, {
    kind: 'other',
    title,
    customer: payment.customer,
    dueOn: today,
    assignee,
    note: `${next.charAt(0).toUpperCase()}${next.slice(1)}.`,
  })
  return {
    payments: [id],
    how: 'reversed',
    customers: [payment.customer],
    kept: { before, task },
    items: [...new Set(before.map(({ item }) => item))],
    truth: null,
  }
}

const languageOf = async (db: Db): Promise<Language> =>
  (
    await db.one<{ language: Language }>(
      sql`select language from organization where organization_id = current_organization()`,
    )
  ).language

const isNoReturn = () =>
  new AppError('lineIsNoReturn', 422, {
    fr: 'Cette ligne est une entrée d’argent : aucun règlement n’y est repris.',
    en: 'This line is money coming in: it takes no payment back.',
  })

const alreadyBack = () =>
  new AppError('paymentIsReversed', 409, {
    fr: 'Ce règlement a déjà été annulé ou rejeté : choisissez-en un autre.',
    en: 'This payment was already undone or rejected: choose another one.',
  })
