import { addDays, type CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { formatDate } from '@quittance/core/calendar/format-date.ts'
import type { Language } from '@quittance/core/money/format-money.ts'
import { words } from './next-step-words.ts'

export type Channel = 'email' | 'call' | 'letter' | 'task' | 'decision'

/** A row of current_decision, as lists read it. */
export interface DecisionInForce {
  readonly kind: 'take' | 'hold' | 'rest'
  readonly because: string
  /** The end of a hold; null when somebody must lift it. */
  readonly until: CalendarDate | null
  readonly channel: Channel | null
  /** When the next contact may leave, for 'rest'; the instalment that is awaited, under a payment plan. */
  readonly nextOn: CalendarDate | null
  /** The open item whose rung gives the step. */
  readonly carryingItem: number | null
  /** The day of the task that waits for a person, if one does. */
  readonly taskDueOn: CalendarDate | null
}

/** What keeps one open item out of reminders, whatever its customer's decision. */
export interface ItemStops {
  readonly id: number
  readonly dueDate: CalendarDate
  readonly amountDue: number
  readonly disputedFor: string | null
  /** 'furtherNotice', or the day it resumes; null when not paused. */
  readonly pausedUntil: string | null
  readonly promisedFor: CalendarDate | null
  readonly plannedFor: CalendarDate | null
  /** The end of the extra delay that holds; null when there is none. */
  readonly delayedUntil: CalendarDate | null
  /** Paid by direct debit, card on file…, and not rejected. */
  readonly isAutomatic: boolean
  readonly isTooSmall: boolean
  /** 'writtenOff': a person gave it up. */
  readonly end?: string | null
}

export interface NextStep {
  readonly kind: Channel | 'hold' | 'none'
  readonly because: string
  readonly on: CalendarDate | null
  readonly isToday: boolean
  readonly label: string
  readonly sentence: string
}

interface Asked {
  readonly decision: DecisionInForce | null
  readonly today: CalendarDate
  readonly language: Language
}

/** Holds of a customer under which nothing is said of one item or another. */
const ofTheWhole = ['legal', 'handedOver', 'paused', 'uncertain', 'answerUnread', 'bankPending']

/** What comes next for an open item: null when nothing is left of it or it is a credit note. */
export function nextStepOfItem(item: ItemStops, asked: Asked): NextStep | null {
  if (item.amountDue <= 0) return null
  if (item.end === 'writtenOff') return hold({ because: 'writtenOff', until: null }, asked)
  const { decision } = asked
  if (decision?.kind === 'hold' && ofTheWhole.includes(decision.because)) return nextStepOfCustomer(asked)
  const stop = stopOf(item)
  if (stop) return hold(stop, asked)
  // The decision speaks of what is late, or of the one item it names (a courtesy before the due date).
  if (item.dueDate < asked.today || decision?.carryingItem === item.id) return nextStepOfCustomer(asked)
  const say = words[asked.language]
  return {
    kind: 'none',
    because: 'notDue',
    on: null,
    isToday: false,
    label: say.notDue,
    sentence: say.notDueSentence(formatDate(item.dueDate, asked.language)),
  }
}

interface Stop {
  readonly because: string
  readonly until: string | null
  readonly disputedFor?: string
}

/** The gravest first, as the decision does. */
function stopOf(item: ItemStops): Stop | null {
  if (item.disputedFor !== null) return { because: 'dispute', until: null, disputedFor: item.disputedFor }
  if (item.pausedUntil !== null) {
    return { because: 'paused', until: item.pausedUntil === 'furtherNotice' ? null : item.pausedUntil }
  }
  if (item.promisedFor !== null) return { because: 'promise', until: item.promisedFor }
  if (item.plannedFor !== null) return { because: 'plan', until: item.plannedFor }
  if (item.delayedUntil !== null) return { because: 'delay', until: item.delayedUntil }
  if (item.isAutomatic) return { because: 'automaticMeans', until: null }
  return item.isTooSmall ? { because: 'tooSmall', until: null } : null
}

function hold({ because, until, disputedFor }: Stop, { today, language }: Asked): NextStep {
  const say = words[language]
  const day = until === null ? null : (until as CalendarDate)
  const texts = say.holds[because] ?? say.unknownHold
  const reason = disputedFor === undefined ? null : (say.disputeReasons[disputedFor] ?? disputedFor)
  return {
    kind: 'hold',
    because,
    on: day,
    isToday: day === today,
    label: texts.label(day && shortDate(day, { today, language }), reason),
    sentence: texts.sentence(day && formatDate(day, language), reason),
  }
}

/** What comes next for a customer and one legal entity; no decision yet means that nothing is planned. */
export function nextStepOfCustomer(asked: Asked): NextStep {
  const { decision, today, language } = asked
  const say = words[language]
  if (decision === null) return nothing('undecided', say.undecidedSentence, language)
  if (decision.kind === 'take') return contact(decision.channel ?? 'email', today, asked)
  if (decision.kind === 'hold') return heldStep(decision, asked)
  if (decision.nextOn !== null && decision.channel !== null) return contact(decision.channel, decision.nextOn, asked)
  const sentence = say.rests[decision.because] ?? say.undecidedSentence
  return nothing(decision.because, sentence, language)
}

/** An e-mail that is only planned says beforehand that no address can receive it. */
export const notReachable = (next: NextStep, language: Language): NextStep =>
  next.kind === 'email' && !next.isToday
    ? { ...next, sentence: `${next.sentence} ${words[language].unreachable}` }
    : next

/** A contact that only waits is shown as that contact, on its day; the rest says what stands against it. */
function heldStep(decision: DecisionInForce, asked: Asked): NextStep {
  const { because, channel, until, taskDueOn } = decision
  if (channel !== null && (because === 'humanToday' || because === 'decision')) {
    return contact(channel, taskDueOn ?? asked.today, asked)
  }
  if (channel !== null && until !== null && (because === 'tooSoon' || because === 'notWorkingDay')) {
    return contact(channel, until, asked)
  }
  // The decision says the day it counts again: the day after the one that was promised.
  if (because === 'promise' || because === 'delay') return hold({ because, until: until && addDays(until, -1) }, asked)
  return hold({ because, until: because === 'plan' ? decision.nextOn : until }, asked)
}

function contact(channel: Channel, on: CalendarDate, { decision, today, language }: Asked): NextStep {
  const say = words[language]
  const because = decision?.because ?? 'stepDue'
  // What was to be done yesterday and was not is to be done today.
  const isToday = on <= today
  const sentence = say.contacts[channel].sentence(isToday ? null : formatDate(on, language))
  const why = say.whys[because]
  return {
    kind: channel,
    because,
    on: isToday ? today : on,
    isToday,
    label: say.contacts[channel].label(isToday ? null : shortDate(on, { today, language })),
    sentence: why ? `${sentence} ${why}` : sentence,
  }
}

const nothing = (because: string, sentence: string, language: Language): NextStep => ({
  kind: 'none',
  because,
  on: null,
  isToday: false,
  label: words[language].noStep,
  sentence,
})

/** « 26/11 », in English « 26 Nov »: as the days beside it; with the year when it is another one. */
const shortDate = (day: CalendarDate, { today, language }: Pick<Asked, 'today' | 'language'>): string => {
  const whole = formatDate(day, language)
  return day.slice(0, 4) === today.slice(0, 4) ? whole.slice(0, -5) : whole // « /2026 », « 2026 » after a space
}
