/** Families of status; each carries a word on screen, never the colour alone. */
export type Tone = 'paid' | 'warn' | 'danger' | 'promise' | 'dispute' | 'neutral' | 'accent' | LateTone
/** The ageing scale, for lateness only. */
export type LateTone = 'a0' | 'a1' | 'a2' | 'a3' | 'a4'

/** Tinted background with its text. */
export const tint: Readonly<Record<Tone, string>> = {
  paid: 'bg-paidbg text-paid',
  warn: 'bg-warnbg text-warn',
  danger: 'bg-dangerbg text-danger',
  promise: 'bg-promisebg text-promise',
  dispute: 'bg-disputebg text-dispute',
  neutral: 'bg-neutralbg text-ink2',
  accent: 'bg-accentbg text-accent',
  a0: 'bg-a0b text-a0t',
  a1: 'bg-a1b text-a1t',
  a2: 'bg-a2b text-a2t',
  a3: 'bg-a3b text-a3t',
  a4: 'bg-a4b text-a4t',
}

/** Text alone, on the surface. */
export const toneText: Readonly<Record<Tone, string>> = {
  paid: 'text-paid',
  warn: 'text-warn',
  danger: 'text-danger',
  promise: 'text-promise',
  dispute: 'text-dispute',
  neutral: 'text-ink2',
  accent: 'text-accent',
  a0: 'text-a0t',
  a1: 'text-a1t',
  a2: 'text-a2t',
  a3: 'text-a3t',
  a4: 'text-a4t',
}

/** Solid fill: bars, dots, chart marks. */
export const fill: Readonly<Record<Tone, string>> = {
  paid: 'bg-paid',
  warn: 'bg-warn',
  danger: 'bg-danger',
  promise: 'bg-promise',
  dispute: 'bg-dispute',
  neutral: 'bg-line2',
  accent: 'bg-accent',
  a0: 'bg-a0',
  a1: 'bg-a1',
  a2: 'bg-a2',
  a3: 'bg-a3',
  a4: 'bg-a4',
}

/** The CSS variable of a tone's solid colour, for SVG. */
export const toneVariable = (tone: Tone): string => (tone === 'neutral' ? 'var(--line2)' : `var(--${tone})`)

/** The place of a number of days late on the ageing scale: 0 = not due, 1 = 1 to 30, … 4 = more than 90. */
export function lateTone(daysLate: number): LateTone {
  if (daysLate <= 0) return 'a0'
  if (daysLate <= 30) return 'a1'
  if (daysLate <= 60) return 'a2'
  return daysLate <= 90 ? 'a3' : 'a4'
}
