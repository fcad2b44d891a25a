import { afterEach, describe, expect, it } from 'vitest'
import { type SendStage, sendOverSmtp } from './send-over-smtp.ts'
import { patientTimeouts, type SmtpSettings } from './smtp-settings.ts'
import { type ScriptedServer, startScriptedServer } from './testing/scripted-server.ts'
import { selfSigned } from './testing/self-signed.ts'
import { startTestSmtp, type TestSmtp } from './testing/start-test-smtp.ts'

const envelope = { from: 'compta@vauquelin.example', to: ['factures@saint-aubin.example'] }
const letter = Buffer.from('Subject: Facture F-1\r\n\r\nBonjour,\r\n.une ligne qui commence par un point\r\n')
const longLetter = Buffer.concat([Buffer.from('Subject: long\r\n\r\n'), Buffer.alloc(8_000_000, 'facture\r\n')])

let stop: (() => Promise<void>)[] = []
afterEach(async () => {
  await Promise.all(stop.map((one) => one()))
  stop = []
})

async function scripted(script: Parameters<typeof startScriptedServer>[0]): Promise<ScriptedServer> {
  const server = await startScriptedServer(script)
  stop.push(() => server.stop())
  return server
}

async function honestServer(options: Parameters<typeof startTestSmtp>[0] = {}): Promise<TestSmtp> {
  const server = await startTestSmtp(options)
  stop.push(() => server.stop())
  return server
}

const reaching = (port: number, over: Partial<SmtpSettings> = {}): SmtpSettings => ({
  host: '127.0.0.1',
  port,
  security: 'none',
  login: null,
  allowClearTextPassword: false,
  trustedCertificate: null,
  clientName: null,
  timeouts: patientTimeouts,
  ...over,
})

const impatient = { connectMs: 300, silenceMs: 300, dialogueMs: 5_000 }
const login = { user: 'compta', password: 'un mot de passe' }

async function sentTo(script: Parameters<typeof startScriptedServer>[0], over: Partial<SmtpSettings> = {}) {
  const server = await scripted(script)
  return { server, outcome: await sendOverSmtp(reaching(server.port, over), envelope, letter) }
}

describe('a message handed over', () => {
  it('is accepted with the words of the server, byte for byte', async () => {
    const server = await honestServer()
    const outcome = await sendOverSmtp(server.settings, envelope, letter)
    expect(outcome).toEqual({ kind: 'accepted', reply: '250 Kept', serverMessageId: null, refused: [] })
    expect(server.received[0]).toMatchObject({ from: envelope.from, to: envelope.to, encrypted: false })
    expect(server.received[0]?.raw.equals(letter)).toBe(true)
  })

  it('names the recipients refused beside the one accepted', async () => {
    const server = await scripted({ RCPT: (line) => (line.includes('absent') ? '550 5.1.1 No such user' : '250 Ok') })
    const to = ['factures@saint-aubin.example', 'absent@saint-aubin.example']
    const outcome = await sendOverSmtp(reaching(server.port), { ...envelope, to }, letter)
    expect(outcome).toMatchObject({
      kind: 'accepted',
      refused: [{ address: 'absent@saint-aubin.example', code: 550, enhanced: '5.1.1', detail: 'noSuchMailbox' }],
    })
  })

  it('tells the Message-ID that Microsoft 365 put in place of ours', async () => {
    const { outcome } = await sentTo({ dot: '250 2.0.0 OK <a1@x.eurprd.prod.outlook.com> [Hostname=x]' })
    expect(outcome).toMatchObject({ kind: 'accepted', serverMessageId: '<a1@x.eurprd.prod.outlook.com>' })
  })

  it('writes a domain with accents in its ASCII form, and names a refused one as it was given', async () => {
    const server = await scripted({ RCPT: (line) => (line.includes('absent') ? '550 5.1.1 No such user' : '250 Ok') })
    const to = ['a@société.example', 'absent@société.example']
    const outcome = await sendOverSmtp(reaching(server.port), { ...envelope, to }, letter)
    expect(server.heard).toContain('RCPT TO:<a@xn--socit-esab.example>')
    expect(outcome).toMatchObject({ kind: 'accepted', refused: [{ address: 'absent@société.example' }] })
  })

  it('goes to an address with an accent before the @ only through a server that says SMTPUTF8', async () => {
    const to = ['inès@saint-aubin.example']
    const old = await scripted({})
    const refused = await sendOverSmtp(reaching(old.port), { ...envelope, to }, letter)
    expect(refused).toMatchObject({ kind: 'permanent', scope: 'address', refused: [{ address: to[0] }] })
    expect(old.heard.some((line) => line.startsWith('MAIL'))).toBe(false)

    const recent = await scripted({ EHLO: '250-scripted\r\n250 SMTPUTF8' })
    expect(await sendOverSmtp(reaching(recent.port), { ...envelope, to }, letter)).toMatchObject({ kind: 'accepted' })
    expect(recent.heard).toContain('MAIL FROM:<compta@vauquelin.example> SMTPUTF8')
  })

  it('passes every stage in order, the final dot only after the hook let it go', async () => {
    const server = await scripted({})
    const stages: string[] = []
    const at = async (stage: SendStage) => {
      stages.push(`${stage}:${server.bodies.length}`)
    }
    await sendOverSmtp(reaching(server.port), envelope, letter, { at })
    expect(stages).toEqual(['connecting:0', 'ready:0', 'handingOver:0', 'finalDot:0', 'answered:1'])
  })

  it('does not leave when the caller says so in the last turn before the dot', async () => {
    const server = await scripted({})
    const outcome = await sendOverSmtp(reaching(server.port), envelope, letter, { mayLeave: () => false })
    expect(outcome).toMatchObject({ kind: 'temporary', safeToRetry: true })
    await server.stop()
    expect(server.bodies).toEqual([])
  })

  it('does not leave when the caller stops at the final dot', async () => {
    const server = await scripted({})
    const at = (stage: SendStage) => {
      if (stage === 'finalDot') throw new Error('paid meanwhile')
    }
    await expect(sendOverSmtp(reaching(server.port), envelope, letter, { at })).rejects.toThrow('paid meanwhile')
    await server.stop()
    expect(server.bodies).toEqual([])
  })
})

