import type { ScenarioOrigin } from '@quittance/core/dunning/choose-scenario.ts'
import { chooseScenario } from '@quittance/core/dunning/choose-scenario.ts'
import { explainOrigin } from '@quittance/core/dunning/explain-origin.ts'
import type { Language } from '@quittance/core/money/format-money.ts'
import { asCurrency } from '@quittance/core/money/money.ts'
import { updateCustomer } from '../../customers/queries.ts'
import { recordInJournal } from '../../people/journal.ts'
import type { Db } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'
import { AppError, found } from '../../platform/http/app-error.ts'
import { decideCustomers } from '../run/decide-customers.ts'
import type { RunContext } from '../run/run-context.ts'
import { factsOfCustomer } from './choices.ts'

/** A scenario somebody asks about, with where it comes from. */
export interface Followed {
  readonly scenario: { readonly id: number; readonly name: string }
  readonly from: ScenarioOrigin['from']
  readonly sentence: string
}

/** Which scenario a customer follows, and why that one. */
export async function scenarioOfCustomer(
  db: Db,
  customer: number,
  run: RunContext,
  language: Language,
): Promise<Followed> {
  const chosen = chooseScenario(found(await factsOfCustomer(db, customer)), run.choices)
  if (!chosen) throw withoutScenario()
  return told(db, chosen.scenario, chosen.origin, { run, language })
}

/** Which scenario an invoice follows: its own where somebody chose one, else its customer's. */
export async function scenarioOfInvoice(
  db: Db,
  invoice: number,
  run: RunContext,
  language: Language,
): Promise<Followed> {
  const row = found(await invoiceRow(db, invoice))
  return row.own === null
    ? scenarioOfCustomer(db, row.customer, run, language)
    : told(db, row.own, { from: 'invoice' }, { run, language })
}

async function told(
  db: Db,
  id: number,
  origin: ScenarioOrigin,
  { run, language }: { run: RunContext; language: Language },
): Promise<Followed> {
  const scenario = run.scenarios.get(id)
  if (!scenario) throw withoutScenario()
  const people = new Map((await personNames(db)).map((row) => [row.id, row.name]))
  const names = { personOf: (person: number) => people.get(person) ?? null, baseCurrency: asCurrency(run.baseCurrency) }
  return { scenario: { id, name: scenario.name }, from: origin.from, sentence: explainOrigin(origin, language, names) }
}

/** Null gives the choice back to the rules and the organisation. Decided again at once. */
export async function chooseForCustomer(db: Db, customer: number, scenario: number | null, run: RunContext) {
  refuseUnknown(scenario, run)
  found(await factsOfCustomer(db, customer))
  await updateCustomer(db, customer, { scenarioId: scenario })
  await recordInJournal(db, {
    act: 'customer.scenarioChosen',
    thing: 'customer',
    thingId: customer,
    customerId: customer,
    details: { scenario },
  })
  await decideCustomers(db, [customer], run)
}

/** A scenario for one invoice; null: back to that of its customer. The customer is decided again. */
export async function chooseForInvoice(db: Db, invoice: number, scenario: number | null, run: RunContext) {
  refuseUnknown(scenario, run)
  const { customer } = found(await invoiceRow(db, invoice))
  await (scenario === null ? forgetChoice(db, invoice) : writeChoice(db, invoice, scenario))
  await recordInJournal(db, {
    act: 'invoice.scenarioChosen',
    thing: 'invoice',
    thingId: invoice,
    customerId: customer,
    invoiceId: invoice,
    details: { scenario },
  })
  await decideCustomers(db, [customer], run)
}

const invoiceRow = (db: Db, invoice: number) =>
  db.maybe<{ customer: number; own: number | null }>(sql`
    select i.customer_id as customer, c.scenario_id as own from invoice i
    left join invoice_scenario c on c.organization_id = i.organization_id and c.invoice_id = i.id
    where i.organization_id = current_organization() and i.id = ${invoice}`)

const writeChoice = (db: Db, invoice: number, scenario: number): Promise<number> =>
  db.run(sql`
    insert into invoice_scenario (organization_id, invoice_id, scenario_id)
    values (current_organization(), ${invoice}, ${scenario})
    on conflict (organization_id, invoice_id) do update set scenario_id = excluded.scenario_id`)

const forgetChoice = (db: Db, invoice: number): Promise<number> =>
  db.run(sql`delete from invoice_scenario where organization_id = current_organization() and invoice_id = ${invoice}`)

const personNames = (db: Db) =>
  db.rows<{ id: number; name: string }>(sql`
    select id, name from person where organization_id = current_organization()`)

function refuseUnknown(scenario: number | null, { scenarios }: RunContext): void {
  if (scenario !== null && !scenarios.has(scenario))
    throw new AppError('unknownScenario', 400, {
      fr: 'Ce scénario n’existe pas : rechargez la page et choisissez-en un autre.',
      en: 'There is no such scenario: reload the page and choose another.',
    })
}

const withoutScenario = (): AppError =>
  new AppError('noScenario', 409, {
    fr: 'Aucun scénario ne vaut pour cette catégorie de clients : choisissez-en un dans Relances, Scénarios.',
    en: 'No scenario holds for this category of customers: choose one in Reminders, Scenarios.',
  })
