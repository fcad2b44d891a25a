import { formatLongDate } from '@quittance/core/calendar/format-date.ts'
import { formatMoney, type Language } from '@quittance/core/money/format-money.ts'
import { type Counted, countAsMade } from '../../dunning/run/count-as-made.ts'
import { dailyRun, decideAgain } from '../../dunning/run/daily-run.ts'
import { decideAsOn } from '../../dunning/run/decide-customers.ts'
import { loadRunContext, type RunContext } from '../../dunning/run/run-context.ts'
import type { Db } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'
import { type CustomerName, chooseCustomer } from './choose-customer.ts'
import { type Chosen, type Commanded, CommandRefusal, type ExitCode } from './command.ts'
import { jsonList } from './json-list.ts'
import { chooseOrganization, dayAsked, inOrganization } from './organizations.ts'
import { addToTotals, emptyTotals, type RemindTotals, type ReportedCustomer, reportOf } from './remind-report.ts'
import type { Terminal } from './terminal.ts'

/** Decides for every customer as on a day; with --dry-run only says what would follow, with --done counts it as made. */
export async function remindCommand(given: Commanded): Promise<ExitCode> {
  const { dryRun, done, customer } = given.asked
  const option = done ? '--done' : '--customer'
  if ((dryRun && done) || (customer !== undefined && !dryRun && !done))
    throw new CommandRefusal(given.terminal.words.notFor(option, dryRun ? 'remind --dry-run' : 'remind'))
  const organization = await chooseOrganization(given)
  const on = dayAsked(given, organization)
  if (dryRun) return rehearse(given, organization, on)
  if (done) return countDone(given, organization, on)
  const inTransaction = inOrganization(given, organization.id)
  const counts = await dailyRun(inTransaction, given.clock.now(), on)
  const waiting = await inTransaction(waitingMessages)
  const { terminal } = given
  const { words } = terminal
  if (given.asked.json) {
    const answer = { command: 'remind', organization: shown(organization), on, dryRun: false, ...counts, waiting }
    await terminal.line(JSON.stringify(answer))
    return 0
  }
  await terminal.line(words.decided(counts.customers, counts.messages, counts.tasks, counts.cancelled))
  if (waiting > 0) await terminal.line(words.waiting(waiting))
  return 0
}

export const shown = ({ id, name }: Chosen) => ({ id, name })

const waitingMessages = async (db: Db): Promise<number> =>
  (
    await db.one<{ count: number }>(sql`
      select count(*) as count from reminder where organization_id = current_organization() and state = 'pendingApproval'`)
  ).count

/** Customers decided at a time: what stands in memory. */
const batch = 500

type OnBatch<T> = (db: Db, customers: readonly CustomerName[], run: RunContext) => Promise<T>

/** The customers asked for, in batches of one transaction each. */
async function* inBatches<T>(given: Commanded, { id, on }: { id: number; on: Chosen['today'] }, work: OnBatch<T>) {
  const { asked, terminal, clock } = given
  const inTransaction = inOrganization(given, id)
  for (let after: number | null = 0; after !== null; ) {
    const from: number = after
    const { made, last } = await inTransaction(async (db) => {
      const customers =
        asked.customer === undefined
          ? await customersAfter(db, from)
          : [await chooseCustomer(db, asked.customer, terminal.words)]
      const made = await work(db, customers, await loadRunContext(db, clock.now(), on))
      return { made, last: customers.length < batch ? null : (customers.at(-1)?.id ?? null) }
    })
    yield made
    after = last
  }
}

async function rehearse(given: Commanded, organization: Chosen, on: Chosen['today']): Promise<ExitCode> {
  const { terminal, asked } = given
  const write = asked.json ? asJson(terminal, organization, on) : asLines(terminal, organization, on)
  const how = { language: terminal.language, isPast: on < organization.today }
  const work: OnBatch<ReportedCustomer[]> = (db, customers, run) => reportAll(db, customers, run, how)
  let totals = emptyTotals
  let isOpen = false
  for await (const reports of inBatches(given, { id: organization.id, on }, work)) {
    // Not before the first ones are there: a customer who does not exist is a refusal, and no document.
    if (!isOpen) await write.open()
    isOpen = true
    for (const report of reports) {
      totals = addToTotals(totals, report)
      await write.row(report)
    }
  }
  await write.close(totals)
  return 0
}

