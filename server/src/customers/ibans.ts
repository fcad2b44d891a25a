import { readIban } from '@quittance/core/customers/iban.ts'
import { recordInJournal } from '../people/journal.ts'
import type { Db } from '../platform/database/db.ts'
import { sql } from '../platform/database/sql.ts'
import { AppError, found } from '../platform/http/app-error.ts'
import { foundUnlessMerged } from './merging/found-unless-merged.ts'
import { customerName } from './queries.ts'

/** `file`: a list of customers said it; `person`: typed; `bank`: a confirmed bank line came from it. */
export type LearntFrom = 'bank' | 'file' | 'person'

export interface CustomerIban {
  readonly id: number
  readonly iban: string
  readonly learntFrom: LearntFrom
}

/** Accounts a customer pays from, the oldest first. */
export const ibansOf = (db: Db, customer: number): Promise<CustomerIban[]> =>
  db.rows(sql`
    select id, iban, learnt_from as "learntFrom" from customer_iban
    where organization_id = current_organization() and customer_id = ${customer}
    order by id`)

export const ibansOfCustomers = (
  db: Db,
  customers: readonly number[],
): Promise<{ readonly customerId: number; readonly iban: string }[]> =>
  db.rows(sql`
    select customer_id as "customerId", iban from customer_iban
    where organization_id = current_organization() and customer_id = any(${customers})`)

/** Without spaces, capitals; one that is there already stays as it is. Answers the ids of the new ones. */
export const insertIbans = async (
  db: Db,
  ibans: readonly { readonly customerId: number; readonly iban: string }[],
  learntFrom: LearntFrom,
): Promise<number[]> => {
  if (ibans.length === 0) return []
  const rows = await db.rows<{ id: number }>(sql`
    insert into customer_iban (organization_id, customer_id, iban, learnt_from, added_by)
    select current_organization(), *, ${learntFrom}, current_person()
    from unnest(${ibans.map(({ customerId }) => customerId)}::bigint[], ${ibans.map(({ iban }) => iban)}::text[])
    on conflict (organization_id, customer_id, iban) do nothing
    returning id`)
  return rows.map(({ id }) => id)
}

export const removeIbans = (db: Db, ids: readonly number[]): Promise<number> =>
  ids.length === 0
    ? Promise.resolve(0)
    : db.run(sql`delete from customer_iban where organization_id = current_organization() and id = any(${ids})`)

/** One a person types; refuses what has not its shape or its check digits. */
export async function addIban(db: Db, customer: number, typed: string): Promise<void> {
  await foundUnlessMerged(db, customer, await customerName(db, customer))
  const read = readIban(typed)
  if (!read?.isSound) throw notAnIban()
  const [id] = await insertIbans(db, [{ customerId: customer, iban: read.iban }], 'person')
  if (id === undefined) return
  await recordInJournal(db, {
    act: 'changed',
    thing: 'customer',
    thingId: customer,
    customerId: customer,
    details: { iban: { from: null, to: read.iban } },
  })
}

export async function removeIban(db: Db, id: number): Promise<void> {
  const { customer, iban } = found(
    await db.maybe<{ customer: number; iban: string }>(sql`
      select customer_id as customer, iban from customer_iban
      where organization_id = current_organization() and id = ${id}`),
  )
  await removeIbans(db, [id])
  await recordInJournal(db, {
    act: 'changed',
    thing: 'customer',
    thingId: customer,
    customerId: customer,
    details: { iban: { from: iban, to: null } },
  })
}

const notAnIban = () =>
  new AppError('notAnIban', 422, {
    fr: 'Cet IBAN contient une erreur de frappe : sa clé ne tombe pas juste. Recopiez-le depuis le RIB du client.',
    en: 'This IBAN was mistyped: its check digits do not agree. Copy it again from the bank details of the customer.',
  })
