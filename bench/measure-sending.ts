/**
 * Composing messages and handing them to a mail server, against a bare client that hands over the same bytes on as many
 * lines, in turns, in the same run. Prints JSON: `node bench/measure-sending.ts --messages 10000 --lines 8`.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { tones } from '@quittance/core/dunning/scenario.ts'
import { defaultMessages } from '@quittance/core/dunning/write-reminder/default-messages.ts'
import { exampleFacts } from '@quittance/core/dunning/write-reminder/example-facts.ts'
import { prepareMessage } from '@quittance/core/dunning/write-reminder/prepare-message.ts'
import { transferCode } from '@quittance/core/dunning/write-reminder/transfer-code.ts'
import { mailOfWritten } from '@quittance/server/dunning/messages/outgoing-mail.ts'
import { renderMessage } from '@quittance/server/dunning/templates/render-message.ts'
import { compose } from '@quittance/server/platform/mail/compose.ts'
import { smtpSessions } from '@quittance/server/platform/mail/smtp-sessions.ts'
import { patientTimeouts, type SmtpSettings } from '@quittance/server/platform/mail/smtp-settings.ts'

const { values } = parseArgs({
  options: { messages: { type: 'string', default: '10000' }, lines: { type: 'string', default: '8' } },
})
const messages = Number(values.messages)
const lines = Number(values.lines)
const from = 'compta@vauquelin.example'
const sentAt = new Date('2026-11-23T09:00:00Z')

const numbers = Array.from({ length: messages }, (_, index) => index)
const recipient = (index: number): string => `compta@client-${index}.example`

/** One message from the facts of one customer, as the sender writes it: text, HTML, table, SEPA code, headers. */
function composed(index: number): Promise<Buffer> {
  const language = index % 5 === 0 ? 'en' : 'fr'
  const example = exampleFacts(language)
  const items = example.items.slice(0, 1 + (index % 2)).map((item, place) => ({
    ...item,
    invoiceNumber: `F-2026-${index}-${place}`,
    amountDue: { ...item.amountDue, amount: item.amountDue.amount + index },
  }))
  const facts = { ...example, customer: { ...example.customer, name: `Client ${index}` }, items }
  const code = transferCode({ ...facts, customerCode: `C-${index}` })
  const template = defaultMessages[language][tones[index % 4] ?? 'neutral']
  const { subject, text, html } = renderMessage(template, prepareMessage(facts), language, code)
  return compose(
    mailOfWritten({
      from: { name: 'Atelier Vauquelin', address: from },
      replyTo: null,
      to: [{ name: null, address: recipient(index) }],
      cc: [],
      subject,
      text,
      html,
      earlier: [],
      transfer: html.includes('cid:') ? (code?.text ?? null) : null,
      messageId: `<q.${index}@vauquelin.example>`,
      id: index,
      language,
      sentAt,
      files: [],
    }),
  )
}

const settings = (port: number): SmtpSettings => ({
  host: '127.0.0.1',
  port,
  security: 'none',
  login: null,
  allowClearTextPassword: false,
  trustedCertificate: null,
  clientName: 'bench',
  timeouts: patientTimeouts,
})

/** Shares the messages between the lines; each line does its own one after the other. */
async function shared(work: (index: number, line: number) => Promise<void>): Promise<number> {
  const start = performance.now()
  let next = 0
  const one = async (line: number) => {
    for (let index = next++; index < messages; index = next++) await work(index, line)
  }
  await Promise.all(Array.from({ length: lines }, (_, line) => one(line)))
  return messages / ((performance.now() - start) / 1000)
}

/** What Quittance does: composes each message and hands it over on lines that stay open. */
async function ours(port: number): Promise<number> {
  const sessions = smtpSessions()
  const speed = await shared(async (index) => {
    const outcome = await sessions.send(settings(port), { from, to: [recipient(index)] }, await composed(index))
    if (outcome.kind !== 'accepted') throw new Error(`message ${index}: ${JSON.stringify(outcome)}`)
  })
  sessions.close()
  return speed
}

