import { addressesIn, headerOf, type ParsedMessage } from './parsed-message.ts'
import { afterType, readFieldGroups } from './read-fields.ts'

/** Somebody told his provider that our message was unwanted (RFC 5965), or pressed its button to hear no more of us. */
export interface Complaint {
  /** Who complained; providers often leave it out. */
  readonly addresses: readonly string[]
  /** False for reports about authentication and for « this is no spam » after all. */
  readonly asksToStop: boolean
}

/** The feedback report of RFC 5965 or one like it, or null when the message is none. */
export function readComplaint(message: ParsedMessage): Complaint | null {
  const part = message.reports.find(({ type }) => type === 'message/feedback-report')
  if (part) {
    const groups = readFieldGroups(part.text)
    const fields = groups.find((group) => group.has('feedback-type')) ?? groups[0]
    const told = ['original-rcpt-to', 'removal-recipient'].flatMap((name) =>
      addressesIn(afterType(fields?.get(name) ?? '')),
    )
    return {
      addresses: told.length > 0 ? [...new Set(told)] : recipientsOf(message),
      asksToStop: !/^(not-spam|auth-failure|virus|dmarc)/i.test(fields?.get('feedback-type') ?? 'abuse'),
    }
  }
  if (isOldStyle(message)) return { addresses: recipientsOf(message), asksToStop: true }
  return isUnsubscribing(message) ? { addresses: addressesIn(headerOf(message, 'from')), asksToStop: true } : null
}

const oldStyle = /complaint about message from|abuse report|spam (complaint|report)|email feedback report/i

/** Before RFC 5965: the loops of AOL and Hotmail. */
const isOldStyle = (message: ParsedMessage): boolean =>
  headerOf(message, 'x-loop') === 'scomp' ||
  headerOf(message, 'x-hmxmroriginalrecipient') !== '' ||
  (message.returned.length > 0 && oldStyle.test(headerOf(message, 'subject')))

/** A mail program sends this when its reader presses « unsubscribe »; a person who writes the word is read by a person. */
const isUnsubscribing = (message: ParsedMessage): boolean =>
  /^\s*(unsubscribe|opt-?out|d[ée]sinscription|se d[ée]sabonner)\s*$/i.test(headerOf(message, 'subject')) &&
  /^auto-/i.test(headerOf(message, 'auto-submitted'))

function recipientsOf(message: ParsedMessage): string[] {
  const hotmail = headerOf(message, 'x-hmxmroriginalrecipient')
  if (hotmail !== '') return addressesIn(hotmail)
  return message.returned.flatMap((head) => addressesIn(readFieldGroups(head)[0]?.get('to') ?? ''))
}
