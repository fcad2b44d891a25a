import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { Db } from '../platform/database/db.ts'
import { sql } from '../platform/database/sql.ts'
import type { NewPayment } from './queries.ts'

/** Many payments of one firm in one statement; one whose entry key was used before is left out of the answer. */
export const insertPayments = (
  db: Db,
  payments: readonly (NewPayment & { readonly entryKey: string; readonly ledgerKey?: string })[],
): Promise<{ readonly id: number; readonly entryKey: string }[]> =>
  payments.length === 0
    ? Promise.resolve([])
    : db.rows(sql`
    insert into payment (organization_id, legal_entity_id, customer_id, received_on, currency, amount, means, reference,
      origin, entry_key, ledger_key, entered_by)
    select current_organization(), legal_entity, customer, received, currency, amount, means, reference, origin, key,
      ledger, current_person()
    from unnest(${payments.map((one) => one.legalEntity)}::bigint[], ${payments.map((one) => one.customer)}::bigint[],
      ${payments.map((one) => one.receivedOn)}::date[], ${payments.map((one) => one.currency)}::text[],
      ${payments.map((one) => one.amount)}::bigint[], ${payments.map((one) => one.means)}::text[],
      ${payments.map((one) => one.reference)}::text[], ${payments.map((one) => one.origin)}::text[],
      ${payments.map((one) => one.entryKey)}::text[], ${payments.map((one) => one.ledgerKey ?? null)}::text[]
    ) as given (legal_entity, customer, received, currency, amount, means, reference, origin, key, ledger)
    on conflict (organization_id, entry_key) do nothing
    returning id, entry_key as "entryKey"`)

/** As if they had never been: gives back to the open items what these payments settled, then removes both. */
export async function removePayments(db: Db, ids: readonly number[]): Promise<void> {
  await db.run(sql`
    insert into allocation (organization_id, open_item_id, payment_id, amount, allocated_on, reverses_id, entered_by)
    select a.organization_id, a.open_item_id, a.payment_id, -a.amount, a.allocated_on, a.id, current_person()
    from allocation a
    where a.organization_id = current_organization() and a.payment_id = any(${ids}) and a.reverses_id is null
      and not exists (
        select from allocation r where r.organization_id = a.organization_id and r.reverses_id = a.id)`)
  await db.run(sql`delete from payment where organization_id = current_organization() and id = any(${ids})`)
}

export interface PaymentOfLedger {
  readonly id: number
  readonly ledgerKey: string
  readonly unallocated: number
  readonly receivedOn: CalendarDate
  /** Open item → cents of this payment that settle it. */
  readonly allocated: Readonly<Record<string, number>>
}

/** The payments that are these entries of the ledger, with what they settle today; a reversed one settles nothing. */
export const paymentsOfLedger = (db: Db, legalEntity: number, keys: readonly string[]): Promise<PaymentOfLedger[]> =>
  db.rows(sql`
    select p.id, p.ledger_key as "ledgerKey", p.unallocated, p.received_on as "receivedOn", coalesce((
        select jsonb_object_agg(s.item, s.amount) from (
          select a.open_item_id as item, sum(a.amount)::bigint as amount from allocation a
          where a.organization_id = p.organization_id and a.payment_id = p.id
          group by 1 having sum(a.amount) <> 0) s), '{}') as allocated
    from payment p
    where p.organization_id = current_organization() and p.legal_entity_id = ${legalEntity}
      and p.ledger_key = any(${keys})
    order by p.id
    for update of p`)

/** Whether any ledger of this firm told of a payment yet. */
export const isAnyToldByLedger = async (db: Db, legalEntity: number): Promise<boolean> => {
  const { told } = await db.one<{ told: boolean }>(sql`
    select exists (
      select from payment
      where organization_id = current_organization() and legal_entity_id = ${legalEntity} and ledger_key is not null
    ) as told`)
  return told
}

/** Payments that no ledger told of yet, of these customers and amounts, still standing. */
export const paymentsUntold = (
  db: Db,
  like: {
    readonly legalEntity: number
    readonly currency: string
    readonly customers: readonly number[]
    readonly amounts: readonly number[]
  },
): Promise<
  {
    readonly id: number
    readonly customer: number
    readonly receivedOn: CalendarDate
    readonly amount: number
    readonly isUndated: boolean
    /** Open items it settles. */
    readonly settles: readonly number[]
  }[]