/** The same lines, with messages that are composed beforehand. */
async function handingOnly(port: number, raws: readonly Buffer[]): Promise<number> {
  const sessions = smtpSessions()
  const speed = await shared(async (index) => {
    const outcome = await sessions.send(
      settings(port),
      { from, to: [recipient(index)] },
      raws[index] ?? Buffer.alloc(0),
    )
    if (outcome.kind !== 'accepted') throw new Error(`message ${index}: ${JSON.stringify(outcome)}`)
  })
  sessions.close()
  return speed
}

/**
 * Nothing but a socket, and the same conversation: one message after the other on each line, a command, its answer, the bytes, a dot, its
 * answer; a fresh line after a hundred messages, as ours.
 */
async function bare(port: number, raws: readonly Buffer[]): Promise<number> {
  const open: BareLine[] = []
  const speed = await shared(async (index, line) => {
    const used = open[line] ?? (await bareLine(port))
    open[line] = used
    await used.say(`MAIL FROM:<${from}>\r\n`)
    await used.say(`RCPT TO:<${recipient(index)}>\r\n`)
    await used.say('DATA\r\n')
    used.socket.cork()
    used.socket.write(raws[index] ?? '')
    const answer = used.say('\r\n.\r\n')
    used.socket.uncork()
    await answer
    used.sent += 1
    if (used.sent < 100) return
    used.socket.end('QUIT\r\n')
    delete open[line]
  })
  for (const line of open) line?.socket.end('QUIT\r\n')
  return speed
}

interface BareLine {
  readonly socket: Socket
  /** Sends, and waits for the answer. */
  readonly say: (text: string) => Promise<void>
  sent: number
}

async function bareLine(port: number): Promise<BareLine> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true })
  let waiting: (() => void) | undefined
  socket.on('data', (chunk) => chunk.at(-1) === 10 && waiting?.())
  const answer = () =>
    new Promise<void>((resolve) => {
      waiting = resolve
    })
  await answer()
  const say = (text: string) => {
    const answered = answer()
    socket.write(text)
    return answered
  }
  await say('EHLO bench\r\n')
  return { socket, say, sent: 0 }
}

const sink: ChildProcess = spawn(process.execPath, [join(import.meta.dirname, 'smtp-sink.ts')], {
  stdio: ['ignore', 'pipe', 'inherit'],
})
const said = createInterface({ input: sink.stdout as NonNullable<ChildProcess['stdout']> })[Symbol.asyncIterator]()
const port = Number((await said.next()).value)
try {
  const start = performance.now()
  const raws = await Promise.all(numbers.map(composed))
  const composing = messages / ((performance.now() - start) / 1000)
  const rounds: { ours: number; handing: number; bare: number }[] = []
  for (let round = 0; round < 3; round += 1) {
    rounds.push({ bare: await bare(port, raws), ours: await ours(port), handing: await handingOnly(port, raws) })
  }
  const median = (of: 'ours' | 'handing' | 'bare') => rounds.map((one) => one[of]).toSorted((a, b) => a - b)[1] ?? 0
  const whole = (speed: number) => Math.round(speed)
  process.stdout.write(
    `${JSON.stringify({
      messages,
      lines,
      bytesOfMessage: whole(raws.reduce((sum, raw) => sum + raw.length, 0) / messages),
      composedPerSecond: whole(composing),
      composedAndHandedPerSecond: whole(median('ours')),
      handedPerSecond: whole(median('handing')),
      barePerSecond: whole(median('bare')),
      ratio: Math.round((median('ours') / median('bare')) * 100) / 100,
      handingRatio: Math.round((median('handing') / median('bare')) * 100) / 100,
      machine: { cpus: cpus().length, model: cpus()[0]?.model ?? '', node: process.version },
    })}\n`,
  )
} finally {
  sink.kill('SIGTERM')
  await once(sink, 'exit')
}
