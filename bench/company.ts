import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { addDefaultScenarios } from '@quittance/server/dunning/scenarios/use-cases.ts'
import { type Db, type Scope, transaction } from '@quittance/server/platform/database/db.ts'
import { sql } from '@quittance/server/platform/database/sql.ts'
import type { BenchDatabase } from './database.ts'

/** How large, and of which seed: the same numbers give the same company. */
export interface Size {
  readonly items: number
  readonly customers: number
  readonly seed: number
}

export const sizeOf = (items: number, seed: number): Size => ({
  items,
  customers: items <= 10_000 ? Math.max(1, items / 5) : items <= 100_000 ? items / 10 : items / 20,
  seed,
})

export interface Company {
  readonly organization: number
  readonly scope: Scope
}

/** An organisation with one firm and the scenarios of the house, and nothing else. */
export async function foundCompany({ database }: Pick<BenchDatabase, 'database'>, name: string): Promise<Company> {
  const nobody: Scope = { organization: null, person: null, rights: 'all' }
  const organization = await transaction(database.app, nobody, async (db) => {
    const { id } = await db.one<{ id: number }>(sql`select found_organization(${name}, false) as id`)
    await db.run(sql`select set_config('app.organization', ${String(id)}, true)`)
    await db.run(sql`
      insert into legal_entity (organization_id, name, email) values (current_organization(), ${name}, 'compta@bench.example')`)
    await db.run(sql`
      insert into person (organization_id, name, email, role)
      values (current_organization(), 'Claire', 'claire@bench.example', 'accountant')`)
    await addDefaultScenarios(db, 'fr')
    return id
  })
  return { organization, scope: { organization, person: null, rights: 'all' } }
}

/** A number from 0 to `below` - 1 that depends on the row and the seed only. */
export const chance = (row: string, salt: number, below: number) =>
  sql`((hashint8extended(${sql.identifier(row)}, ${salt}) & 2147483647) % ${below})`

/**
 * Every customer with one address that works; every item late, due over the last 200 days; three in ten partly paid
 * by a real payment. Ids are given here so that a million rows come in a few statements; the sequences follow.
 */
export async function fillCompany(
  { database }: Pick<BenchDatabase, 'database'>,
  company: Company,
  size: Size,
  today: CalendarDate,
) {
  await transaction(database.app, company.scope, async (db) => {
    await addCustomers(db, size, await addPeople(db))
    await addItems(db, size, today)
    await addPayments(db, size, today)
  })
  for (const table of ['customer', 'contact', 'invoice', 'open_item', 'payment', 'allocation']) {
    await database.owner.query(
      `select setval(pg_get_serial_sequence('quittance.${table}', 'id'), (select coalesce(max(id), 1) from quittance.${table}))`,
    )
  }
}

/** Those who follow customers: the first many of them, the last a handful. */
async function addPeople(db: Db): Promise<number[]> {
  const people = await db.rows<{ id: number }>(sql`
    insert into person (organization_id, name, email, role)
    select current_organization(), 'Personne ' || i, 'personne' || i || '@bench.example',
      case when i <= 4 then 'accountant' else 'sales' end
    from generate_series(1, 8) i
    returning id`)
  return people.map(({ id }) => id)
}

const words = (text: string): string[] => text.split(' ')
const trades = words(
  'Menuiserie Boulangerie Garage Transports Électricité Plomberie Pharmacie Brasserie Atelier Cabinet Imprimerie ' +
    'Maçonnerie Hôtel Clinique Mairie SARL Société Établissements',
)
const families = words(
  'Abel Barbier Castel Delmas Estève Fournier Gauthier Hamon Imbert Jourdan Klein Lefèvre Marchand Noël Olivier ' +
    'Perrin Quéré Renaud Schmitt Tessier Ullmann Vauquelin Weber Xavier Yvon Zimmer Besançon Caradec Duhamel Étienne',
)
const places = words(
  'Nord Sud Est Ouest Lyon Paris Nantes Dijon Chalon Mâcon Autun Beaune Dole Nevers Auxerre Sens Troyes Reims Metz ' +
    'Nancy Colmar Belfort Vesoul Gap',
)

async function addCustomers(db: Db, { customers, seed }: Size, people: readonly number[]): Promise<void> {
  await db.run(sql`
    insert into customer (organization_id, id, code, name, address_line1, postcode, city, collector_id, sales_rep_id)
    select current_organization(), i, 'C-' || i,
      concat_ws(' ', (${trades}::text[])[1 + ${chance('i', seed + 10, trades.length)}],
        (${families}::text[])[1 + ${chance('i', seed + 11, families.length)}],
        (${places}::text[])[1 + ${chance('i', seed + 12, places.length)}]),
      i || ' rue du Test', '71100', 'Chalon',
      (${people}::bigint[])[case when i % 2500 = 0 then 4 when ${chance('i', seed + 13, 10)} < 6 then 1
        when ${chance('i', seed + 13, 10)} < 8 then 2 when ${chance('i', seed + 13, 10)} < 9 then 3 end],
      (${people}::bigint[])[case when i % 2500 = 1 then 8 else 5 + ${chance('i', seed + 14, 3)} end]
    from generate_series(1, ${customers}::bigint) i`)
  await db.run(sql`
    insert into contact (organization_id, id, customer_id, last_name, role, email)
    select current_organization(), i, i, 'Compta', 'accountsPayable', 'compta@client-' || i || '.example'
    from generate_series(1, ${customers}::bigint) i`)
}

async function addItems(db: Db, { items, customers, seed }: Size, today: CalendarDate): Promise<void> {
  const rows = sql`
    select i, 1 + ${chance('i', seed, customers)} as customer, ${today}::date - 1 - ${chance('i', seed + 1, 200)}::int as due,
      (2000 + ${chance('i', seed + 2, 1_000_000)})::bigint as amount
    from generate_series(1, ${items}::bigint) i`
  await db.run(sql`
    insert into invoice (organization_id, id, legal_entity_id, customer_id, number, kind, issue_date, currency, total_amount)
    select current_organization(), i, (select min(id) from legal_entity), customer,
      'F-' || extract(year from due - 30) || '-' || lpad(i::text, 7, '0'),
      case when ${chance('i', seed + 4, 20)} = 0 then 'deposit' else 'invoice' end, due - 30, 'EUR', amount
    from (${rows}) given`)
  await db.run(sql`
    insert into open_item (organization_id, id, invoice_id, legal_entity_id, customer_id, currency, issue_date, due_date, amount)
    select current_organization(), i, i, (select min(id) from legal_entity), customer, 'EUR', due - 30, due, amount
    from (${rows}) given`)
}

async function addPayments(db: Db, { seed }: Size, today: CalendarDate): Promise<void> {
  const paid = sql`
    from open_item where organization_id = current_organization() and ${chance('id', seed + 3, 10)} < 3`
  await db.run(sql`
    insert into payment (organization_id, id, legal_entity_id, customer_id, received_on, currency, amount, means, reference)
    select current_organization(), id, legal_entity_id, customer_id, least(due_date + 5, ${today}), 'EUR', amount / 3, 'transfer', 'VIR ' || id
    ${paid}`)
  await db.run(sql`
    insert into allocation (organization_id, open_item_id, payment_id, amount, allocated_on)
    select current_organization(), id, id, amount / 3, least(due_date + 5, ${today}) ${paid}`)
}
