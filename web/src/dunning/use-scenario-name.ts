import { scenarioNameIn } from '@quittance/core/dunning/default-scenarios.ts'
import { useLanguage } from '../ui/use-language.ts'

/** Names a scenario to whoever reads: the presets of the house in their language, others as they were named. */
export function useScenarioName(): (scenario: { readonly name: string }) => string {
  const language = useLanguage()
  return ({ name }) => scenarioNameIn(name, language)
}
