import type { Language } from '../money/format-money.ts'
import { isMessage, repeatedStep, type ScenarioRules, type Step } from './scenario.ts'

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
  | 'noCopyAddress'
  | 'taskWithoutLabel'
  | 'feeOutOfBounds'
  | 'ruleOutOfBounds'
  | 'repeatsFormalNotice'

/** `step` is the position in the list, from 0; null when the fault is the scenario's. */
export interface ScenarioProblem {
  readonly because: ScenarioFault
  readonly step: number | null
  /** The field of the step, or of the rules, that is to change. */
  readonly field: ScenarioField | null
  readonly sentence: string
}

export type ScenarioField = keyof Step | keyof ScenarioRules

/** What a scenario may hold: days from the due date, counts of steps, signs and copies. */
export const scenarioBounds = {
  earliestDay: -60,
  latestDay: 730,
  steps: 40,
  keyLength: 60,
  labelLength: 80,
  copies: 10,
  spacingDays: 60,
  repeats: 24,
} as const

/**
 * What keeps a scenario from being saved, in the order of its steps; empty when nothing does. Steps are days after the
 * due date in strictly increasing order, so that "the next one" has one meaning; before it only courtesy e-mails stand.
 */
export function validateScenario(
  steps: readonly Step[],
  language: Language,
  rules: ScenarioRules = {},
): ScenarioProblem[] {
  const faults = steps.flatMap((step, index): Fault[] => {
    const because = faultOf(step, steps.slice(0, index))
    return because === null ? [] : [{ because, step: index, field: fieldOf[because] ?? null }]
  })
  const whole = faultOfAll(steps)
  const all: Fault[] = [
    ...faults,
    ...(whole === null ? [] : [{ because: whole, step: null, field: null }]),
    ...faultsOfRules(rules, steps),
  ]
  return all.map((fault) => ({ ...fault, sentence: sentences[language][fault.because](steps, fault.step ?? 0) }))
}

type Fault = Omit<ScenarioProblem, 'sentence'>

function faultOf(step: Step, before: readonly Step[]): ScenarioFault | null {
  const { key, delayDays } = step
  if (!/^[A-Za-z0-9_-]+$/.test(key) || key.length > scenarioBounds.keyLength) return 'badKey'
  if (before.some((other) => other.key === key)) return 'sameKey'
  if (!Number.isSafeInteger(delayDays)) return 'notWholeDays'
  if (delayDays < scenarioBounds.earliestDay || delayDays > scenarioBounds.latestDay) return 'outOfBounds'
  if (before.some((other) => other.delayDays >= delayDays)) return 'notIncreasing'
  if (delayDays >= 0 && step.tone === 'courtesy') return 'courtesyAfterDueDate'
  const isCourtesy = isMessage(step.channel) && step.tone === 'courtesy'
  if (delayDays < 0 && !isCourtesy) return 'notCourtesyBeforeDueDate'
  return faultOfDetails(step)
}

function faultOfDetails({ channel, label, copies = [], fee, delayDays }: Step): ScenarioFault | null {
  if (channel === 'task' && (label === undefined || label.length > scenarioBounds.labelLength))
    return 'taskWithoutLabel'
  const isAddress = (text: string) => /^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]+$/.test(text)
  if (copies.length > scenarioBounds.copies) return 'noCopyAddress'
  if (copies.some((copy) => 'address' in copy && !isAddress(copy.address))) return 'noCopyAddress'
  if (fee === undefined) return null
  const { fixed = 0, basisPoints = 0 } = fee
  const isSound = isWhole(fixed, 0, 1_000_000) && isWhole(basisPoints, 0, 10_000) && fixed + basisPoints > 0
  return isSound && delayDays >= 0 ? null : 'feeOutOfBounds'
}

const isWhole = (value: number, least: number, most: number): boolean =>
  Number.isSafeInteger(value) && value >= least && value <= most

