import { bounceReason, isHardReason } from './bounce-reason.ts'
import { failedIn, wordsOf } from './failed-addresses.ts'
import { findCodes } from './find-codes.ts'
import { addressesIn, headerOf, type ParsedMessage } from './parsed-message.ts'
import type { Undelivered } from './read-delivery-report.ts'

/** What a bounce that follows no standard tells to a reader: who did not get it, and why. */
export interface PlainBounce {
  readonly failed: readonly Undelivered[]
  readonly isDelay: boolean
}

/**
 * Does a machine of the mail say that a message did not arrive? Its sender, its form and its subject tell together;
 * without a machine's marks only words that no person writes do.
 */
export function isPlainBounce(message: ParsedMessage): boolean {
  if (headerOf(message, 'x-failed-recipients') !== '') return true
  if (/report-type="?delivery-status/i.test(headerOf(message, 'content-type'))) return true
  const subject = headerOf(message, 'subject')
  const says = bounceSubject.test(subject)
  const tells = bounceText.test(wordsOf(message))
  if (isDaemon(message)) return tells || message.returned.length > 0 || (says && !replied.test(subject))
  if (!says) return false
  if (headerOf(message, 'from').trim() === '<>') return true
  if (!replied.test(subject) && (isEmptyPath(message) || isGenerated(message))) return tells
  return machineWords.test(wordsOf(message)) && failedIn(message, wordsOf(message)).length > 0
}

const isGenerated = (message: ParsedMessage): boolean =>
  /^auto-(generated|replied)/i.test(headerOf(message, 'auto-submitted'))

// « Vos marchandises n’ont pas été livrées » is a person's; what could not be delivered must be a message.
const machineWords =
  /(your|the following) (e-?mail |mail )?(message|mail)\b[^\n]{0,120}\n?[^\n]{0,120}(could not|cannot|was not|can ?not) be delivered|(message|mail|courriel|courrier) (n'a|n’a) pas pu [eê]tre (d[ée]livr|remis|distribu|achemin)[^\n]{0,30}/i

const replied = /^\s*(re|rép|aw|sv|antw|tr|fwd?|wg)\s*(\[\d+\])?\s*:/i

/** Sent with an empty return path, as machines do so that nobody answers them (RFC 5321). */
export const isEmptyPath = (message: ParsedMessage): boolean => /^<\s*>$/.test(headerOf(message, 'return-path').trim())

/** The programs that carry mail sign with these names. */
function isDaemon(message: ParsedMessage): boolean {
  const from = `${headerOf(message, 'from')} ${headerOf(message, 'sender')}`
  return daemonName.test(from)
}

const daemonName =
  /mailer[- ]?daemon|post[ _]?master|mail ?(delivery|deliver|transport) ?(sub-?)?(system|service|agent)|mail[- ]?(administrator|system|router|gateway)\b|mdaemon|mmdf|smtp(32)? ?(gateway|server)|undeliverable|non-?delivery|delivery[- ]?(status|notification|failure|reports?)|bounce(s|d)?[-+@]|microsoft exchange|system administrator|systemadministrator|internet mail (delivery|service)|mailsweeper|mailmarshal|uucp@|exchange@|messaging[- ]server/i

const bounceSubject =
  /undeliver|un-?deliverable|non[- ]?(deliver|remis)|not? (be )?(deliver|sent)|returned (e-?)?mail|mail returned|return(ed|ing) (message|to sender)|fail(ure|ed)[^\n]{0,30}(deliver|notice|notification|mail|message|report|send|transmi)|(deliver(y|ing)|mail|message|sending|transmission|send)[^\n]{0,40}(fail|error|problem|status|delay|warning|unsuccess|report|abort|reject|notif|impossible|not possible)|delivery (has )?(failed|failure)|could not send|can ?not be (delivered|sent)|could(n't| not) be delivered|bounce[d]? (mail|message)|warning[^\n]{0,20}(mail|message|could not)|rejected|user unknown|unknown user|(échec|echec|erreur|retard)[^\n]{0,30}(remise|envoi|distribution|livraison|acheminement)|(message|courriel|courrier|mail|notification)[^\n]{0,30}non[- ](remis|distribu|délivr|livr)|remise impossible|avis de non[- ]|unzustellbar|nicht zugestellt|zustell(ung|bar)[^\n]{0,20}(fehl|nicht|problem)|fehler bei|no (se )?(ha )?(podido )?entreg|devuelto|mancata consegna|não entregue|delivery report|mail failure|permanent(ly)? (fail|error)|配信|エラー|送信|недостав|не доставлен/i

const bounceText =
  /could( not|n't) (be )?(deliver|sen[dt])|(un|not )able to deliver|undeliver(able|ed)|not be delivered|was not delivered|delivery (has |to the )?[^\n]{0,60}failed|fail(ed|ure)[^\n]{0,20} deliver|following (address|recipient|destination)|permanent(ly)? (fail|fatal|error)|fatal errors?|returned (to you|below|unopened|because)|user unknown|unknown user|did not reach|didn't reach|wasn't delivered|rejected your message|sorry it didn't work out|giving up on it|mailbox (is )?full|has been (postponed|delayed|rejected|refused)|n'a pas (pu|été)[^\n]{0,40}(remis|distribu|délivr|achemin)|n'ont pas (pu|reçu)|konnte nicht|nicht zugestellt|no (pudo|se pudo)|delivery (errors?|problem)|transcript of session|addresses had|error (message|from)|doesn't exist|does not exist|no such user|error message below|was rejected|error[^\n]{0,30} (occurred|delivering)[^\n]{0,40}|invalid user|envelope expired/i

/** Who did not get it: the header of Exim, then the addresses told before the returned message begins. */
export function readPlainBounce(message: ParsedMessage): PlainBounce {
  const told = wordsOf(message)
  const subject = headerOf(message, 'subject')
  const listed = headerOf(message, 'x-failed-recipients')
  const addresses = listed === '' ? failedIn(message, told) : addressesIn(listed)
  const isDelay = delay.test(subject) || (delay.test(told) && !finalWords.test(told))
  if (addresses.length === 0) return { failed: [undelivered(null, told)], isDelay }
  const failed = addresses.map((address) => {
    const others = addresses.filter((one) => one !== address)
    return undelivered(address, others.length === 0 ? told : paragraphOf(told, address, others))
  })
  return { failed, isDelay }
}

const delay =
  /will (continue|keep) (to |on )?(re)?try|(still|yet) (be )?(being )?(tried|trying|retr)|delivery attempts will continue|has been (postponed|delayed)|delay(ed)? (mail|delivery)|warning[^\n]{0,30}(could not|delayed|still)|(this is a |a )warning (message )?only|do not need to re-?send|no action is required|will be retried|mail delivery warning/i
const finalWords = /giving up|permanent|i've given up|undeliverable to|has failed|returned to/i

/** Wherever a line names one recipient, on to the line that names another. */
function paragraphOf(told: string, address: string, others: readonly string[]): string {
  const lines = told.split('\n')
  const names = (line: string, one: string) => line.toLowerCase().includes(one.toLowerCase())
  return lines
    .flatMap((line, at) => {
      if (!names(line, address)) return []
      const length = lines.slice(at + 1, at + 12).findIndex((next) => others.some((one) => names(next, one)))
      return lines.slice(at, length === -1 ? at + 12 : at + 1 + length)
    })
    .join('\n')
}

/** What became of the message for one recipient, as the words about him tell. */
export function undelivered(address: string | null, words: string): Undelivered {
  const { status, replyCode } = findCodes(words)
  const reason = bounceReason({ status, replyCode, text: words })
  const isForNow = status.startsWith('4') || (status === '' && replyCode.startsWith('4'))
  return {
    address,
    status: status || null,
    replyCode: replyCode || null,
    reason,
    isHard: isHardReason(reason) && !isForNow,
    diagnostic: words.trim().slice(0, 1000),
  }
}
