import type { Db } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'
import type { Verdict } from './recheck.ts'

/**
 * Something was said of the customer after the message was approved (a promise, a plan, a delay, a dispute, a pause, an
 * insolvency, a hand-over): whoever approved it did not know, and reads it again.
 */
export const newsSinceApproval = async (db: Db, reminder: number): Promise<boolean> =>
  (
    await db.one<{ news: boolean }>(sql`
      select exists (
        select from journal j
        where j.organization_id = r.organization_id and j.customer_id = r.customer_id
          -- What was said while it was being approved counts too.
          and j.at > r.approved_at - interval '1 second'
          and (j.act in ('promise.noted', 'promise.replaced', 'promise.resumed', 'paymentPlan.agreed', 'paymentPlan.resumed',
              'delay.granted', 'delay.grantedAgain', 'delay.resumed', 'dispute.opened', 'dispute.reopened')
            or j.thing in ('customer', 'open_item') and j.act = 'paused'
            or j.thing = 'customer' and j.act = 'changed' and j.details ?| array['insolvencyOn', 'handedOverOn'])) as news
      from reminder r where r.organization_id = current_organization() and r.id = ${reminder}`)
  ).news

/** A collective procedure, or a hand-over: nothing leaves for this customer, whoever asked for it. */
export const isStopped = async (db: Db, customer: number): Promise<boolean> =>
  (
    await db.one<{ stopped: boolean }>(sql`
      select insolvency_on is not null or handed_over_on is not null as stopped from customer
      where organization_id = current_organization() and id = ${customer}`)
  ).stopped

/** Brings a message a person asked for up to date with what is left of its items; cancelled when nothing is. */
export async function dropPaidItems(db: Db, reminder: number): Promise<Verdict> {
  const gone = await db.run(sql`
    delete from reminder_item l using open_item i
    where l.organization_id = current_organization() and l.reminder_id = ${reminder}
      and i.organization_id = l.organization_id and i.id = l.open_item_id and (i.amount_due <= 0 or i.written_off_on is not null)`)
  const moved = await db.run(sql`
    update reminder_item l set amount_due = i.amount_due from open_item i
    where l.organization_id = current_organization() and l.reminder_id = ${reminder}
      and i.organization_id = l.organization_id and i.id = l.open_item_id and i.amount_due <> l.amount_due`)
  const { left } = await db.one<{ left: number }>(sql`
    select count(*)::int as left from reminder_item where organization_id = current_organization() and reminder_id = ${reminder}`)
  if (left === 0) return { kind: 'cancel', because: 'paid' }
  return gone + moved > 0 ? { kind: 'rewritten' } : { kind: 'send' }
}
