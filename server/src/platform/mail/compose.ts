import MailComposer from 'nodemailer/lib/mail-composer'

export interface MailAddress {
  readonly name: string | null
  readonly address: string
}

export interface MailAttachment {
  readonly filename: string
  readonly contentType: string
  readonly content: Buffer
  /** The HTML shows it under this name (`cid:…`); it is then no file to open. */
  readonly contentId?: string
}

/** One message, as the customer will read it. */
export interface OutgoingMail {
  readonly from: MailAddress
  readonly replyTo: MailAddress | null
  readonly to: readonly MailAddress[]
  readonly cc: readonly MailAddress[]
  readonly subject: string
  readonly text: string
  readonly html: string
  /** With its angle brackets, chosen once for all tries: '<r.12.7f3c@firm.example>'. */
  readonly messageId: string
  readonly inReplyTo: string | null
  /** Oldest first. */
  readonly references: readonly string[]
  readonly sentAt: Date
  /** RFC 5646: 'fr', 'en'. */
  readonly language: string
  /** Comes back in replies and in most failure reports. */
  readonly quittanceId: string
  /** True says to robots that nobody typed this (RFC 3834). */
  readonly automatic: boolean
  readonly attachments: readonly MailAttachment[]
}

/** The bytes of RFC 5322, seven-bit throughout, ready for DATA; the same mail gives the same bytes. */
export async function compose(mail: OutgoingMail): Promise<Buffer> {
  for (const id of [mail.messageId, mail.inReplyTo, ...mail.references]) assertMessageId(id)
  const composer = new MailComposer({
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
  return composer.compile().build()
}

const addressOf = ({ name, address }: MailAddress) => ({ name: oneLine(name ?? ''), address: oneLine(address) })

/** A line break in a name or a subject would start a header of its own. */
const oneLine = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()

const messageIdShape = /^<[^\s<>@]+@[^\s<>@]+>$/

function assertMessageId(id: string | null): void {
  if (id !== null && !messageIdShape.test(id)) throw new Error(`"${id}" is not a Message-ID in angle brackets`)
}

const boundaryOf = (messageId: string): string => messageId.replace(/[^A-Za-z0-9]/g, '').slice(0, 40)
