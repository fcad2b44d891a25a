import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { ContactChange, How } from '@quittance/core/dunning/compare-contacts.ts'
import { type Decision, type Hold, type HoldReason, sentAs, type Take } from '@quittance/core/dunning/decision.ts'
import { holdLabel } from '@quittance/core/dunning/explain.ts'
import type { Channel } from '@quittance/core/dunning/scenario.ts'
import type { Language } from '@quittance/core/money/format-money.ts'
import { type Currency, type Money, money } from '@quittance/core/money/money.ts'
import type { Db } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'

/** Customers told by name: in each part of the days as getting something, as held back and as written to, and of a difference. */
const mostTold = 200

export interface DayCounts {
  emails: number
  /** SMS. */
  texts: number
  calls: number
  letters: number
  decisions: number
}

interface Day extends DayCounts {
  /** By currency, in the smallest unit. */
  readonly sums: Map<Currency, number>
}

/** The days whose customers are told by name: from the first to the last, both included. */
export interface Within {
  readonly from: CalendarDate
  readonly until: CalendarDate
}

/** A contact, or why there was none, to tell by name. */
interface Told {
  readonly customer: number
  readonly on: CalendarDate
  readonly channel: Channel | null
  readonly step: string | null
  readonly total: readonly Money[]
  readonly because: HoldReason | null
  /** It happened, whatever a scenario would have done. */
  readonly isReal: boolean
}

interface Changed extends ContactChange {
  readonly customer: number
}

/** What a simulation or a replay has counted so far. */
export interface Tally {
  readonly days: Map<CalendarDate, Day>
  readonly held: Map<HoldReason, Set<number>>
  readonly difference: Record<How, number>
  readonly changed: Changed[]
  readonly told: Map<string, Told[]>
  readonly partOf: PartOf
}

/** The part of the days in which a day is told by name; null: it is not. */
export type PartOf = (on: CalendarDate) => CalendarDate | null

/** The part that is asked for, and no other. */
export const onlyWithin =
  (within: Within | null): PartOf =>
  (on) =>
    within !== null && isWithin(on, within) ? within.from : null

/** Nothing counted yet. */
export const newTally = (partOf: PartOf): Tally => ({
  days: new Map(),
  held: new Map(),
  difference: { sooner: 0, later: 0, added: 0, dropped: 0, otherwise: 0 },
  changed: [],
  told: new Map(),
  partOf,
})

/** A day on which nothing goes out. */
export const noCounts = (): Day => ({ emails: 0, texts: 0, calls: 0, letters: 0, decisions: 0, sums: new Map() })

/** What a person reads together: a registered letter with letters, a task with decisions. */
export const families = {
  email: 'emails',
  sms: 'texts',
  call: 'calls',
  letter: 'letters',
  registeredLetter: 'letters',
  task: 'decisions',
  decision: 'decisions',
} as const

/** The amounts of a day, by currency in alphabetical order. */
export const totalOf = ({ sums }: Day): Money[] =>
  [...sums].toSorted().map(([currency, amount]) => money(amount, currency))

const isWithin = (on: CalendarDate, within: Within): boolean => within.from <= on && on <= within.until

/** One contact, under the way it really goes by. */
export function countContact(
  tally: Tally,
  { customer, on, take }: { customer: number; on: CalendarDate; take: Take },
): void {
  const channel = sentAs(take)
  const day = tally.days.get(on) ?? noCounts()
  day[families[channel]] += 1
  for (const { amount, currency } of take.toPay) day.sums.set(currency, (day.sums.get(currency) ?? 0) + amount)
  tally.days.set(on, day)
  tell(tally, { customer, on, channel, step: take.step.key, total: take.toPay, because: null, isReal: false })
}

/** Somebody who begins to be held back on a day. */
export function tellHold(
  tally: Tally,
  { customer, on, hold }: { customer: number; on: CalendarDate; hold: Hold },
): void {
  const { because, late, step } = hold
  tell(tally, { customer, on, channel: null, step: step?.key ?? null, total: late, because, isReal: false })
}

/** A contact that did happen. */
export function tellReal(
  tally: Tally,
  { customer, on, channel }: { customer: number; on: CalendarDate; channel: Channel },
): void {
  tell(tally, { customer, on, channel, step: null, total: [], because: null, isReal: true })
}

/** Contacts, holds and what happened each have their own room: none crowds another out. */
function tell({ told, partOf }: Tally, one: Told): void {
  const part = partOf(one.on)
  if (part === null) return
  const key = `${part} ${one.isReal ? 'real' : one.because === null ? 'gets' : 'held'}`
  const there = told.get(key)
  if (!there) told.set(key, [one])
  else if (there.length < mostTold) there.push(one)
}

/** Each customer once a reason, however long it holds. */
export function countHeld(tally: Tally, customer: number, decision: Decision): void {
  if (decision.kind !== 'hold') return
  const customers = tally.held.get(decision.because) ?? new Set()
  tally.held.set(decision.because, customers.add(customer))
}

/** How one customer fares; nothing where all is as before. */
export function countChange(tally: Tally, customer: number, change: ContactChange | null): void {
  if (change === null) return
  tally.difference[change.how] += 1
  if (tally.changed.length < mostTold) tally.changed.push({ customer, ...change })
}

/** The reasons of a tally in words, the most frequent first. */
export const heldIn = ({ held }: Tally, language: Language) =>
  [...held]
    .map(([because, customers]) => ({ because, label: holdLabel(because, language), customers: customers.size }))
    .toSorted((a, b) => b.customers - a.customers)

/** What a tally tells by name of the days asked for, the customers named. */
export async function namedIn(db: Db, tally: Tally, within: Within | null, language: Language) {
  const { changed } = tally
  const told = within === null ? [] : [...tally.told.values()].flat().filter(({ on }) => isWithin(on, within))
  const ids = [...new Set([...told, ...changed].map((one) => one.customer))]
  const rows =
    ids.length === 0
      ? []
      : await db.rows<{ id: number; name: string }>(sql`
          select id, name from customer where organization_id = current_organization() and id = any(${ids})`)
  const names = new Map(rows.map((row) => [row.id, row.name]))
  const named = (id: number) => ({ id, name: names.get(id) ?? '' })
  return {
    told: told.map(({ customer, because, total, ...one }) => ({
      ...one,
      customer: named(customer),
      total: [...total],
      held: because === null ? null : { because, label: holdLabel(because, language) },
    })),
    changed: changed.map(({ customer, ...one }) => ({ ...one, customer: named(customer) })),
  }
}
