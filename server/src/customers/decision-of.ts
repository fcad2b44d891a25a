import { type Sql, sql } from '../platform/database/sql.ts'

/** The decision that speaks for a customer with several legal entities: a contact first, then a hold. */
export const decisionOf = (customer: Sql): Sql => sql`(
  select json_build_object('kind', d.kind, 'because', d.because, 'until', d.until, 'channel', d.channel, 'nextOn', d.next_on,
    'carryingItem', d.carrying_item_id, 'taskDueOn', (
      select coalesce(t.snoozed_until, t.due_on) from task t where t.organization_id = d.organization_id
        and t.open_item_id = d.carrying_item_id and t.step_key is not null and t.state in ('todo', 'snoozed') limit 1))
  from current_decision d
  where d.organization_id = current_organization() and d.customer_id = ${customer}
  order by array_position(array['take', 'hold', 'rest'], d.kind), d.legal_entity_id limit 1)`
