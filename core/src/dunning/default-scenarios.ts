import type { CustomerCategory } from '../customers/category.ts'
import type { Language } from '../money/format-money.ts'
import type { Assignee, Channel, Step, Tone } from './scenario.ts'

/** The scenarios of the house, by a name that no language changes. */
export const presets = ['standard', 'gentle', 'firm', 'publicBody', 'individual'] as const
export type Preset = (typeof presets)[number]

/** A scenario to start from. It has no id yet: whoever keeps it gives it one. */
export interface DefaultScenario {
  readonly preset: Preset
  /** Whom it holds for until somebody chooses otherwise; each category has one. */
  readonly defaultFor: readonly CustomerCategory[]
  readonly name: Readonly<Record<Language, string>>
  readonly steps: readonly Step[]
}

type Rung = readonly [delayDays: number, channel: Channel, tone: Tone, assignee: Assignee]

const rungs = (all: readonly Rung[]): Step[] => [
  { key: 'courtesy', delayDays: -5, channel: 'email', tone: 'courtesy', assignee: 'collector', active: false },
  ...all.map(([delayDays, channel, tone, assignee]) => ({
    // A registered letter keeps the name it had as a letter: what was taken under it stays taken.
    key: `${channel === 'registeredLetter' ? 'letter' : channel}-${delayDays}`,
    delayDays,
    channel,
    tone,
    assignee,
    active: true,
  })),
]

/**
 * The presets of every new organisation, Standard first. Public bodies are asked without formal notice: they pay by
 * public accountants, and what they owe follows the code de la commande publique. Neither are consumers, to whom article
 * L441-10 of the code de commerce does not apply.
 */
export const defaultScenarios: readonly DefaultScenario[] = [
  {
    preset: 'standard',
    defaultFor: ['company'],
    name: { fr: 'Standard', en: 'Standard' },
    steps: rungs([
      [7, 'email', 'friendly', 'collector'],
      [14, 'email', 'neutral', 'collector'],
      [30, 'email', 'firm', 'collector'],
      [40, 'call', 'firm', 'salesRep'],
      [60, 'registeredLetter', 'formalNotice', 'collector'],
      [75, 'decision', 'formalNotice', 'director'],
    ]),
  },
  {
    preset: 'gentle',
    defaultFor: [],
    name: { fr: 'Douce', en: 'Gentle' },
    steps: rungs([
      [10, 'email', 'friendly', 'collector'],
      [25, 'email', 'friendly', 'collector'],
      [40, 'email', 'neutral', 'collector'],
      [50, 'call', 'neutral', 'salesRep'],
      [75, 'email', 'firm', 'collector'],
      [100, 'decision', 'firm', 'director'],
    ]),
  },
  {
    preset: 'firm',
    defaultFor: [],
    name: { fr: 'Ferme', en: 'Firm' },
    steps: rungs([
      [3, 'email', 'neutral', 'collector'],
      [10, 'email', 'firm', 'collector'],
      [20, 'call', 'firm', 'salesRep'],
      [30, 'registeredLetter', 'formalNotice', 'collector'],
      [45, 'decision', 'formalNotice', 'director'],
    ]),
  },
  {
    preset: 'publicBody',
    defaultFor: ['publicBody'],
    name: { fr: 'Secteur public', en: 'Public sector' },
    steps: rungs([
      [10, 'email', 'friendly', 'collector'],
      [25, 'email', 'neutral', 'collector'],
      [45, 'email', 'firm', 'collector'],
      [55, 'call', 'firm', 'collector'],
      [75, 'letter', 'firm', 'collector'],
      [100, 'decision', 'firm', 'director'],
    ]),
  },
  {
    preset: 'individual',
    defaultFor: ['individual'],
    name: { fr: 'Particuliers', en: 'Consumers' },
    steps: rungs([
      [7, 'email', 'friendly', 'collector'],
      [20, 'email', 'neutral', 'collector'],
      [30, 'call', 'neutral', 'collector'],
      [45, 'letter', 'firm', 'collector'],
      [75, 'decision', 'firm', 'director'],
    ]),
  },
]

/** The preset of that name. */
export function defaultScenario(preset: Preset): DefaultScenario {
  return defaultScenarios.find((one) => one.preset === preset) as DefaultScenario
}

/** The name of a preset in the language of who reads; a name somebody gave stays as it is. */
export function scenarioNameIn(name: string, language: Language): string {
  const preset = defaultScenarios.find((one) => one.name.fr === name || one.name.en === name)
  return preset?.name[language] ?? name
}
