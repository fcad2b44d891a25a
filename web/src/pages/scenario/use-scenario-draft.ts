import { useState } from 'react'
import type { Scenario, ScenarioStep } from '../../dunning/scenario-api.ts'
import {
  changesBetween,
  inOrder,
  problemsOf,
  withNewStep,
  withoutStep,
  withStep,
} from '../../dunning/scenario-draft.ts'
import { useLanguage } from '../../ui/use-language.ts'

/** The steps on screen: those saved, until one of them is touched. */
export function useScenarioDraft(scenario: Scenario) {
  const language = useLanguage()
  const saved = inOrder(scenario.steps.map(({ waiting: _, ...step }) => step))
  const [touched, setTouched] = useState<readonly ScenarioStep[] | null>(null)
  const [currentKey, setCurrentKey] = useState<string>()

  const steps = touched ?? saved
  const problems = problemsOf(steps, language)
  const current = steps.find(({ key }) => key === currentKey) ?? steps.find(({ isActive }) => isActive) ?? steps[0]
  return {
    steps,
    problems,
    current,
    currentProblem: problems.find(({ step }) => step !== null && steps[step]?.key === current?.key),
    wrong: new Set(problems.flatMap(({ step }) => (step === null ? [] : [steps[step]?.key ?? '']))),
    changes: touched ? changesBetween(saved, touched) : 0,
    open: setCurrentKey,
    change: (key: string, change: Partial<Omit<ScenarioStep, 'key'>>) => {
      setCurrentKey(key)
      setTouched(withStep(steps, key, change))
    },
    remove: (key: string) => setTouched(withoutStep(steps, key)),
    /** A step that was removed before keeps its name: what was taken under it stays taken. A new one gets its own. */
    add: () => {
      const key = `step-${Date.now().toString(36)}`
      setTouched(withNewStep(steps, key))
      setCurrentKey(key)
    },
    reset: () => setTouched(null),
  }
}
