import type { ParsedMessage } from './parsed-message.ts'

interface Notice {
  readonly notificationType?: unknown
  readonly bounce?: { readonly bouncedRecipients?: unknown }
  readonly complaint?: { readonly complainedRecipients?: unknown }
  readonly delivery?: { readonly recipients?: unknown }
}

/** Addresses that a notice of Amazon SES, sent on by its notification service, calls bounced, complaining or reached. */
export type AmazonNotice =
  | { readonly kind: 'bounce'; readonly failed: readonly { address: string; status: string; words: string }[] }
  | { readonly kind: 'complaint' | 'delivered'; readonly addresses: readonly string[] }

/** The JSON in the text of the notice (https://docs.aws.amazon.com/ses/latest/dg/notification-contents.html), or null. */
export function readAmazonNotice({ text }: Pick<ParsedMessage, 'text'>): AmazonNotice | null {
  // Mail programs break its one long line.
  const start = text.trimStart().replaceAll('\r\n', '\n')
  if (!start.startsWith('{') || start.length > 200_000) return null
  const end = start.indexOf('\n--\n')
  const json = end === -1 ? start : start.slice(0, end)
  const notice = noticeIn(objectIn(json) ?? objectIn(json.replaceAll('\n', '')))
  if (notice?.notificationType === 'Bounce') {
    const failed = recipients(notice.bounce?.bouncedRecipients).map((one) => ({
      address: String(one['emailAddress'] ?? ''),
      status: String(one['status'] ?? ''),
      words: String(one['diagnosticCode'] ?? ''),
    }))
    return failed.length > 0 ? { kind: 'bounce', failed } : null
  }
  if (notice?.notificationType === 'Delivery') {
    const { recipients: arrived } = notice.delivery ?? {}
    return { kind: 'delivered', addresses: Array.isArray(arrived) ? arrived.map(String) : [] }
  }
  if (notice?.notificationType !== 'Complaint') return null
  return {
    kind: 'complaint',
    addresses: recipients(notice.complaint?.complainedRecipients).map((one) => String(one['emailAddress'] ?? '')),
  }
}

/** Delivered as it is, or as a text in the envelope of the notification service. */
function noticeIn(object: Record<string, unknown> | null): Notice | null {
  if (object === null) return null
  const inner = object['Message']
  return typeof inner === 'string' ? objectIn(inner) : object
}

function objectIn(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text.slice(0, text.lastIndexOf('}') + 1))
    return isRecord(value) ? value : null
  } catch {
    return null
  }
}

const recipients = (value: unknown): Record<string, unknown>[] => (Array.isArray(value) ? value.filter(isRecord) : [])

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
