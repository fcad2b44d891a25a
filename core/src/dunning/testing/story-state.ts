import { type CalendarDate, daysBetween } from '../../calendar/calendar-date.ts'
import { assert } from '../../money/assert.ts'
import { afterContact, afterSetAside } from '../after-contact.ts'
import { decideStep } from '../decide-step.ts'
import { type Decision, sentAs, type Take } from '../decision.ts'
import { type Recheck, recheckAtSending } from '../recheck.ts'
import { isMessage } from '../scenario.ts'
import type { DunningRules, Situation, SituationItem } from '../situation.ts'

/** One customer as a story goes: the facts, and what is on its way. */
export interface StoryState {
  readonly situation: Situation
  readonly rules: DunningRules
  /** Messages wait for `send`; otherwise they leave at once. */
  readonly withApproval: boolean
  readonly waiting: Take | null
  /** The contact behind the open task. */
  readonly task: Take | null
  readonly lastSent: { readonly take: Take; readonly before: Situation } | null
  readonly downUntil: CalendarDate | null
  readonly runsToday: number
  readonly payments: readonly { readonly item: number; readonly amount: number }[]
}

export const withSituation = (state: StoryState, change: Partial<Situation>): StoryState => ({
  ...state,
  situation: { ...state.situation, ...change },
})

export function itemNamed(state: StoryState, name: string): SituationItem {
  const item = state.situation.items.find((one) => one.invoiceNumber === name)
  assert(item !== undefined, `the story has no ${name}`)
  return item
}

export const withItem = (state: StoryState, name: string, change: Partial<SituationItem>): StoryState => {
  const { id } = itemNamed(state, name)
  const items = state.situation.items.map((item) => (item.id === id ? { ...item, ...change } : item))
  return withSituation(state, { items })
}

/** One run of the scheduler, with all that follows from its decision. `isNew`: a contact that was not there yet. */
export function runScheduler(
  before: StoryState,
  on: CalendarDate,
): { state: StoryState; decision: Decision; isNew: boolean } {
  const decision = decideStep(before.situation, before.rules, on)
  const state = withoutIdleTask(before, decision, on)
  if (decision.kind !== 'take') {
    const stays = decision.because === 'notWorkingDay'
    return { state: stays ? state : { ...state, waiting: null }, decision, isNew: false }
  }
  if (!isMessage(sentAs(decision))) {
    return { state: openTask(state, decision, on), decision, isNew: true }
  }
  if (!state.withApproval && !decision.checkFirst) return { state: sendNow(state, decision, on), decision, isNew: true }
  const isSame = state.waiting?.carrying === decision.carrying && state.waiting.step.key === decision.step.key
  return { state: isSame ? state : { ...state, waiting: decision }, decision, isNew: !isSame }
}

/** The approved message is on the point of leaving. */
export function sendWaiting(
  state: StoryState,
  on: CalendarDate,
  unread = false,
): { state: StoryState; verdict: Recheck } {
  const { waiting } = state
  assert(waiting !== null, `no message waits on ${on}`)
  const verdict = recheckAtSending({ ...waiting, unread }, state.situation, state.rules, on)
  const rest = { ...state, waiting: null }
  if (verdict.kind === 'cancel') return { state: rest, verdict }
  if (verdict.kind === 'approve') return { state, verdict }
  return { state: sendNow(rest, verdict.kind === 'rewrite' ? verdict.take : waiting, on), verdict }
}

const sendNow = (state: StoryState, take: Take, on: CalendarDate): StoryState => ({
  ...state,
  situation: afterContact(state.situation, take, on),
  lastSent: { take, before: state.situation },
})

/** The last message came back: it told nobody anything, so no step was taken and there was no contact. */
export function bounce(state: StoryState): StoryState {
  assert(state.lastSent !== null, 'no message was sent')
  const { before } = state.lastSent
  const items = state.situation.items.map((item) => ({
    ...item,
    taken: before.items.find((one) => one.id === item.id)?.taken ?? [],
  }))
  return withSituation(state, { items, lastContactOn: before.lastContactOn, hasUsableEmail: false })
}

const openTask = (state: StoryState, take: Take, on: CalendarDate): StoryState => ({
  ...withSituation(state, { openTask: { step: take.step.key, item: take.carrying, dueOn: on } }),
  task: take,
})

export function finishTask(state: StoryState, how: 'done' | 'setAside', on: CalendarDate): StoryState {
  assert(state.task !== null, `no task is open on ${on}`)
  const after = how === 'done' ? afterContact : afterSetAside
  return { ...state, situation: after(state.situation, state.task, on), task: null }
}

/** A task whose item was paid or left the chase has no object any more. */
function withoutIdleTask(state: StoryState, decision: Decision, on: CalendarDate): StoryState {
  const open = state.situation.openTask
  if (!open) return state
  const item = state.situation.items.find((one) => one.id === open.item)
  const isLate = item !== undefined && item.amountDue.amount > 0 && daysBetween(item.dueDate, on) > 0
  if (isLate && !decision.excluded.some((one) => one.item === open.item)) return state
  return { ...withSituation(state, { openTask: null }), task: null }
}
