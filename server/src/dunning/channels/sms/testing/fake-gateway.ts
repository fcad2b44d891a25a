import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface AskedOfGateway {
  readonly method: string
  readonly url: string
  readonly headers: IncomingMessage['headers']
  readonly body: string
}

export interface FakeGateway {
  readonly url: string
  readonly asked: AskedOfGateway[]
  /** What it does with the next requests: a status, silence, or cutting the line. */
  behave(how: number | 'silence' | 'drop'): void
  stop(): Promise<void>
}

/** A real HTTP server on 127.0.0.1 that keeps what it is asked and sends nothing on. */
export async function startFakeGateway(): Promise<FakeGateway> {
  const asked: AskedOfGateway[] = []
  let how: number | 'silence' | 'drop' = 202
  const answer = (request: IncomingMessage, response: ServerResponse, body: string) => {
    asked.push({ method: request.method ?? '', url: request.url ?? '', headers: request.headers, body })
    if (how === 'drop') request.socket.destroy()
    else if (how !== 'silence')
      response.writeHead(how, { 'content-type': 'application/json' }).end('{"message":"said"}')
  }
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (piece) => {
      body += String(piece)
    })
    request.on('end', () => answer(request, response, body))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/sms`,
    asked,
    behave: (next) => {
      how = next
    },
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
