import { limitInSql } from '../people/limit-in.ts'
import type { Db } from '../platform/database/db.ts'
import { sql } from '../platform/database/sql.ts'
import type { PaymentInput } from './enter-payment.ts'

interface Listed {
  readonly reminder: number
  readonly customer: number
  readonly item: number
  readonly currency: string
  readonly due: number
  /** What the customer has to its credit with that firm before the payment. */
  readonly credit: number
  /** Smallest unit of the currency. */
  readonly tolerance: number
}

/**
 * Messages not gone yet that the payment changes, oldest first, and whether each still has something to ask for: by the
 * measure of the rule, what is under the tolerance or covered by a credit asks for nothing. `left`: what stays to pay of
 * each item the payment touches.
 */
export async function messagesChangedBy(
  db: Db,
  input: Pick<PaymentInput, 'customerId' | 'amount' | 'allocations'>,
  left: ReadonlyMap<number, number>,
): Promise<readonly { readonly asksNothing: boolean }[]> {
  const listed = await listedItems(db, input.customerId, [...left.keys()])
  const { currency } = input.amount
  const rest = input.allocations.reduce((sum, line) => sum - line.amount, input.amount.amount)
  const isTouched = (line: Listed) =>
    left.has(line.item) || (rest > 0 && line.customer === input.customerId && line.currency === currency)
  const asks = (lines: readonly Listed[], [first] = lines): boolean => {
    if (!first) return false
    const counted = lines.map((line) => left.get(line.item) ?? line.due).filter((due) => due >= first.tolerance)
    const kept = first.customer === input.customerId && first.currency === currency ? rest : 0
    const stays = counted.reduce((sum, due) => sum + due, -first.credit - kept)
    return stays > 0 && stays >= first.tolerance
  }
  return [...Map.groupBy(listed, ({ reminder }) => reminder).values()]
    .filter((lines) => lines.some(isTouched))
    .map((lines) => ({
      asksNothing: ![...Map.groupBy(lines, (line) => line.currency).values()].some((of) => asks(of)),
    }))
}

const listedItems = (db: Db, customer: number, touched: readonly number[]): Promise<Listed[]> =>
  db.rows(sql`
    select r.id as reminder, r.customer_id as customer, o.id as item, o.currency, o.amount_due as due,
      (coalesce((
        select sum(p.unallocated) from payment p
        where p.organization_id = r.organization_id and p.customer_id = r.customer_id
          and p.legal_entity_id = r.legal_entity_id and p.currency = o.currency), 0)
      - coalesce((
        select sum(c.amount_due) from open_item c
        where c.organization_id = r.organization_id and c.customer_id = r.customer_id
          and c.legal_entity_id = r.legal_entity_id and c.currency = o.currency and c.amount_due < 0), 0))::bigint as credit,
      (select ${limitInSql(sql`g.tolerance_amount`, { base: sql`g.base_currency`, currency: sql`o.currency` })} from organization g where g.organization_id = r.organization_id) as tolerance
    from reminder r
    join reminder_item l on l.organization_id = r.organization_id and l.reminder_id = r.id
    join open_item o on o.organization_id = l.organization_id and o.id = l.open_item_id
    where r.organization_id = current_organization() and r.state in ('pendingApproval', 'ready') and o.amount_due > 0
      and (r.customer_id = ${customer} or exists (
        select from reminder_item t
        where t.organization_id = r.organization_id and t.reminder_id = r.id and t.open_item_id = any(${touched})))
    order by r.id, o.id`)
