import type { Language } from '@quittance/core/money/format-money.ts'
import type { Db } from '../../platform/database/db.ts'
import type { SendHooks } from '../../platform/mail/send-over-smtp.ts'
import type { SendOutcome } from '../../platform/mail/smtp-outcome.ts'
import type { SmtpSessions } from '../../platform/mail/smtp-sessions.ts'
import type { SmtpTimeouts } from '../../platform/mail/smtp-settings.ts'
import type { BuiltMessage } from '../messages/build-message.ts'
import type { ReminderHead } from '../messages/queries.ts'

/** Hands one message over, once, and never throws for what the other side does: that is the outcome. */
export type HandOver = (hooks: SendHooks) => Promise<SendOutcome>

/** What a channel gets from the round of sending it works in. */
export interface ChannelTools {
  /** Opens a password sealed with the key of the installation. */
  readonly unseal: (sealed: string) => string | null
  /** How long mail servers are waited for; absent: as long as RFC 5321 asks. */
  readonly timeouts?: SmtpTimeouts
  /** Lines to mail servers that stay open during the round; absent: one line a message. */
  readonly sessions?: SmtpSessions
}

/** A way that is open: settings read, passwords unsealed. */
export interface Line {
  /** Makes of the message what leaves, in the transaction that fixes its words; nothing leaves yet. */
  pack(db: Db, head: ReminderHead, message: BuiltMessage, nowMs: number): Promise<HandOver>
}

/**
 * A way by which messages leave by themselves. The sender claims a message, reads the facts again, fixes the words, and
 * only then calls `HandOver`, which must
 * - call `hooks.at('connecting')` before it speaks to anybody, and `hooks.at('finalDot')` just before the one byte after
 *   which the message may have left; what a hook throws stops it;
 * - ask `hooks.mayLeave` in the very turn of that byte;
 * - answer `uncertain` when that byte may have left and no clear answer came: a person decides, nothing is sent again;
 * - answer `temporary`, `notConnected` or `permanent` only when nothing left for sure.
 * To add one: a file beside these, its name in `channels.ts`, in `channel` of the scenario and in the check of `reminder.channel`.
 */
export interface Channel {
  /** Null: this firm has not set it up; its messages wait. */
  open(db: Db, legalEntity: number, tools: ChannelTools): Promise<Line | null>
  /** One sentence for a person of the house: what happened, and the next move; `isLast`: it is not tried again. */
  explain(outcome: SendOutcome, language: Language, isLast?: boolean): string
  /** Said of a message that waits because the one before it met a server in trouble. */
  explainRest(language: Language): string
}
