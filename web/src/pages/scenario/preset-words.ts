import { defaultScenario, type Preset } from '@quittance/core/dunning/default-scenarios.ts'
import { stepDay } from '@quittance/core/dunning/step-day.ts'
import type { Language } from '@quittance/core/money/format-money.ts'

/** A scenario of the house in its name and its days: « Douce », « J+10 · J+25 · J+40 ». */
export function presetWords(preset: Preset, language: Language): { readonly title: string; readonly note: string } {
  const { name, steps } = defaultScenario(preset)
  const days = steps.filter(({ active }) => active).map(({ delayDays }) => delayDays)
  return { title: name[language], note: days.map((day) => stepDay(day, language)).join(' · ') }
}
