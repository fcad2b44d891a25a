import { formatMoney, type Language } from '@quittance/core/money/format-money.ts'
import { asCurrency, money } from '@quittance/core/money/money.ts'
import { lockPayment } from '../../../payments/queries.ts'
import type { Db } from '../../../platform/database/db.ts'
import { AppError, found } from '../../../platform/http/app-error.ts'
import type { LineRow } from '../line-queries.ts'
import type { Applied } from './apply.ts'
import { linesStandingFor } from './match-queries.ts'

/** The line stands for payments that are there: nothing is entered, so nothing is counted twice. */
export async function linkRecorded(db: Db, line: LineRow, asked: readonly number[]): Promise<Applied> {
  const ids = [...new Set(asked)].toSorted((a, b) => a - b)
  const payments = []
  for (const id of ids) payments.push(found(await lockPayment(db, id)))
  const sum = payments.reduce((total, { amount }) => total + amount, 0)
  if (payments.some(({ reversedFor }) => reversedFor !== null)) throw isReversed()
  if (payments.some(({ currency, legalEntity }) => currency !== line.currency || legalEntity !== line.legalEntity)) {
    throw ofAnotherAccount()
  }
  if (sum !== line.amount) throw otherSum(sum, line)
  if ((await linesStandingFor(db, ids)).length > 0) throw hasItsLine()
  return {
    payments: ids,
    how: 'recorded',
    customers: [...new Set(payments.map(({ customer }) => customer))],
    kept: {},
    items: [],
    truth: null,
  }
}

const isReversed = () =>
  new AppError('paymentIsReversed', 409, {
    fr: 'Un de ces règlements a été annulé ou rejeté : choisissez-en un autre.',
    en: 'One of these payments was undone or rejected: choose another one.',
  })

const ofAnotherAccount = () =>
  new AppError('paymentOfAnotherFirm', 422, {
    fr: 'Un de ces règlements est dans une autre devise ou pour une autre de vos sociétés.',
    en: 'One of these payments is in another currency or for another of your firms.',
  })

const hasItsLine = () =>
  new AppError('paymentHasItsLine', 409, {
    fr: 'Une autre ligne de banque correspond déjà à ce règlement : annulez d’abord son rapprochement.',
    en: 'Another bank line stands for this payment already: undo its match first.',
  })

function otherSum(sum: number, { amount, currency }: LineRow): AppError {
  const show = (value: number, language: Language) => formatMoney(money(value, asCurrency(currency)), language)
  return new AppError('otherSum', 422, {
    fr: `Ces règlements font ${show(sum, 'fr')} et la ligne ${show(amount, 'fr')} : choisissez ceux qui font le compte.`,
    en: `These payments come to ${show(sum, 'en')} and the line to ${show(amount, 'en')}: choose those that add up.`,
  })
}
