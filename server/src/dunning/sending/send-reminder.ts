import { dayInZone } from '@quittance/core/calendar/zone-day.ts'
import type { Db } from '../../platform/database/db.ts'
import { compose } from '../../platform/mail/compose.ts'
import { explainOutcome } from '../../platform/mail/explain-outcome.ts'
import { sendOverSmtp } from '../../platform/mail/send-over-smtp.ts'
import type { SendOutcome } from '../../platform/mail/smtp-outcome.ts'
import { isOpenAt } from '../departure.ts'
import { type BuiltMessage, buildMessage } from '../messages/build-message.ts'
import { fileContents, type ReminderHead, reminderHead } from '../messages/queries.ts'
import type { InTransaction } from '../run/daily-run.ts'
import { loadRunContext, type RunContext } from '../run/run-context.ts'
import { afterOutcome } from './after-outcome.ts'
import { backToApproval, cancelClaimed, claim, freeze, releaseClaim, stillClaimed } from './outbox.ts'
import { recheck } from './recheck.ts'
import { type Sender, senderOf } from './sender-settings.ts'

/** Where a message is on its way: told just before each step, so that a test can stop the program there. */
export type SendingPoint =
  | 'beforeClaim'
  | 'claimed'
  | 'rechecked'
  | 'frozen'
  | 'connecting'
  | 'ready'
  | 'handingOver'
  | 'finalDot'
  | 'answered'
  | 'marked'

export interface SendingTools {
  readonly inTransaction: InTransaction
  readonly nowMs: () => number
  /** Opens a password sealed with the key of the installation. */
  readonly unseal: (sealed: string) => string | null
  /** Names this process in the claim. */
  readonly worker: string
  readonly at?: (point: SendingPoint) => void | Promise<void>
}

export type Sent = 'sent' | 'cancelled' | 'rewritten' | 'waits' | 'later' | 'failed' | 'uncertain' | 'notOurs'

/**
 * One message: claimed, its facts read again, sent, marked, each in a transaction of its own. Stopped anywhere it never
 * leaves twice: before the dialogue the claim is given back, from the dialogue on it becomes uncertain and a person decides.
 */
export async function sendReminder(tools: SendingTools, id: number): Promise<Sent> {
  const at = async (point: SendingPoint) => tools.at?.(point)
  await at('beforeClaim')
  const attempt = await tools.inTransaction((db) => claim(db, id, tools.worker, tools.nowMs()))
  if (attempt === null) return 'notOurs'
  await at('claimed')
  const prepared = await tools.inTransaction(
    async (db): Promise<Prepared> =>
      (await stillClaimed(db, id, tools.worker, attempt)) ? prepare(db, tools, id) : { kind: 'notOurs' },
  )
  if (prepared.kind !== 'send') return prepared.kind
  await at('frozen')
  const { head, message, sender } = prepared
  const raw = await compose({
    from: message.from,
    replyTo: message.replyTo ? { name: null, address: message.replyTo } : null,
    to: message.to,
    cc: message.cc,
    subject: message.subject,
    text: message.text,
    html: message.html,
    messageId: head.messageId,
    inReplyTo: message.earlier.at(-1) ?? null,
    references: message.earlier,
    sentAt: new Date(prepared.dialogueAt),
    language: message.language,
    quittanceId: `reminder-${head.id}`,
    automatic: true,
    attachments: prepared.files,
  })
  const envelope = { from: message.from.address, to: [...message.to, ...message.cc].map((one) => one.address) }
  const outcome = await sendOverSmtp(sender.settings, envelope, raw, { at })
  const result = await tools.inTransaction((db) => conclude(db, tools, { head, message, outcome }))
  await at('marked')
  return result
}

type Prepared =
  | { kind: 'cancelled' | 'waits' | 'rewritten' | 'notOurs' }
  | { kind: 'send'; head: ReminderHead; message: BuiltMessage; sender: Sender; files: Attached[]; dialogueAt: number }
type Attached = { filename: string; contentType: string; content: Buffer }

/** Reads the facts again and fixes the words; nothing has left yet. */
async function prepare(db: Db, tools: SendingTools, id: number): Promise<Prepared> {
  const nowMs = tools.nowMs()
  const run = await loadRunContext(db, nowMs)
  const head = await reminderHead(db, id)
  if (!head) throw new Error(`Reminder ${id} was claimed and is gone.`)
  const sender = await senderOf(db, head.legalEntity, tools.unseal)
  if (!sender || !isOpenAt(nowMs, run.hours)) return giveBack(db, id, run)
  const verdict = await recheck(db, head, run)
  if (verdict.kind === 'cancel') {
    await cancelClaimed(db, id, verdict.because)
    return { kind: 'cancelled' }
  }
  const isWritten = head.bodyWritten !== null || head.subjectWritten !== null
  if (verdict.kind === 'readAgain' || (verdict.kind === 'rewritten' && isWritten)) {
    await backToApproval(db, id)
    return { kind: 'rewritten' }
  }
  await tools.at?.('rechecked')
  const message = await buildMessage(db, head, run)
  if (message.to.length === 0) {
    await cancelClaimed(db, id, 'badContact')
    return { kind: 'cancelled' }
  }
  await freeze(db, id, message, nowMs)
  const files = await fileContents(
    db,
    message.attachments.map((one) => one.invoiceId),
  )
  return {
    kind: 'send',
    head,
    message,
    sender,
    dialogueAt: nowMs,
    files: files.map((file) => ({ filename: file.name, contentType: file.mediaType, content: file.content })),
  }
}

/** Not now: outside the hours, or the mail server was forgotten meanwhile. */
async function giveBack(db: Db, id: number, run: RunContext): Promise<Prepared> {
  await releaseClaim(db, id, run.leavesAt)
  return { kind: 'waits' }
}

async function conclude(
  db: Db,
  tools: SendingTools,
  done: { head: ReminderHead; message: BuiltMessage; outcome: SendOutcome },
): Promise<Sent> {
  const nowMs = tools.nowMs()
  const run = await loadRunContext(db, nowMs)
  const sentence = explainOutcome(done.outcome, done.head.language)
  return afterOutcome(db, { ...done, sentence, nowMs, today: dayInZone(nowMs, run.hours.timeZone), run })
}
