import { readFile } from 'node:fs/promises'
import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import type { BounceReason } from '@quittance/core/dunning/answers/bounce-reason.ts'
import { type Classified, classifyMessage } from '@quittance/core/dunning/answers/classify-message.ts'
import type { Undelivered } from '@quittance/core/dunning/answers/read-delivery-report.ts'
import { splitReply } from '@quittance/core/dunning/answers/split-reply.ts'
import { type IncomingMessage, parseMessage } from './parse-message.ts'

/** What a message says, in the names other programs that read bounces use. */
export interface EmailFacts {
  readonly class: Classified['class']
  readonly from: string
  readonly subject: string
  readonly recipients: readonly {
    readonly address: string | null
    readonly status: string | null
    readonly reply_code: string | null
    readonly reason: string
    readonly hard_bounce: boolean
  }[]
  readonly failed_addresses: readonly string[]
  readonly returns_on: string | null
  /** What was written, without what it quotes and signs with. */
  readonly text: string
  readonly signature: string
  readonly files: readonly { readonly name: string; readonly type: string; readonly size: number }[]
}

const reasonNames: Readonly<Record<BounceReason, string>> = {
  unknownUser: 'userunknown',
  unknownHost: 'hostunknown',
  moved: 'hasmoved',
  refusesMail: 'notaccept',
  disabled: 'suspend',
  filtered: 'filtered',
  mailboxFull: 'mailboxfull',
  tooLarge: 'mesgtoobig',
  expired: 'expired',
  policy: 'policyviolation',
  content: 'contenterror',
  network: 'networkerror',
  server: 'systemerror',
  unclear: 'undefined',
}

/** The facts of a message in a file; nothing is stored. A file that is no message at all reads as one without words. */
export const inspectEmail = async (path: string): Promise<EmailFacts> => emailFacts(await readFile(path))

/** What one message is, from its bytes alone; nothing is stored. */
export async function emailFacts(raw: Uint8Array): Promise<EmailFacts> {
  const message = await parseMessage(raw)
  const classified = classifyMessage(message, dayOf(message))
  const split = classified.class === 'reply' ? splitReply(message.text) : { text: message.text, signature: '' }
  const told = 'recipients' in classified ? classified.recipients : []
  return {
    class: classified.class,
    from: message.from.address,
    subject: message.subject,
    recipients: told.map(shown),
    failed_addresses: [...new Set(told.flatMap(({ address }) => (address === null ? [] : [address.toLowerCase()])))],
    returns_on: classified.class === 'outOfOffice' ? classified.returnsOn : null,
    text: split.text.trim().slice(0, 10_000),
    signature: split.signature,
    files: message.files.map(({ name, type, content }) => ({ name, type, size: content.byteLength })),
  }
}

const shown = ({ address, status, replyCode, reason, isHard }: Undelivered) => ({
  address,
  status,
  reply_code: replyCode,
  reason: reasonNames[reason],
  hard_bounce: isHard,
})

/** The day it was written, from which the day of a return is reckoned. */
function dayOf({ headers }: IncomingMessage) {
  const written = new Date(headers.find(({ name }) => name === 'date')?.value ?? Number.NaN)
  return asDate((Number.isNaN(written.getTime()) ? new Date(0) : written).toISOString().slice(0, 10))
}

const header =
  /^(received|return-path|from|to|subject|date|message-id|mime-version|delivered-to|x-[\w-]+|content-type|envelope-to|auto-submitted|reply-to|sender|precedence)[ \t]*:/i

/** A message as mail servers keep it: it begins with headers, three of them that a message has. */
export function looksLikeEmail(head: Uint8Array): boolean {
  const lines = new TextDecoder('latin1').decode(head.subarray(0, 16 * 1024)).split(/\r?\n/)
  const isBox = /^From \S+/.test(lines[0] ?? '')
  let known = 0
  for (const line of isBox ? lines.slice(1) : lines) {
    if (line === '') break
    if (/^[ \t]/.test(line)) continue
    if (!/^[\w-]{1,70}[ \t]*:/.test(line)) return false
    if (header.test(line)) known += 1
  }
  return known >= 3
}
