import { ImapFlow } from 'imapflow'
import { isLoopback } from '../smtp-settings.ts'
import { type ImapFailure, ImapProblem, type ImapSettings } from './imap-settings.ts'

const timeouts = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 60_000 }

/** No message of a size that hurts is asked for; a server that sends more than it was asked is left. */
const mostLiteral = 32 * 1024 * 1024

/** A signed-in connection; throws an `ImapProblem`. Whoever opens it closes it. */
export async function openImap(settings: ImapSettings): Promise<ImapFlow> {
  const { host, port, security, user, password } = settings
  if (security === 'none' && !isLoopback(host)) throw new ImapProblem('clearTextPassword', host)
  const client = new ImapFlow({
    host,
    port,
    secure: security === 'tls',
    ...(security !== 'tls' && { doSTARTTLS: security === 'starttls' }),
    auth: { user, pass: password },
    logger: false,
    disableAutoIdle: true,
    maxLiteralSize: mostLiteral,
    ...timeouts,
  })
  // What breaks between two commands reaches the next one as its error.
  client.on('error', () => undefined)
  try {
    await client.connect()
    return client
  } catch (error) {
    client.close()
    throw problemOf(error)
  }
}

/** What an error of the library means to whoever set the mailbox up. */
export function problemOf(error: unknown): ImapProblem {
  if (error instanceof ImapProblem) return error
  const facts = factsOf(error)
  return new ImapProblem(failureOf(facts), facts.reply)
}

interface ErrorFacts {
  readonly code: string
  readonly reply: string
  readonly isRefusal: boolean
  readonly isNoFolder: boolean
}

function factsOf(error: unknown): ErrorFacts {
  const given = typeof error === 'object' && error !== null ? (error as Record<string, unknown>) : {}
  const text = (value: unknown): string => (typeof value === 'string' ? value : '')
  return {
    code: text(given['code']),
    reply: text(given['responseText']) || text(given['message']) || String(error),
    isRefusal: given['authenticationFailed'] === true,
    isNoFolder: given['mailboxMissing'] === true || given['serverResponseCode'] === 'NONEXISTENT',
  }
}

function failureOf({ code, reply, isRefusal, isNoFolder }: ErrorFacts): ImapFailure {
  if (isRefusal) return 'refused'
  if (isNoFolder) return 'noFolder'
  if (/CERT|SELF_SIGNED|UNABLE_TO_(VERIFY|GET)|ALTNAME/i.test(code)) return 'certificate'
  if (
    /ECONN|ETIMEDOUT|EHOST|ENOTFOUND|EAI_AGAIN|ENETUNREACH|CONNECT_TIMEOUT|GREETING|TLS|SSL|NoConnection|UPGRADE/i.test(
      `${code} ${reply}`,
    )
  )
    return 'notConnected'
  return 'broken'
}
