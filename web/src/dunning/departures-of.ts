import type { Reminder } from './api.ts'

/** Messages that leave together. */
export interface Departure {
  /** ISO instant. */
  readonly at: string
  readonly messages: number
  /** « J+7 », each once, in the order of the list. */
  readonly steps: readonly string[]
}

/** Instants less than that apart are one departure: each page of a list reckons its own when it is read. */
const togetherMs = 60_000

/** When these messages leave if they are approved now, the soonest first: a step may have an hour of its own. */
export function departuresOf(
  reminders: readonly Pick<Reminder, 'leavesIfApproved' | 'stepLabel'>[],
): readonly Departure[] {
  const found: { atMs: number; messages: number; steps: Set<string> }[] = []
  const leaving = reminders.flatMap(({ leavesIfApproved: at, stepLabel }) =>
    at === null ? [] : [{ atMs: Date.parse(at), stepLabel }],
  )
  for (const { atMs, stepLabel } of leaving.toSorted((a, b) => a.atMs - b.atMs)) {
    const last = found.at(-1)
    const one = last && atMs - last.atMs < togetherMs ? last : { atMs, messages: 0, steps: new Set<string>() }
    if (one !== last) found.push(one)
    one.messages += 1
    if (stepLabel !== null) one.steps.add(stepLabel)
  }
  return found.map(({ atMs, messages, steps }) => ({ at: new Date(atMs).toISOString(), messages, steps: [...steps] }))
}
