import { type AddressInfo, createServer, type Socket } from 'node:net'

/** The moments at which a scripted server may leave the path. */
export type Moment =
  | 'greeting'
  | 'EHLO'
  | 'HELO'
  | 'STARTTLS'
  | 'AUTH'
  | 'MAIL'
  | 'RCPT'
  | 'DATA'
  | 'bodyStarts'
  | 'dot'
  | 'QUIT'

/** A reply to send, `drop` to cut the line, `silence` to say nothing, or a reply after which the line is cut. */
export type Behaviour = string | 'drop' | 'silence' | { readonly reply: string; readonly thenDrop: true }

export interface ScriptedServer {
  readonly port: number
  /** Lines taken since the beginning. */
  readonly lines: number
  /** Commands in the order they came, and how many bytes of body. */
  readonly heard: string[]
  /** Bytes of every body that was read up to its final dot. */
  readonly bodies: string[]
  stop(): Promise<void>
}

const honest: Record<Moment, Behaviour> = {
  greeting: '220 scripted ESMTP',
  EHLO: '250-scripted\r\n250 SIZE 10000000',
  HELO: '250 scripted',
  STARTTLS: '502 5.5.1 Not implemented',
  AUTH: '235 2.7.0 Accepted',
  MAIL: '250 2.1.0 Ok',
  RCPT: '250 2.1.5 Ok',
  DATA: '354 End with a dot',
  bodyStarts: 'silence',
  dot: '250 2.0.0 Ok: queued',
  QUIT: '221 2.0.0 Bye',
}

/** A TCP server on 127.0.0.1 that speaks SMTP honestly except where the script says otherwise. */
export async function startScriptedServer(
  script: Partial<Record<Moment, Behaviour | ((line: string) => Behaviour)>>,
): Promise<ScriptedServer> {
  const heard: string[] = []
  const bodies: string[] = []
  const sockets = new Set<Socket>()
  let lines = 0
  const server = createServer((socket) => {
    lines += 1
    sockets.add(socket)
    socket.on('error', () => undefined)
    socket.on('close', () => sockets.delete(socket))
    converse(socket, { pick: (moment, line) => pick(script, moment, line), heard, bodies })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    get lines() {
      return lines
    },
    heard,
    bodies,
    stop: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy()
        server.close(() => resolve())
      }),
  }
}

function pick(
  script: Partial<Record<Moment, Behaviour | ((line: string) => Behaviour)>>,
  moment: Moment,
  line: string,
): Behaviour {
  const scripted = script[moment] ?? honest[moment]
  return typeof scripted === 'function' ? scripted(line) : scripted
}

/** True when the line goes on. */
function act(socket: Socket, behaviour: Behaviour): boolean {
  if (behaviour === 'silence') return true
  if (behaviour === 'drop') {
    socket.destroy()
    return false
  }
  if (typeof behaviour === 'string') return socket.write(`${behaviour}\r\n`) || true
  socket.end(behaviour.reply)
  return false
}

interface Conversation {
  readonly pick: (moment: Moment, line: string) => Behaviour
  readonly heard: string[]
  readonly bodies: string[]
}

function converse(socket: Socket, { pick, heard, bodies }: Conversation): void {
  let waiting = ''
  let inBody = false
  const command = (line: string): void => {
    const verb = (line.split(' ')[0] ?? '').toUpperCase()
    heard.push(line)
    if (!(verb in honest)) return
    const answer = pick(verb as Moment, line)
    inBody = verb === 'DATA' && typeof answer === 'string' && answer.startsWith('354')
    act(socket, answer)
  }
  socket.on('data', (chunk) => {
    if (inBody && !socket.destroyed && waiting === '' && !act(socket, pick('bodyStarts', ''))) return
    waiting += chunk.toString('latin1')
    for (;;) {
      const end = inBody ? waiting.indexOf('\r\n.\r\n') : waiting.indexOf('\r\n')
      if (end < 0 || socket.destroyed) return
      const said = waiting.slice(0, end)
      waiting = waiting.slice(end + (inBody ? 5 : 2))
      if (!inBody) command(said)
      else {
        inBody = false
        bodies.push(said)
        act(socket, pick('dot', ''))
      }
    }
  })
  act(socket, pick('greeting', ''))
}
