import type { Step } from '@quittance/core/dunning/scenario.ts'
import { type ScenarioProblem, validateScenario } from '@quittance/core/dunning/validate-scenario.ts'
import type { Language } from '@quittance/core/money/format-money.ts'
import type { ScenarioRules, ScenarioStep } from './scenario-api.ts'

/** In the order of the days, as the scenario is read, drawn and saved. */
export const inOrder = (steps: readonly ScenarioStep[]): readonly ScenarioStep[] =>
  steps.toSorted((a, b) => a.delayDays - b.delayDays)

/** One step changed, the others as they are. A change of channel brings the tone and the person that go with it. */
export function withStep(
  steps: readonly ScenarioStep[],
  key: string,
  change: Partial<Omit<ScenarioStep, 'key'>>,
): readonly ScenarioStep[] {
  return inOrder(steps.map((step) => (step.key === key ? { ...step, ...change } : step)))
}

export const withoutStep = (steps: readonly ScenarioStep[], key: string): readonly ScenarioStep[] =>
  steps.filter((step) => step.key !== key)

/** An e-mail two weeks after the last step; `key` is a name no step of this scenario ever had. */
export function withNewStep(steps: readonly ScenarioStep[], key: string): readonly ScenarioStep[] {
  const last = Math.max(0, ...steps.map(({ delayDays }) => delayDays))
  return inOrder([
    ...steps,
    {
      key,
      delayDays: last + 14,
      channel: 'email',
      tone: 'firm',
      assignee: 'collector',
      assigneeId: null,
      isActive: true,
      ...plain,
    },
  ])
}

/** How many steps were added, removed or changed. */
export function changesBetween(before: readonly ScenarioStep[], after: readonly ScenarioStep[]): number {
  const was = new Map(before.map((step) => [step.key, facts(step)]))
  const is = new Map(after.map((step) => [step.key, facts(step)]))
  const keys = new Set([...was.keys(), ...is.keys()])
  return [...keys].filter((key) => was.get(key) !== is.get(key)).length
}

/** What a step says of nothing of its own. */
export const plain = {
  label: null,
  sender: null,
  recipients: null,
  copies: [],
  departureMinute: null,
  release: 'asOrganization',
  feeFixed: null,
  feeBasisPoints: null,
  texts: [],
} satisfies Partial<ScenarioStep>

const facts = (step: ScenarioStep): string =>
  JSON.stringify(Object.entries(step).toSorted(([a], [b]) => (a < b ? -1 : 1)))

/** What keeps the steps from being saved, by the rule of the server; `step` counts from 0 in the order given. */
export const problemsOf = (
  steps: readonly ScenarioStep[],
  language: Language,
  rules: ScenarioRules = {},
): readonly ScenarioProblem[] => validateScenario(steps.map(stepOf), language, rules)

const stepOf = ({ assignee, assigneeId, isActive, feeFixed, feeBasisPoints, ...step }: ScenarioStep): Step => {
  const { label, sender, recipients, departureMinute, copies, release, texts: _, ...basics } = step
  const fee = { ...(feeFixed && { fixed: feeFixed }), ...(feeBasisPoints && { basisPoints: feeBasisPoints }) }
  return {
    ...basics,
    assignee: assignee === 'person' ? { person: assigneeId ?? 0 } : assignee,
    active: isActive,
    copies,
    release,
    ...(label !== null && { label }),
    ...(sender !== null && { sender }),
    ...(recipients !== null && { recipients }),
    ...(departureMinute !== null && { departureMinute }),
    ...(Object.keys(fee).length > 0 && { fee }),
  }
}

/** What is wrong with a step; of two on one day, the rule tells the second, and whoever moved the first is told as well. */
export const problemAt = (
  current: ScenarioStep | undefined,
  steps: readonly ScenarioStep[],
  problems: readonly ScenarioProblem[],
): ScenarioProblem | undefined =>
  problems.find(({ step }) => step !== null && steps[step]?.key === current?.key) ??
  problems.find(
    ({ because, step }) =>
      because === 'notIncreasing' && step !== null && steps[step]?.delayDays === current?.delayDays,
  )
