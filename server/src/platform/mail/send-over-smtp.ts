import { Readable } from 'node:stream'
import { domainToASCII } from 'node:url'
import type SMTPConnection from 'nodemailer/lib/smtp-connection'
import { openSmtp } from './open-smtp.ts'
import { type RefusedAt, readRefusal } from './read-refusal.ts'
import type { Accepted, Permanent, RefusedRecipient, SendOutcome, Temporary } from './smtp-outcome.ts'
import type { SmtpSettings } from './smtp-settings.ts'

/** MAIL FROM and RCPT TO: bare addresses. */
export interface Envelope {
  readonly from: string
  readonly to: readonly string[]
}

/** Each stage is told just before it happens, and waits for the hook. `finalDot` is the last moment at which nothing left. */
export type SendStage = 'connecting' | 'ready' | 'handingOver' | 'finalDot' | 'answered'

export interface SendHooks {
  readonly at?: (stage: SendStage) => void | Promise<void>
  /** Asked last, in the very turn in which the final dot is let go; false keeps the message here. */
  readonly mayLeave?: () => boolean
}

/** Hands one message to the server, once. Never throws for what the network or the server does: that is the outcome. */
export async function sendOverSmtp(
  settings: SmtpSettings,
  envelope: Envelope,
  raw: Buffer,
  hooks: SendHooks = {},
): Promise<SendOutcome> {
  await hooks.at?.('connecting')
  const session = await openSmtp(settings)
  if (session.kind === 'notConnected') return session
  const { connection } = session
  try {
    return await sendOn(connection, settings, { envelope, raw, hooks })
  } finally {
    connection.quit()
    connection.close()
  }
}

/** One message with what is told of its way. */
export interface Handed {
  readonly envelope: Envelope
  readonly raw: Buffer
  readonly hooks: SendHooks
}

/** Hands a message over on a session that is open, and leaves it open. */
export async function sendOn(
  connection: SMTPConnection,
  settings: SmtpSettings,
  { envelope, raw, hooks }: Handed,
): Promise<SendOutcome> {
  await hooks.at?.('ready')
  const unwritable = unwritableHere(connection, envelope)
  const patienceMs = settings.timeouts.dialogueMs
  const outcome = unwritable ?? (await handOver(connection, { ...asciiDomains(envelope), raw, patienceMs }, hooks))
  await hooks.at?.('answered')
  return asAsked(outcome, envelope)
}

/** RFC 6531: an accent before the @ needs a server that says SMTPUTF8; another one would lose it on the way. */
function unwritableHere(connection: SMTPConnection, { from, to }: Envelope): Permanent | undefined {
  const accented = [from, ...to].find((address) => /[^ -~]/.test(address.slice(0, address.lastIndexOf('@'))))
  if (accented === undefined) return undefined
  const offered: unknown = Reflect.get(connection, '_supportedExtensions')
  if (Array.isArray(offered) && offered.includes('SMTPUTF8')) return undefined
  const reply = `The server does not take an address with accents before the @: ${accented}`
  const refused = { code: 553, enhanced: '5.6.7', reply, detail: 'noSuchMailbox', address: accented } as const
  return {
    kind: 'permanent',
    code: null,
    enhanced: null,
    reply,
    scope: accented === from ? 'policy' : 'address',
    detail: accented === from ? 'policy' : 'noSuchMailbox',
    refused: accented === from ? [] : [refused],
  }
}

interface SmtpError extends Error {
  readonly code?: string | undefined
  readonly command?: string | undefined
  readonly response?: string | undefined
  readonly rejectedErrors?: readonly SmtpError[] | undefined
  readonly recipient?: string | undefined
}

interface Parcel extends Envelope {
  readonly raw: Buffer
  /** How long the server may take before the final dot. */
  readonly patienceMs: number
}

