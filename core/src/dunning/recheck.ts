import type { CalendarDate } from '../calendar/calendar-date.ts'
import type { Money } from '../money/money.ts'
import { decideOnAnyDay } from './decide-step.ts'
import { type Decision, type HoldReason, type ListedItem, sentAs, type Take } from './decision.ts'
import type { Channel } from './scenario.ts'
import type { DunningRules, Situation } from './situation.ts'

/** A message as it was decided and perhaps approved, on its way to leaving. */
export interface Frozen extends Pick<Take, 'about' | 'carrying' | 'step'> {
  readonly items: readonly Pick<ListedItem, 'item' | 'amountDue'>[]
  /** Credits the message shows; left out when its text is only written at departure. */
  readonly credits?: readonly Money[]
  /** The day on which this very message was already noted as a contact, if it was: it does not stand in its own way. */
  readonly countedOn?: CalendarDate | null
  /** By which way it is about to leave; an e-mail when left out. */
  readonly sentAs?: Channel
  /** Nobody has read it: it was to leave by itself. */
  readonly unread?: boolean
}

/**
 * `noLongerDue`: the step was taken, moved or switched off meanwhile. `otherStep`: another item or step speaks now. `otherWay`: an
 * e-mail goes as an SMS now, or an SMS as something else.
 */
export type CancelReason = 'paid' | HoldReason | 'noLongerDue' | 'otherStep' | 'otherWay'

export type Recheck =
  | { readonly kind: 'sendAsIs' }
  | { readonly kind: 'rewrite'; readonly take: Take }
  /** It no longer leaves by itself: a person is to check first. */
  | { readonly kind: 'approve'; readonly take: Take }
  | { readonly kind: 'cancel'; readonly because: CancelReason }

/**
 * At the moment of sending the facts are read again. Only the step that was decided, about the item that carried it,
 * may leave: when either changed, the message is cancelled and the next run proposes the right one, for a person may
 * have approved this tone and no other. Amounts or listed items that changed are written anew; one more day late is
 * not a change. The caller leaves out the doubt about this very message, and watches days and hours (`maySendAt`).
 */
export function recheckAtSending(
  frozen: Frozen,
  situation: Situation,
  rules: DunningRules,
  today: CalendarDate,
): Recheck {
  const fresh = decideOnAnyDay(withoutOwnContact(situation, frozen), rules, today)
  const because = reasonToCancel(frozen, situation, fresh)
  if (because !== null) return { kind: 'cancel', because }
  const take = fresh as Take
  if (frozen.unread && take.checkFirst) return { kind: 'approve', take }
  return saysTheSame(frozen, take) ? { kind: 'sendAsIs' } : { kind: 'rewrite', take }
}

function reasonToCancel(frozen: Frozen, situation: Situation, fresh: Decision): CancelReason | null {
  const carrying = situation.items.find((item) => item.id === frozen.carrying)
  if (!carrying || carrying.amountDue.amount <= 0) return 'paid'
  const exclusion = fresh.excluded.find((one) => one.item === frozen.carrying)
  if (fresh.kind === 'hold') return exclusion?.because ?? fresh.because
  if (exclusion) return exclusion.because
  if (fresh.kind === 'rest') return 'noLongerDue'
  if (fresh.carrying !== frozen.carrying || fresh.step.key !== frozen.step.key) return 'otherStep'
  const [was, is] = [frozen.sentAs ?? 'email', sentAs(fresh)]
  if (was === is) return null
  return was === 'email' && is === 'letter' ? 'badContact' : 'otherWay'
}

const withoutOwnContact = (situation: Situation, { countedOn }: Frozen): Situation =>
  countedOn !== undefined && countedOn !== null && situation.lastContactOn === countedOn
    ? { ...situation, lastContactOn: null }
    : situation

const saysTheSame = (frozen: Frozen, take: Take): boolean =>
  frozen.items.length === take.items.length &&
  frozen.items.every((item) =>
    take.items.some((now) => now.item === item.item && same(now.amountDue, item.amountDue)),
  ) &&
  (frozen.credits === undefined || sameAll(frozen.credits, take.credits))

const sameAll = (a: readonly Money[], b: readonly Money[]): boolean =>
  a.length === b.length && a.every((sum) => b.some((other) => same(sum, other)))

const same = (a: Money, b: Money): boolean => a.amount === b.amount && a.currency === b.currency
