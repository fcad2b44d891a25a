import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import { forgetSources } from '../dunning/answers/forget-sources.ts'
import { readMailboxes } from '../dunning/answers/read-mailboxes.ts'
import { forewarn } from '../dunning/forewarning/forewarn.ts'
import { watchLaw } from '../dunning/law/watch-law.ts'
import { dailyRun, decideAgain, type InTransaction } from '../dunning/run/daily-run.ts'
import { sendDue } from '../dunning/sending/send-due.ts'
import type { ImportsContext } from '../imports/import-work.ts'
import { inProcessJobs } from '../imports/in-process-jobs.ts'
import { unfinishedFiles } from '../imports/source-files.ts'
import { afterCheck } from '../imports/sources/watching/import-by-itself.ts'
import { lookAtDue } from '../imports/sources/watching/look-at-due.ts'
import { today } from '../platform/clock.ts'
import { type Db, transaction } from '../platform/database/db.ts'
import { heldLocks } from '../platform/database/held-locks.ts'
import { sql } from '../platform/database/sql.ts'
import type { AppContext } from '../platform/http/app-context.ts'
import { places, stock } from '../platform/places.ts'
import { catchUpProposals } from '../reconciliation/matching/propose-lines.ts'
import { type FileJob, fileQueue, type Queue } from './queue.ts'
import { independentRounds } from './rounds.ts'

/** The part of the context that work without a person needs. */
export type JobContext = Pick<AppContext, 'database' | 'clock' | 'seal'> & {
  readonly config: Pick<AppContext['config'], 'publicUrl'>
} & ImportsContext

export interface Jobs {
  stop(): Promise<void>
}

/**
 * Work that nobody clicks for, or that outlives a click, on a queue in the same PostgreSQL: deciding once a day for every
 * organisation, telling colleagues what leaves, sending what is due, reading mailboxes, looking at watched folders, reading and bringing in files. What they do is written so
 * that running them twice, or late, changes nothing.
 */
export async function startJobs(context: JobContext, { boss }: Pick<Queue, 'boss'>, onError: OnError): Promise<Jobs> {
  const decided = new Map<number, string>()
  const apart = inTheirOwnTime(context, onError)
  const serve = async (name: string, work: () => Promise<unknown>) => {
    await boss.work(name, { pollingIntervalSeconds: 5 }, work)
    await boss.send(name)
  }
  await serve('decide', () => decideDueOrganizations(context, decided, onError))
  // Begun and not waited for: the next round comes on time for all but those that are still at this one.
  for (const name of roundNames) await serve(name, async () => void apart.begin(name).catch(onError))
  await boss.schedule('mailboxes', '* * * * *')
  await boss.schedule('forewarn', '* * * * *')
  await boss.schedule('decide', '*/5 * * * *')
  await boss.schedule('look', '* * * * *')
  await workOnFiles(context, boss, onError)
  // Finer than a cron can be: what a person lets go at once leaves at once.
  const sending = setInterval(() => boss.send('send').catch(onError), sendEveryMs)
  const stop = async () => {
    clearInterval(sending)
    await apart.stop(patienceMs)
  }
  return { stop }
}

/** Files, one at a time; those that a stopped server left in the middle are taken up again. */
async function workOnFiles(context: JobContext, boss: Queue['boss'], onError: OnError): Promise<void> {
  for (const organization of await organizations(context)) {
    for (const { id, state } of await jobTransactions(context, organization)(unfinishedFiles)) {
      await boss.send(fileQueue, { act: state === 'checking' ? 'check' : 'apply', organization, file: id })
    }
  }
  const { check, apply } = inProcessJobs(context)
  await boss.work<FileJob>(fileQueue, { pollingIntervalSeconds: 0.5 }, async (jobs) => {
    for (const { data } of jobs) {
      try {
        await (data.act === 'check' ? check : apply)(data.organization, data.file)
        if (data.act === 'check') await afterCheck(context, data.organization, data.file)
      } catch (error) {
        // Its page says that it broke off; why is for whoever runs the server.
        onError(error instanceof Error ? error : new Error(String(error)))
      }
    }
  })
}

const sendEveryMs = 10_000
/** How long whatever hangs is waited for when the server is stopped. */
const patienceMs = 10_000

/** Opens transactions for work of the house in one organisation: all rights, no person. */
export const jobTransactions =
  (
    { database, clock }: Pick<JobContext, 'database'> & Partial<Pick<JobContext, 'clock'>>,
    organization: number,
  ): InTransaction =>
  (work) => {
    const scope = { organization, person: null, rights: 'all', origin: 'job' } as const
    return transaction(database.app, clock ? { ...scope, nowMs: clock.now() } : scope, work)
  }

