import type { CustomerCategory } from '@quittance/core/customers/category.ts'
import type { Db } from '../platform/database/db.ts'
import { type Sql, sql } from '../platform/database/sql.ts'
import type { FilledCustomer } from './bulk-queries.ts'

/** All that a list of customers may say of one. */
export interface CustomerCard extends FilledCustomer {
  readonly name: string
  readonly tradeName: string | null
  readonly category: CustomerCategory
  readonly language: 'fr' | 'en'
  readonly currency: string
  readonly country: string
  readonly accountCode: string | null
  readonly earlyDiscountBasisPoints: number | null
  readonly earlyDiscountDays: number | null
  readonly parentId: number | null
  /** Of a parent that a file named and nobody knows yet. */
  readonly awaitedParentCode: string | null
}

const columns: Readonly<Record<Exclude<keyof CustomerCard, 'id'>, { readonly name: string; readonly type: string }>> = {
  code: { name: 'code', type: 'text' },
  name: { name: 'name', type: 'text' },
  tradeName: { name: 'trade_name', type: 'text' },
  category: { name: 'category', type: 'text' },
  siren: { name: 'siren', type: 'text' },
  vatNumber: { name: 'vat_number', type: 'text' },
  language: { name: 'language', type: 'text' },
  currency: { name: 'currency', type: 'text' },
  paymentTerms: { name: 'payment_terms', type: 'text' },
  addressLine1: { name: 'address_line1', type: 'text' },
  addressLine2: { name: 'address_line2', type: 'text' },
  postcode: { name: 'postcode', type: 'text' },
  city: { name: 'city', type: 'text' },
  country: { name: 'country', type: 'text' },
  phone: { name: 'phone', type: 'text' },
  salesRepId: { name: 'sales_rep_id', type: 'bigint' },
  accountCode: { name: 'account_code', type: 'text' },
  earlyDiscountBasisPoints: { name: 'early_discount_basis_points', type: 'integer' },
  earlyDiscountDays: { name: 'early_discount_days', type: 'integer' },
  parentId: { name: 'parent_id', type: 'bigint' },
  awaitedParentCode: { name: 'awaited_parent_code', type: 'text' },
}

const all = Object.entries(columns)

const listed = (each: (field: Sql, column: Sql, type: string) => Sql): Sql =>
  sql.join(
    all.map(([field, { name, type }]) => each(sql.identifier(field), sql.identifier(name), type)),
    sql`, `,
  )

const selected = listed((field, column) => sql`c.${column} as ${field}`)

/** In the order of their ids; only to look. */
export const customerCards = (db: Db, ids: readonly number[]): Promise<CustomerCard[]> =>
  db.rows(sql`
    select c.id, ${selected} from customer c
    where c.organization_id = current_organization() and c.id = any(${ids})
    order by c.id`)

/** As `customerCards`, locked until the end of the transaction. */
export const lockCustomerCards = (db: Db, ids: readonly number[]): Promise<CustomerCard[]> =>
  db.rows(sql`
    select c.id, ${selected} from customer c
    where c.organization_id = current_organization() and c.id = any(${ids})
    order by c.id
    for no key update`)

const types: Readonly<Record<string, Sql>> = { text: sql`text`, bigint: sql`bigint`, integer: sql`integer` }

/** Writes all that the cards hold, nulls too. */
export const writeCustomerCards = (db: Db, cards: readonly CustomerCard[]): Promise<number> =>
  cards.length === 0
    ? Promise.resolve(0)
    : db.run(sql`
    update customer c set ${listed((field, column) => sql`${column} = given.${field}`)}
    from jsonb_to_recordset(${sql.json(cards)}::jsonb)
      as given (id bigint, ${listed((field, _column, type) => sql`${field} ${types[type] ?? sql`text`}`)})
    where c.organization_id = current_organization() and c.id = given.id`)

/** Codes of customers and of the parent each has or awaits, for those that have one. */
export const parentCodes = (db: Db): Promise<{ readonly code: string; readonly parent: string }[]> =>
  db.rows(sql`
    select c.code, coalesce(c.awaited_parent_code, p.code) as parent from customer c
    left join customer p on p.organization_id = c.organization_id and p.id = c.parent_id
    where c.organization_id = current_organization() and (c.parent_id is not null or c.awaited_parent_code is not null)`)

/** Customers whose awaited parent is there by now, under its own code or one of before a merge. */
export const parentsFound = (db: Db): Promise<{ readonly id: number; readonly parent: number }[]> =>
  db.rows(sql`
    select c.id, coalesce(p.id, a.kept_id) as parent from customer c
    left join customer p on p.organization_id = c.organization_id and p.code = c.awaited_parent_code
    left join customer_alias a on a.organization_id = c.organization_id and a.code = c.awaited_parent_code
    where c.organization_id = current_organization() and c.awaited_parent_code is not null
      and coalesce(p.id, a.kept_id) <> c.id
    order by c.id`)
