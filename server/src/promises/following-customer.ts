import type { Following } from '../customers/merging/following.ts'
import { sql } from '../platform/database/sql.ts'

/** The tables of promises whose rows name a customer. */
export const promisesFollowing: readonly Following[] = [
  {
    table: 'promise',
    column: 'customer_id',
    how: 'moves',
    about: sql`
      select promise_id as id, open_item_id as item from promise_item where organization_id = current_organization()`,
    stands: sql`t.withdrawn_on is null and exists (
      select from promise_item p join open_item i on i.organization_id = p.organization_id and i.id = p.open_item_id
      where p.organization_id = t.organization_id and p.promise_id = t.id and i.amount_due <> 0)`,
  },
  {
    table: 'extra_delay',
    column: 'customer_id',
    how: 'moves',
    about: sql`
      select e.id, i.id as item from extra_delay e
      join open_item i on i.organization_id = e.organization_id and i.invoice_id = e.invoice_id
      where e.organization_id = current_organization()`,
  },
  {
    table: 'payment_plan',
    column: 'customer_id',
    how: 'moves',
    about: sql`
      select payment_plan_id as id, open_item_id as item from payment_plan_item
      where organization_id = current_organization()`,
    stands: sql`t.ended_on is null and exists (
      select from payment_plan_item p join open_item i on i.organization_id = p.organization_id and i.id = p.open_item_id
      where p.organization_id = t.organization_id and p.payment_plan_id = t.id and i.amount_due <> 0)`,
  },
]
