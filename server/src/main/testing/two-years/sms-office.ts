import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Mood } from './post-office.ts'

/** An SMS on a customer's telephone. */
export interface DeliveredSms {
  readonly to: string
  readonly id: string
  readonly text: string
}

export interface SmsOffice {
  readonly url: string
  mood: Mood
  /** What was delivered since the last call, in order. */
  collect(): DeliveredSms[]
  stop(): Promise<void>
}

/** What a request to this gateway says: number, id and text, a line each. */
export const smsTemplate = '{{to}}\n{{id}}\n{{text}}'

/** A gateway on 127.0.0.1 with good and bad days, as the mail server. */
export async function openSmsOffice(): Promise<SmsOffice> {
  let delivered: DeliveredSms[] = []
  let every = 0
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const piece of request) body += String(piece)
    const [to = '', id = '', ...text] = body.split('\n')
    every += 1
    const { mood } = office
    if (mood === 'busy') return response.writeHead(503).end('busy')
    if (mood === 'greylisting' && every % 2 === 0) return response.writeHead(429).end('slow down')
    const cuts = (mood === 'dropsBefore' || mood === 'dropsAfter') && every % 3 === 0
    if (!cuts || mood === 'dropsAfter') delivered.push({ to, id, text: text.join('\n') })
    if (cuts) return request.socket.destroy()
    return response.writeHead(202).end('taken')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const office: SmsOffice = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/sms`,
    mood: 'honest',
    collect() {
      const all = delivered
      delivered = []
      return all
    },
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
  return office
}
