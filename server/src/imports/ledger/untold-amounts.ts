import { addDays, type CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { Db } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'

/** Days by which a person may date a payment later than the ledger does. */
const datedLater = 10

/**
 * Open item → what payments settle of it that a ledger up to this day ought to tell of, and that no ledger does: those
 * received by then, or days later where they left nothing to pay, and those of lists that say what is paid, not when.
 */
export const untoldAmounts = async (
  db: Db,
  items: readonly number[],
  upTo: CalendarDate,
): Promise<Map<number, number>> => {
  const rows = await db.rows<{ item: number; amount: number }>(sql`
    select a.open_item_id as item, sum(a.amount)::bigint as amount
    from allocation a
    join payment p on p.organization_id = a.organization_id and p.id = a.payment_id and p.ledger_key is null
    join open_item o on o.organization_id = a.organization_id and o.id = a.open_item_id
    where a.organization_id = current_organization() and a.open_item_id = any(${items})
      and (p.received_on <= ${upTo} or o.amount_due = 0 and p.received_on <= ${addDays(upTo, datedLater)}
        or p.origin = 'import' and p.entry_key like 'import:%')
    group by 1 having sum(a.amount) > 0`)
  return new Map(rows.map(({ item, amount }) => [item, amount]))
}