/** The field under which the sentence stands; absent: under the step as a whole. */
const fieldOf: Partial<Record<ScenarioFault, ScenarioField>> = {
  badKey: 'key',
  sameKey: 'key',
  notWholeDays: 'delayDays',
  outOfBounds: 'delayDays',
  notIncreasing: 'delayDays',
  courtesyAfterDueDate: 'tone',
  notCourtesyBeforeDueDate: 'channel',
  noCopyAddress: 'copies',
  taskWithoutLabel: 'label',
  feeOutOfBounds: 'fee',
}

function faultsOfRules(rules: ScenarioRules, steps: readonly Step[]): Fault[] {
  const { minimumDaysBetweenContacts: spacing = 0, tolerance = 0, approvalAbove = 0, repeat } = rules
  const wrong: ScenarioField[] = []
  if (!isWhole(spacing, 0, scenarioBounds.spacingDays)) wrong.push('minimumDaysBetweenContacts')
  if (!isWhole(tolerance, 0, 1_000_000_000)) wrong.push('tolerance')
  if (!isWhole(approvalAbove, 0, 100_000_000_000)) wrong.push('approvalAbove')
  if (repeat && !(isWhole(repeat.everyDays, 1, 365) && isWhole(repeat.atMost, 1, scenarioBounds.repeats)))
    wrong.push('repeat')
  const faults = wrong.map((field): Fault => ({ because: 'ruleOutOfBounds', step: null, field }))
  const again = repeat && repeatedStep(steps)
  const isNotice = again?.tone === 'formalNotice' && again.channel !== 'decision' && again.channel !== 'task'
  return isNotice ? [...faults, { because: 'repeatsFormalNotice', step: null, field: 'repeat' }] : faults
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
      `L’étape ${index + 1} vient avant l’échéance, où rien n’est dû\u00a0: seul un petit rappel par e-mail ou SMS y est possible.`,
    nothingActive: () =>
      'Aucune étape après l’échéance n’est active\u00a0: activez-en une, ou mettez le client en pause.',
    noCopyAddress: (_, index) =>
      `Une copie de l’étape ${index + 1} n’est pas une adresse e-mail, ou il y en a plus de ${scenarioBounds.copies}\u00a0: corrigez-les.`,
    taskWithoutLabel: (_, index) =>
      `La tâche de l’étape ${index + 1} ne dit pas ce qu’il faut faire\u00a0: écrivez-le en ${scenarioBounds.labelLength} signes au plus.`,
    feeOutOfBounds: (_, index) =>
      `Les frais de l’étape ${index + 1} ne conviennent pas\u00a0: 10\u202f000 € ou 100\u00a0% au plus, et seulement après l’échéance.`,
    ruleOutOfBounds: () =>
      'Une règle commune ne convient pas\u00a0: 60 jours au plus entre deux contacts, des montants positifs, 1 à 24 rappels tous les 1 à 365 jours.',
    repeatsFormalNotice: () =>
      'Une mise en demeure ne se répète pas\u00a0: ajoutez une étape après elle, ou retirez la répétition.',
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
      `Step ${index + 1} comes before the due date, when nothing is owed yet: only a courtesy e-mail or SMS is possible there.`,
    nothingActive: () => 'No step after the due date is active: activate one, or pause the customer.',
    noCopyAddress: (_, index) =>
      `A copy of step ${index + 1} is not an e-mail address, or there are more than ${scenarioBounds.copies}: correct them.`,
    taskWithoutLabel: (_, index) =>
      `The task of step ${index + 1} does not say what is to be done: write it in ${scenarioBounds.labelLength} characters at most.`,
    feeOutOfBounds: (_, index) =>
      `The fee of step ${index + 1} does not fit: 10,000 € or 100 % at most, and only after the due date.`,
    ruleOutOfBounds: () =>
      'A common rule does not fit: 60 days at most between two contacts, positive amounts, 1 to 24 repeats every 1 to 365 days.',
    repeatsFormalNotice: () => 'A formal notice is not repeated: add a step after it, or take the repeat away.',
  },
}
