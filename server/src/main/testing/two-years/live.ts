import { isDeepStrictEqual } from 'node:util'
import { addDays, type CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { dailyRun } from '../../../dunning/run/daily-run.ts'
import type { Database } from '../../../platform/database/connection.ts'
import { answerSome } from './answers.ts'
import { checkArrived, checkBalances, checkHeld, traceOf } from './checks.ts'
import { addCustomer, invoiceCustomer } from './customers.ts'
import { liveADay } from './happenings.ts'
import { decide, send, workInTheHouse } from './house.ts'
import { moods } from './post-office.ts'
import { changeScenario } from './scenario-changes.ts'
import { tellBeforehand, thinkAgain } from './second-thoughts.ts'
import { ask, dayOf, foundWorld, happens, setClock, type World } from './world.ts'

export interface Life {
  readonly seed: number
  readonly from: CalendarDate
  readonly days: number
  readonly customers: number
}

/** What came of it; `broken` is empty when the program kept every promise. */
export interface Lived {
  readonly customerDays: number
  readonly messages: number
  /** Of the messages, those that came by SMS. */
  readonly texts: number
  /** What customers, their machines and their mail servers wrote back. */
  readonly answers: number
  /** Versions of the scenario that were written on the way. */
  readonly versions: number
  readonly held: number
  readonly invoices: number
  readonly broken: readonly string[]
}

/** Lives the days of a firm, one after the other, and checks each evening that nothing went wrong. */
export async function live(
  database: Database,
  life: Life,
  tell: (told: string) => void = () => undefined,
): Promise<Lived> {
  const world = await foundWorld(database, life.seed, life.from)
  let held = 0
  try {
    for (let at = 0; at < life.customers; at += 1) await addCustomer(world)
    for (const customer of world.books.customers.values()) {
      await invoiceCustomer(world, customer, world.chance.below(40)) // the firm did not begin yesterday
    }
    for (let at = 0; at < life.days; at += 1) {
      const day = addDays(life.from, at)
      const before = world.broken.length
      held += await liveOneDay(world, day)
      for (const fault of world.broken.slice(before)) tell(fault)
      world.customerDays += life.customers
      if (at % 30 === 29) tell(`${day}: ${world.arrived.length} messages, ${world.broken.length} faults`)
    }
  } finally {
    await world.app.close()
    await world.office.stop()
    await world.gateway.stop()
  }
  const { customerDays, arrived, broken, books } = world
  const texts = arrived.filter(({ way }) => way === 'sms').length
  const { letters: answers, versions } = world
  return { customerDays, messages: arrived.length, texts, answers, versions, held, invoices: books.lastNumber, broken }
}

async function liveOneDay(world: World, day: CalendarDate): Promise<number> {
  world.office.mood = happens(world, 8) ? world.chance.oneOf(moods) : 'honest'
  world.gateway.mood = happens(world, 8) ? world.chance.oneOf(moods) : 'honest'
  const off = happens(world, 30) // the machine is switched off for the day; the world goes on
  setClock(world, day, 6 * 60 + 30)
  if (!off) await decide(world)
  if (!off) await tellBeforehand(world)
  setClock(world, day, 9 * 60 + 5)
  if (!off) await workInTheHouse(world)
  if (!off) await thinkAgain(world)
  await changeScenario(world)
  await meet(world, day, 9 * 60 + 30)
  setClock(world, day, 10 * 60 + 2)
  if (!off) await sendAndHear(world)
  await meet(world, day, 11 * 60 + 30)
  // A clock that is put back, and one that runs ahead.
  setClock(world, day, happens(world, 15) ? 9 * 60 : 15 * 60)
  if (!off) await sendAndHear(world)
  setClock(world, day, 17 * 60)
  if (!off) await sendAndHear(world)
  setClock(world, day, 20 * 60)
  return inTheEvening(world)
}

/** What left and arrived is checked at that instant; then customers do with it what people do. */
async function sendAndHear(world: World): Promise<void> {
  const arrived = await send(world)
  await checkArrived(world, arrived)
  await answerSome(world, arrived)
}

/** A part of the day in which customers are invoiced, pay, promise and complain. */
async function meet(world: World, day: CalendarDate, minutes: number): Promise<void> {
  setClock(world, day, minutes)
  for (const customer of world.books.customers.values()) {
    if (happens(world, 60)) await invoiceCustomer(world, customer)
    await liveADay(world, customer)
  }
  for (const plan of world.plans.filter(({ endsOn }) => endsOn <= day)) {
    await ask(world, 'DELETE', `/api/v1/payment-plans/${plan.id}`)
    for (const item of plan.items) item.planned = false
    world.plans.splice(world.plans.indexOf(plan), 1)
  }
}

async function inTheEvening(world: World): Promise<number> {
  await dailyRun(world.inTransaction, world.clock.at)
  const before = await traceOf(world)
  await dailyRun(world.inTransaction, world.clock.at)
  const after = await traceOf(world)
  for (const [what, was] of Object.entries(before)) {
    if (isDeepStrictEqual(was, after[what])) continue
    const [one, other] = [was, after[what]].map((some) => JSON.stringify(some))
    world.broken.push(`${dayOf(world)}: a second run changed ${what}: ${one}, then ${other}`)
  }
  await checkBalances(world)
  return checkHeld(world)
}
