import { addDays, type CalendarDate, daysBetween } from '@quittance/core/calendar/calendar-date.ts'
import { isWorkingDay } from '@quittance/core/calendar/working-days.ts'
import { sql } from '../../../platform/database/sql.ts'
import { countsFrom, creditOf, isLate, type OwnCustomer, type OwnItem, stopOf } from './own-books.ts'
import { type Arrived, ask, dayOf, type World } from './world.ts'

/** Days between two contacts, as the firm was founded. */
export const spacing = 5

/** Every promise about a message that arrived, held against the world's own books at that instant. */
export async function checkArrived(world: World, arrived: readonly Arrived[]): Promise<void> {
  for (const message of arrived) {
    for (const wrong of wrongIn(message)) world.broken.push(`${message.day}, ${message.customer.name}: ${wrong}`)
    await checkStep(world, message)
    message.customer.contacts.push(message.day)
  }
}

/** What is wrong with a message, in words; nothing when it says the truth to somebody who owes. */
export function wrongIn(message: Arrived): string[] {
  return [...(message.invoices.length === 0 ? wrongSum(message) : wrongList(message)), ...wrongNow(message)]
}

/** An SMS about several invoices says their sum and no more. */
function wrongSum({ customer, day, way, amounts }: Arrived): string[] {
  if (way === 'email') return ['written to about no invoice']
  const asked = customer.items.filter((item) => isLate(item, day) && stopOf(item, day) === null && item.left >= 500)
  const sum = asked.reduce((all, { left }) => all + left, 0) - creditOf(customer)
  return amounts.length === 1 && amounts[0] === sum ? [] : [`asked by SMS for ${amounts}, and owes ${sum}`]
}

function wrongList({ customer, day, invoices, amounts, way }: Arrived): string[] {
  const wrong: string[] = []
  const named = customer.items.filter(({ number }) => invoices.includes(number))
  const listed = named.filter((item) => isLate(item, day) && stopOf(item, day) === null)
  if (listed.length === 0) wrong.push(`written to about ${invoices.join(', ')}, of which nothing may be asked for`)
  for (const number of invoices) {
    if (!listed.some((item) => item.number === number)) wrong.push(`${number} may not be asked for`)
  }
  const says = (item: OwnItem) => way === 'sms' || amounts.includes(item.left)
  for (const item of listed) if (!says(item)) wrong.push(`${item.left} of ${item.number} is not said`)
  const credit = creditOf(customer)
  const sum = listed.reduce((all, { left }) => all + left, 0)
  const known = new Set([
    ...listed.map(({ left }) => left),
    ...listed.map(({ promised }) => promised),
    ...customer.credits.map(({ left }) => left),
    sum,
    sum - credit,
    credit,
  ])
  for (const amount of amounts) if (!known.has(amount)) wrong.push(`${amount} is no amount of the books`)
  if (sum - credit <= 0) wrong.push(`asked for ${sum}, with ${credit} of credit here`)
  return wrong
}

/** Whether anybody may write to this customer on that day, whatever it is about. */
function wrongNow({ customer, day }: Arrived): string[] {
  const wrong: string[] = []
  if (customer.unread.length > 0) wrong.push(`written to while ${customer.unread.length} of its answers are unread`)
  const last = customer.contacts.at(-1)
  if (last && daysBetween(last, day) < spacing) wrong.push(`written to on ${last} and again on ${day}`)
  if (customer.insolvent || customer.handedOver) wrong.push('written to though everything is stopped')
  if (customer.pausedUntil !== null && customer.pausedUntil > day) wrong.push(`paused until ${customer.pausedUntil}`)
  return wrong
}

interface Carried {
  readonly item: number
  readonly step: string
  readonly delay: number
}

/** No rung twice, none passed over, none before its day. */
async function checkStep(world: World, message: Arrived): Promise<void> {
  const carried = await world.inTransaction((db) =>
    db.maybe<Carried & { messageId: string; taken: string[] }>(sql`
      select r.carrying_item_id as item, r.step_key as step, r.delay_days as delay, r.message_id as "messageId",
        array(select t.step_key from step_taken t where t.organization_id = r.organization_id
          and t.open_item_id = r.carrying_item_id and t.step_key <> r.step_key) as taken
      from reminder r where r.organization_id = current_organization() and r.message_id = ${message.id}`),
  )
  const say = (wrong: string) => world.broken.push(`${message.day}, ${message.customer.name}: ${wrong}`)
  if (!carried) return void say(`no reminder is known under ${message.id}`)
  const { item, step, delay, taken } = carried
  const key = `${item} ${step}`
  if (world.climbed.has(key)) say(`step ${step} of due line ${item} reached the customer twice`)
  world.climbed.add(key)
  const own = message.customer.items.find(({ id }) => id === item)
  if (!own) return void say(`due line ${item} is not this customer's`)
  if (daysBetween(countsFrom(own), message.day) < delay) say(`step ${step} of ${own.number} came before its day`)
  for (const earlier of world.rungs) {
    // A version that came when its day was over for this line does not call for it.
    const wasDue = earlier.since <= addDays(countsFrom(own), earlier.delay)
    if (earlier.delay < delay && wasDue && !taken.includes(earlier.key))
      say(`step ${earlier.key} of ${own.number} was passed over`)
  }
}

