import { type PayerRules, problemOfRules } from '@quittance/core/payers/payer-profile.ts'
import { changesBetween, recordInJournal } from '../people/journal.ts'
import type { Db } from '../platform/database/db.ts'
import { AppError } from '../platform/http/app-error.ts'
import { keepRules } from './queries.ts'
import { payerRulesOf } from './reckon-profiles.ts'

/** True where something changed: profiles are then to be reckoned again. */
export async function changePayerRules(db: Db, rules: PayerRules): Promise<boolean> {
  if (problemOfRules(rules)) throw bandsCross()
  const changes = changesBetween<object>(await payerRulesOf(db), rules)
  if (Object.keys(changes).length === 0) return false
  await keepRules(db, rules)
  await recordInJournal(db, { act: 'profile.rulesChanged', thing: 'organization', details: changes })
  return true
}

const bandsCross = (): AppError =>
  new AppError('payerBandsCross', 400, {
    fr: 'Les profils doivent se suivre : Ponctuel finit avant Distrait, et Distrait avant À risque. Corrigez les jours.',
    en: 'Profiles must follow one another: Punctual ends before Forgetful, and Forgetful before At risk. Correct the days.',
  })
