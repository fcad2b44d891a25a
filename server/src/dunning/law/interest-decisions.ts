import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { FactsChanged } from '../../customers/facts-changed.ts'
import { recordInJournal } from '../../people/journal.ts'
import type { Db } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'
import { found } from '../../platform/http/app-error.ts'
import { endFact } from './queries.ts'

export interface NewDecision {
  readonly invoice: number
  readonly covers: readonly ('interest' | 'fee')[]
  readonly decision: 'claimed' | 'waived'
  readonly reason: string
}

const invoiceHead = (db: Db, invoice: number) =>
  db.maybe<{ customer: number; number: string }>(sql`
    select customer_id as customer, number from invoice
    where organization_id = current_organization() and id = ${invoice} for update`)

/** Claims or waives; what was decided before ends and is named, so that undoing brings it back. Messages follow at once. */
export async function decideInterest(
  db: Db,
  { invoice, covers, decision, reason }: NewDecision,
  { today, factsChanged }: { readonly today: CalendarDate; readonly factsChanged: FactsChanged },
): Promise<{ ids: number[]; replaced: number[] }> {
  const { customer, number } = found(await invoiceHead(db, invoice))
  const replaced = await db.rows<{ id: number }>(sql`
    update interest_decision set ended_at = clock_timestamp(), ended_by = current_person()
    where organization_id = current_organization() and invoice_id = ${invoice} and covers = any(${covers}) and ended_at is null
    returning id`)
  const added = await db.rows<{ id: number }>(sql`
    insert into interest_decision (organization_id, invoice_id, covers, decision, reason, decided_on, decided_by)
    select current_organization(), ${invoice}, g.covers, ${decision}, ${reason}, ${today}, current_person()
    from unnest(${[...new Set(covers)]}::text[]) as g(covers)
    returning id`)
  await recordInJournal(db, {
    act: `lateInterest.${decision}`,
    thing: 'invoice',
    thingId: invoice,
    customerId: customer,
    invoiceId: invoice,
    details: { number, covers, reason },
  })
  await factsChanged(db, [customer])
  return { ids: added.map(({ id }) => id), replaced: replaced.map(({ id }) => id) }
}

/** Takes a decision back, or lets it hold again. */
export async function changeInterestDecision(
  db: Db,
  id: number,
  isEnded: boolean,
  factsChanged: FactsChanged,
): Promise<void> {
  await endFact(db, 'interest_decision', id, isEnded)
  const { invoice, customer, number, decision, covers } = await db.one<{
    invoice: number
    customer: number
    number: string
    decision: 'claimed' | 'waived'
    covers: string
  }>(sql`
    select d.invoice_id as invoice, v.customer_id as customer, v.number, d.decision, d.covers
    from interest_decision d join invoice v on v.organization_id = d.organization_id and v.id = d.invoice_id
    where d.organization_id = current_organization() and d.id = ${id}`)
  await recordInJournal(db, {
    act: isEnded ? 'lateInterest.undecided' : `lateInterest.${decision}`,
    thing: 'invoice',
    thingId: invoice,
    customerId: customer,
    invoiceId: invoice,
    details: { number, covers: [covers] },
  })
  await factsChanged(db, [customer])
}
