import { addDays, type CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { dayInZone } from '@quittance/core/calendar/zone-day.ts'
import type { FastifyInstance } from 'fastify'
import { instantOf } from '../../../dunning/departure.ts'
import type { InTransaction } from '../../../dunning/run/daily-run.ts'
import { type Chance, seededChance } from '../../../imports/testing/fuzzing/chance.ts'
import type { Database } from '../../../platform/database/connection.ts'
import { jobTransactions } from '../../schedule.ts'
import { founder, testApplication, type Visitor } from '../test-application.ts'
import type { OwnBooks, OwnCustomer, OwnItem } from './own-books.ts'
import { openPostOffice, type PostOffice } from './post-office.ts'
import type { ReadMessage } from './read-message.ts'
import { type Followed, rungsOf, type ShownStep } from './scenario-changes.ts'
import { openSmsOffice, type SmsOffice, smsTemplate } from './sms-office.ts'

export const zone = 'Europe/Paris'

/** A message in the hands of a customer. */
export interface Arrived extends ReadMessage {
  readonly customer: OwnCustomer
  readonly day: CalendarDate
  readonly way: 'email' | 'sms'
}

/** A step after the due date: its day, and since when it stands there. */
export interface Rung {
  readonly key: string
  readonly delay: number
  readonly since: CalendarDate
}

/** The firm, its customers and the program between them, at one instant. */
export interface World {
  readonly app: FastifyInstance
  readonly database: Database
  readonly claire: Visitor
  readonly inTransaction: InTransaction
  readonly chance: Chance
  readonly office: PostOffice
  readonly gateway: SmsOffice
  readonly legalEntity: number
  readonly followed: Followed
  readonly books: OwnBooks
  readonly arrived: Arrived[]
  /** What went wrong, in sentences; nothing, if the program keeps its word. */
  readonly broken: string[]
  readonly clock: { at: number; now(): number }
  /** Payment plans that run, and the day on which the firm ends each. */
  readonly plans: { readonly id: number; readonly items: readonly OwnItem[]; readonly endsOn: CalendarDate }[]
  /** Steps of due lines that reached a customer. */
  readonly climbed: Set<string>
  /** The steps after the due date of the scenario that all customers follow. */
  readonly rungs: Rung[]
  /** Messages that customers wrote. */
  letters: number
  /** Versions of the scenario that the firm wrote. */
  versions: number
  customerDays: number
}

/** A firm that sends by itself through a post office of its own, on the day it begins, with nothing invoiced. */
export async function foundWorld(database: Database, seed: number, day: CalendarDate): Promise<World> {
  const clock = { at: instantOf(day, 6 * 60, zone), now: () => clock.at }
  const app = await testApplication({ database, clock })
  const claire = await founder(app)
  const office = await openPostOffice()
  const gateway = await openSmsOffice()
  const organization = await claire.get<{ organization: { id: number } }>('/api/v1/session')
  const [entity] = (await claire.get<{ id: number }[]>('/api/v1/legal-entities')).body
  const scenarios = (await claire.get<Scenario[]>('/api/v1/scenarios')).body
  const ofCompanies = scenarios.find(({ defaultFor }) => defaultFor.includes('company'))
  if (!entity || !ofCompanies) throw new Error('The firm was founded without a legal entity or a scenario.')
  const steps = ofCompanies.steps.map(({ waiting: _, ...step }) => step)
  const world: World = {
    app,
    database,
    claire,
    inTransaction: jobTransactions({ database }, organization.body.organization.id),
    chance: seededChance(seed),
    office,
    gateway,
    legalEntity: entity.id,
    followed: { id: ofCompanies.id, name: ofCompanies.name, steps, planned: null },
    letters: 0,
    versions: 0,
    books: { customers: new Map(), lastNumber: 0 },
    arrived: [],
    broken: [],
    clock,
    plans: [],
    climbed: new Set(),
    rungs: rungsOf(steps, addDays(day, -3650)),
    customerDays: 0,
  }
  await ask(world, 'PUT', `/api/v1/legal-entities/${entity.id}/smtp`, {
    ...{ host: '127.0.0.1', port: office.port, security: 'none', username: null },
    ...{ fromName: 'Claire Morel', fromAddress: 'compta@vauquelin.example', replyTo: null },
  })
  await ask(world, 'PATCH', `/api/v1/legal-entities/${entity.id}`, { iban: 'FR7630006000011234567890189' })
  await ask(world, 'PUT', '/api/v1/sms-gateway', {
    ...{ isActive: true, url: gateway.url, method: 'POST', bodyTemplate: smsTemplate, mostParts: 5, sender: null },
  })
  await ask(world, 'PATCH', '/api/v1/organization', { automaticSending: true, messagesPerHour: 5000 })
  return world
}

interface Scenario {
  readonly id: number
  readonly name: string
  readonly defaultFor: readonly string[]
  readonly steps: readonly (ShownStep & { readonly waiting: number })[]
}

/** What the program answers; a refusal is an error, for a person would have been told why. */
export async function ask<Body = Record<string, unknown>>(
  world: World,
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  url: string,
  body?: object,
): Promise<Body> {
  const answer = await (method === 'GET' ? world.claire.get<Body>(url) : world.claire.send<Body>(method, url, body))
  if (answer.status >= 400) {
    throw new Error(`${method} ${url} ${JSON.stringify(body)}: ${answer.status} ${JSON.stringify(answer.body)}`)
  }
  return answer.body
}

export const dayOf = ({ clock }: World): CalendarDate => dayInZone(clock.at, zone)

/** The clock of the world shows that minute of that day, be it forward or back. */
export function setClock({ clock }: World, day: CalendarDate, minutes: number): void {
  clock.at = instantOf(day, minutes, zone)
}

export const happens = ({ chance }: World, oneIn: number): boolean => chance.below(oneIn) === 0
