import MailComposer from 'nodemailer/lib/mail-composer'
import type { MailAddress, OutgoingMail } from './compose.ts'

/** The same bytes as `compose`, whatever the mail holds, through streams: a dozen times slower. */
export const composeByLibrary = (mail: OutgoingMail): Promise<Buffer> =>
  new MailComposer({
    from: addressOf(mail.from),
    ...(mail.replyTo ? { replyTo: addressOf(mail.replyTo) } : {}),
    to: mail.to.map(addressOf),
    cc: mail.cc.map(addressOf),
    subject: oneLine(mail.subject),
    text: mail.text,
    html: mail.html,
    messageId: mail.messageId,
    ...(mail.inReplyTo ? { inReplyTo: mail.inReplyTo } : {}),
    ...(mail.references.length > 0 ? { references: [...mail.references] } : {}),
    date: mail.sentAt,
    headers: {
      ...(mail.automatic ? { 'Auto-Submitted': 'auto-generated' } : {}),
      'Content-Language': mail.language,
      'X-Quittance-Id': oneLine(mail.quittanceId),
    },
    attachments: mail.attachments.map(({ contentId, ...attachment }) => ({
      ...attachment,
      ...(contentId === undefined
        ? { contentDisposition: 'attachment' as const }
        : { cid: contentId, contentDisposition: 'inline' as const }),
    })),
    textEncoding: 'quoted-printable',
    disableFileAccess: true,
    disableUrlAccess: true,
    baseBoundary: boundaryOf(mail.messageId),
    newline: '\r\n',
  })
    .compile()
    .build()

export const addressOf = ({ name, address }: MailAddress) => ({ name: oneLine(name ?? ''), address: oneLine(address) })

/** A line break in a name or a subject would start a header of its own. */
export const oneLine = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()

export const boundaryOf = (messageId: string): string => messageId.replace(/[^A-Za-z0-9]/g, '').slice(0, 40)
