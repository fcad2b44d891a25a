import type { CalendarDate } from '../../calendar/calendar-date.ts'
import { automaticReply } from './automatic-reply.ts'
import type { ParsedMessage } from './parsed-message.ts'
import { type AmazonNotice, readAmazonNotice } from './read-amazon-notice.ts'
import { readComplaint } from './read-complaint.ts'
import { readDeliveryReport, type Undelivered } from './read-delivery-report.ts'
import { afterType, readFieldGroups } from './read-fields.ts'
import { isPlainBounce, readPlainBounce, undelivered } from './read-plain-bounce.ts'
import { returnDate } from './return-date.ts'

/** What a message that came in is, with the facts that go with it. */
export type Classified =
  | { readonly class: 'bounce'; readonly recipients: readonly Undelivered[] }
  | { readonly class: 'delayed'; readonly recipients: readonly Undelivered[] }
  | { readonly class: 'delivered'; readonly addresses: readonly string[] }
  | { readonly class: 'receipt' }
  | { readonly class: 'complaint'; readonly addresses: readonly string[]; readonly asksToStop: boolean }
  | { readonly class: 'autoReply' }
  | { readonly class: 'outOfOffice'; readonly returnsOn: CalendarDate | null }
  | { readonly class: 'reply' }

export type MessageClass = Classified['class']

/**
 * What kind of message is this? Reports for machines speak first, whatever the subject says; a person's answer is what
 * nothing else explains, so that none is ever taken for a machine's without proof.
 */
export function classifyMessage(message: ParsedMessage, receivedOn: CalendarDate): Classified {
  const complaint = readComplaint(message)
  if (complaint) return { class: 'complaint', ...complaint }
  const report = readDeliveryReport(message)
  if (report) {
    if (report.failed.length > 0) return { class: 'bounce', recipients: report.failed }
    if (report.delayed.length > 0) return { class: 'delayed', recipients: report.delayed }
    return { class: 'delivered', addresses: report.delivered }
  }
  const notice = readAmazonNotice(message)
  if (notice) return classOfNotice(notice)
  if (isReadReceipt(message)) return { class: 'receipt' }
  if (isPlainBounce(message)) {
    const { failed, isDelay } = readPlainBounce(message)
    return { class: isDelay ? 'delayed' : 'bounce', recipients: failed }
  }
  const automatic = automaticReply(message)
  if (automatic === 'outOfOffice') {
    const subject = message.headers.find(({ name }) => name === 'subject')?.value ?? ''
    return { class: 'outOfOffice', returnsOn: returnDate(`${subject} \n ${message.text}`, receivedOn) }
  }
  return { class: automatic ?? 'reply' }
}

function classOfNotice(notice: AmazonNotice): Classified {
  if (notice.kind !== 'bounce') {
    const { kind, addresses } = notice
    return kind === 'complaint' ? { class: kind, addresses, asksToStop: true } : { class: kind, addresses }
  }
  const recipients = notice.failed.map(({ address, status, words }) => undelivered(address, `${status} ${words}`))
  return { class: 'bounce', recipients }
}

/** RFC 8098: shown to a person, or thrown away unread; a receipt says nothing of the debt. */
const isReadReceipt = (message: ParsedMessage): boolean =>
  message.reports.some(
    ({ type, text }) =>
      type === 'message/disposition-notification' &&
      readFieldGroups(text).some(
        (group) => afterType(group.get('disposition') ?? '') !== '' || group.has('final-recipient'),
      ),
  )
