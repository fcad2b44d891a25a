import { SMTPServer } from 'smtp-server'

/** How the mail server behaves: honest, refusing for now, or losing its line before or after it kept a message. */
export const moods = ['honest', 'busy', 'greylisting', 'dropsBefore', 'dropsAfter'] as const
export type Mood = (typeof moods)[number]

/** A message that a customer has in the mailbox, whatever the program believes. */
export interface Delivered {
  readonly to: readonly string[]
  readonly raw: Buffer
}

export interface PostOffice {
  readonly port: number
  mood: Mood
  /** Addresses that nobody has. */
  readonly unknown: Set<string>
  /** What was delivered since the last call, in order. */
  collect(): Delivered[]
  stop(): Promise<void>
}

const refusal = (code: number, words: string): Error => Object.assign(new Error(words), { responseCode: code })

/** A real SMTP server on 127.0.0.1 that has good and bad days. */
export async function openPostOffice(): Promise<PostOffice> {
  let delivered: Delivered[] = []
  let every = 0
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 200,
    onMailFrom: (_address, _session, done) =>
      done(office.mood === 'busy' ? refusal(421, '4.3.2 try again later') : null),
    onRcptTo({ address }, _session, done) {
      if (office.unknown.has(address)) return done(refusal(550, '5.1.1 no such user'))
      every += 1
      done(office.mood === 'greylisting' && every % 2 === 0 ? refusal(450, '4.7.1 greylisted') : null)
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        every += 1
        const cuts = (office.mood === 'dropsBefore' || office.mood === 'dropsAfter') && every % 3 === 0
        if (!cuts || office.mood === 'dropsAfter') {
          delivered.push({ to: session.envelope.rcptTo.map(({ address }) => address), raw: Buffer.concat(chunks) })
        }
        if (cuts) cutLine(server, session.id)
        else done(null, 'Kept')
      })
    },
  })
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.server.address()
  if (address === null || typeof address === 'string') throw new Error('The post office has no port')
  const office: PostOffice = {
    port: address.port,
    mood: 'honest',
    unknown: new Set(),
    collect() {
      const all = delivered
      delivered = []
      return all
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
  return office
}

/** The line of that session falls without an answer. */
function cutLine(server: SMTPServer, id: string): void {
  for (const connection of server.connections as Set<{ session: { id: string }; _socket: { destroy(): void } }>) {
    if (connection.session.id === id) connection._socket.destroy()
  }
}