describe('a line lost before the final dot is safe to retry', () => {
  it.each([
    ['at MAIL FROM', { MAIL: 'drop' }],
    ['at RCPT TO', { RCPT: 'drop' }],
    ['at DATA', { DATA: 'drop' }],
    ['at DATA, after half an answer', { DATA: { reply: '354 En', thenDrop: true } }],
  ] as const)('%s', async (_when, script) => {
    const { server, outcome } = await sentTo(script)
    expect(outcome).toMatchObject({ kind: 'temporary', code: null, detail: 'connectionLost', safeToRetry: true })
    expect(server.bodies).toEqual([])
  })

  it('in the middle of a long body', async () => {
    const server = await scripted({ bodyStarts: 'drop' })
    const outcome = await sendOverSmtp(reaching(server.port), envelope, longLetter)
    expect(outcome).toMatchObject({ kind: 'temporary', code: null, safeToRetry: true })
    expect(server.bodies).toEqual([])
  })

  it('while the hook still holds the final dot back', async () => {
    const server = await scripted({})
    const at = (stage: SendStage) => (stage === 'finalDot' ? server.stop() : undefined)
    const outcome = await sendOverSmtp(reaching(server.port), envelope, letter, { at })
    // The end of the line may be seen before or after the dot was let go: never as accepted, never as refused.
    expect(['temporary', 'uncertain']).toContain(outcome.kind)
    expect(server.bodies).toEqual([])
  })

  it('by a server that never falls silent and never comes to the point', async () => {
    const timeouts = { connectMs: 2_000, silenceMs: 60_000, dialogueMs: 300 }
    const { server, outcome } = await sentTo({ DATA: 'silence' }, { timeouts })
    expect(outcome).toMatchObject({ kind: 'temporary', detail: 'connectionLost', safeToRetry: true })
    expect(server.bodies).toEqual([])
    const opening = await sentTo({ EHLO: 'silence' }, { timeouts })
    expect(opening.outcome).toMatchObject({ kind: 'notConnected', reason: 'timeout', transient: true })
  })

  it('by a server that falls silent at RCPT TO', async () => {
    const { outcome } = await sentTo({ RCPT: 'silence' }, { timeouts: impatient })
    expect(outcome).toMatchObject({ kind: 'temporary', detail: 'connectionLost', safeToRetry: true })
  })
})

