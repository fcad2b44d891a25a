import type { Db } from '../platform/database/db.ts'
import { sql } from '../platform/database/sql.ts'

/** The address does not work: no more mail to it, also where it is typed again, until somebody writes from it. */
export async function refuseAddress(
  db: Db,
  customer: number | null,
  addresses: readonly string[],
  on: string,
  reply: string,
): Promise<void> {
  const lower = addresses.map((address) => address.toLowerCase())
  await rememberRefused(db, lower, { why: 'dead', on, reply })
  if (customer === null) return
  await db.run(sql`
    update contact set email_refused_on = ${on}, email_refusal = ${reply}
    where organization_id = current_organization() and customer_id = ${customer} and lower(email) = any(${lower})`)
}

/** Whoever has the address hears no more of us. Answers the customers that have it among their contacts. */
export async function refuseAddressEverywhere(
  db: Db,
  address: string,
  { on, reason }: { on: string; reason: string },
): Promise<{ customer: number }[]> {
  await rememberRefused(db, [address.toLowerCase()], { why: 'complaint', on, reply: reason })
  return db.rows(sql`
    update contact set email_refused_on = ${on}, email_refusal = ${reason}
    where organization_id = current_organization() and lower(email) = lower(${address})
    returning customer_id as customer`)
}

/** Somebody wrote from it: an address that was taken for dead is not. Who complained said so, and stays left alone. */
export async function addressAnswers(db: Db, address: string): Promise<void> {
  await db.run(sql`
    with works as (
      delete from refused_address
      where organization_id = current_organization() and address = lower(${address}) and why = 'dead' returning address)
    update contact k set email_refused_on = null, email_refusal = null from works
    where k.organization_id = current_organization() and lower(k.email) = works.address`)
}

/** Of some addresses, those that nobody closed yet, in lower case. */
export const openAmong = async (db: Db, addresses: readonly string[]): Promise<string[]> =>
  (
    await db.rows<{ address: string }>(sql`
      select distinct lower(a) as address from unnest(${addresses}::text[]) as a
      where not exists (select from refused_address f
        where f.organization_id = current_organization() and f.address = lower(a))
      order by 1`)
  ).map(({ address }) => address)

/** Closing them was a mistake: they work again, for whoever has them. */
export async function reopenAddresses(db: Db, addresses: readonly string[]): Promise<void> {
  const lower = addresses.map((one) => one.toLowerCase())
  await db.run(sql`
    delete from refused_address where organization_id = current_organization() and address = any(${lower})`)
  await db.run(sql`
    update contact set email_refused_on = null, email_refusal = null
    where organization_id = current_organization() and lower(email) = any(${lower})`)
}

interface Refused {
  readonly why: 'dead' | 'complaint'
  readonly on: string
  readonly reply: string
}

const rememberRefused = (db: Db, addresses: readonly string[], { why, on, reply }: Refused): Promise<number> =>
  db.run(sql`
    insert into refused_address (organization_id, address, why, refused_on, reply)
    select current_organization(), a, ${why}, ${on}::date, ${reply} from (select distinct unnest(${addresses}::text[]) as a) g
    where a <> ''
    on conflict (organization_id, address) do update
      set why = excluded.why, refused_on = excluded.refused_on, reply = excluded.reply where refused_address.why = 'dead'`)