/** What the day asks for counts as made that day; then what follows is decided again as of today. */
async function countDone(given: Commanded, organization: Chosen, on: Chosen['today']): Promise<ExitCode> {
  const { terminal, asked, clock } = given
  const work: OnBatch<Counted> = async (db, customers, run) => {
    const ids = customers.map((one) => one.id)
    const counted = await countAsMade(db, ids, run, on < organization.today)
    if (counted.contacts + counted.tasks > 0) await decideAgain(db, ids, clock.now())
    return counted
  }
  let all: Counted = { customers: 0, contacts: 0, tasks: 0, steps: 0 }
  for await (const counted of inBatches(given, { id: organization.id, on }, work)) all = sumOf(all, counted)
  if (asked.json) {
    const answer = { command: 'remind', organization: shown(organization), on, dryRun: false, done: true, ...all }
    await terminal.line(JSON.stringify(answer))
    return 0
  }
  await terminal.line(terminal.words.counted(all.contacts, all.tasks, all.steps))
  return 0
}

const sumOf = (a: Counted, b: Counted): Counted => ({
  customers: a.customers + b.customers,
  contacts: a.contacts + b.contacts,
  tasks: a.tasks + b.tasks,
  steps: a.steps + b.steps,
})

interface Rehearsal {
  readonly language: Language
  /** As on a day before today: what a person was asked to do since then did not hold anything back. */
  readonly isPast: boolean
}

async function reportAll(db: Db, customers: readonly CustomerName[], run: RunContext, { language, isPast }: Rehearsal) {
  const names = new Map(customers.map((one) => [one.id, one]))
  const entities = new Map((await entityNames(db)).map((one) => [one.id, one]))
  const all = await decideAsOn(db, [...names.keys()], run, isPast)
  // Who owes nothing any more keeps a last decision, and is no row.
  const decided = all.filter(({ situation }) => situation.items.length > 0)
  return decided.flatMap((one) => {
    const customer = names.get(one.situation.customer)
    const legalEntity = entities.get(one.situation.legalEntity)
    return customer && legalEntity ? [reportOf(one, { customer, legalEntity, language, today: run.today })] : []
  })
}

const customersAfter = (db: Db, after: number): Promise<CustomerName[]> =>
  db.rows(sql`
    select id, code, name from customer
    where organization_id = current_organization() and id > ${after} order by id limit ${batch}`)

const entityNames = (db: Db) =>
  db.rows<{ id: number; name: string }>(sql`
    select id, name from legal_entity where organization_id = current_organization()`)

interface Writer {
  open(): Promise<void>
  row(report: ReportedCustomer): Promise<void>
  close(totals: RemindTotals): Promise<void>
}

function asJson(terminal: Terminal, organization: Chosen, on: string): Writer {
  const head = { command: 'remind', organization: shown(organization), on, dryRun: true }
  const list = jsonList(terminal, head, 'customers')
  return { open: list.open, row: list.row, close: (totals) => list.close({ totals }) }
}

function asLines(terminal: Terminal, organization: Chosen, on: Chosen['today']): Writer {
  const { words, language } = terminal
  return {
    open: () => terminal.line(`${words.whatWouldLeave(organization.name, formatLongDate(on, language))}\n`),
    row: async (report) => {
      if (report.decision === 'rest') return
      const sums = (report.decision === 'take' ? report.toPay : report.late).map((one) => formatMoney(one, language))
      await terminal.line(`${report.customer.name} · ${sentAsWords(report, terminal)} · ${sums.join(' + ') || '—'}`)
      await terminal.line(`  ${report.sentence}`)
    },
    close: async (totals) => {
      await terminal.line(`\n${words.remindTotals(totals)}`)
      for (const sum of totals.toPay) await terminal.line(`${words.total} ${formatMoney(sum, language)}`)
    },
  }
}

function sentAsWords({ sentAs, openItems }: ReportedCustomer, { words }: Terminal): string {
  const items = openItems.filter((one) => one.state === 'listed').length
  if (sentAs === 'email' || sentAs === 'sms') return words.emailRow(items)
  if (sentAs === 'letter' || sentAs === 'registeredLetter') return words.letterRow(items)
  if (sentAs === 'call') return words.callRow(items)
  if (sentAs === 'task') return words.taskRow(items)
  return sentAs === 'decision' ? words.decisionRow(items) : words.heldRow
}
