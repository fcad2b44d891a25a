import type { Db } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'
import { CommandRefusal } from './command.ts'
import type { Words } from './words.ts'

export interface CustomerName {
  readonly id: number
  readonly code: string
  readonly name: string
}

/** The customer of that code (one of before a merge too), else of that name; refuses what names none, or several. */
export async function chooseCustomer(db: Db, asked: string, words: Words): Promise<CustomerName> {
  const wanted = asked.trim()
  const byCode = await db.rows<CustomerName>(sql`
    select c.id, c.code, c.name from customer c
    where c.organization_id = current_organization() and (lower(c.code) = lower(${wanted}) or exists (
      select from customer_alias a
      where a.organization_id = c.organization_id and a.kept_id = c.id and lower(a.code) = lower(${wanted})))
    order by c.id limit 2`)
  const found = byCode.length > 0 ? byCode : await customersNamed(db, wanted)
  const [only, another] = found
  if (only && !another) return only
  throw new CommandRefusal(words.unknownCustomer(wanted))
}

const customersNamed = (db: Db, name: string): Promise<CustomerName[]> =>
  db.rows(sql`
    select id, code, name from customer
    where organization_id = current_organization() and lower(name) = lower(${name}) order by id limit 2`)