function handOver(connection: SMTPConnection, parcel: Parcel, hooks: SendHooks): Promise<SendOutcome> {
  const { raw } = parcel
  let dotMayHaveLeft = false
  let hookFailure: unknown
  // nodemailer writes the final dot when this source ends, never before: what is known here is known for sure.
  async function* body() {
    try {
      await hooks.at?.('handingOver')
      for (let start = 0; start < raw.length; start += pieceSize) yield raw.subarray(start, start + pieceSize)
      await hooks.at?.('finalDot')
    } catch (error) {
      hookFailure = error
      throw error
    }
    // A line cut meanwhile is told on the next turn: look before, not after, the dot leaves.
    await new Promise(setImmediate)
    if (connection.destroyed) throw new Error('The connection was lost before the end of the message')
    if (hooks.mayLeave?.() === false) throw new Error('Held back just before the end of the message')
    dotMayHaveLeft = true
  }
  return new Promise((resolve, reject) => {
    const lost = (error: SmtpError) =>
      hookFailure === undefined ? resolve(outcomeOf(error, dotMayHaveLeft)) : reject(hookFailure)
    const patience = setTimeout(() => {
      if (!dotMayHaveLeft) connection.close()
    }, parcel.patienceMs)
    const ended = () => {
      clearTimeout(patience)
      setImmediate(() => lost(new Error('The server closed the connection')))
    }
    connection.once('end', ended)
    const source = Readable.from(body(), { objectMode: false })
    connection.send({ from: parcel.from, to: [...parcel.to], size: raw.length }, source, (error, info) => {
      clearTimeout(patience)
      connection.off('end', ended)
      if (error || !info) return lost(error ?? new Error('The server gave no answer'))
      resolve({
        kind: 'accepted',
        reply: info.response,
        serverMessageId: info.serverMessageId ?? null,
        refused: refusedRecipients(info.rejectedErrors),
      } satisfies Accepted)
    })
  })
}

const pieceSize = 16 * 1024

function outcomeOf(error: SmtpError, dotMayHaveLeft: boolean): Exclude<SendOutcome, Accepted> {
  const refusal = error.response ? readRefusal(error.response, refusedAt(error)) : null
  const refused = refusedRecipients(error.rejectedErrors)
  if (refusal) {
    const { code, enhanced, reply, detail, scope } = refusal
    return refusal.temporary
      ? { kind: 'temporary', code, enhanced, reply, detail, safeToRetry: true, refused }
      : { kind: 'permanent', code, enhanced, reply, scope, detail, refused }
  }
  if (dotMayHaveLeft) return { kind: 'uncertain', why: error.response ?? error.message }
  return ourOwnRefusal(error) ?? connectionLost(error)
}

const connectionLost = (error: SmtpError): Temporary => ({
  kind: 'temporary',
  code: null,
  enhanced: null,
  reply: error.response ?? error.message,
  detail: 'connectionLost',
  safeToRetry: true,
  refused: [],
})

/** Seen before anything was said: larger than the server takes, or an address that cannot be written on the line. */
function ourOwnRefusal(error: SmtpError): Permanent | undefined {
  const ours = { kind: 'permanent', code: null, enhanced: null, reply: error.message, refused: [] } as const
  if (error.code === 'EMESSAGE') return { ...ours, scope: 'content', detail: 'tooLarge' }
  if (error.code === 'EENVELOPE') return { ...ours, scope: 'address', detail: 'noSuchMailbox' }
  return undefined
}

function refusedAt(error: SmtpError): RefusedAt {
  if (error.command === 'MAIL FROM') return 'sender'
  if (error.command === 'RCPT TO') return 'recipient'
  if (error.command !== 'DATA') return 'connection'
  return error.code === 'EMESSAGE' ? 'message' : 'data'
}

function refusedRecipients(errors: readonly SmtpError[] | undefined): RefusedRecipient[] {
  return (errors ?? []).flatMap((error) => {
    const refusal = error.response ? readRefusal(error.response, 'recipient') : null
    if (!refusal || error.recipient === undefined) return []
    const { code, enhanced, reply, detail } = refusal
    return [{ address: error.recipient, code, enhanced, reply, detail }]
  })
}

/** Every server takes the ASCII form of a domain with accents; few take the other. */
const asciiDomains = ({ from, to }: Envelope): Envelope => ({ from: asciiDomain(from), to: to.map(asciiDomain) })

/** Refused recipients under the address the caller knows, not the one the server was told. */
function asAsked(outcome: SendOutcome, { to }: Envelope): SendOutcome {
  if (!('refused' in outcome)) return outcome
  const asked = new Map(to.map((address) => [asciiDomain(address), address]))
  return {
    ...outcome,
    refused: outcome.refused.map((one) => ({ ...one, address: asked.get(one.address) ?? one.address })),
  }
}

function asciiDomain(address: string): string {
  const sign = address.lastIndexOf('@')
  const ascii = domainToASCII(address.slice(sign + 1))
  return sign < 0 || ascii === '' ? address : `${address.slice(0, sign)}@${ascii}`
}
