import { afterEach, describe, expect, it } from 'vitest'
import { smtpSessions } from './smtp-sessions.ts'
import { patientTimeouts, type SmtpSettings } from './smtp-settings.ts'
import { type ScriptedServer, startScriptedServer } from './testing/scripted-server.ts'

let server: ScriptedServer | undefined
afterEach(() => server?.stop())

const settings = (port: number): SmtpSettings => ({
  host: '127.0.0.1',
  port,
  security: 'none',
  login: null,
  allowClearTextPassword: false,
  trustedCertificate: null,
  clientName: 'test',
  timeouts: patientTimeouts,
})
const envelope = { from: 'a@v.example', to: ['b@c.example'] }
const raw = Buffer.from('Subject: x\r\n\r\nHello\r\n')
const greetings = () => server?.heard.filter((line) => line.startsWith('EHLO')).length

describe('lines that stay open', () => {
  it('carry message after message with one greeting', async () => {
    server = await startScriptedServer({})
    const sessions = smtpSessions()
    for (let n = 0; n < 5; n += 1) {
      expect(await sessions.send(settings(server.port), envelope, raw)).toMatchObject({ kind: 'accepted' })
    }
    sessions.close()
    expect(server.bodies).toHaveLength(5)
    expect(greetings()).toBe(1)
  })

  it('are one for each message that is on its way at the same time', async () => {
    server = await startScriptedServer({})
    const sessions = smtpSessions()
    const { port } = server
    const all = await Promise.all([1, 2, 3].map(() => sessions.send(settings(port), envelope, raw)))
    sessions.close()
    expect(all.map(({ kind }) => kind)).toEqual(['accepted', 'accepted', 'accepted'])
    expect(greetings()).toBe(3)
  })

  it.each([
    ['after a refusal', { RCPT: '550 5.1.1 No such user' }, 'permanent'],
    ['after a doubt', { dot: 'drop' as const }, 'uncertain'],
  ])('are changed %s', async (_, script, kind) => {
    server = await startScriptedServer(script)
    const sessions = smtpSessions()
    expect(await sessions.send(settings(server.port), envelope, raw)).toMatchObject({ kind })
    expect(await sessions.send(settings(server.port), envelope, raw)).toMatchObject({ kind })
    sessions.close()
    expect(greetings()).toBe(2)
  })

  it('that the server closed after a message are replaced, and nothing is sent twice', async () => {
    server = await startScriptedServer({ dot: { reply: '250 2.0.0 Ok\r\n', thenDrop: true } })
    const sessions = smtpSessions()
    expect(await sessions.send(settings(server.port), envelope, raw)).toMatchObject({ kind: 'accepted' })
    await new Promise(setImmediate)
    const second = await sessions.send(settings(server.port), envelope, raw)
    sessions.close()
    // Either the line was seen closed and replaced, or nothing left for sure and it is tried later: never a doubt.
    expect(['accepted', 'temporary']).toContain(second.kind)
    expect(server.bodies.length).toBe(second.kind === 'accepted' ? 2 : 1)
  })
})
