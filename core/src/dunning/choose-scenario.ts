import type { CustomerCategory } from '../customers/category.ts'
import type { PayerProfile } from '../payers/payer-profile.ts'

/** Which customers follow which scenario; a condition that is absent asks nothing. */
export interface ScenarioRule {
  readonly id: number
  readonly scenario: number
  readonly category?: CustomerCategory
  readonly profile?: PayerProfile
  /** The portfolio: of a sales rep, or of a collector. */
  readonly salesRep?: number
  readonly collector?: number
  /** What the customer owes, from (included) and below (not included), in the smallest unit of the base currency. */
  readonly owesFrom?: number
  readonly owesBelow?: number
}

/** What the choice may look at, of one customer. */
export interface ChoiceFacts {
  readonly category: CustomerCategory
  /** How the customer pays, as of the day that is decided. */
  readonly profile: PayerProfile
  readonly salesRep: number | null
  readonly collector: number | null
  /** Open items in the base currency of the organisation, in its smallest unit; other currencies are not reckoned. */
  readonly owes: number
  /** The scenario somebody chose for this customer. */
  readonly own: number | null
}

/** What an organisation says of who follows what. */
export interface ScenarioChoices {
  /** Tried in order: the first that fits. */
  readonly rules: readonly ScenarioRule[]
  readonly defaults: ReadonlyMap<CustomerCategory, number>
}

/** Where a scenario comes from; only an invoice can have one of its own beside its customer's. */
export type ScenarioOrigin =
  | { readonly from: 'invoice' | 'customer' | 'organization' }
  | { readonly from: 'rule'; readonly rule: ScenarioRule }

/**
 * The scenario of a customer: the one chosen for it, else that of the first rule that fits, else the organisation's for its
 * category; null where the organisation has none. (An invoice with a scenario of its own follows that one.)
 */
export function chooseScenario(
  facts: ChoiceFacts,
  { rules, defaults }: ScenarioChoices,
): { readonly scenario: number; readonly origin: ScenarioOrigin } | null {
  if (facts.own !== null) return { scenario: facts.own, origin: { from: 'customer' } }
  const rule = rules.find((one) => fits(one, facts))
  if (rule) return { scenario: rule.scenario, origin: { from: 'rule', rule } }
  const scenario = defaults.get(facts.category)
  return scenario === undefined ? null : { scenario, origin: { from: 'organization' } }
}

const fits = (rule: ScenarioRule, facts: ChoiceFacts): boolean =>
  (rule.category === undefined || rule.category === facts.category) &&
  (rule.profile === undefined || rule.profile === facts.profile) &&
  (rule.salesRep === undefined || rule.salesRep === facts.salesRep) &&
  (rule.collector === undefined || rule.collector === facts.collector) &&
  (rule.owesFrom === undefined || facts.owes >= rule.owesFrom) &&
  (rule.owesBelow === undefined || facts.owes < rule.owesBelow)
