import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { CustomerCategory } from '@quittance/core/customers/category.ts'
import type { Db } from '../platform/database/db.ts'
import { type Sql, sql } from '../platform/database/sql.ts'

/** The fields a person may set, as the contract names them. */
export interface CustomerFields {
  readonly code: string
  readonly name: string
  readonly tradeName: string | null
  readonly category: CustomerCategory
  readonly siren: string | null
  readonly vatNumber: string | null
  readonly language: string
  readonly currency: string
  readonly paymentTerms: string | null
  readonly automaticMeans: boolean
  readonly addressLine1: string | null
  readonly addressLine2: string | null
  readonly postcode: string | null
  readonly city: string | null
  readonly country: string
  readonly phone: string | null
  readonly salesRepId: number | null
  readonly collectorId: number | null
  readonly parentId: number | null
  readonly scenarioId: number | null
  readonly accountCode: string | null
  /** Hundredths of a percent, and within how many days of the issue date. */
  readonly earlyDiscountBasisPoints: number | null
  readonly earlyDiscountDays: number | null
  readonly creditLimit: number | null
  readonly customerSince: string | null
  readonly handedOverOn: string | null
  readonly insolvencyOn: string | null
}

const columns: Readonly<Record<keyof CustomerFields, string>> = {
  code: 'code',
  name: 'name',
  tradeName: 'trade_name',
  category: 'category',
  siren: 'siren',
  vatNumber: 'vat_number',
  language: 'language',
  currency: 'currency',
  paymentTerms: 'payment_terms',
  automaticMeans: 'automatic_means',
  addressLine1: 'address_line1',
  addressLine2: 'address_line2',
  postcode: 'postcode',
  city: 'city',
  country: 'country',
  phone: 'phone',
  salesRepId: 'sales_rep_id',
  collectorId: 'collector_id',
  parentId: 'parent_id',
  scenarioId: 'scenario_id',
  accountCode: 'account_code',
  earlyDiscountBasisPoints: 'early_discount_basis_points',
  earlyDiscountDays: 'early_discount_days',
  creditLimit: 'credit_limit',
  customerSince: 'customer_since',
  handedOverOn: 'handed_over_on',
  insolvencyOn: 'insolvency_on',
}

type Given = { readonly [F in keyof CustomerFields]?: CustomerFields[F] | undefined }

const given = (fields: Given): (keyof CustomerFields)[] =>
  (Object.keys(columns) as (keyof CustomerFields)[]).filter((field) => fields[field] !== undefined)

const column = (field: keyof CustomerFields): Sql => sql.identifier(columns[field])

const selected = sql.join(
  (Object.keys(columns) as (keyof CustomerFields)[]).map(
    (field) => sql`c.${column(field)} as ${sql.identifier(field)}`,
  ),
  sql`, `,
)

/** The new customer's id, or null when the code is taken. */
export const insertCustomer = async (
  db: Db,
  fields: Given & { readonly code: string; readonly name: string },
): Promise<number | null> => {
  const named = given(fields)
  const row = await db.maybe<{ id: number }>(sql`
    insert into customer (organization_id, ${sql.join(named.map(column), sql`, `)})
    values (current_organization(), ${sql.join(
      named.map((field) => sql`${fields[field] ?? null}`),
      sql`, `,
    )})
    on conflict (organization_id, code) do nothing
    returning id`)
  return row?.id ?? null
}

/** Locked, so that the journal says the very values that were replaced. */
export const lockCustomer = (db: Db, id: number): Promise<CustomerFields | null> =>
  db.maybe(sql`
    select ${selected} from customer c
    where c.organization_id = current_organization() and c.id = ${id}
    for no key update`)

/** As `lockCustomer`, only to look. */
export const fieldsOf = (db: Db, id: number): Promise<CustomerFields | null> =>
  db.maybe(sql`select ${selected} from customer c where c.organization_id = current_organization() and c.id = ${id}`)

