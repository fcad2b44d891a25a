import type { Reminder } from './api.ts'

/** Messages that leave together. */
export interface Departure {
  /** ISO instant. */
  readonly at: string
  readonly messages: number
  /** « J+7 », each once, in the order of the list. */
  readonly steps: readonly string[]
}

/** When these messages leave if they are approved now, the soonest first: a step may have an hour of its own. */
export function departuresOf(
  reminders: readonly Pick<Reminder, 'leavesIfApproved' | 'stepLabel'>[],
): readonly Departure[] {
  const byInstant = new Map<string, { messages: number; steps: Set<string> }>()
  for (const { leavesIfApproved: at, stepLabel } of reminders) {
    if (at === null) continue
    const one = byInstant.get(at) ?? { messages: 0, steps: new Set() }
    if (stepLabel !== null) one.steps.add(stepLabel)
    byInstant.set(at, { ...one, messages: one.messages + 1 })
  }
  return [...byInstant]
    .toSorted(([a], [b]) => Date.parse(a) - Date.parse(b))
    .map(([at, { messages, steps }]) => ({ at, messages, steps: [...steps] }))
}