describe('a line lost after the final dot is uncertain', () => {
  it.each([
    ['cut without a word', 'drop', true],
    ['cut in the middle of a word of success', { reply: '250 2.0.0 O', thenDrop: true }, true],
    ['answered with a word that is neither yes nor no', '354 go on', true],
  ] as const)('%s', async (_when, dot, read) => {
    const { server, outcome } = await sentTo({ dot })
    expect(outcome.kind).toBe('uncertain')
    expect(server.bodies.length === 1).toBe(read)
  })

  it('met with silence until we give up', async () => {
    const { outcome } = await sentTo({ dot: 'silence' }, { timeouts: impatient })
    expect(outcome.kind).toBe('uncertain')
  })
})

describe('a refusal in so many words', () => {
  it('421 after DATA is worth another try, whatever was read of the body', async () => {
    const { outcome } = await sentTo({ dot: { reply: '421 4.3.2 Shutting down\r\n', thenDrop: true } })
    expect(outcome).toMatchObject({ kind: 'temporary', code: 421 })
  })

  it.each([
    ['greylisting at RCPT', { RCPT: '450 4.7.1 Greylisted' }, { code: 450, enhanced: '4.7.1', detail: 'slowDown' }],
    ['421 at RCPT', { RCPT: '421 4.3.2 Shutting down' }, { code: 421, enhanced: '4.3.2', detail: 'slowDown' }],
    ['421 and cut at RCPT', { RCPT: { reply: '421 Bye\r\n', thenDrop: true } }, { code: 421, detail: 'slowDown' }],
    ['full mailbox', { RCPT: '552 5.2.2 Mailbox full' }, { code: 552, detail: 'mailboxFull' }],
    ['4xx after the dot', { dot: '451 4.3.0 Try again' }, { code: 451, detail: 'slowDown' }],
    ['421 after the dot', { dot: '421 4.4.2 Timeout' }, { code: 421, detail: 'slowDown' }],
  ] as const)('may be tried again: %s', async (_when, script, expected) => {
    const { outcome } = await sentTo(script)
    expect(outcome).toMatchObject({ kind: 'temporary', safeToRetry: true, ...expected })
  })

  it.each([
    ['no such user', { RCPT: '550 5.1.1 No such user' }, { scope: 'address', detail: 'noSuchMailbox' }],
    ['no enhanced code', { RCPT: '550 Unknown user' }, { scope: 'address', detail: 'noSuchMailbox' }],
    ['our standing, said with 550', { RCPT: '550 Blocked by policy' }, { scope: 'policy', detail: 'policy' }],
    ['our sender', { MAIL: '553 5.1.8 Bad sender' }, { scope: 'policy', detail: 'policy' }],
    ['DMARC after the dot', { dot: '550 5.7.26 Unauthenticated' }, { scope: 'policy', detail: 'policy' }],
    ['too large after the dot', { dot: '552 5.3.4 Too big' }, { scope: 'content', detail: 'tooLarge' }],
    ['content after the dot', { dot: '554 5.6.0 Bad content' }, { scope: 'content', detail: 'content' }],
    ['DATA itself', { DATA: '554 5.5.1 No valid recipients' }, { scope: 'policy', detail: 'policy' }],
  ] as const)('is final: %s', async (_when, script, expected) => {
    const { server, outcome } = await sentTo(script)
    expect(outcome).toMatchObject({ kind: 'permanent', ...expected })
    expect(server.heard.filter((line) => line === 'DATA').length).toBeLessThanOrEqual(1)
  })

  it('is ours when the message is larger than the server takes: nothing is said', async () => {
    const { server, outcome } = await sentTo({ EHLO: '250-scripted\r\n250 SIZE 10' })
    expect(outcome).toMatchObject({ kind: 'permanent', code: null, scope: 'content', detail: 'tooLarge' })
    expect(server.heard.some((line) => line.startsWith('MAIL'))).toBe(false)
  })

  it('is ours when an address would break out of its command', async () => {
    const server = await scripted({})
    const to = ['a@b.example>\r\nDATA']
    const outcome = await sendOverSmtp(reaching(server.port), { ...envelope, to }, letter)
    expect(outcome).toMatchObject({ kind: 'permanent', scope: 'address' })
    expect(server.heard.some((line) => line.startsWith('DATA'))).toBe(false)
  })

  it('of all recipients with PIPELINING sends no message to anybody', async () => {
    const { server, outcome } = await sentTo({
      EHLO: '250-scripted\r\n250 PIPELINING',
      RCPT: '550 5.1.1 No such user',
      DATA: '554 5.5.1 No valid recipients',
    })
    expect(outcome).toMatchObject({ kind: 'permanent', scope: 'address', enhanced: '5.1.1' })
    expect(server.bodies).toEqual([])
  })
})

