import type { AddressInfo } from 'node:net'
import { parseArgs } from 'node:util'
import { daysBetween, parseIsoDate } from '@quittance/core/calendar/calendar-date.ts'
import type { FastifyInstance } from 'fastify'
import { removeLeftCopies } from '../imports/reading/left-copies.ts'
import { type Clock, systemClock, today } from '../platform/clock.ts'
import { addressAt, type Config, readConfig } from '../platform/config.ts'
import { keepHeapSmall } from '../platform/keep-heap-small.ts'
import { openPlatform } from '../platform/open-platform.ts'
import { StartRefusal } from '../platform/start-refusal.ts'
import { buildApplication } from './application.ts'
import { languageOf } from './command-line/terminal.ts'
import { composeContext } from './context.ts'
import { openQueue } from './queue.ts'
import { startJobs } from './schedule.ts'
import { sentenceOf, speak } from './terminal-words.ts'
import { wordRoutes } from './words.ts'

/** Something that runs until it is told to stop. */
interface Part {
  stop(): Promise<unknown>
}

export interface Running {
  /** Where people find it. */
  readonly address: string
  /** Where the data lie, in words for the person. */
  readonly place: string
  /** Stops what was started, last first: nothing new comes in, what is being done is finished, then the database. */
  stop(): Promise<void>
}

/** Starts everything in order; what was started is stopped again when a later part refuses. */
export async function start(config: Config, clock: Clock): Promise<Running> {
  const parts: Part[] = []
  const stop = async () => {
    for (const part of parts.reverse().splice(0)) await part.stop()
  }
  try {
    const platform = await openPlatform(config)
    parts.push({ stop: () => platform.close() })
    const tell = (error: Error) => process.stderr.write(`quittance: ${error.stack ?? error.message}\n`)
    const queue = await openQueue(platform.database.jobsUrl, tell)
    parts.push(queue)
    const context = composeContext({ ...platform, clock, config, importJobs: queue.importJobs })
    const log = { level: config.logLevel, stream: process.stderr }
    const app = await buildApplication({ ...context, wordRoutes, log })
    parts.push({ stop: () => closeSoon(app) })
    app.log.level = 'warn' // the server's own line would stand beside ours
    await listen(() => app.listen({ host: config.host, port: config.port }), config)
    app.log.level = config.logLevel
    // The port is ours: only now does anything happen by itself; it is stopped first.
    await removeLeftCopies()
    parts.push(await startJobs(context, queue, tell))
    const { port } = app.server.address() as AddressInfo
    const place = platform.embedded ? config.dataFolder : placeOf(config.databaseUrls?.owner)
    return { address: addressOf(config, port), place, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/**
 * What is being answered is finished; then no line holds us up. Browsers open lines ahead without asking anything, which
 * do not count as idle: closing would wait for them for more than a minute.
 */
async function closeSoon(app: Pick<FastifyInstance, 'close' | 'server'>): Promise<void> {
  const cut = setTimeout(() => app.server.closeAllConnections(), 2_000)
  await app.close()
  clearTimeout(cut)
}

async function listen(open: () => Promise<unknown>, { host, port }: Config): Promise<void> {
  try {
    await open()
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EADDRINUSE')
      throw new StartRefusal(sentenceOf('portTaken', { port: String(port), next: String(port + 1) }))
    if (code === 'EACCES') throw new StartRefusal(sentenceOf('portForbidden', { port: String(port) }))
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') throw new StartRefusal(sentenceOf('hostUnknown', { host }))
    throw error
  }
}

/** The address to type: the public one when it was said, else this machine's. */
function addressOf({ host, port: asked, publicUrl }: Config, port: number): string {
  if (publicUrl !== addressAt(host, asked)) return publicUrl
  const everywhere = host === '0.0.0.0' || host === '::'
  return addressAt(everywhere ? 'localhost' : host, port)
}

function placeOf(ownerUrl = ''): string {
  const { host, pathname } = new URL(ownerUrl)
  return speak('databaseAt', { name: pathname.slice(1), host })
}

/**
 * `--on 2026-11-23`: the same time of day as now, on that day and those after it. `--at 2026-11-23T09:55:00+01:00`: from
 * that instant on.
 */
function clockFrom(args: readonly string[]): Clock {
  const { on, at } = optionsIn(args)
  if (at !== undefined) {
    const ahead = Date.parse(at) - Date.now()
    if (Number.isNaN(ahead)) throw new StartRefusal(sentenceOf('badDay', { day: `--at ${at}` }))
    return { now: () => Date.now() + ahead }
  }
  if (on === undefined) return systemClock
  const day = parseIsoDate(on)
  if (!day) throw new StartRefusal(sentenceOf('badDay', { day: `--on ${on}` }))
  const ahead = daysBetween(today(systemClock, 'UTC'), day) * 86_400_000
  return { now: () => Date.now() + ahead }
}

function optionsIn(args: readonly string[]): { on?: string; at?: string } {
  try {
    return parseArgs({ args: [...args], options: { on: { type: 'string' }, at: { type: 'string' } } }).values
  } catch {
    throw new StartRefusal(sentenceOf('badOption', { option: args.join(' ') }))
  }
}

async function main(): Promise<void> {
  keepHeapSmall()
  const starting = start(readConfig(), clockFrom(process.argv.slice(2)))
  let askedAt: number | undefined
  const end = async () => {
    // Who stops a whole group (systemd, timeout) reaches us directly and through the launcher: that is asking once.
    if (askedAt !== undefined && Date.now() - askedAt < 1000) return
    if (askedAt !== undefined) process.exit(1) // asked twice: at once
    askedAt = Date.now()
    process.stdout.write(`${speak('stopping')}\n`)
    await (await starting).stop()
    process.stdout.write(`${speak('stopped')}\n`)
    process.exit(0)
  }
  process.on('SIGINT', end)
  process.on('SIGTERM', end)
  const { address, place } = await starting
  process.stdout.write(`${speak('ready', { address, place })}\n`)
}

if (import.meta.main) {
  try {
    await main()
  } catch (error) {
    if (!(error instanceof StartRefusal)) throw error
    process.stderr.write(`quittance: ${error.sentence[languageOf(process.env)]}\n`)
    process.exitCode = 1
  }
}
