import type { Language } from '../money/format-money.ts'
import type { Step } from './scenario.ts'

export type ScenarioFault =
  | 'noStep'
  | 'tooManySteps'
  | 'badKey'
  | 'sameKey'
  | 'notWholeDays'
  | 'outOfBounds'
  | 'notIncreasing'
  | 'courtesyAfterDueDate'
  | 'notCourtesyBeforeDueDate'
  | 'nothingActive'

/** `step` is the position in the list, from 0; null when the fault is the scenario's. */
export interface ScenarioProblem {
  readonly because: ScenarioFault
  readonly step: number | null
  readonly sentence: string
}

export const scenarioBounds = { earliestDay: -60, latestDay: 730, steps: 20, keyLength: 60 } as const

/**
 * What keeps a scenario from being saved, in the order of its steps; empty when nothing does. Steps are days after the
 * due date in strictly increasing order, so that "the next one" has one meaning; before it only courtesy e-mails stand.
 */
export function validateScenario(steps: readonly Step[], language: Language): ScenarioProblem[] {
  const faults = steps.flatMap((step, index) => {
    const because = faultOf(step, steps.slice(0, index))
    return because === null ? [] : [{ because, step: index }]
  })
  const whole = faultOfAll(steps)
  const all = whole === null ? faults : [...faults, { because: whole, step: null }]
  return all.map((fault) => ({ ...fault, sentence: sentences[language][fault.because](steps, fault.step ?? 0) }))
}

function faultOf(step: Step, before: readonly Step[]): ScenarioFault | null {
  const { key, delayDays } = step
  if (!/^[A-Za-z0-9_-]+$/.test(key) || key.length > scenarioBounds.keyLength) return 'badKey'
  if (before.some((other) => other.key === key)) return 'sameKey'
  if (!Number.isSafeInteger(delayDays)) return 'notWholeDays'
  if (delayDays < scenarioBounds.earliestDay || delayDays > scenarioBounds.latestDay) return 'outOfBounds'
  if (before.some((other) => other.delayDays >= delayDays)) return 'notIncreasing'
  if (delayDays >= 0 && step.tone === 'courtesy') return 'courtesyAfterDueDate'
  const isCourtesy = step.channel === 'email' && step.tone === 'courtesy'
  return delayDays < 0 && !isCourtesy ? 'notCourtesyBeforeDueDate' : null
}

function faultOfAll(steps: readonly Step[]): ScenarioFault | null {
  if (steps.length === 0) return 'noStep'
  if (steps.length > scenarioBounds.steps) return 'tooManySteps'
  return steps.some((step) => step.active && step.delayDays >= 0) ? null : 'nothingActive'
}

type Say = (steps: readonly Step[], index: number) => string

const day = (steps: readonly Step[], index: number) => steps[index]?.delayDays ?? 0

const sentences: Readonly<Record<Language, Readonly<Record<ScenarioFault, Say>>>> = {
  fr: {
    noStep: () => 'Le scénario est vide\u00a0: ajoutez une étape.',
    tooManySteps: () => `Un scénario compte ${scenarioBounds.steps} étapes au plus\u00a0: retirez-en.`,
    badKey: (_, index) =>
      `Le nom interne de l’étape ${index + 1} est vide ou trop long\u00a0: retirez l’étape et ajoutez-la de nouveau.`,
    sameKey: (_, index) => `L’étape ${index + 1} est en double\u00a0: retirez-la et ajoutez-en une nouvelle.`,
    notWholeDays: (_, index) =>
      `L’étape ${index + 1} a un délai qui n’est pas un nombre entier de jours\u00a0: corrigez-le.`,
    outOfBounds: (_, index) =>
      `L’étape ${index + 1} doit tomber entre ${-scenarioBounds.earliestDay} jours avant l’échéance et ${scenarioBounds.latestDay} jours après\u00a0: changez son délai.`,
    notIncreasing: (steps, index) =>
      `L’étape ${index + 1} (${day(steps, index)} jours) doit venir après celle qui la précède\u00a0: changez son délai ou l’ordre.`,
    courtesyAfterDueDate: (_, index) =>
      `L’étape ${index + 1} vient après l’échéance\u00a0: choisissez un autre ton que le petit rappel.`,
    notCourtesyBeforeDueDate: (_, index) =>
      `L’étape ${index + 1} vient avant l’échéance, où rien n’est dû\u00a0: seul un petit rappel par e-mail y est possible.`,
    nothingActive: () =>
      'Aucune étape après l’échéance n’est active\u00a0: activez-en une, ou mettez le client en pause.',
  },
  en: {
    noStep: () => 'The scenario is empty: add a step.',
    tooManySteps: () => `A scenario has ${scenarioBounds.steps} steps at most: remove some.`,
    badKey: (_, index) =>
      `The internal name of step ${index + 1} is empty or too long: remove the step and add it again.`,
    sameKey: (_, index) => `Step ${index + 1} is there twice: remove it and add a new one.`,
    notWholeDays: (_, index) => `The delay of step ${index + 1} is not a whole number of days: correct it.`,
    outOfBounds: (_, index) =>
      `Step ${index + 1} must fall between ${-scenarioBounds.earliestDay} days before the due date and ${scenarioBounds.latestDay} days after it: change its delay.`,
    notIncreasing: (steps, index) =>
      `Step ${index + 1} (${day(steps, index)} days) must come after the one before it: change its delay or the order.`,
    courtesyAfterDueDate: (_, index) =>
      `Step ${index + 1} comes after the due date: choose another tone than the courtesy reminder.`,
    notCourtesyBeforeDueDate: (_, index) =>
      `Step ${index + 1} comes before the due date, when nothing is owed yet: only a courtesy e-mail is possible there.`,
    nothingActive: () => 'No step after the due date is active: activate one, or pause the customer.',
  },
}
