import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { addressFate, isWornOut } from '@quittance/core/dunning/answers/address-fate.ts'
import type { Undelivered } from '@quittance/core/dunning/answers/read-delivery-report.ts'
import { noteUndelivered } from '../../customers/exchanges.ts'
import { refuseAddress } from '../../customers/refuse-address.ts'
import { recordInJournal } from '../../people/journal.ts'
import type { Db } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'
import { addFailureTask, addNeedTasks } from '../../tasks/step-tasks.ts'
import { reminderHead } from '../messages/queries.ts'
import { decideCustomers } from '../run/decide-customers.ts'
import type { RunContext } from '../run/run-context.ts'
import { type BouncedAddress, keepBounced, softBouncesAt, wentTo } from './answer-rows.ts'
import { takeBack } from './take-back.ts'

export interface Bounce {
  readonly answer: number
  readonly customer: number | null
  readonly reminder: number | null
  readonly recipients: readonly Undelivered[]
  readonly softBouncesLimit: number
}

/**
 * A message of ours did not arrive. Only what it names is believed, of those it went to: a report that names no message of ours is
 * kept for a person to sort. An address of no use gets no more mail; a message that reached nobody was never
 * sent: its rungs are not climbed, and where it can go another way that is decided at once.
 */
export async function takeBounce(db: Db, bounce: Bounce, run: RunContext): Promise<void> {
  const told = bounce.recipients.flatMap(toBounced)
  await keepBounced(db, bounce.answer, told)
  if (bounce.customer === null || bounce.reminder === null) return
  const reached = await wentTo(db, bounce.reminder)
  const bounced = told.filter(({ address }) => reached.includes(address))
  if (bounced.length === 0 && told.length > 0) await askToLook(db, bounce.reminder, told, run)
  const dead = await deadAmong(db, bounced, { on: run.today, limit: bounce.softBouncesLimit })
  for (const { address, diagnostic } of dead)
    await refuseAddress(db, bounce.customer, [address], run.today, diagnostic.slice(0, 500))
  const isUndone = await undoDeparture(db, bounce.reminder, bounced, { dead, run })
  if (dead.length === 0 && !isUndone) return
  await decideCustomers(db, [bounce.customer], run)
  if (dead.length > 0) await askForAddress(db, bounce.customer, bounce.reminder, run)
}

const toBounced = (one: Undelivered): BouncedAddress[] => {
  const { address, reason, status, diagnostic } = one
  return address === null
    ? []
    : [{ address: address.toLowerCase(), fate: addressFate(one), reason, status, diagnostic }]
}

async function deadAmong(
  db: Db,
  bounced: readonly BouncedAddress[],
  { on, limit }: { on: CalendarDate; limit: number },
): Promise<BouncedAddress[]> {
  const dead: BouncedAddress[] = []
  for (const one of bounced) {
    const isWorn = one.fate === 'wait' && isWornOut(await softBouncesAt(db, one.address, on), limit)
    if (one.fate === 'dead' || isWorn) dead.push(one)
  }
  return dead
}

/** True when nobody the message was for can have got it. */
async function undoDeparture(
  db: Db,
  reminder: number,
  bounced: readonly BouncedAddress[],
  { dead, run }: { dead: readonly BouncedAddress[]; run: RunContext },
): Promise<boolean> {
  const failed = await unreachedBy(db, reminder, bounced)
  if (!failed) return false
  const words = bounced[0]?.diagnostic.slice(0, 500) ?? ''
  await takeBack(db, reminder, words, dead.length > 0 ? 'badContact' : 'notDelivered')
  // Tried again after the usual wait when the address may work by then, at once another way when it never will.
  await noteUndelivered(db, reminder, { on: run.today, countsAsContact: dead.length === 0 })
  const head = await reminderHead(db, reminder)
  if (!head) return true
  await recordInJournal(db, {
    act: 'reminder.failed',
    thing: 'reminder',
    thingId: reminder,
    customerId: head.customer,
    details: { sentence: words },
  })
  if (bounced.some(({ fate }) => fate === 'ours') && dead.length === 0) await askToLook(db, reminder, bounced, run)
  return true
}

/** Refused for what we are, or for an address it was forwarded to: a person looks at the words of the server. */
async function askToLook(db: Db, reminder: number, told: readonly BouncedAddress[], run: RunContext): Promise<void> {
  const head = await reminderHead(db, reminder)
  if (!head) return
  const { customer, legalEntity } = head
  const assignee = head.collector ?? run.people.collector
  const note = told[0]?.diagnostic.slice(0, 500) ?? ''
  await addFailureTask(db, { customer, legalEntity, assignee, reminder, note, today: run.today })
}

/** Every recipient of the message is among those that bounced, in this report or an earlier one. */
const unreachedBy = async (db: Db, reminder: number, bounced: readonly BouncedAddress[]): Promise<boolean> => {
  const { left } = await db.one<{ left: number }>(sql`
    select count(*)::int as left from reminder r
    cross join lateral jsonb_array_elements(coalesce(r.recipients -> 'to', '[]') || coalesce(r.recipients -> 'cc', '[]')) as t(one)
    where r.organization_id = current_organization() and r.id = ${reminder} and r.state in ('sent', 'uncertain')
      and lower(t.one ->> 'address') <> all(${bounced.map(({ address }) => address)})
      and not exists (select from bounced_address b
        join answer a on a.organization_id = b.organization_id and a.id = b.answer_id
        where b.organization_id = r.organization_id and a.reminder_id = r.id and b.address = lower(t.one ->> 'address'))`)
  return left === 0 && bounced.length > 0
}

async function askForAddress(db: Db, customer: number, reminder: number, run: RunContext): Promise<void> {
  const head = await reminderHead(db, reminder)
  const legalEntity = head?.legalEntity ?? (await firmOf(db, customer))
  if (legalEntity === null) return
  const assignee = head?.collector ?? run.people.collector
  await addNeedTasks(db, [{ customer, legalEntity, kind: 'correctAddress', assignee }], run.today)
}

/** The firm a customer has dealings with; the first one when it has none open. */
export const firmOf = async (db: Db, customer: number): Promise<number | null> =>
  (
    await db.maybe<{ id: number }>(sql`
    select coalesce((select legal_entity_id from open_item where organization_id = current_organization() and customer_id = ${customer}
      order by amount_due <> 0 desc, id desc limit 1), (select min(id) from legal_entity where organization_id = current_organization())) as id`)
  )?.id ?? null