> =>
  db.rows(sql`
    select p.id, p.customer_id as customer, p.received_on as "receivedOn", p.amount,
      p.origin = 'import' and p.entry_key like 'import:%' as "isUndated", array(
        select a.open_item_id from allocation a
        where a.organization_id = p.organization_id and a.payment_id = p.id
        group by 1 having sum(a.amount) > 0) as settles
    from payment p
    where p.organization_id = current_organization() and p.legal_entity_id = ${like.legalEntity}
      and p.currency = ${like.currency} and p.ledger_key is null and p.customer_id = any(${like.customers})
      and p.amount = any(${like.amounts})
      and not exists (
        select from payment_reversal r where r.organization_id = p.organization_id and r.payment_id = p.id)
    order by p.id`)

/** Payments that are entries of the ledger, of these customers and amounts; reversed ones too. */
export const paymentsTold = (
  db: Db,
  like: { readonly legalEntity: number; readonly customers: readonly number[]; readonly amounts: readonly number[] },
): Promise<{ readonly id: number; readonly ledgerKey: string }[]> =>
  db.rows(sql`
    select id, ledger_key as "ledgerKey" from payment
    where organization_id = current_organization() and legal_entity_id = ${like.legalEntity} and ledger_key is not null
      and customer_id = any(${like.customers}) and amount = any(${like.amounts})
    order by id`)

/** These payments are these entries of the ledger; null takes that back. */
export const writeLedgerKeys = (
  db: Db,
  payments: readonly { readonly id: number; readonly ledgerKey: string | null }[],
): Promise<number> =>
  payments.length === 0
    ? Promise.resolve(0)
    : db.run(sql`
    update payment p set ledger_key = given.key
    from unnest(${payments.map(({ id }) => id)}::bigint[], ${payments.map(({ ledgerKey }) => ledgerKey)}::text[]) as given (id, key)
    where p.organization_id = current_organization() and p.id = given.id`)

export interface CreditOfCustomer {
  readonly id: number
  readonly customer: number
  readonly unallocated: number
  readonly receivedOn: CalendarDate
}

/** Payments of these customers with something left, received before a day, the oldest first. */
export const creditsBefore = (
  db: Db,
  {
    legalEntity,
    customers,
    day,
  }: { readonly legalEntity: number; readonly customers: readonly number[]; readonly day: CalendarDate },
): Promise<CreditOfCustomer[]> =>
  db.rows(sql`
    select id, customer_id as customer, unallocated, received_on as "receivedOn" from payment
    where organization_id = current_organization() and legal_entity_id = ${legalEntity} and unallocated > 0
      and customer_id = any(${customers}) and received_on < ${day}
    order by received_on, id
    for update`)

/** As if they had never been: what these allocations settled is open again; what they took back is settled again. */
export async function removeAllocations(db: Db, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return
  await db.run(sql`
    insert into allocation (organization_id, open_item_id, payment_id, credit_item_id, amount, allocated_on, reverses_id,
      entered_by)
    select a.organization_id, a.open_item_id, a.payment_id, a.credit_item_id, -a.amount, a.allocated_on, a.id,
      current_person()
    from allocation a
    where a.organization_id = current_organization() and a.id = any(${ids}) and a.reverses_id is null and not exists (
      select from allocation r where r.organization_id = a.organization_id and r.reverses_id = a.id)`)
  const again = await db.rows<{ id: number }>(sql`
    insert into allocation (organization_id, open_item_id, payment_id, credit_item_id, amount, allocated_on, entered_by)
    select a.organization_id, a.open_item_id, a.payment_id, a.credit_item_id, -a.amount, a.allocated_on, current_person()
    from allocation a
    where a.organization_id = current_organization() and a.id = any(${ids}) and a.reverses_id is not null
      and a.reverses_id <> all(${ids})
    returning id`)
  const gone = [...ids, ...again.map(({ id }) => id)]
  await db.run(sql`
    delete from allocation where organization_id = current_organization() and (id = any(${gone}) or reverses_id = any(${gone}))`)
}
