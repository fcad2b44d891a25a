import type { Header, ParsedMessage, ReportPart } from '@quittance/core/dunning/answers/parsed-message.ts'
import { textOfHtml } from '@quittance/core/dunning/answers/text-of-html.ts'
import PostalMime, { type Attachment, decodeWords, type Email } from 'postal-mime'
import { plainHead } from './plain-head.ts'

/** A file that came with a message. */
export interface AttachedFile {
  readonly name: string
  readonly type: string
  readonly content: Uint8Array
}

/** A message taken apart for the decision, and for a reader. */
export interface IncomingMessage extends ParsedMessage {
  readonly html: string
  readonly files: readonly AttachedFile[]
  readonly messageId: string
  readonly subject: string
  readonly from: { readonly name: string; readonly address: string }
  /** Its structure could not be followed (a thousand levels, say): only its head and its first words were read. */
  readonly isBroken: boolean
}

const limits = { maxNestingDepth: 60, maxHeadersSize: 512 * 1024, maxRfc822NestingDepth: 0 }

/** Nothing in a message stops this, whatever its MIME, its charsets or its size; what cannot be followed is read as plain. */
export async function parseMessage(raw: Uint8Array): Promise<IncomingMessage> {
  const source = withoutMailboxLine(raw)
  try {
    return incoming(await PostalMime.parse(source, { ...limits, forceRfc822Attachments: true }), source)
  } catch {
    return brokenMessage(source)
  }
}

/** « From VM Thu Feb 22 … » is no header: mailboxes kept in files put it before each message. */
function withoutMailboxLine(raw: Uint8Array): Uint8Array {
  const isMailbox = raw[0] === 0x46 && String.fromCharCode(...raw.subarray(0, 5)) === 'From '
  return isMailbox ? raw.subarray(raw.indexOf(0x0a) + 1) : raw
}

function incoming(email: Email, source: Uint8Array): IncomingMessage {
  const html = email.html ?? ''
  const carried = email.attachments.filter(({ mimeType }) => isReport(mimeType) || isMessage(mimeType))
  const reports = carried.filter(({ mimeType }) => isReport(mimeType)).map(reportPart)
  return {
    headers: email.headers.map(
      ({ key, value }): Header => ({ name: key.toLowerCase(), value: cleared(decodeWords(value)) }),
    ),
    text: cleared(textOfEmail(email, source)),
    html: cleared(html),
    reports,
    returned: carried.filter(({ mimeType }) => isMessage(mimeType)).map((part) => textOf(part).slice(0, 100_000)),
    files: email.attachments.filter((part) => !isReport(part.mimeType)).map(fileOf),
    messageId: email.messageId?.trim() ?? '',
    subject: cleared(email.subject ?? ''),
    from: { name: cleared(email.from?.name ?? ''), address: cleared(email.from?.address ?? '') },
    isBroken: false,
  }
}

/** Parts whose head was written wrong count as what they are: text without a name. */
function textOfEmail(email: Email, source: Uint8Array): string {
  const unnamed = email.attachments.filter((part) => /^text\/plain/i.test(part.mimeType) && !part.filename).map(textOf)
  const text = [...unnamed, email.text ?? ''].join('\n')
  if (text.trim() !== '') return text
  if (email.html) return textOfHtml(email.html)
  return email.attachments.length === 0 ? plainHead(source).body : ''
}

const isReport = (type: string) =>
  /^message\/(global-)?(delivery-status|feedback-report|disposition-notification)/i.test(type)
const isMessage = (type: string) =>
  /^(message\/(rfc822|global|partial|global-headers)|text\/rfc822-headers)/i.test(type)

const reportPart = (part: Attachment): ReportPart => ({
  type: part.mimeType.toLowerCase(),
  text: textOf(part).slice(0, 200_000),
})

const fileOf = (part: Attachment): AttachedFile => ({
  name: fileName(part.filename ?? ''),
  type: part.mimeType.toLowerCase(),
  content: bytesOf(part),
})

/** The name alone, in one direction: what leads to another folder or shows « exe.pdf » for « fdp.exe » is taken out. */
export const fileName = (given: string): string =>
  cleared(given)
    .replace(/^.*[/\\]/s, '')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .trim()

const textOf = (part: Attachment): string => cleared(new TextDecoder('utf-8').decode(bytesOf(part)))

const bytesOf = ({ content }: Attachment): Uint8Array =>
  typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content)

/** PostgreSQL keeps no zero character and no half of a pair. */
export const cleared = (text: string): string => text.replaceAll('\u0000', '').toWellFormed()

function brokenMessage(source: Uint8Array): IncomingMessage {
  const { headers, body } = plainHead(source)
  const first = (name: string) => headers.find((one) => one.name === name)?.value ?? ''
  const from = first('from')
  return {
    headers,
    text: body,
    html: '',
    reports: [],
    returned: [],
    files: [],
    messageId: /<[^<>\s]+>/.exec(first('message-id'))?.[0] ?? '',
    subject: first('subject'),
    from: { name: '', address: /[^\s<>"]+@[^\s<>"]+/.exec(from)?.[0] ?? '' },
    isBroken: true,
  }
}
