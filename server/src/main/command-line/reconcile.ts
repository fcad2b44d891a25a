import { readFile } from 'node:fs/promises'
import { dirname, isAbsolute, join, resolve } from 'node:path'
import { type CalendarDate, maxDate, parseIsoDate } from '@quittance/core/calendar/calendar-date.ts'
import { decideAgain } from '../../dunning/run/daily-run.ts'
import type { Database } from '../../platform/database/connection.ts'
import type { Db } from '../../platform/database/db.ts'
import type { KeptBooks } from '../../reconciliation/matching/books/kept-books.ts'
import { confirmTold } from '../../reconciliation/told/confirm-told.ts'
import { learnTold } from '../../reconciliation/told/learn-told.ts'
import { reconcileUntil } from '../../reconciliation/told/reconcile-until.ts'
import { type ToldProposal, tellLines } from '../../reconciliation/told/tell-lines.ts'
import { readTold } from '../../reconciliation/told/told-line.ts'
import { type Chosen, type Commanded, CommandRefusal, type ExitCode } from './command.ts'
import { importCommand } from './import.ts'
import { chooseOrganization, inOrganization } from './organizations.ts'
import type { Terminal } from './terminal.ts'

/** Books outlive one command of a session: the database says each time whether they still hold. */
const booksOf = new WeakMap<Database, KeptBooks>()

/** Learns from lines of the past, says and applies what lines of the bank pay, takes a person's verdicts; or many days of it. */
export async function reconcileCommand(given: Commanded): Promise<ExitCode> {
  const organization = await chooseOrganization(given)
  const { asked, terminal } = given
  const { learn, until, confirm, days } = asked
  if ([learn, until, confirm, days].filter((one) => one !== undefined).length !== 1) {
    throw new CommandRefusal(terminal.words.reconcileHow)
  }
  if (learn !== undefined) return learnFile(given, organization, learn)
  if (confirm !== undefined) return confirmFile(given, organization, confirm)
  if (days !== undefined) return liveDays(given, organization, days)
  const told = await untilDay(given, organization, { day: until ?? '', apply: asked.apply ?? false })
  await tellAll(terminal, told, asked.json)
  return 0
}

const around = ({ database, clock }: Commanded) => {
  const kept = booksOf.get(database) ?? new Map()
  booksOf.set(database, kept)
  const factsChanged = (db: Db, customers: readonly number[]) => decideAgain(db, customers, clock.now())
  return { kept, factsChanged }
}

async function learnFile(given: Commanded, { id }: Chosen, path: string): Promise<ExitCode> {
  const { terminal, asked } = given
  const told = readTold(await readFile(path, 'utf8'))
  const learnt = await inOrganization(given, id)((db) => learnTold(db, told))
  if (asked.json) await terminal.line(JSON.stringify({ command: 'reconcile', learnt }))
  else await terminal.line(terminal.words.learnt(learnt.lines, learnt.unknownCustomers.slice(0, 10).join(', ')))
  return learnt.unknownCustomers.length > 0 ? 1 : 0
}

async function untilDay(
  given: Commanded,
  { id, today }: Chosen,
  { day, apply }: { readonly day: string; readonly apply: boolean },
): Promise<ToldProposal[]> {
  const until = parseIsoDate(day)
  if (!until) throw new CommandRefusal(given.terminal.words.badUntil(day))
  const inTransaction = inOrganization(given, id)
  const reconciled = await reconcileUntil(inTransaction, {
    until,
    apply,
    today: maxDate(today, until),
    ...around(given),
  })
  return inTransaction((db) => tellLines(db, reconciled, given.terminal.language))
}

async function tellAll(terminal: Terminal, told: readonly ToldProposal[], isJson: boolean): Promise<void> {
  if (isJson) {
    await terminal.line(JSON.stringify(told))
    return
  }
  for (const one of told) {
    const paid = one.allocations.map(({ invoice_id: number, amount }) => `${number} ${amount}`).join(', ')
    await terminal.line(terminal.words.reconciled(one, paid))
  }
  await terminal.line(terminal.words.reconciledTotal(told.length, told.filter(({ applied }) => applied).length))
}

async function confirmFile(given: Commanded, organization: Chosen, path: string): Promise<ExitCode> {
  const { terminal, asked } = given
  const confirmed = await verdicts(given, organization, path)
  if (asked.json) await terminal.line(JSON.stringify({ command: 'reconcile', confirmed: toldOf(confirmed, terminal) }))
  else {
    await terminal.line(terminal.words.confirmed(confirmed.right, confirmed.replaced, confirmed.settled))
    for (const { lineId, sentence } of confirmed.problems.slice(0, 20))
      await terminal.line(`  ${lineId}: ${sentence[terminal.language]}`)
  }
  return confirmed.problems.length > 0 ? 1 : 0
}

async function verdicts(given: Commanded, { id, today }: Chosen, path: string) {
  const told = readTold(await readFile(path, 'utf8'))
  const days = told.flatMap(({ on }) => on ?? []) as CalendarDate[]
  return confirmTold(inOrganization(given, id), told, {
    today: days.reduce((latest, day) => maxDate(latest, day), today),
    ...around(given),
  })
}

const toldOf = ({ problems, ...counts }: Awaited<ReturnType<typeof verdicts>>, { language }: Terminal) => ({
  ...counts,
  problems: problems.map(({ lineId, sentence }) => ({ line_id: lineId, sentence: sentence[language] })),
})

/** One bank day of a file of days; paths are those beside the file. */
interface Day {
  readonly until?: string
  readonly import?: readonly string[]
  readonly apply?: boolean
  readonly confirm?: string
}

/** One day after the other in this one program: files in, proposals out, verdicts in. One line of JSON a day. */
async function liveDays(given: Commanded, organization: Chosen, path: string): Promise<ExitCode> {
  const { terminal } = given
  const days = readDays(await readFile(path, 'utf8'), terminal)
  const beside = (name: string): string => (isAbsolute(name) ? name : join(dirname(resolve(path)), name))
  let worst: ExitCode = 0
  for (const day of days) {
    const imported: unknown[] = []
    for (const name of day.import ?? []) {
      const { exitCode, answer } = await importQuietly(given, organization, beside(name))
      imported.push(answer)
      if (exitCode > worst) worst = exitCode
    }
    const apply = day.apply ?? given.asked.apply ?? false
    const proposals = day.until === undefined ? [] : await untilDay(given, organization, { day: day.until, apply })
    const confirmed =
      day.confirm === undefined ? null : toldOf(await verdicts(given, organization, beside(day.confirm)), terminal)
    if (confirmed && confirmed.problems.length > 0 && worst === 0) worst = 1
    await terminal.line(JSON.stringify({ until: day.until ?? null, imported, proposals, confirmed }))
  }
  return worst
}

function readDays(text: string, { words }: Terminal): readonly Day[] {
  try {
    const read: unknown = JSON.parse(text)
    if (Array.isArray(read)) return read
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
  }
  throw new CommandRefusal(words.daysUnreadable)
}

async function importQuietly(given: Commanded, organization: Chosen, what: string) {
  const said: string[] = []
  const terminal: Terminal = {
    ...given.terminal,
    write: async (text) => void said.push(text),
    line: async (text = '') => void said.push(text),
  }
  const asked = { ...given.asked, what, json: true, organization: String(organization.id) }
  const exitCode = await importCommand({ ...given, terminal, asked })
  return { exitCode, answer: JSON.parse(said.join('')) as unknown }
}