export async function organizations({ database }: Pick<JobContext, 'database'>): Promise<number[]> {
  const scope = { organization: null, person: null, rights: 'none' } as const
  const rows = await transaction(database.app, scope, (db) =>
    db.rows<{ id: number }>(sql`select organization_ids() as id`),
  )
  return rows.map((row) => row.id)
}

/** Once for each organisation and each day of its own calendar, and once more after every start. */
function decideDueOrganizations(context: JobContext, decided: Map<number, string>, onError: OnError): Promise<void> {
  return forEachOrganization(context, onError, async (organization) => {
    const inTransaction = jobTransactions(context, organization)
    const day = today(context.clock, await inTransaction(async (db) => (await zoneOf(db)).zone))
    if (decided.get(organization) === day) return
    // A line of the bank that may be a customer's payment keeps its reminders back from the first look of the day on.
    const nowMs = context.clock.now()
    const factsChanged = (db: Db, customers: readonly number[]) => decideAgain(db, customers, nowMs)
    await inTransaction((db) => catchUpProposals(db, { today: day, factsChanged }))
    await dailyRun(inTransaction, nowMs)
    await inTransaction((db) => watchLaw(db, nowMs))
    await inTransaction((db) => forgetSources(db, day))
    decided.set(organization, day)
  })
}

type OnError = (error: Error) => void

/** What breaks in one organisation is told, and does not keep the others waiting. */
async function forEachOrganization(
  context: JobContext,
  onError: OnError,
  work: (organization: number) => Promise<unknown>,
): Promise<void> {
  for (const organization of await organizations(context)) {
    try {
      await work(organization)
    } catch (error) {
      onError(error instanceof Error ? error : new Error(String(error)))
    }
  }
}

const zoneOf = (db: Parameters<Parameters<InTransaction>[0]>[0]) =>
  db.one<{ zone: string }>(
    sql`select time_zone as zone from organization where organization_id = current_organization()`,
  )

const worker = `${hostname()}/${process.pid}/${randomUUID().slice(0, 8)}`

/** Organisations at work at the same time, by kind of work: one that waits holds a line, and at most one message for each of its lines. */
const mostAtWork = { send: 64, mailboxes: 32, look: 16, forewarn: 32 } as const
type RoundName = keyof typeof mostAtWork
const roundNames = ['send', 'look', 'mailboxes', 'forewarn'] as const satisfies readonly RoundName[]

/** Lines to mail servers beyond the first of each, of all organisations together. */
const mostExtraLines = 32
/** Transactions of these rounds at once; the other lines to the database are for people. */
const mostTransactions = 8

/** Work that waits for servers of others, of which any may hang. */
export interface ApartRounds {
  /** Begins it for every organisation that is not still at it; resolves when what it began has ended. */
  begin(name: RoundName): Promise<void>
  stop(patienceMs: number): Promise<void>
}

/** Sending, reading and looking, each organisation in its own time: what hangs for one is waited for by nobody else. */
export function inTheirOwnTime(context: JobContext, onError: OnError): ApartRounds {
  const locks = heldLocks(context.database.app)
  const transactions = places(mostTransactions)
  const extraLines = stock(mostExtraLines)
  let isStopping = false
  const works: Readonly<Record<RoundName, (organization: number) => Promise<unknown>>> = {
    send: (organization) => sendDue({ ...tools(organization), worker, extraLines, isStopping: () => isStopping }),
    mailboxes: (organization) => readMailboxes(tools(organization)),
    look: (organization) => lookAtDue(context, organization),
    forewarn: (organization) => forewarn({ ...tools(organization), publicUrl: context.config.publicUrl }),
  }
  const tools = (organization: number) => {
    const inTransaction = jobTransactions(context, organization)
    return {
      inTransaction: <T>(work: (db: Db) => Promise<T>) => transactions(() => inTransaction(work)),
      nowMs: () => context.clock.now(),
      unseal: (sealed: string) => context.seal.open(sealed),
    }
  }
  const rounds = new Map(
    roundNames.map((name) => [name, independentRounds({ name, most: mostAtWork[name], locks, onError })]),
  )
  return {
    begin: async (name) => rounds.get(name)?.turn(await organizations(context), works[name]),
    async stop(patienceMs) {
      isStopping = true
      await Promise.all([...rounds.values()].map((round) => round.stop(patienceMs)))
      await locks.close()
    },
  }
}