describe('a session that does not open says why', () => {
  it.each([
    ['nobody listens', { greeting: 'drop' }, { reason: 'closed', transient: true }],
    ['554 at the door', { greeting: '554 No service' }, { reason: 'refused', transient: false, code: 554 }],
    ['421 at the door', { greeting: '421 Busy' }, { reason: 'refused', transient: true, code: 421 }],
    ['no greeting', { greeting: 'silence' }, { reason: 'timeout', transient: true }],
    ['STARTTLS offered and refused', { EHLO: '250-x\r\n250 STARTTLS' }, { reason: 'tlsNotOffered', transient: false }],
  ] as const)('%s', async (_when, script, expected) => {
    const { outcome } = await sentTo(script, { timeouts: impatient })
    expect(outcome).toMatchObject({ kind: 'notConnected', ...expected })
  })

  it('a closed port', async () => {
    const server = await startScriptedServer({})
    await server.stop()
    const outcome = await sendOverSmtp(reaching(server.port), envelope, letter)
    expect(outcome).toMatchObject({ kind: 'notConnected', reason: 'unreachable', transient: true })
  })

  it('a server that speaks no TLS on a line encrypted from the start', async () => {
    const { outcome } = await sentTo({}, { security: 'tls', timeouts: impatient })
    expect(outcome).toMatchObject({ kind: 'notConnected', reason: 'tls' })
  })

  it('STARTTLS demanded and not known to the server: nothing is said in clear', async () => {
    const { server, outcome } = await sentTo({}, { security: 'starttls', login })
    expect(outcome).toMatchObject({ kind: 'notConnected', reason: 'tlsNotOffered' })
    expect(server.heard).toEqual([expect.stringMatching(/^EHLO/), 'STARTTLS'])
  })

  it('a wrong password, without the password in the words', async () => {
    const server = await honestServer({ login })
    const outcome = await sendOverSmtp(
      reaching(server.port, { login: { user: 'compta', password: 'secret-faux' } }),
      envelope,
      letter,
    )
    expect(outcome).toMatchObject({ kind: 'notConnected', reason: 'auth', transient: false, code: 535 })
    expect(JSON.stringify(outcome)).not.toContain('secret-faux')
  })

  it('a sign-in the server cannot check right now is worth another try', async () => {
    const { outcome } = await sentTo({ EHLO: '250-x\r\n250 AUTH PLAIN', AUTH: '454 4.7.0 Later' }, { login })
    expect(outcome).toMatchObject({ kind: 'notConnected', reason: 'auth', transient: true, code: 454 })
  })

  it('a line cut during the sign-in', async () => {
    const { outcome } = await sentTo({ EHLO: '250-x\r\n250 AUTH PLAIN', AUTH: 'drop' }, { login })
    expect(outcome).toMatchObject({ kind: 'notConnected', reason: 'closed', transient: true })
  })

  it('a server that lets nobody sign in', async () => {
    const { outcome } = await sentTo({}, { login })
    expect(outcome).toMatchObject({ kind: 'notConnected', reason: 'authNotOffered' })
  })
})

describe('encryption', () => {
  it.each([
    ['STARTTLS', false],
    ['TLS from the first byte', true],
  ])('%s carries the sign-in and the message', async (_how, implicitTls) => {
    const server = await honestServer({ certificate: selfSigned(), implicitTls, login })
    const outcome = await sendOverSmtp(server.settings, envelope, letter)
    expect(outcome.kind).toBe('accepted')
    expect(server.received[0]).toMatchObject({ encrypted: true, signedInAs: 'compta' })
  })

  it.each([
    ['STARTTLS', false],
    ['TLS from the first byte', true],
  ])('%s with a certificate nobody vouches for stops there', async (_how, implicitTls) => {
    const server = await honestServer({ certificate: selfSigned(), implicitTls, login })
    const outcome = await sendOverSmtp({ ...server.settings, trustedCertificate: null }, envelope, letter)
    expect(outcome).toMatchObject({ kind: 'notConnected', reason: 'certificate', transient: false })
    expect(server.received).toEqual([])
  })
})
