import { scenarioNameIn } from '@quittance/core/dunning/default-scenarios.ts'
import { loadRunContext } from '../../dunning/run/run-context.ts'
import { chooseForCustomer, chooseForInvoice } from '../../dunning/scenarios/followed-scenario.ts'
import { scenarioRows } from '../../dunning/scenarios/queries.ts'
import type { Db } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'
import { type CustomerName, chooseCustomer } from './choose-customer.ts'
import { type Chosen, type Commanded, CommandRefusal, type ExitCode } from './command.ts'
import { inOrganization } from './organizations.ts'
import { shown } from './remind.ts'
import type { Words } from './words.ts'

/** Gives a customer, or one of its invoices, a scenario of its own; without a name, the one it has by its category again. */
export async function assignScenario(given: Commanded, organization: Chosen): Promise<ExitCode> {
  const { asked, terminal, clock } = given
  const { words } = terminal
  if (asked.dryRun) throw new CommandRefusal(words.notFor('--dry-run', 'scenarios assign'))
  if (asked.customer === undefined) throw new CommandRefusal(words.assignHow)
  const done = await inOrganization(
    given,
    organization.id,
  )(async (db) => {
    const customer = await chooseCustomer(db, asked.customer ?? '', words)
    const scenario = asked.also === undefined ? null : await scenarioNamed(db, asked.also, { organization, words })
    const run = await loadRunContext(db, clock.now())
    if (asked.invoice === undefined) await chooseForCustomer(db, customer.id, scenario?.id ?? null, run)
    else await chooseForInvoice(db, await invoiceOf(db, customer, asked.invoice, words), scenario?.id ?? null, run)
    return { customer, scenario: scenario && { id: scenario.id, name: scenario.name } }
  })
  const invoice = asked.invoice?.trim() ?? null
  if (asked.json) {
    const answer = { command: 'scenarios', organization: shown(organization), assigned: { ...done, invoice } }
    await terminal.line(JSON.stringify(answer))
    return 0
  }
  const about = invoice === null ? done.customer.name : `${done.customer.name}, ${invoice}`
  const name = done.scenario && scenarioNameIn(done.scenario.name, terminal.language)
  await terminal.line(words.scenarioAssigned(about, name))
  return 0
}

/** By its number, or its name in either language. */
export async function scenarioNamed(
  db: Db,
  asked: string,
  { organization, words }: { readonly organization: Chosen; readonly words: Words },
) {
  const wanted = asked.trim().toLowerCase()
  const rows = await scenarioRows(db, organization.today)
  const named = rows.find(({ id, name }) =>
    [String(id), name, scenarioNameIn(name, 'fr'), scenarioNameIn(name, 'en')].some(
      (one) => one.toLowerCase() === wanted,
    ),
  )
  if (named) return named
  const names = rows.map(({ name }) => name)
  throw new CommandRefusal(words.unknownScenario(asked, names))
}

async function invoiceOf(db: Db, { id }: CustomerName, number: string, words: Words): Promise<number> {
  const row = await db.maybe<{ id: number }>(sql`
    select id from invoice
    where organization_id = current_organization() and customer_id = ${id} and number = ${number.trim()}
    order by id limit 1`)
  if (!row) throw new CommandRefusal(words.unknownInvoice(number))
  return row.id
}
