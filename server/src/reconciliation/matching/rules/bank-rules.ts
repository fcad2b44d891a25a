import { formatIban } from '@quittance/core/customers/iban.ts'
import type { Language } from '@quittance/core/money/format-money.ts'
import { recordInJournal } from '../../../people/journal.ts'
import type { Db } from '../../../platform/database/db.ts'
import { found } from '../../../platform/http/app-error.ts'
import { type RuleRow, removeRule, rulesInForce } from './rule-queries.ts'

/** What people taught, in sentences, the latest first. */
export const listRules = async (db: Db, language: Language) =>
  (await rulesInForce(db)).map((rule) => {
    const { written: _written, ...shown } = rule
    return { ...shown, sentence: sentenceOf(rule, language) }
  })

function sentenceOf({ iban, wording, written, customer }: RuleRow, language: Language): string {
  const fr = language === 'fr'
  const what =
    iban !== null
      ? fr
        ? `Ce qui vient du compte ${formatIban(iban)}`
        : `What comes from the account ${formatIban(iban)}`
      : fr
        ? `Ce qui porte le libellé « ${written ?? wording} »`
        : `What carries the wording “${written ?? wording}”`
  if (customer) return fr ? `${what} est de ${customer.name}.` : `${what} is from ${customer.name}.`
  return fr ? `${what} ne concerne aucun client.` : `${what} concerns no customer.`
}

/** Lines to come are looked at without it, and older ones no longer teach it. */
export async function forgetRule(db: Db, id: number): Promise<void> {
  const rule = found((await rulesInForce(db)).find((one) => one.id === id))
  await removeRule(db, id)
  await recordInJournal(db, {
    act: 'bankRule.removed',
    thing: 'bankRule',
    thingId: id,
    ...(rule.customer && { customerId: rule.customer.id }),
    details: { iban: rule.iban, wording: rule.wording },
  })
}
