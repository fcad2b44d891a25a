import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { useState } from 'react'
import type { OneScenario, ScenarioRules, ScenarioStep } from '../../dunning/scenario-api.ts'
import {
  changesBetween,
  inOrder,
  problemAt,
  problemsOf,
  withNewStep,
  withoutStep,
  withStep,
} from '../../dunning/scenario-draft.ts'
import { useLanguage } from '../../ui/use-language.ts'

/** The steps on screen: those saved, until one of them is touched. `onTouch` is told of every change. */
export function useScenarioDraft(scenario: OneScenario, onTouch: () => void) {
  const language = useLanguage()
  // What waits for its day is what one goes on from.
  const saved = inOrder(scenario.planned?.steps ?? scenario.steps.map(({ waiting: _, ...step }) => step))
  const savedRules = scenario.planned?.rules ?? scenario.rules
  const savedName = scenario.planned?.name ?? scenario.name
  const [name, setName] = useState(savedName)
  const [rules, setRules] = useState<ScenarioRules>(savedRules)
  const [round, setRound] = useState(0)
  const [effectiveOn, setEffectiveOn] = useState<CalendarDate | null>(null)
  const [touched, touch] = useState<readonly ScenarioStep[] | null>(null)
  const [currentKey, setCurrentKey] = useState<string>()

  const telling =
    <Value>(set: (value: Value) => void) =>
    (value: Value) => {
      onTouch()
      set(value)
    }
  const setTouched = telling(touch)

  const steps = touched ?? saved
  const problems = problemsOf(steps, language, rules)
  const current = steps.find(({ key }) => key === currentKey) ?? steps.find(({ isActive }) => isActive) ?? steps[0]
  return {
    steps,
    problems,
    current,
    currentProblem: problemAt(current, steps, problems),
    wrong: new Set(problems.flatMap(({ step }) => (step === null ? [] : [steps[step]?.key ?? '']))),
    name,
    rename: telling(setName),
    rules,
    setRules: telling(setRules),
    effectiveOn,
    setEffectiveOn: telling(setEffectiveOn),
    changes:
      (touched ? changesBetween(saved, touched) : 0) + (same(savedRules, rules) ? 0 : 1) + (name === savedName ? 0 : 1),
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
    /** Another number once everything was taken back: fields being typed are read anew. */
    round,
    reset: () => {
      setRound(round + 1)
      touch(null)
      setName(savedName)
      setRules(savedRules)
      setEffectiveOn(null)
    },
  }
}

const same = (a: ScenarioRules, b: ScenarioRules): boolean => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b))
const sorted = (rules: ScenarioRules) =>
  Object.entries(rules)
    .filter(([, value]) => value !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
