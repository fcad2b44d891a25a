import { formatMoney, type Language } from '../money/format-money.ts'
import { type Currency, money } from '../money/money.ts'
import { profileName } from '../payers/explain-profile.ts'
import type { ScenarioOrigin, ScenarioRule } from './choose-scenario.ts'

/** Names a sentence on rules may need; null where a person is gone. */
export interface RuleNames {
  readonly personOf: (id: number) => string | null
  readonly baseCurrency: Currency
}

/** Where the scenario of an invoice or a customer comes from, in one sentence. */
export function explainOrigin(origin: ScenarioOrigin, language: Language, names: RuleNames): string {
  const fr = language === 'fr'
  switch (origin.from) {
    case 'invoice':
      return fr ? 'Choisi pour cette facture.' : 'Chosen for this invoice.'
    case 'customer':
      return fr ? 'Choisi pour ce client.' : 'Chosen for this customer.'
    case 'rule':
      return fr
        ? `Selon la règle : ${ruleWords(origin.rule, language, names)}.`
        : `By the rule: ${ruleWords(origin.rule, language, names)}.`
    case 'organization':
      return fr
        ? 'Celui de l’organisation pour cette catégorie de clients.'
        : 'The one of the organisation for this category of customers.'
  }
}

/** « entreprises, profil Retardataire, portefeuille de Karim Benali, 10 000,00 € dus ou plus » */
function ruleWords(rule: ScenarioRule, language: Language, { personOf, baseCurrency }: RuleNames): string {
  const fr = language === 'fr'
  const sum = (amount: number) => formatMoney(money(amount, baseCurrency), language)
  const portfolio = rule.salesRep ?? rule.collector
  const { owesFrom, owesBelow } = rule
  return [
    ...(rule.category ? [categories[language][rule.category]] : []),
    ...(rule.profile ? [`${fr ? 'profil' : 'profile'} ${profileName(rule.profile, language)}`] : []),
    ...(portfolio === undefined
      ? []
      : [
          fr
            ? `portefeuille de ${personOf(portfolio) ?? 'quelqu’un'}`
            : `portfolio of ${personOf(portfolio) ?? 'somebody'}`,
        ]),
    ...(owesFrom === undefined ? [] : [fr ? `${sum(owesFrom)} dus ou plus` : `${sum(owesFrom)} owed or more`]),
    ...(owesBelow === undefined ? [] : [fr ? `moins de ${sum(owesBelow)} dus` : `less than ${sum(owesBelow)} owed`]),
  ].join(', ')
}

const categories = {
  fr: { company: 'entreprises', publicBody: 'secteur public', individual: 'particuliers' },
  en: { company: 'companies', publicBody: 'public sector', individual: 'consumers' },
} as const
