import { addDays, type CalendarDate } from '../../calendar/calendar-date.ts'
import type { Story, StoryDay } from '../../testing/story.ts'
import type { Decision } from '../decision.ts'
import type { Situation } from '../situation.ts'
import { aScenario, aSituation, theRules } from './a-situation.ts'
import { applyEvent } from './story-events.ts'
import { runScheduler, type StoryState, sendWaiting } from './story-state.ts'
import { matches, tell, verdictText } from './story-words.ts'

const atFirst: StoryState = {
  situation: aSituation({ items: [], scenario: aScenario() }),
  rules: theRules,
  withApproval: false,
  waiting: null,
  task: null,
  lastSent: null,
  downUntil: null,
  runsToday: 1,
  payments: [],
}

/** What was decided where the story tells it, of whom. */
export type Told = (line: StoryDay, decision: Decision, situation: Situation) => void

interface Log {
  readonly failures: string[]
  readonly onTold: Told | undefined
}

/**
 * Lives the story day by day, as the scheduler would: it runs every day, also on those not told. Returns what went
 * otherwise than told, one message each; a contact that the story does not tell is one of them.
 */
export function runStory(story: Story, onTold?: Told): string[] {
  const first = story.days[0]?.on
  const last = story.days.at(-1)?.on
  if (first === undefined || last === undefined) return [`The story "${story.title}" has no day.`]
  const failures: string[] = []
  let state = story.start.reduce((now, text) => applyEvent(now, text, first), atFirst)
  let told = 0
  for (let on = first; on <= last; on = addDays(on, 1)) {
    const lines = story.days.filter((line) => line.on === on)
    told += lines.length
    state = liveDay({ ...state, runsToday: 1 }, on, lines, { failures, onTold })
  }
  if (told < story.days.length) failures.push(`The days of the story "${story.title}" are not in order.`)
  return failures
}

function liveDay(start: StoryState, on: CalendarDate, lines: readonly StoryDay[], log: Log): StoryState {
  const { failures } = log
  let state = start
  if (lines.length === 0) return runUntold(state, on, `${on}`, failures)
  lines.forEach((line, index) => {
    const where = `line ${line.line}, ${on}`
    if (line.event === 'send' || line.event === 'leaves by itself') {
      const sent = sendWaiting(state, on, line.event !== 'send')
      compare(where, line.expected, verdictText(sent.verdict), failures)
      state = sent.state
      return
    }
    if (line.event !== null) state = applyEvent(state, line.event, on)
    if (line.expected !== null) state = runTold(state, on, { where, line, expected: line.expected }, log)
    else if (index === lines.length - 1) state = runUntold(state, on, where, failures)
  })
  return state
}

function runTold(
  before: StoryState,
  on: CalendarDate,
  { where, line, expected }: { where: string; line: StoryDay; expected: string },
  { failures, onTold }: Log,
): StoryState {
  const { state, decision } = runScheduler(before, on)
  onTold?.(line, decision, before.situation)
  if (!matches(expected, decision, before.situation)) {
    failures.push(`${where}\n  expected  ${expected}\n  got       ${tell(decision, before.situation)}`)
  }
  let now = state
  for (let run = 1; run < before.runsToday; run += 1) now = runUntold(now, on, `${where}, run ${run + 1}`, failures)
  return now
}

function runUntold(before: StoryState, on: CalendarDate, where: string, failures: string[]): StoryState {
  if (before.downUntil !== null && on < before.downUntil) return before
  const { state, decision, isNew } = runScheduler(before, on)
  if (isNew) failures.push(`${where}\n  expected  nothing to go out\n  got       ${tell(decision, before.situation)}`)
  return state
}

function compare(where: string, expected: string | null, got: string, failures: string[]): void {
  if (expected !== got) failures.push(`${where}\n  expected  ${expected ?? 'nothing told'}\n  got       ${got}`)
}
