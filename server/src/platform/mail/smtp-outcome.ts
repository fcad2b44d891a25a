import type { RefusalDetail } from './read-refusal.ts'

/** One recipient the server would not take, with its own answer. */
export interface RefusedRecipient {
  readonly address: string
  readonly code: number
  /** RFC 3463, '5.1.1'; null when the server gave none. */
  readonly enhanced: string | null
  readonly reply: string
  readonly detail: RefusalDetail
}

/** What became of a message handed to an SMTP server. Only `accepted` left for sure; only `uncertain` may have left. */
export type SendOutcome = Accepted | Temporary | Permanent | Uncertain | NotConnected

/** The server took charge (250 after the final dot), for every recipient but the refused ones. */
export interface Accepted {
  readonly kind: 'accepted'
  readonly reply: string
  /** Microsoft 365 and Amazon SES put their own Message-ID in place of ours: replies will quote that one. */
  readonly serverMessageId: string | null
  readonly refused: readonly RefusedRecipient[]
}

/** Nothing left; the same message may be tried again later under the same Message-ID. */
export interface Temporary {
  readonly kind: 'temporary'
  /** Null when the connection was lost before the final dot, without an answer. */
  readonly code: number | null
  readonly enhanced: string | null
  readonly reply: string
  readonly detail: RefusalDetail | 'connectionLost'
  readonly safeToRetry: true
  readonly refused: readonly RefusedRecipient[]
}

/** Nothing left, and trying again will not help: another address, another content, or our own standing must change. */
export interface Permanent {
  readonly kind: 'permanent'
  /** Null when the refusal is ours, before the server was asked. */
  readonly code: number | null
  readonly enhanced: string | null
  readonly reply: string
  readonly scope: 'address' | 'policy' | 'content'
  readonly detail: RefusalDetail
  readonly refused: readonly RefusedRecipient[]
}

/** The final dot may have left and no answer came back: the message may be with the customer. A person decides. */
export interface Uncertain {
  readonly kind: 'uncertain'
  readonly why: string
}

export type NotConnectedReason =
  | 'dns'
  | 'unreachable'
  | 'timeout'
  | 'tls'
  | 'tlsNotOffered'
  | 'certificate'
  | 'refused'
  | 'closed'
  | 'auth'
  | 'authNotOffered'
  | 'clearTextPassword'

/** No session was opened: nothing was said about the message. */
export interface NotConnected {
  readonly kind: 'notConnected'
  readonly reason: NotConnectedReason
  /** Trying again later may help without anybody changing the settings. */
  readonly transient: boolean
  readonly why: string
  readonly code: number | null
}
