import type { CalendarDate } from '../calendar/calendar-date.ts'
import type { Money } from '../money/money.ts'
import { decideStep } from './decide-step.ts'
import type { ExclusionReason, HoldReason, Rest, Take } from './decision.ts'
import type { Step } from './scenario.ts'
import type { DunningRules, Situation } from './situation.ts'

/** What a message said when it was queued. */
export interface QueuedMessage {
  readonly about: 'upcoming' | 'overdue'
  readonly carrying: number
  readonly step: Step
  readonly items: readonly { readonly item: number; readonly amountDue: Money }[]
}

export type Recheck =
  | { readonly kind: 'sendAsIs' }
  | { readonly kind: 'rewrite'; readonly take: Take }
  | { readonly kind: 'cancel'; readonly because: 'paid' | 'stepChanged' | HoldReason | ExclusionReason | Rest['because'] }

/**
 * The facts are read again at the moment of sending: paid, promised or contested meanwhile, the message is cancelled with
 * its reason; other amounts or other items, it is written anew; still true, it leaves as it is.
 */
export function recheckAtSending(queued: QueuedMessage, situation: Situation, rules: DunningRules, today: CalendarDate): Recheck {
  const carrying = situation.items.find((item) => item.id === queued.carrying)
  if (!carrying || carrying.amountDue.amount <= 0) return { kind: 'cancel', because: 'paid' }
  const decision = decideStep(situation, rules, today)
  if (decision.kind !== 'take') {
    const own = decision.excluded.find((one) => one.item === queued.carrying)
    return { kind: 'cancel', because: own?.because ?? decision.because }
  }
  if (decision.carrying !== queued.carrying || decision.step.key !== queued.step.key || decision.insteadOfEmail) {
    return { kind: 'cancel', because: 'stepChanged' }
  }
  return saysTheSame(queued, decision) ? { kind: 'sendAsIs' } : { kind: 'rewrite', take: decision }
}

function saysTheSame(queued: QueuedMessage, take: Take): boolean {
  if (queued.items.length !== take.items.length) return false
  const amounts = new Map(queued.items.map((one) => [one.item, one.amountDue.amount]))
  return take.items.every((one) => amounts.get(one.item) === one.amountDue.amount)
}
