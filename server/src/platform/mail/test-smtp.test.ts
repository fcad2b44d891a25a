import PostalMime from 'postal-mime'
import { afterEach, describe, expect, it } from 'vitest'
import { isLoopback } from './smtp-settings.ts'
import { testSmtp } from './test-smtp.ts'
import { startScriptedServer } from './testing/scripted-server.ts'
import { selfSigned } from './testing/self-signed.ts'
import { startTestSmtp } from './testing/start-test-smtp.ts'

const message = {
  sender: { name: 'Claire Besson', address: 'compta@vauquelin.example' },
  recipient: { name: null, address: 'claire@vauquelin.example' },
  messageId: '<essai.1@vauquelin.example>',
  sentAt: new Date('2026-11-23T09:00:00Z'),
  language: 'fr' as const,
}
const login = { user: 'compta', password: 'un mot de passe' }

let stop: (() => Promise<void>)[] = []
afterEach(async () => {
  await Promise.all(stop.map((one) => one()))
  stop = []
})

describe('the test of the sending settings', () => {
  it('goes through every step and leaves a message for whoever tries', async () => {
    const server = await startTestSmtp({ login, certificate: selfSigned() })
    stop.push(() => server.stop())
    const test = await testSmtp(server.settings, message)
    expect(test.works).toBe(true)
    expect(test.steps.map((step) => step.step)).toEqual(['connect', 'encrypt', 'signIn', 'send'])
    expect(test.steps.map((step) => step.words).join(' ')).toContain('Identifié comme compta.')
    expect(server.received[0]?.to).toEqual(['claire@vauquelin.example'])
    const mail = await PostalMime.parse(server.received[0]?.raw ?? '')
    expect(mail).toMatchObject({
      subject: 'Quittance : message d’essai',
      to: [{ address: 'claire@vauquelin.example' }],
    })
  })

  it('says that the line is not encrypted', async () => {
    const server = await startTestSmtp({})
    stop.push(() => server.stop())
    const test = await testSmtp(server.settings, { ...message, language: 'en' })
    expect(test.works).toBe(true)
    expect(test.steps[1]?.words).toContain('not encrypted')
  })

  it('stops at the sign-in that fails, and says what to do', async () => {
    const server = await startTestSmtp({ login })
    stop.push(() => server.stop())
    const settings = { ...server.settings, login: { user: 'compta', password: 'faux' } }
    const test = await testSmtp(settings, message)
    expect(test.works).toBe(false)
    expect(test.steps.at(-1)).toMatchObject({ step: 'signIn', done: false })
    expect(test.steps.at(-1)?.words).toContain('corrigez-les dans les réglages')
    expect(server.received).toEqual([])
  })

  it('tells a refusal of the message in words', async () => {
    const server = await startScriptedServer({ RCPT: '550 5.7.1 Relaying denied' })
    stop.push(() => server.stop())
    const fake = await startTestSmtp({})
    stop.push(() => fake.stop())
    const test = await testSmtp({ ...fake.settings, port: server.port }, message)
    expect(test.steps.at(-1)).toMatchObject({ step: 'send', done: false })
    expect(test.steps.at(-1)?.words).toContain('550 5.7.1 Relaying denied')
  })

  it('never shows a password to a line in clear that leaves this machine', async () => {
    const server = await startScriptedServer({ EHLO: '250-x\r\n250 AUTH PLAIN' })
    stop.push(() => server.stop())
    const open = await startTestSmtp({ login })
    stop.push(() => open.stop())
    // 0.0.0.0 reaches this machine, but is not written as such.
    const settings = { ...open.settings, host: '0.0.0.0', port: server.port }
    const test = await testSmtp(settings, message)
    expect(test.steps.at(-1)).toMatchObject({ step: 'encrypt', done: false })
    expect(server.heard.some((line) => line.startsWith('AUTH'))).toBe(false)
    const allowed = await testSmtp({ ...settings, allowClearTextPassword: true }, message)
    expect(allowed.works).toBe(true)
  })

  it('knows this machine by its names', () => {
    expect(['localhost', '127.0.0.1', '127.1.2.3', '::1'].map(isLoopback)).toEqual([true, true, true, true])
    expect(['127.example.com', 'smtp.example.com', '10.0.0.1'].map(isLoopback)).toEqual([false, false, false])
  })
})
