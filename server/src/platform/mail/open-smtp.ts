import SMTPConnection from 'nodemailer/lib/smtp-connection'
import type { NotConnected, NotConnectedReason } from './smtp-outcome.ts'
import { isLoopback, type SmtpSettings } from './smtp-settings.ts'

/** A step of opening the session, told as it is passed. */
export type OpeningStep = 'connected' | 'encrypted' | 'authenticated'

export interface OpenSession {
  readonly kind: 'open'
  readonly connection: SMTPConnection
  /** The line is encrypted. */
  readonly encrypted: boolean
}

interface SmtpError extends Error {
  readonly code?: string | undefined
  readonly originalCode?: string | undefined
  readonly response?: string | undefined
  readonly responseCode?: number | undefined
}

/** Connects, encrypts and signs in. The caller closes the connection of an open session. */
export async function openSmtp(
  settings: SmtpSettings,
  passed: (step: OpeningStep) => void = () => undefined,
): Promise<OpenSession | NotConnected> {
  const connection = new SMTPConnection(connectionOptions(settings))
  const patience = setTimeout(() => connection.emit('error', tooSlow()), settings.timeouts.dialogueMs)
  try {
    return await opened(settings, connection, passed)
  } finally {
    clearTimeout(patience)
  }
}

const tooSlow = (): SmtpError => Object.assign(new Error('The server takes too long to answer'), { code: 'ETIMEDOUT' })

async function opened(
  settings: SmtpSettings,
  connection: SMTPConnection,
  passed: (step: OpeningStep) => void,
): Promise<OpenSession | NotConnected> {
  const failure = await connect(connection)
  if (failure) return closed(connection, notConnected(failure, reasonOf(failure)))

  passed('connected')
  const encrypted = connection.secure === true
  if (encrypted) passed('encrypted')
  if (settings.login) {
    const refused = refusalToSignIn(settings, connection, encrypted)
    if (refused) return closed(connection, refused)
    const loginFailure = await logIn(connection, settings.login)
    if (loginFailure) return closed(connection, notConnected(loginFailure, loginReason(loginFailure)))
    passed('authenticated')
  }
  return { kind: 'open', connection, encrypted }
}

function connectionOptions(settings: SmtpSettings) {
  const { connectMs, silenceMs } = settings.timeouts
  return {
    host: settings.host,
    port: settings.port,
    secure: settings.security === 'tls',
    requireTLS: settings.security === 'starttls',
    ...(settings.clientName === null ? {} : { name: settings.clientName }),
    connectionTimeout: connectMs,
    greetingTimeout: connectMs,
    dnsTimeout: connectMs,
    socketTimeout: silenceMs,
    socketCloseTimeout: 2000,
    allowInternalNetworkInterfaces: true,
    tls: {
      minVersion: 'TLSv1.2' as const,
      ...(settings.trustedCertificate === null ? {} : { ca: settings.trustedCertificate }),
    },
  }
}

function connect(connection: SMTPConnection): Promise<SmtpError | undefined> {
  return new Promise((resolve) => {
    // Stays for the life of the connection: an error after this promise is told through the callback of the command.
    connection.on('error', (error: SmtpError) => resolve(error))
    connection.once('end', () => setImmediate(() => resolve(new Error('The server closed the connection'))))
    connection.connect((error) => resolve(error ?? undefined))
  })
}

function logIn(connection: SMTPConnection, login: { user: string; password: string }): Promise<SmtpError | undefined> {
  return new Promise((resolve) => {
    connection.on('error', (error: SmtpError) => resolve(error))
    connection.once('end', () => setImmediate(() => resolve(new Error('The server closed the connection'))))
    const credentials = { user: login.user, pass: login.password }
    connection.login({ ...credentials, credentials }, (error) => resolve(error ?? undefined))
  })
}

function refusalToSignIn(
  settings: SmtpSettings,
  connection: SMTPConnection,
  encrypted: boolean,
): NotConnected | undefined {
  if (!encrypted && !settings.allowClearTextPassword && !isLoopback(settings.host)) {
    const why = `${settings.host}:${settings.port} offers no encryption: the password was not sent`
    return { kind: 'notConnected', reason: 'clearTextPassword', transient: false, why, code: null }
  }
  if (!connection.allowsAuth) {
    const why = `${settings.host}:${settings.port} does not let anybody sign in: use another port, or remove the password`
    return { kind: 'notConnected', reason: 'authNotOffered', transient: false, why, code: null }
  }
  return undefined
}

const loginReason = (error: SmtpError): NotConnectedReason => (error.code === 'EAUTH' ? 'auth' : reasonOf(error))

function reasonOf(error: SmtpError): NotConnectedReason {
  if (error.code === 'EDNS') return 'dns'
  if (error.code === 'ETIMEDOUT') return 'timeout'
  if (isCertificateCode(error.originalCode)) return 'certificate'
  if (error.code === 'ETLS' && error.response !== undefined) return 'tlsNotOffered'
  if (error.code === 'ETLS' || isTlsCode(error.originalCode)) return 'tls'
  if (error.responseCode) return 'refused'
  return error.code === 'ESOCKET' && !lostCodes.has(error.originalCode ?? '') ? 'unreachable' : 'closed'
}

const lostCodes = new Set(['ECONNRESET', 'EPIPE'])

/** Nobody vouches for it, it is out of date, or it is that of another server. */
const isCertificateCode = (code: string | undefined): boolean =>
  code !== undefined && /^(?:CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|ERR_TLS_CERT_)/.test(code)

const isTlsCode = (code: string | undefined): boolean =>
  code !== undefined && /^(?:ERR_TLS|ERR_SSL|EPROTO|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|ERR_OSSL)/.test(code)

const waitingHelps = new Set<NotConnectedReason>(['dns', 'unreachable', 'timeout', 'closed'])

function notConnected(error: SmtpError, reason: NotConnectedReason): NotConnected {
  const code = error.responseCode ?? null
  const transient = code === null ? waitingHelps.has(reason) : code < 500
  // What Node.js adds about its own command line helps nobody at the screen.
  const why = (error.response ?? error.message).replace(/; if the root CA is installed locally.*$/s, '')
  return { kind: 'notConnected', reason, transient, why, code }
}

function closed(connection: SMTPConnection, outcome: NotConnected): NotConnected {
  connection.close()
  return outcome
}
