import { formatLongDate } from '@quittance/core/calendar/format-date.ts'
import { decideStep } from '@quittance/core/dunning/decide-step.ts'
import { formatMoney, type Language } from '@quittance/core/money/format-money.ts'
import { dailyRun } from '../../dunning/run/daily-run.ts'
import { loadRunContext, type RunContext } from '../../dunning/run/run-context.ts'
import { loadSituations } from '../../dunning/situations/load-situations.ts'
import type { Db } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'
import type { Chosen, Commanded, ExitCode } from './command.ts'
import { jsonList } from './json-list.ts'
import { chooseOrganization, dayAsked, inOrganization } from './organizations.ts'
import { addToTotals, emptyTotals, type RemindTotals, type ReportedCustomer, reportOf } from './remind-report.ts'
import type { Terminal } from './terminal.ts'

/** Decides for every customer as on a day; with --dry-run only says what would follow. */
export async function remindCommand(given: Commanded): Promise<ExitCode> {
  const organization = await chooseOrganization(given)
  const on = dayAsked(given, organization)
  if (given.asked.dryRun) return rehearse(given, organization, on)
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

async function rehearse(given: Commanded, organization: Chosen, on: Chosen['today']): Promise<ExitCode> {
  const { terminal, asked } = given
  const inTransaction = inOrganization(given, organization.id)
  const write = asked.json ? asJson(terminal, organization, on) : asLines(terminal, organization, on)
  let totals = emptyTotals
  await write.open()
  for (let after: number | null = 0; after !== null; ) {
    const from: number = after
    const { reports, last } = await inTransaction(async (db) => {
      const customers = await customersAfter(db, from)
      const run = await loadRunContext(db, given.clock.now(), on)
      return {
        reports: await reportAll(db, customers, run, {
          language: terminal.language,
          isPast: on < organization.today,
        }),
        last: customers.length < batch ? null : (customers.at(-1)?.id ?? null),
      }
    })
    for (const report of reports) {
      totals = addToTotals(totals, report)
      await write.row(report)
    }
    after = last
  }
  await write.close(totals)
  return 0
}

interface Rehearsal {
  readonly language: Language
  /** As on a day before today: what a person was asked to do since then did not hold anything back. */
  readonly isPast: boolean
}

async function reportAll(db: Db, customers: readonly CustomerName[], run: RunContext, { language, isPast }: Rehearsal) {
  const names = new Map(customers.map((one) => [one.id, one]))
  const entities = new Map((await entityNames(db)).map((one) => [one.id, one]))
  const situations = (await loadSituations(db, [...names.keys()], run)).map((situation) =>
    isPast && situation.openTask && situation.openTask.dueOn > run.today ? { ...situation, openTask: null } : situation,
  )
  const decided = situations.map((situation) => ({ situation, decision: decideStep(situation, run.rules, run.today) }))
  return decided.flatMap((one) => {
    const customer = names.get(one.situation.customer)
    const legalEntity = entities.get(one.situation.legalEntity)
    return customer && legalEntity ? [reportOf(one, { customer, legalEntity, language, today: run.today })] : []
  })
}

interface CustomerName {
  readonly id: number
  readonly code: string
  readonly name: string
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
