import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { CustomerCategory } from '@quittance/core/customers/category.ts'
import type { Db } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'
import { AppError, found } from '../../platform/http/app-error.ts'

export interface OwnItem {
  readonly id: number
  readonly invoice: number
  readonly number: string
  readonly legalEntity: number
  readonly currency: string
  readonly amountDue: number
  readonly writtenOffOn: CalendarDate | null
}

/** Some due lines of one customer with something left, locked; refuses those of others, and those paid meanwhile. */
export async function ownItems(db: Db, customer: number, items: readonly number[]): Promise<OwnItem[]> {
  const rows = await db.rows<OwnItem>(sql`
    select id, invoice_id as invoice, number, legal_entity_id as "legalEntity", currency, amount_due as "amountDue", written_off_on as "writtenOffOn"
    from open_item
    where organization_id = current_organization() and customer_id = ${customer} and id = any(${items}) and amount_due > 0
    order by due_date, id for update`)
  if (rows.length < new Set(items).size) throw notItsItems()
  return rows
}

const notItsItems = (): AppError =>
  new AppError('notItsItems', 422, {
    fr: 'Une de ces factures est payée, ou n’est pas de ce client. Rechargez la page et choisissez de nouveau.',
    en: 'One of these invoices is paid, or is not of this customer. Reload the page and choose again.',
  })

/** What happened cannot lie ahead. */
export function refuseFutureDay(day: CalendarDate, today: CalendarDate): void {
  if (day <= today) return
  throw new AppError('dayAhead', 422, {
    fr: 'Ce jour n’est pas encore passé. Indiquez le jour où cela s’est fait.',
    en: 'This day has not come yet. Give the day on which it was done.',
  })
}

export interface CustomerStanding {
  readonly id: number
  readonly name: string
  readonly category: CustomerCategory
  readonly handedOverOn: CalendarDate | null
  readonly insolvencyOn: CalendarDate | null
}

/** Who the customer is and whether something stops everything; 404 for one nobody knows. */
export const standingOf = async (db: Db, customer: number): Promise<CustomerStanding> =>
  found(
    await db.maybe<CustomerStanding>(sql`
      select id, name, category, handed_over_on as "handedOverOn", insolvency_on as "insolvencyOn"
      from customer where organization_id = current_organization() and id = ${customer}`),
  )

type Ending = 'interest_decision' | 'formal_notice' | 'limitation_act' | 'write_off'

/** Ends a fact, or lets it hold again; 404 where it does not stand as it would have to. */
export async function endFact(db: Db, table: Ending, id: number, isEnded: boolean): Promise<void> {
  const changed = await db.run(sql`
    update ${sql.identifier(table)}
    set ended_at = case when ${isEnded} then clock_timestamp() end, ended_by = case when ${isEnded} then current_person() end
    where organization_id = current_organization() and id = ${id} and (ended_at is null) = ${isEnded}`)
  found(changed === 1 || null)
}
