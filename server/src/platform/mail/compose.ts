import { foldLines } from 'nodemailer/lib/mime-funcs'
import MimeNode from 'nodemailer/lib/mime-node'
import { addressOf, boundaryOf, composeByLibrary, oneLine } from './compose-by-library.ts'
import { quotedPrintable } from './quoted-printable.ts'

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

/**
 * The bytes of RFC 5322, seven-bit throughout, ready for DATA; the same mail gives the same bytes. Headers are the library's; the tree and
 * the bodies are written here in one go, and what is unusual in a body goes through the library: the bytes are the same.
 */
export async function compose(mail: OutgoingMail): Promise<Buffer> {
  for (const id of [mail.messageId, mail.inReplyTo, ...mail.references]) assertMessageId(id)
  const base = boundaryOf(mail.messageId)
  if (!isUsual(mail.text) || !isUsual(mail.html) || base === '') return composeByLibrary(mail)
  const pictures = mail.attachments.filter(({ contentId }) => contentId !== undefined)
  const files = mail.attachments.filter(({ contentId }) => contentId === undefined)
  // Parts are numbered in the order in which the tree is made.
  const boundary = (part: number) => `--_NmP-${base}-Part_${part}`
  const top = files.length > 0 ? 2 : 1
  const html = textPart('html', mail.html)
  const related = multipart('related; type="text/html"', boundary(top + 2), [html, ...pictures.map(filePart)])
  const shown = pictures.length > 0 ? related : html
  const both = multipart('alternative', boundary(top), [textPart('plain', mail.text), shown])
  const all = files.length > 0 ? multipart('mixed', boundary(1), [both, ...files.map(filePart)]) : both
  return Buffer.from(`${headersOf(mail)}\r\n${all}`)
}

/** The library cuts longer texts in pieces, keeps CR as it is, and looks at what follows a space at the end. */
const isUsual = (body: string): boolean => body !== '' && body.length < 20_000 && !/\r|[ \t]$/.test(body)

function multipart(type: string, boundary: string, parts: readonly string[]): string {
  const head = foldLines(`Content-Type: multipart/${type}; boundary="${boundary}"`)
  return `${head}\r\n\r\n--${boundary}\r\n${parts.join(`\r\n--${boundary}\r\n`)}\r\n--${boundary}--\r\n`
}

function textPart(kind: 'plain' | 'html', body: string): string {
  const isPlain = !/[^\t\n\f\r -\u007f]/.test(body) && !/.{77}/.test(body)
  const encoding = isPlain ? '7bit' : 'quoted-printable'
  const written = isPlain ? body.replaceAll('\n', '\r\n') : quotedPrintable(body)
  return `Content-Type: text/${kind}; charset=utf-8\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${written}`
}

const filePart = (file: MailAttachment): string =>
  `${fileHeaders(file)}\r\n\r\n${file.content.toString('base64').replace(/.{76}(?=.)/g, '$&\r\n')}`

const kept = new Map<string, string>()

/** What is the same in message after message is written once. */
function keptOr(key: string, make: () => string): string {
  const known = kept.get(key)
  if (known !== undefined) return known
  if (kept.size >= 1000) kept.clear()
  const made = make()
  kept.set(key, made)
  return made
}

const fileHeaders = ({ filename, contentType, contentId }: MailAttachment): string =>
  keptOr(JSON.stringify([filename, contentType, contentId]), () => {
    const part = new MimeNode('multipart/mixed').createChild(contentType, { filename, textEncoding: 'Q' })
    if (contentId !== undefined) part.setHeader('Content-Id', `<${contentId.replace(/[<>]/g, '')}>`)
    part.setHeader('Content-Transfer-Encoding', 'base64')
    part.setHeader('Content-Disposition', contentId === undefined ? 'attachment' : 'inline')
    return part.setContent(Buffer.alloc(1)).buildHeaders()
  })

const writer = new MimeNode('text/plain', { textEncoding: 'Q', baseBoundary: 'headers' })

const header = (key: string, value: Parameters<MimeNode['encodeHeaderValue']>[1]): string => {
  const encoded = writer.encodeHeaderValue(key, value)
  return encoded.trim() === '' ? '' : `${foldLines(`${key}: ${encoded}`)}\r\n`
}

const addresses = (key: string, list: readonly MailAddress[]): string =>
  list.length === 0 ? '' : header(key, list.map(addressOf))

function headersOf(mail: OutgoingMail): string {
  const { from, replyTo, language, inReplyTo, references } = mail
  const sender = JSON.stringify([from, replyTo])
  return [
    mail.automatic ? 'Auto-Submitted: auto-generated\r\n' : '',
    header('Content-Language', language),
    header('X-Quittance-ID', oneLine(mail.quittanceId)),
    keptOr(`from ${sender}`, () => addresses('From', [from])),
    addresses('To', mail.to),
    addresses('Cc', mail.cc),
    keptOr(`reply to ${sender}`, () => (replyTo ? addresses('Reply-To', [replyTo]) : '')),
    inReplyTo ? header('In-Reply-To', inReplyTo) : '',
    references.length > 0 ? header('References', [...references]) : '',
    header('Subject', oneLine(mail.subject)),
    header('Message-ID', mail.messageId),
    header('Date', mail.sentAt),
    'MIME-Version: 1.0',
  ].join('')
}

const messageIdShape = /^<[^\s<>@]+@[^\s<>@]+>$/

function assertMessageId(id: string | null): void {
  if (id !== null && !messageIdShape.test(id)) throw new Error(`"${id}" is not a Message-ID in angle brackets`)
}
