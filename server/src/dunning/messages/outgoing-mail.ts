import type { Db } from '../../platform/database/db.ts'
import type { MailAttachment, OutgoingMail } from '../../platform/mail/compose.ts'
import { pictureName, transferPicture } from '../letters/transfer-picture.ts'
import type { RunContext } from '../run/run-context.ts'
import { type BuiltMessage, buildMessage } from './build-message.ts'
import { type FrozenMail, fileContents, type ReminderHead } from './queries.ts'

type Written = Omit<FrozenMail, 'writtenAt'> & Pick<BuiltMessage, 'subject' | 'text' | 'html'>
type Frozen = Written & { readonly writtenAt: string | null }

/** A message with its attachments, ready for `compose`: what leaves, to the byte. */
export async function mailOf(db: Db, head: ReminderHead, message: Written, writtenMs: number): Promise<OutgoingMail> {
  const files = await fileContents(
    db,
    message.attachments.map((one) => one.invoiceId),
  )
  const fileOf = new Map(files.map((file) => [file.invoice, file]))
  const attached = message.attachments.flatMap(({ name, invoiceId }) => {
    const file = fileOf.get(invoiceId)
    return file ? [{ filename: name, contentType: file.mediaType, content: file.content }] : []
  })
  const { id, messageId, language } = head
  return mailOfWritten({ ...message, id, messageId, language, files: attached, sentAt: new Date(writtenMs) })
}

type Leaving = Pick<Written, 'from' | 'replyTo' | 'subject' | 'text' | 'html' | 'earlier' | 'transfer'> & {
  readonly to: OutgoingMail['to']
  readonly cc: OutgoingMail['cc']
  readonly id: number
  readonly messageId: string
  readonly language: string
  readonly files: readonly MailAttachment[]
  readonly sentAt: Date
}

/** The mail of words that are fixed and files that are read. */
export const mailOfWritten = (message: Leaving): OutgoingMail => ({
  from: message.from,
  replyTo: message.replyTo ? { name: null, address: message.replyTo } : null,
  to: message.to,
  cc: message.cc,
  subject: message.subject,
  text: message.text,
  html: message.html,
  messageId: message.messageId,
  inReplyTo: message.earlier.at(-1) ?? null,
  references: message.earlier,
  sentAt: message.sentAt,
  language: message.language,
  // Whoever reports about it must have had it in hand: a number alone can be guessed, and some relays change the Message-ID.
  quittanceId: `reminder-${message.id} ${message.messageId}`,
  automatic: true,
  attachments: [...pictures(message.transfer ?? null), ...message.files],
})

/** The code as the HTML shows it. */
export const pictures = (transfer: string | null): MailAttachment[] =>
  transfer === null
    ? []
    : [
        {
          filename: `${pictureName}.png`,
          contentType: 'image/png',
          content: transferPicture(transfer),
          contentId: pictureName,
        },
      ]

/** What left or lies in the test outbox, word for word; null while the words may still change. */
export function frozenMessage(head: ReminderHead): Frozen | null {
  const { state, subject, text, html, recipients } = head
  const hasLeft = ['sending', 'sent', 'uncertain', 'failed', 'inTestOutbox'].includes(state)
  if (!hasLeft || subject === null || text === null || html === null || recipients === null) return null
  // Those of an earlier version kept less.
  const kept: Partial<FrozenMail> = recipients
  const { from, replyTo, to, cc } = recipients
  const { attachments = [], earlier = [], transfer = null } = kept
  return {
    from,
    replyTo,
    to,
    cc,
    subject,
    text,
    html,
    attachments,
    earlier,
    transfer,
    writtenAt: kept.writtenAt ?? head.sentAt,
  }
}

/** The message as it left, or as it would leave now. */
export async function mailNow(db: Db, head: ReminderHead, run: RunContext, nowMs: number): Promise<OutgoingMail> {
  const frozen = frozenMessage(head)
  if (!frozen) return mailOf(db, head, await buildMessage(db, head, run), nowMs)
  return mailOf(db, head, frozen, frozen.writtenAt === null ? nowMs : Date.parse(frozen.writtenAt))
}
