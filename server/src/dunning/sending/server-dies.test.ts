import { afterEach, describe, expect, it } from 'vitest'
import { testDatabase } from '../../platform/database/testing/test-database.ts'
import { type ScriptedServer, startScriptedServer } from '../../platform/mail/testing/scripted-server.ts'
import { sendDue } from './send-due.ts'
import { afterTen, openTasks, readyToLeave, stateOf, tools } from './testing/ready-to-leave.ts'

const database = await testDatabase()

type Script = Parameters<typeof startScriptedServer>[0]
const servers: ScriptedServer[] = []
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.stop()))
})

async function saying(script: Script): Promise<ScriptedServer> {
  const server = await startScriptedServer(script)
  servers.push(server)
  return server
}

const inAnHour = afterTen + 60 * 60_000

/** What became of one message on a server that misbehaves, at once and an hour later; `bodies`: how often it was taken whole. */
async function after(script: Script) {
  const server = await saying(script)
  const ready = await readyToLeave(database, server.port)
  await sendDue(tools(ready.firm))
  const { state, climbed } = await stateOf(ready)
  const bodies = server.bodies.length
  await sendDue(tools(ready.firm, inAnHour))
  return { state, climbed, bodies, bodiesLater: server.bodies.length, tasks: await openTasks(ready) }
}

describe('one message on a mail server that', () => {
  it.each([
    ['drops the line at MAIL FROM', { MAIL: 'drop' }],
    ['drops the line at DATA', { DATA: 'drop' }],
    ['drops the line in the middle of the body', { bodyStarts: 'drop' }],
    ['says 421 and closes', { RCPT: { reply: '421 4.3.2 Shutting down\r\n', thenDrop: true } }],
    ['greylists with 450', { RCPT: '450 4.7.1 Greylisted' }],
    ['says 451 after the body', { dot: '451 4.3.0 Try again' }],
  ] as const)('%s: waits, climbs nothing and is tried again', async (_what, script) => {
    const { state, climbed, bodies, bodiesLater, tasks } = await after(script)
    expect({ state, climbed, tasks }).toEqual({ state: 'ready', climbed: [], tasks: [] })
    // Only a server that says 451 took it whole; it said that it keeps nothing.
    const takes = 'dot' in script ? 1 : 0
    expect({ bodies, bodiesLater }).toEqual({ bodies: takes, bodiesLater: 2 * takes })
  })

  it.each([
    ['drops the line after the final dot', { dot: 'drop' }],
    ['dies in the middle of its answer', { dot: { reply: '250 2.0.0 O', thenDrop: true } }],
  ] as const)('%s: is in doubt, is never sent again, and a person is asked', async (_what, script) => {
    expect(await after(script)).toEqual({
      ...{ state: 'uncertain', climbed: [], bodies: 1, bodiesLater: 1, tasks: ['resolveUncertain'] },
    })
  })

  it('takes it and dies at once: it was sent, once', async () => {
    expect(await after({ dot: { reply: '250 2.0.0 Ok: queued\r\n', thenDrop: true } })).toEqual({
      ...{ state: 'sent', climbed: ['email-7'], bodies: 1, bodiesLater: 1, tasks: [] },
    })
  })

  it('knows no such user: it has failed, is not tried again, and a better address is asked for', async () => {
    expect(await after({ RCPT: '550 5.1.1 No such user' })).toEqual({
      ...{ state: 'failed', climbed: [], bodies: 0, bodiesLater: 0, tasks: ['correctAddress'] },
    })
  })
})