/** At least one field must be given. */
export const updateCustomer = (db: Db, id: number, fields: Given): Promise<number> =>
  db.run(sql`
    update customer set ${sql.join(
      given(fields).map((field) => sql`${column(field)} = ${fields[field] ?? null}`),
      sql`, `,
    )}
    where organization_id = current_organization() and id = ${id}`)

/** Codes and parents tie customers to each other: one at a time changes them, until the end of its transaction. */
export const changeTiesAlone = (db: Db): Promise<number> =>
  db.run(sql`select pg_advisory_xact_lock(hashtext('customer ties'), current_organization()::integer)`)

export const codeIsTaken = async (db: Db, code: string, except: number): Promise<boolean> => {
  const { taken } = await db.one<{ taken: boolean }>(sql`
    select exists (
      select from customer where organization_id = current_organization() and code = ${code} and id <> ${except}) as taken`)
  return taken
}

/** `until` null: until somebody lifts it. Answers the number of customers paused (0 or 1). */
export const pauseCustomer = (
  db: Db,
  id: number,
  pause: { readonly on: CalendarDate; readonly until: string | null; readonly note: string | null },
): Promise<number> =>
  db.run(sql`
    update customer set paused_on = ${pause.on}, paused_until = ${pause.until}, pause_note = ${pause.note}
    where organization_id = current_organization() and id = ${id}`)

export const resumeCustomer = (db: Db, id: number): Promise<number> =>
  db.run(sql`
    update customer set paused_on = null, paused_until = null, pause_note = null
    where organization_id = current_organization() and id = ${id} and paused_on is not null`)

/** How a customer is paused; `on` null: not at all. */
export interface CustomerPause {
  readonly on: CalendarDate | null
  readonly until: CalendarDate | null
  readonly note: string | null
}

export const pauseOfCustomer = (db: Db, id: number): Promise<CustomerPause> =>
  db.one(sql`
    select paused_on as on, paused_until as until, pause_note as note from customer
    where organization_id = current_organization() and id = ${id}`)

/** As it was paused before, or not at all. */
export const restorePause = (db: Db, id: number, { on, until, note }: CustomerPause): Promise<number> =>
  on === null ? resumeCustomer(db, id) : pauseCustomer(db, id, { on, until, note })

/** Who follows these customers from now on. Answers their ids. */
export const assignCollector = async (db: Db, customers: readonly number[], person: number): Promise<number[]> => {
  const rows = await db.rows<{ id: number }>(sql`
    update customer set collector_id = ${person}
    where organization_id = current_organization() and id = any(${customers}) and collector_id is distinct from ${person}
    returning id`)
  return rows.map(({ id }) => id)
}

export const personExists = async (db: Db, id: number): Promise<boolean> => {
  const { known } = await db.one<{ known: boolean }>(sql`
    select exists (select from person where organization_id = current_organization() and id = ${id}) as known`)
  return known
}

export const scenarioExists = async (db: Db, id: number): Promise<boolean> => {
  const { known } = await db.one<{ known: boolean }>(sql`
    select exists (select from scenario where organization_id = current_organization() and id = ${id}) as known`)
  return known
}

export const customerName = (db: Db, id: number): Promise<{ name: string } | null> =>
  db.maybe(sql`select name from customer where organization_id = current_organization() and id = ${id}`)

/** Of all customers that have one. */
export const customerParents = async (db: Db): Promise<Map<number, number>> => {
  const rows = await db.rows<{ id: number; parent: number }>(sql`
    select id, parent_id as parent from customer
    where organization_id = current_organization() and parent_id is not null`)
  return new Map(rows.map(({ id, parent }) => [id, parent]))
}

/** Is `ancestor` the customer itself or above it? Parents must not go round in a ring. */
export const isAtOrAbove = async (db: Db, ancestor: number, customer: number): Promise<boolean> => {
  const { above } = await db.one<{ above: boolean }>(sql`
    with recursive line (id, parent_id) as (
      select id, parent_id from customer where organization_id = current_organization() and id = ${customer}
      union
      select c.id, c.parent_id from customer c join line l on c.id = l.parent_id
      where c.organization_id = current_organization()
    )
    select exists (select from line where id = ${ancestor}) as above`)
  return above
}
