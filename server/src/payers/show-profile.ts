import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { Language } from '@quittance/core/money/format-money.ts'
import { explainDeclared, explainProfile } from '@quittance/core/payers/explain-profile.ts'
import type { PayerJudgement } from '@quittance/core/payers/payer-profile.ts'
import { customerName } from '../customers/queries.ts'
import type { Db } from '../platform/database/db.ts'
import { found } from '../platform/http/app-error.ts'
import { declarationOf, profileKept } from './queries.ts'
import { payerRulesOf } from './reckon-profiles.ts'

const nothingYet: PayerJudgement = {
  profile: 'unknown',
  because: 'tooFew',
  habit: { lines: 0, typicalDays: null },
  brokenPromises: 0,
  lateSince: null,
}

/** The profile of a customer with its sentence, and who chose it where somebody did. */
export async function showProfile(db: Db, customer: number, today: CalendarDate, language: Language) {
  found(await customerName(db, customer))
  const rules = await payerRulesOf(db)
  const kept = await profileKept(db, customer)
  const { profile: reckoned, ...seen } = kept
    ? { ...kept, habit: { lines: kept.lines, typicalDays: kept.typicalDays }, profile: kept.reckoned }
    : nothingYet
  const declared = await declarationOf(db, customer)
  return {
    profile: declared?.profile ?? reckoned,
    reckoned,
    because: seen.because,
    lines: seen.habit.lines,
    typicalDays: seen.habit.typicalDays,
    sentence: explainProfile({ profile: reckoned, ...seen }, { rules, today }, language),
    declared: declared && { ...declared, sentence: explainDeclared(declared, reckoned, language) },
  }
}
