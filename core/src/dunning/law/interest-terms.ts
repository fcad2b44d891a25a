import type { CustomerCategory } from '../../customers/category.ts'
import type { LateInterestRule, RateReading } from '../late-interest.ts'

/** What was chosen for late interest, from the narrowest to the widest. Rates in hundredths of a percent a year. */
export interface ChosenTerms {
  readonly category: CustomerCategory
  /** Agreed with this customer; null: what holds for the firm. */
  readonly customerRate: number | null
  /** Of the firm's terms of sale; null: none. */
  readonly firmRate: number | null
  /** A person chose the rate of the law for the firm. */
  readonly followsLaw: boolean
  readonly reading: RateReading
}

export interface InterestTerms {
  readonly rule: LateInterestRule
  readonly from: 'customer' | 'firm' | 'law' | 'publicBuyer'
  /** False: the law gives this rate where nothing was agreed (L441-10 II), and nobody has said so yet: shown, not written to customers. */
  readonly isChosen: boolean
}

/**
 * At which rate interest is reckoned; null for a private individual, who owes none by L441-10. A public buyer has the
 * rate of CCP R2192-31, whatever was agreed.
 */
export function interestTerms(chosen: ChosenTerms): InterestTerms | null {
  if (chosen.category === 'individual') return null
  if (chosen.category === 'publicBody') return { rule: { kind: 'publicBuyer' }, from: 'publicBuyer', isChosen: true }
  if (chosen.customerRate !== null) return contract(chosen.customerRate, 'customer')
  if (chosen.firmRate !== null) return contract(chosen.firmRate, 'firm')
  return { rule: { kind: 'statutory', reading: chosen.reading }, from: 'law', isChosen: chosen.followsLaw }
}

const contract = (rate: number, from: 'customer' | 'firm'): InterestTerms => ({
  rule: { kind: 'contract', rate },
  from,
  isChosen: true,
})