type HeldRow = { readonly customer: { readonly id: number }; readonly because: string; readonly sentence: string }

/** Everybody late who is not written to is so for a reason that is true in the books. */
export async function checkHeld(world: World): Promise<number> {
  const { rows } = await ask<{ rows: HeldRow[] }>(world, 'GET', '/api/v1/reminders/held')
  const day = dayOf(world)
  const tasks = await openStepTasks(world)
  const doubts = await doubtful(world)
  for (const { customer, because, sentence } of rows) {
    const own = world.books.customers.get(customer.id)
    const facts = { hasTask: tasks.has(customer.id), isDoubtful: doubts.has(customer.id), day }
    if (!own || !isTrue(because, own, facts)) {
      world.broken.push(`${day}, ${own?.name}: held because of ${because}, which is not so: « ${sentence} »`)
    }
  }
  return rows.length
}

export interface HeldFacts {
  readonly day: CalendarDate
  readonly hasTask: boolean
  readonly isDoubtful: boolean
}

/** Is the reason given for holding a customer back a fact? */
export function isTrue(because: string, customer: OwnCustomer, { day, hasTask, isDoubtful }: HeldFacts): boolean {
  const some = (is: (item: OwnItem) => boolean) => customer.items.some((item) => isLate(item, day) && is(item))
  const late = customer.items.filter((item) => isLate(item, day))
  switch (because) {
    case 'legal':
      return customer.insolvent
    case 'handedOver':
      return customer.handedOver
    case 'paused':
      return (
        (customer.pausedUntil !== null && customer.pausedUntil > day) || some((item) => stopOf(item, day) === 'paused')
      )
    case 'promise':
    case 'dispute':
    case 'plan':
    case 'delay':
      return some((item) => stopOf(item, day) === because)
    case 'setAside':
      return customer.setAsideUntil !== null && customer.setAsideUntil > day
    case 'answerUnread':
      return customer.unread.length > 0
    case 'tooSoon':
      return customer.contacts.some((contact) => daysBetween(contact, day) < spacing)
    case 'credit':
      return creditOf(customer) > 0
    case 'tooSmall':
      return (
        late.reduce((sum, { left }) => sum + left, 0) - creditOf(customer) < 1_000 || some(({ left }) => left < 500)
      )
    case 'badContact':
      return customer.refusesMail
    case 'uncertain':
      return isDoubtful
    case 'humanToday':
    case 'decision':
      return hasTask
    case 'notWorkingDay':
      return !isWorkingDay(day, { alsaceMoselle: false })
    default:
      return false
  }
}

const openStepTasks = async (world: World): Promise<Set<number>> =>
  idsOf(
    world,
    sql`select customer_id as id from task where organization_id = current_organization()
    and step_key is not null and state in ('todo', 'snoozed')`,
  )

const doubtful = (world: World): Promise<Set<number>> =>
  idsOf(
    world,
    sql`select customer_id as id from reminder where organization_id = current_organization()
    and state in ('sending', 'uncertain')`,
  )

async function idsOf(world: World, query: ReturnType<typeof sql>): Promise<Set<number>> {
  const rows = await world.inTransaction((db) => db.rows<{ id: number }>(query))
  return new Set(rows.map(({ id }) => id))
}

/** What the program keeps of its decisions: the same before and after a run that had nothing to do. */
export const traceOf = (world: World): Promise<Record<string, unknown>> =>
  world.inTransaction((db) =>
    db.one(sql`select
      (select json_agg(json_build_array(id, customer_id, kind, because, detail) order by id) from (
        select * from decision where organization_id = current_organization() order by id desc limit 3) as last) as decisions,
      (select json_agg(json_build_array(id, state, because, items_hash) order by id) from reminder
        where organization_id = current_organization() and state not in ('sent', 'cancelled')) as reminders,
      (select json_agg(json_build_array(id, state) order by id) from task where organization_id = current_organization() and state in ('todo', 'snoozed')) as tasks,
      (select count(*) from step_taken where organization_id = current_organization()) as climbed`),
  )

/** Left to pay, as the program says and as the world knows: the same to the cent. */
export async function checkBalances(world: World): Promise<void> {
  const rows = await world.inTransaction((db) =>
    db.rows<{ id: number; left: number }>(
      sql`select id, amount_due as left from open_item where organization_id = current_organization()`,
    ),
  )
  const said = new Map(rows.map(({ id, left }) => [id, left]))
  for (const customer of world.books.customers.values()) {
    for (const { id, number, left } of customer.items) {
      if (said.get(id) !== left) world.broken.push(`${dayOf(world)}: ${number} is owed ${left}, not ${said.get(id)}`)
    }
  }
}
