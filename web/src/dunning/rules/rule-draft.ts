import type { ScenarioRule } from './rules-api.ts'

/** A rule on screen: its number stays while it is moved. */
export interface DraftRule extends ScenarioRule {
  readonly place: number
}

export const asDraft = (rules: readonly ScenarioRule[]): readonly DraftRule[] =>
  rules.map(({ scenario, category, profile, salesRep, collector, owesFrom, owesBelow }, place) => ({
    scenario,
    category,
    profile,
    salesRep,
    collector,
    owesFrom,
    owesBelow,
    place,
  }))

export const withoutPlaces = (rules: readonly DraftRule[]): readonly ScenarioRule[] =>
  rules.map(({ place: _, ...rule }) => rule)

/** For companies at first: a rule that asks nothing would take everybody. */
export const withNewRule = (rules: readonly DraftRule[], scenario: number): readonly DraftRule[] => [
  ...rules,
  {
    scenario,
    category: 'company',
    profile: null,
    salesRep: null,
    collector: null,
    owesFrom: null,
    owesBelow: null,
    place: Math.max(-1, ...rules.map(({ place }) => place)) + 1,
  },
]

/** One place up (-1) or down (1); at the end it stays. */
export function moved(rules: readonly DraftRule[], place: number, by: -1 | 1): readonly DraftRule[] {
  const from = rules.findIndex((rule) => rule.place === place)
  const [rule, other] = [rules[from], rules[from + by]]
  if (!rule || !other) return rules
  return rules.with(from, other).with(from + by, rule)
}

export type RuleProblem = 'asksNothing' | 'impossible'

/** What keeps a rule from being saved, as the server would say. */
export function problemOf(rule: ScenarioRule): RuleProblem | null {
  const { category, profile, salesRep, collector, owesFrom, owesBelow } = rule
  if ([category, profile, salesRep, collector, owesFrom, owesBelow].every((one) => one === null)) return 'asksNothing'
  return owesFrom !== null && owesBelow !== null && owesFrom >= owesBelow ? 'impossible' : null
}

/** Whose portfolio, as one choice: « salesRep 4 », « collector 2 »; null: anybody's. */
export const portfolioOf = ({ salesRep, collector }: ScenarioRule): string =>
  salesRep !== null ? `salesRep ${salesRep}` : collector !== null ? `collector ${collector}` : 'anybody'

export function withPortfolio(chosen: string): Pick<ScenarioRule, 'salesRep' | 'collector'> {
  const [of, id] = chosen.split(' ')
  return { salesRep: of === 'salesRep' ? Number(id) : null, collector: of === 'collector' ? Number(id) : null }
}
