import { type ClientRequest, type IncomingMessage, request as overHttp } from 'node:http'
import { request as overHttps } from 'node:https'
import type { SendHooks } from '../../../platform/mail/send-over-smtp.ts'
import type { SendOutcome } from '../../../platform/mail/smtp-outcome.ts'
import { filled, filledBody, headersOf } from './gateway-request.ts'

/** How this organisation's gateway is spoken to. Templates name {{to}}, {{text}}, {{from}} and {{id}}. */
export interface Gateway {
  readonly url: string
  readonly method: 'POST' | 'PUT' | 'GET'
  readonly headers: Readonly<Record<string, string>>
  readonly bodyTemplate: string
  /** As whom the message shows; empty where the gateway decides. */
  readonly sender: string
}

export interface Sms {
  /** E.164. */
  readonly to: string
  readonly text: string
  /** The same for all tries: a gateway that takes keys sends it once. */
  readonly id: string
}

/** From the connection to the last byte of the answer. */
const patience = { connectMs: 15_000, answerMs: 60_000 }
const longestAnswer = 64 * 1024

/**
 * Asks the gateway once. Not reached: nothing left. Reached and no answer, or an error of its own (5xx): it may have left,
 * and a person decides. Never throws for what the network or the gateway does; `hooks` as for SMTP.
 */
export async function sendSms(gateway: Gateway, sms: Sms, hooks: SendHooks = {}): Promise<SendOutcome> {
  await hooks.at?.('connecting')
  const url = new URL(filled(gateway.url, { ...sms, from: gateway.sender }, encodeURIComponent))
  const body = gateway.method === 'GET' ? '' : filledBody(gateway, { ...sms, from: gateway.sender })
  const asked = (url.protocol === 'https:' ? overHttps : overHttp)(url, {
    method: gateway.method,
    headers: { ...headersOf(gateway), 'content-length': Buffer.byteLength(body) },
    agent: false,
  })
  const failure = await connected(asked)
  if (failure) return notReached(failure)
  try {
    await hooks.at?.('ready')
    await hooks.at?.('handingOver')
    await hooks.at?.('finalDot')
  } catch (error) {
    asked.destroy()
    throw error
  }
  await new Promise(setImmediate)
  if (asked.destroyed || hooks.mayLeave?.() === false) {
    asked.destroy()
    return temporary(null, 'Held back just before it was handed over', 'connectionLost')
  }
  const outcome = await answered(asked, body)
  await hooks.at?.('answered')
  return outcome
}

const connected = (asked: ClientRequest): Promise<Error | null> =>
  new Promise((resolve) => {
    const timer = setTimeout(() => asked.destroy(new Error('The gateway does not answer')), patience.connectMs)
    const done = (error: Error | null) => {
      clearTimeout(timer)
      resolve(error)
    }
    asked.on('error', done)
    asked.once('socket', (socket) => {
      socket.once('encrypted' in socket ? 'secureConnect' : 'connect', () => done(null))
    })
  })

function answered(asked: ClientRequest, body: string): Promise<SendOutcome> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => asked.destroy(new Error('The gateway did not answer in time')), patience.answerMs)
    const done = (outcome: SendOutcome) => {
      clearTimeout(timer)
      resolve(outcome)
    }
    asked.on('error', (error) => done({ kind: 'uncertain', why: error.message }))
    asked.once('close', () => done({ kind: 'uncertain', why: 'The gateway closed the connection without an answer' }))
    asked.once('response', (response) => {
      readAnswer(response).then(
        (text) => done(outcomeOf(response.statusCode ?? 0, text)),
        // It said yes or no before the line was cut: the status is the answer.
        () => done(outcomeOf(response.statusCode ?? 0, '')),
      )
    })
    asked.end(body)
  })
}

async function readAnswer(response: IncomingMessage): Promise<string> {
  let text = ''
  for await (const piece of response) if (text.length < longestAnswer) text += String(piece)
  return text.replace(/\s+/g, ' ').trim().slice(0, 500)
}

/** What a status says of the message; the gateway's own words are kept. */
function outcomeOf(status: number, text: string): SendOutcome {
  const reply = `${status} ${text}`.trim()
  if (status >= 200 && status < 300) return { kind: 'accepted', reply, serverMessageId: null, refused: [] }
  if (status === 429 || status === 503) return temporary(status, reply, 'slowDown')
  if (status >= 500) return { kind: 'uncertain', why: reply }
  // Only 422 speaks of this number; a body the gateway cannot read (400) would take every number of the house for a wrong one.
  const isOurs = status !== 422
  return {
    kind: 'permanent',
    code: status,
    enhanced: null,
    reply,
    scope: isOurs ? 'policy' : 'address',
    detail: isOurs ? 'policy' : 'unspecified',
    refused: [],
  }
}

const temporary = (code: number | null, reply: string, detail: 'slowDown' | 'connectionLost'): SendOutcome => ({
  kind: 'temporary',
  code,
  enhanced: null,
  reply,
  detail,
  safeToRetry: true,
  refused: [],
})

const notReached = (error: NodeJS.ErrnoException): SendOutcome => ({
  kind: 'notConnected',
  reason:
    error.code === 'ENOTFOUND'
      ? 'dns'
      : /certificate|CERT|SELF_SIGNED/.test(`${error.code} ${error.message}`)
        ? 'certificate'
        : 'unreachable',
  transient: true,
  why: error.message,
  code: null,
})
