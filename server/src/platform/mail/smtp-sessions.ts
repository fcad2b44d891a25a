import type SMTPConnection from 'nodemailer/lib/smtp-connection'
import { openSmtp } from './open-smtp.ts'
import { type Envelope, type SendHooks, sendOn } from './send-over-smtp.ts'
import type { SendOutcome } from './smtp-outcome.ts'
import type { SmtpSettings } from './smtp-settings.ts'

/** Sends like `sendOverSmtp`, on lines that stay open from message to message. */
export interface SmtpSessions {
  send(settings: SmtpSettings, envelope: Envelope, raw: Buffer, hooks?: SendHooks): Promise<SendOutcome>
  /** Says goodbye on every line; nothing is sent after. */
  close(): void
}

/** After so many messages a line is changed for a fresh one, as mail programs do. */
const messagesOfLine = 100

interface Line {
  readonly connection: SMTPConnection
  sent: number
}

/**
 * Lines of one round of sending, kept open by server and account. A line the server closed while it lay idle is replaced
 * before anything is said of the message; one on which a message went wrong is not used again.
 */
export function smtpSessions(): SmtpSessions {
  const idle = new Map<string, Line[]>()
  const bye = ({ connection }: Line) => {
    connection.quit()
    connection.close()
  }
  return {
    async send(settings, envelope, raw, hooks = {}) {
      await hooks.at?.('connecting')
      const key = JSON.stringify([settings.host, settings.port, settings.security, settings.login])
      const line = idle.get(key)?.pop() ?? (await opened(settings, (gone) => drop(idle, key, gone)))
      if ('kind' in line) return line
      let isGood = false
      try {
        const outcome = await sendOn(line.connection, settings, { envelope, raw, hooks })
        isGood = outcome.kind === 'accepted'
        return outcome
      } finally {
        line.sent += 1
        const usable = isGood && !line.connection.destroyed && line.sent < messagesOfLine
        if (usable) keep(idle, key, line)
        else bye(line)
      }
    },
    close() {
      for (const lines of idle.values()) for (const line of lines) bye(line)
      idle.clear()
    },
  }
}

function keep(idle: Map<string, Line[]>, key: string, line: Line): void {
  idle.set(key, [...(idle.get(key) ?? []), line])
}

/** Gone from the list as soon as the server closes it. */
function drop(idle: Map<string, Line[]>, key: string, gone: Line): void {
  const others = (idle.get(key) ?? []).filter((line) => line !== gone)
  idle.set(key, others)
}

async function opened(
  settings: SmtpSettings,
  onGone: (line: Line) => void,
): Promise<Line | Extract<SendOutcome, { kind: 'notConnected' }>> {
  const session = await openSmtp(settings)
  if (session.kind === 'notConnected') return session
  const line = { connection: session.connection, sent: 0 }
  session.connection.once('end', () => onGone(line))
  return line
}
