import { compare, minDate } from '../../calendar/calendar-date.ts'
import { formatMoney, type Language } from '../../money/format-money.ts'
import { add, isPositive, type Money, sumByCurrency } from '../../money/money.ts'
import {
  contractRateDoubts,
  type InterestSegment,
  type LateInterestRule,
  lateInterest,
  recoveryFee,
} from '../late-interest.ts'
import type { HalfYear } from '../late-interest-rates.ts'
import { halfYearWords } from '../law/half-year-words.ts'
import { asIfAllocated } from './as-if-allocated.ts'
import type { ReminderFacts, ReminderItem } from './reminder-facts.ts'
import { listedAmounts, percent } from './wording.ts'

/** What a message leaves out, or says with a doubt, for lack of a fact. Shown to the sender, never to the customer. */
export type MissingFact =
  | { readonly fact: 'lateInterestRate' }
  | { readonly fact: 'rateOfHalfYear'; readonly halfYear: HalfYear }
  | { readonly fact: 'rateBelowFloor'; readonly halfYear: HalfYear }
  | { readonly fact: 'iban' }
  | { readonly fact: 'deadlineTooShort' }

export interface ClaimedExtras {
  readonly law: string | null
  readonly rate: string | null
  readonly interest: string | null
  readonly fee: string | null
  /** What was not given up for all of the late items. */
  readonly claims: { readonly interest: boolean; readonly fee: boolean }
  readonly missing: readonly MissingFact[]
}

const nothing: ClaimedExtras = {
  law: null,
  rate: null,
  interest: null,
  fee: null,
  claims: { interest: false, fee: false },
  missing: [],
}

/**
 * Late interest and recovery fee as the message says them: never to a private individual, never at a guessed rate, never
 * of what money already here has settled.
 */
export function claimedExtras(facts: ReminderFacts): ClaimedExtras {
  const { category } = facts.customer
  const late = asIfAllocated(facts)
  if (category === 'individual' || late.length === 0) return nothing
  const bearing = late.filter((item) => !isWaived(item, 'interest'))
  const charged = late.filter((item) => !isWaived(item, 'fee'))
  if (bearing.length + charged.length === 0) return nothing

  const law = laws[facts.language][category]
  const claims = { interest: bearing.length > 0, fee: charged.length > 0 }
  // CCP R2192-31 leaves no choice of rate towards a public body.
  const rule: LateInterestRule | null = category === 'publicBody' ? { kind: 'publicBuyer' } : facts.lateInterest
  if (!rule) return { ...nothing, law, claims, missing: [{ fact: 'lateInterestRate' }] }

  const reckoned = bearing.map((item) => interestOf(item, rule, facts))
  const gap = reckoned.find((interest) => interest.kind === 'rateMissing')
  if (gap) return { ...nothing, law, claims, missing: [{ fact: 'rateOfHalfYear', halfYear: gap.halfYear }] }

  const segments = reckoned.flatMap((interest) => (interest.kind === 'computed' ? interest.segments : []))
  const owed = sumByCurrency(reckoned.map((interest) => interest.amount))
  const fee = recoveryFee(new Set(charged.map((item) => item.invoiceNumber)).size, category)
  return {
    law,
    rate: ratesInWords(segments, facts.language),
    interest: owed.some(isPositive) ? listedAmounts(owed, facts.language) : null,
    // Waived for all of them it is « 0,00 € »: a text that names it has no hole.
    fee: formatMoney(fee, facts.language),
    claims,
    missing: bearing.length > 0 ? floorDoubts(rule, bearing, facts) : [],
  }
}

const isWaived = (item: ReminderItem, what: 'interest' | 'fee'): boolean => item.waived?.includes(what) ?? false

const laws: Readonly<Record<Language, Record<'company' | 'publicBody', string>>> = {
  fr: { company: 'l’article L. 441-10 du code de commerce', publicBody: 'le code de la commande publique' },
  en: {
    company: 'article L. 441-10 of the French Commercial Code',
    publicBody: 'the French public procurement code',
  },
}

function interestOf(item: ReminderItem, rule: LateInterestRule, { today, rates }: ReminderFacts) {
  const owed = item.paid.reduce<Money>((sum, payment) => add(sum, payment.amount), item.amountDue)
  return lateInterest({ dueDate: item.dueDate, owed, paid: item.paid }, { asOf: today, rule, rates })
}

/** « 12,15 % puis 12,40 % »: every rate that was used, in the order of time, so that the amount can be checked. */
function ratesInWords(segments: readonly InterestSegment[], language: Language): string | null {
  const inTime = segments.toSorted((a, b) => compare(a.after, b.after))
  const rates = [...new Set(inTime.map((segment) => segment.rate))]
  const words = rates.map((rate) => percent(rate, language))
  return words.length === 0 ? null : words.join(language === 'fr' ? ' puis ' : ' then ')
}

function floorDoubts(rule: LateInterestRule, late: readonly ReminderItem[], facts: ReminderFacts): MissingFact[] {
  if (rule.kind !== 'contract') return []
  const from = late.map((item) => item.dueDate).reduce(minDate)
  return contractRateDoubts(rule.rate, { from, to: facts.today }, facts.rates)
    .filter(({ doubt }) => doubt === 'belowFloor')
    .map(({ halfYear }) => ({ fact: 'rateBelowFloor', halfYear }))
}

/** One sentence for the sender: what the message does not say, and where to set it right. */
export function explainMissing(missing: MissingFact, language: Language): string {
  const fr = language === 'fr'
  switch (missing.fact) {
    case 'lateInterestRate':
      return fr
        ? 'Les pénalités ne sont pas chiffrées : aucun taux n’est choisi. Choisissez-le dans Réglages, Pénalités.'
        : 'Late interest is not reckoned: no rate has been chosen. Choose it in Settings, Late interest.'
    case 'rateOfHalfYear':
      return fr
        ? `Les pénalités ne sont pas chiffrées : le taux du ${halfYearWords(missing.halfYear, language)} n’est pas connu. Ajoutez-le dans Réglages, Pénalités.`
        : `Late interest is not reckoned: the rate of the ${halfYearWords(missing.halfYear, language)} is not known. Add it in Settings, Late interest.`
    case 'rateBelowFloor':
      return fr
        ? `Le taux choisi est sous le minimum légal (trois fois le taux légal) du ${halfYearWords(missing.halfYear, language)}.`
        : `The chosen rate is below the legal minimum (three times the legal rate) of the ${halfYearWords(missing.halfYear, language)}.`
    case 'iban':
      return fr
        ? 'Le message ne dit pas où payer : indiquez votre IBAN dans Réglages, Entreprise.'
        : 'The message does not say where to pay: enter your IBAN in Settings, Company.'
    case 'deadlineTooShort':
      return fr
        ? 'La date demandée est à moins de 8 jours : le message ne l’indique pas.'
        : 'The date asked for is less than 8 days away: the message leaves it out.'
  }
}
