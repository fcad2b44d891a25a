import { isIPv4 } from 'node:net'

/**
 * How the line is encrypted: from the first byte (465), by STARTTLS always (587), or, under 'none', only when the server
 * offers STARTTLS; then it must succeed.
 */
export type SmtpSecurity = 'tls' | 'starttls' | 'none'

export interface SmtpSettings {
  readonly host: string
  readonly port: number
  readonly security: SmtpSecurity
  readonly login: { readonly user: string; readonly password: string } | null
  /** Without it a password never travels in clear, except to this very machine. */
  readonly allowClearTextPassword: boolean
  /** PEM of the authority of an internal server whose certificate no public authority signed. */
  readonly trustedCertificate: string | null
  /** What we call ourselves in EHLO; null lets the host name decide. */
  readonly clientName: string | null
  readonly timeouts: SmtpTimeouts
}

export interface SmtpTimeouts {
  /** From the name look-up to the end of the TLS handshake. */
  readonly connectMs: number
  /** Silence after which the connection is given up. */
  readonly silenceMs: number
  /** From the first byte to just before the final dot: a server that answers each command late is given up, too. */
  readonly dialogueMs: number
}

/** RFC 5321 §4.5.3.2: the answer to the final dot may take ten minutes; giving up sooner makes uncertain messages. */
export const patientTimeouts: SmtpTimeouts = { connectMs: 30_000, silenceMs: 600_000, dialogueMs: 300_000 }

/** True for a host that is this machine: no network sees what is said to it. */
export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || (isIPv4(host) && host.startsWith('127.'))
