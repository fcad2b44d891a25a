/**
 * What an SMTP refusal means for us. Classes of RFC 3463; where a server gives no enhanced code, its place in the
 * dialogue and its words are all there is.
 */
export type RefusalDetail =
  | 'noSuchMailbox'
  | 'badDomain'
  | 'mailboxDisabled'
  | 'mailboxFull'
  | 'tooLarge'
  | 'slowDown'
  | 'policy'
  | 'content'
  | 'unspecified'

/** The command that was answered; 'data' is the answer to the command and `message` the answer to the final dot. */
export type RefusedAt = 'connection' | 'sender' | 'recipient' | 'data' | 'message'

export interface Refusal {
  readonly code: number
  readonly enhanced: string | null
  readonly reply: string
  readonly detail: RefusalDetail
  /** True when a later try of the same message may be taken. */
  readonly temporary: boolean
  readonly scope: 'address' | 'policy' | 'content'
}

const replyShape = /^([45]\d{2})(?:[ -]+([245]\.\d{1,3}\.\d{1,3})(?=\s|$))?/

/** Reads an answer of class 4 or 5; null for anything else, which is not a refusal. */
export function readRefusal(reply: string, at: RefusedAt): Refusal | null {
  const match = replyShape.exec(reply)
  if (!match) return null
  const code = Number(match[1])
  const enhanced = match[2] ?? null
  const detail = detailOf({ code, enhanced, reply, at })
  return {
    code,
    enhanced,
    reply,
    detail,
    // A full mailbox is emptied some day, whatever the class of the answer.
    temporary: code < 500 || detail === 'mailboxFull',
    scope: scopeOf(detail, at),
  }
}

/**
 * True when a recipient's answer says that the address itself is of no use. A full, slow or mistrustful server says
 * nothing of the kind.
 */
export const isDeadAddress = ({ code, detail }: { readonly code: number; readonly detail: RefusalDetail }): boolean =>
  code >= 500 && ['noSuchMailbox', 'badDomain', 'mailboxDisabled', 'unspecified'].includes(detail)

interface Answer {
  readonly code: number
  readonly enhanced: string | null
  readonly reply: string
  readonly at: RefusedAt
}

function detailOf(answer: Answer): RefusalDetail {
  const known = answer.enhanced && byEnhancedCode(answer.enhanced.slice(2), answer)
  if (known) return known
  if (speaksOfPolicy(answer.reply)) return answer.code < 500 ? 'slowDown' : 'policy'
  if (/\b(?:quota|mailbox (?:is )?full|over ?quota)\b/i.test(answer.reply)) return 'mailboxFull'
  return byReplyCode(answer)
}

/** `subject` is the code without its class: '1.1' of 5.1.1. Undefined where the code says nothing certain. */
function byEnhancedCode(subject: string, { code, at, reply }: Answer): RefusalDetail | undefined {
  // x.1.7 and x.1.8 speak of our own address, not of the customer's.
  if (subject === '1.7' || subject === '1.8') return 'policy'
  if (subject === '2.2') return 'mailboxFull'
  if (subject === '2.3' || subject === '3.4') return 'tooLarge'
  if (subject.startsWith('7.') || subject.startsWith('5.')) return code < 500 ? 'slowDown' : 'policy'
  // Servers that refuse spam with 5.1.x or 5.2.x exist; their words give them away.
  if (code >= 500 && speaksOfPolicy(reply)) return 'policy'
  if (subject === '1.2' || subject === '4.4') return 'badDomain'
  if (subject.startsWith('1.')) return at === 'sender' ? 'policy' : 'noSuchMailbox'
  if (subject === '2.1') return 'mailboxDisabled'
  if (subject.startsWith('6.')) return 'content'
  return undefined
}

function byReplyCode({ code, at }: Answer): RefusalDetail {
  if (code === 421 || code === 450 || code === 451) return 'slowDown'
  if (code === 452) return at === 'recipient' ? 'mailboxFull' : 'slowDown'
  if (code === 552) return at === 'recipient' ? 'mailboxFull' : 'tooLarge'
  if (code < 500) return 'unspecified'
  if (at === 'sender' || at === 'connection' || code === 530 || code === 503) return 'policy'
  if (at === 'recipient') return code === 550 || code === 551 || code === 553 ? 'noSuchMailbox' : 'unspecified'
  return at === 'message' ? 'content' : 'policy'
}

const speaksOfPolicy = (reply: string): boolean =>
  /\b(?:spam|policy|blocked|blacklist\w*|blocklist\w*|denylist\w*|reputation|dmarc|spf|dkim|relay(?:ing)?|authenticat\w+|banned)\b/i.test(
    reply,
  )

function scopeOf(detail: RefusalDetail, at: RefusedAt): 'address' | 'policy' | 'content' {
  if (detail === 'policy' || detail === 'slowDown') return 'policy'
  if (detail === 'content' || detail === 'tooLarge') return 'content'
  if (detail === 'unspecified') return at === 'recipient' ? 'address' : 'content'
  return 'address'
}
