import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { patientTimeouts, type SmtpSettings } from '../smtp-settings.ts'

/** A message as the server took it. */
export interface ReceivedMail {
  readonly from: string
  readonly to: readonly string[]
  readonly raw: Buffer
  /** The line was encrypted when it came. */
  readonly encrypted: boolean
  readonly signedInAs: string | null
}

export interface TestSmtp {
  readonly port: number
  /** In the order of arrival. */
  readonly received: readonly ReceivedMail[]
  /** Settings that reach this server. */
  readonly settings: SmtpSettings
  stop(): Promise<void>
}

export interface TestSmtpOptions {
  readonly login?: { readonly user: string; readonly password: string }
  readonly certificate?: { readonly key: string; readonly cert: string }
  /** 'tls' encrypts from the first byte; else STARTTLS is offered when there is a certificate. */
  readonly implicitTls?: boolean
  /** 0, the default, takes any free port. */
  readonly port?: number
  /** Answers RCPT TO with a refusal (« 550 5.1.1 no such user ») instead of taking the recipient; null takes it. */
  readonly refuse?: (address: string) => string | null
}

/** A real SMTP server on 127.0.0.1 that keeps what it receives in memory and sends nothing on. */
export async function startTestSmtp(options: TestSmtpOptions = {}): Promise<TestSmtp> {
  const received: ReceivedMail[] = []
  const server = new SMTPServer({ ...serverOptions(options), ...keepIn(received) })
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve))
  const address = server.server.address()
  if (address === null || typeof address === 'string') throw new Error('The test SMTP server has no port')
  return {
    port: address.port,
    received,
    settings: settingsFor(options, address.port),
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

function serverOptions(options: TestSmtpOptions): SMTPServerOptions {
  const disabled = [...(options.login ? [] : ['AUTH']), ...(options.certificate ? [] : ['STARTTLS'])]
  return {
    secure: options.implicitTls === true,
    ...(options.certificate ?? {}),
    disabledCommands: disabled,
    authOptional: !options.login,
    allowInsecureAuth: true,
    disableReverseLookup: true,
    closeTimeout: 200,
    onRcptTo({ address }, _session, callback) {
      const refusal = options.refuse?.(address) ?? null
      callback(
        refusal === null
          ? null
          : Object.assign(new Error(refusal.slice(4)), { responseCode: Number(refusal.slice(0, 3)) }),
      )
    },
    onAuth(auth, _session, callback) {
      const known = options.login && auth.username === options.login.user && auth.password === options.login.password
      if (known) callback(null, { user: auth.username ?? '' })
      else callback(Object.assign(new Error('5.7.8 Authentication credentials invalid'), { responseCode: 535 }))
    },
  }
}

const keepIn = (received: ReceivedMail[]): SMTPServerOptions => ({
  onData(stream, session, callback) {
    const chunks: Buffer[] = []
    stream.on('data', (chunk: Buffer) => chunks.push(chunk))
    stream.on('end', () => {
      received.push({
        from: session.envelope.mailFrom === false ? '' : session.envelope.mailFrom.address,
        to: session.envelope.rcptTo.map((recipient) => recipient.address),
        raw: Buffer.concat(chunks),
        encrypted: session.secure,
        signedInAs: typeof session.user === 'string' ? session.user : null,
      })
      callback(null, 'Kept')
    })
  },
})

const settingsFor = (options: TestSmtpOptions, port: number): SmtpSettings => ({
  host: '127.0.0.1',
  port,
  security: options.implicitTls ? 'tls' : options.certificate ? 'starttls' : 'none',
  login: options.login ?? null,
  allowClearTextPassword: false,
  trustedCertificate: options.certificate?.cert ?? null,
  clientName: null,
  timeouts: patientTimeouts,
})
