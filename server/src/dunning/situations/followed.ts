import { chooseScenario, type ScenarioChoices, type ScenarioOrigin } from '@quittance/core/dunning/choose-scenario.ts'
import { type Scenario, scenarioFor } from '@quittance/core/dunning/scenario.ts'
import type { ItemRow } from './items.ts'
import type { Party } from './parties.ts'

/** What is needed to tell who follows what. */
export interface Following {
  readonly scenarios: ReadonlyMap<number, Scenario>
  readonly choices: ScenarioChoices
  readonly baseCurrency: string
}

type Category = Party['category']

/** Tells the scenario of a party of `rows`, and of an item that has its own; each as it holds for the category. */
export function followedBy(rows: readonly ItemRow[], { scenarios, choices, baseCurrency }: Following) {
  const owed = new Map<number, number>()
  for (const { customer, amountDue, currency } of rows) {
    if (amountDue > 0 && currency === baseCurrency) owed.set(customer, (owed.get(customer) ?? 0) + amountDue)
  }
  const held = new Map<string, Scenario>()
  const as = (id: number, category: Category): Scenario | undefined => {
    const key = `${id}/${category}`
    const known = held.get(key)
    const scenario = scenarios.get(id)
    if (known || !scenario) return known
    const made = scenarioFor(scenario, category)
    held.set(key, made)
    return made
  }
  return {
    ofParty(party: Party): { scenario: Scenario; scenarioOrigin: ScenarioOrigin } {
      const facts = { ...party, own: party.ownScenario, owes: owed.get(party.customer) ?? 0 }
      const chosen = chooseScenario(facts, choices)
      const scenario = chosen && as(chosen.scenario, party.category)
      if (!scenario) throw new Error(`Customer ${party.customer} has no scenario, and there is none by default.`)
      return { scenario, scenarioOrigin: chosen.origin }
    },
    ofItem: ({ scenario }: ItemRow, category: Category): { scenario?: Scenario } => {
      const own = scenario === null ? undefined : as(scenario, category)
      return own ? { scenario: own } : {}
    },
  }
}
