import { parseAmount } from '@quittance/core/money/parse-amount.ts'
import type { Db } from '../platform/database/db.ts'
import { type Sql, sql } from '../platform/database/sql.ts'
import type { Few } from './few-or-many.ts'

/** Due lines that match what was typed: part of a customer's name, part of an invoice number, or an amount to the cent. */
export interface Searched {
  /** Ids of all of them, when they are few enough to be read and sorted. */
  readonly few: Sql | null
  /** The same as a condition on `o`, for a list read in its order until the page is full. */
  readonly each: Sql
  /** The many customers whose name matches (ids), and the few other due lines, apart; null when the others are many. */
  readonly apart: { readonly customers: Sql; readonly others: Sql } | null
}

export async function searchItems(db: Db, typed: string, few: Few): Promise<Searched> {
  const like = `%${typed.replace(/[\\%_]/g, '\\$&')}%`
  const customers = await customersNamed(db, like, few.customers + 1)
  const read = parseAmount(typed, { decimal: ',', digits: 2 })
  // Nothing is looked for by an amount of nothing.
  const amount = read.ok && read.amount !== 0 ? read.amount : null
  const ofAmount = amount === null ? [] : await itemsOfAmount(db, amount, few.items)
  const numbered = await invoicesNumbered(db, typed, few.items)
  const inNames = sql`
    select c.id from customer c
    where c.organization_id = (select current_organization()) and c.plain_name like (select plain_text(${like}))`
  const others = ofAmount && numbered && otherItems(ofAmount, numbered)
  return {
    few:
      customers.length <= few.customers && others !== null
        ? sql`
        select f.id from open_item f where f.organization_id = current_organization() and f.customer_id = any(${customers})
        union ${others}`
        : null,
    each: sql`(${numberIs(typed, like)} or o.customer_id in (${inNames})${amount === null ? sql.empty : orAmountIs(amount)})`,
    apart: others && { customers: inNames, others },
  }
}

const otherItems = (items: readonly number[], invoices: readonly number[]): Sql => sql`
  select f.id from open_item f where f.organization_id = current_organization() and f.invoice_id = any(${invoices})
  union
  select f.id from open_item f where f.organization_id = current_organization() and f.id = any(${items})`

/** One or two signs are a whole number or none. */
const numberIs = (typed: string, like: string): Sql =>
  typed.length < 3 ? sql`o.number = ${typed}` : sql`plain_text(o.number) like (select plain_text(${like}))`

/** What is left of a due line, or the total of its invoice. */
const orAmountIs = (amount: number): Sql => sql`
  or o.amount_due > 0 and o.amount_due = ${amount}
  or (
    select i.total_amount from invoice i
    where i.organization_id = current_organization() and i.id = o.invoice_id) = ${amount}`

/** One more than is few: then they are many. Names are looked through in their index. */
const customersNamed = async (db: Db, like: string, most: number): Promise<number[]> =>
  (
    await db.rows<{ id: number }>(sql`
      select c.id from customer c
      where c.organization_id = (select current_organization()) and c.plain_name like (select plain_text(${like}))
      limit ${most}`)
  ).map(({ id }) => id)

/** null: they are many, as of a subscription. */
async function itemsOfAmount(db: Db, amount: number, most: number): Promise<number[] | null> {
  const found = await db.rows<{ id: number }>(sql`
    select f.id from invoice i
    join open_item f on f.organization_id = i.organization_id and f.invoice_id = i.id
    where i.organization_id = current_organization() and i.total_amount = ${amount}
    union all
    select id from open_item
    where organization_id = current_organization() and amount_due > 0 and amount_due = ${amount}
    limit ${most + 1}`)
  return found.length > most ? null : found.map(({ id }) => id)
}

/**
 * null: they are many. What many numbers have is not worth looking up: the index would give them all. One or two signs
 * are a whole number or none.
 */
async function invoicesNumbered(db: Db, typed: string, most: number): Promise<number[] | null> {
  if (typed.length < 3) return invoicesWithNumber(db, typed)
  if (await isCommon(db, typed)) return null
  const found = await db.rows<{ id: number }>(sql`select invoices_numbered(${typed}, ${most + 1}) as id`)
  return found.length > most ? null : found.map(({ id }) => id)
}

const invoicesWithNumber = async (db: Db, number: string): Promise<number[]> =>
  (
    await db.rows<{ id: number }>(sql`
      select invoice_id as id from open_item
      where organization_id = current_organization() and number = ${number} and amount_due > 0
      union
      select invoice_id from open_item
      where organization_id = current_organization() and number = ${number} and amount_due <= 0`)
  ).map(({ id }) => id)

const isCommon = async (db: Db, typed: string): Promise<boolean> =>
  (await db.one<{ common: boolean }>(sql`select is_common_in_numbers(${typed}) as common`)).common
