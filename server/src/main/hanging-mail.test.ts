import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { sendDue } from '../dunning/sending/send-due.ts'
import { afterTen, type Ready, readyOf, stateOf, tools } from '../dunning/sending/testing/ready-to-leave.ts'
import type { TestFirm } from '../dunning/testing/a-firm.ts'
import { fixedClock } from '../platform/clock.ts'
import { sql } from '../platform/database/sql.ts'
import { testDatabase } from '../platform/database/testing/test-database.ts'
import { type Behaviour, type Moment, startScriptedServer } from '../platform/mail/testing/scripted-server.ts'
import { jobTransactions } from './schedule.ts'
import { founder, testApplication } from './testing/test-application.ts'

const database = await testDatabase()
const app = await testApplication({ database, clock: fixedClock(afterTen) })
const claire = await founder(app)
afterAll(() => app.close())

const session = await claire.get<{ organization: { id: number } }>('/api/v1/session')
const [entity] = (await claire.get<{ id: number }[]>('/api/v1/legal-entities')).body
const organization = session.body.organization.id
const inTransaction = jobTransactions({ database }, organization)
const firm: TestFirm = { organization, entity: entity?.id ?? 0, claire: 0, inTransaction }
beforeEach(() =>
  inTransaction((db) => db.run(sql`delete from smtp_settings where organization_id = current_organization()`)),
)

const minute = 60_000
const soon = { connectMs: 400, silenceMs: 400, dialogueMs: 400 }
const round = (atMs = afterTen) => sendDue({ ...tools(firm, atMs), timeouts: soon })

let customers = 0
/** A message about to leave by a server that misbehaves at that moment, until it is told to be honest. */
async function about(moment: Moment, how: Behaviour) {
  let hangs = true
  const honest: Partial<Record<Moment, string>> = {
    ...{ greeting: '220 scripted', EHLO: '250-scripted\r\n250 SIZE 10000000', MAIL: '250 2.1.0 Ok' },
    ...{ RCPT: '250 2.1.5 Ok', DATA: '354 End with a dot', dot: '250 2.0.0 Ok: queued' },
  }
  const server = await startScriptedServer({ [moment]: () => (hangs ? how : (honest[moment] ?? 'silence')) })
  customers += 1
  const [ready] = await readyOf(firm, server.port, [`Client c${customers}`], 926 + customers)
  return {
    server,
    ready: ready ?? expect.fail('nothing is ready'),
    recovers: () => {
      hangs = false
    },
  }
}

interface Shown {
  readonly state: string
  readonly sentence: string
  readonly leavesAt: string | null
}

/** What a person sees of the message of this customer, in one of the views. */
const shown = async (view: 'ready' | 'problems' | 'sent', { customer }: Ready): Promise<Shown[]> => {
  const { body, status } = await claire.get<{ rows: Shown[] }>(
    `/api/v1/reminders?view=${view}&customer=${customer}&limit=50`,
  )
  expect(status).toBe(200)
  return body.rows.map(({ state, sentence, leavesAt }) => ({ state, sentence, leavesAt }))
}

const tasksOf = ({ customer }: Ready) =>
  inTransaction(async (db) =>
    (
      await db.rows<{ kind: string }>(sql`
        select kind from task
        where organization_id = current_organization() and customer_id = ${customer} and state = 'todo'`)
    ).map(({ kind }) => kind),
  )

const cut = 'Le message n’est pas parti. Nous réessayons plus tard. La ligne avec le serveur d’envoi a été coupée.'
const noAnswer = 'Le message n’est pas parti. Nous réessayons plus tard. Le serveur d’envoi ne répond pas.'

/** Where it hangs before anything can have left, what is said, and how often it is heard up to there. */
const before: readonly (readonly [string, Moment, string])[] = [
  ['once connected', 'greeting', noAnswer],
  ['after EHLO', 'EHLO', noAnswer],
  ['after MAIL FROM', 'MAIL', cut],
  ['after RCPT TO', 'RCPT', cut],
  ['after DATA', 'DATA', cut],
]

describe.each(before)('a server that hangs %s', (_, moment, sentence) => {
  it('has the message tried again after a quarter of an hour, with the reason, and takes it once when it has recovered', async () => {
    const { server, ready, recovers } = await about(moment, 'silence')
    expect(await round()).toBe(0)
    const [waiting] = await shown('ready', ready)
    expect(waiting).toEqual({ state: 'ready', sentence, leavesAt: '2026-11-23T09:20:00Z' })
    recovers()
    expect(await round(afterTen + 14 * minute)).toBe(0)
    expect(server.lines).toBe(1)
    expect(await round(afterTen + 15 * minute)).toBe(1)
    expect(await round(afterTen + 120 * minute)).toBe(0)
    expect(server.bodies).toHaveLength(1)
    expect(await stateOf(ready)).toMatchObject({ state: 'sent' })
    expect(await shown('problems', ready)).toEqual([])
    await server.stop()
  })

  it('and goes on hanging is tried four times, then shown among the problems with the reason and a task', async () => {
    const { server, ready } = await about(moment, 'silence')
    const tries = [0, 15, 75, 24 * 60]
    for (const [place, minutes] of tries.entries()) {
      expect(await shown('problems', ready)).toEqual([])
      expect(await round(afterTen + minutes * minute)).toBe(0)
      expect(server.lines).toBe(place + 1)
    }
    expect(server.bodies).toEqual([])
    const [failed] = await shown('problems', ready)
    const givenUp = sentence.replace('. Nous réessayons plus tard.', ', malgré plusieurs essais.')
    expect(failed).toMatchObject({ state: 'failed', sentence: givenUp })
    expect(await tasksOf(ready)).toEqual(['other'])
    expect(await round(afterTen + 48 * 60 * minute)).toBe(0)
    expect(server.lines).toBe(4)
    await server.stop()
  })
})

/** What it does once it has the whole message. */
const after: readonly (readonly [string, Behaviour])[] = [
  ['says nothing more', 'silence'],
  ['dies', 'drop'],
  ['answers half a word and dies', { reply: '25', thenDrop: true }],
]

describe.each(after)('a server that has the final dot and %s', (_, how) => {
  it('leaves the message in doubt: shown at once with what to do, asked of a person, never sent again', async () => {
    const { server, ready, recovers } = await about('dot', how)
    expect(await round()).toBe(0)
    const [doubt] = await shown('problems', ready)
    expect(doubt).toMatchObject({
      state: 'uncertain',
      sentence: expect.stringMatching(/^Le message est peut-être parti.*dites s’il est parti\.$/),
    })
    expect(await tasksOf(ready)).toEqual(['resolveUncertain'])
    recovers()
    for (const minutes of [15, 120, 24 * 60, 48 * 60]) expect(await round(afterTen + minutes * minute)).toBe(0)
    expect(server.bodies).toHaveLength(1)
    expect(await shown('sent', ready)).toEqual([])
    expect(await stateOf(ready)).toMatchObject({ state: 'uncertain' })
    await server.stop()
  })
})

it('a server that accepts and dies has taken the message: it left, once', async () => {
  const { server, ready } = await about('dot', { reply: '250 2.0.0 Ok: queued\r\n', thenDrop: true })
  expect(await round()).toBe(1)
  expect(await round(afterTen + 24 * 60 * minute)).toBe(0)
  expect(server.bodies).toHaveLength(1)
  expect(await stateOf(ready)).toMatchObject({ state: 'sent' })
  expect(await shown('problems', ready)).toEqual([])
  await server.stop()
})
