import { addDays, type CalendarDate, daysBetween } from '@quittance/core/calendar/calendar-date.ts'
import { workingDayFrom } from '@quittance/core/calendar/working-days.ts'
import { callScript, toneByAge } from '@quittance/core/tasks/call-script.ts'
import type { Db } from '../platform/database/db.ts'
import { sql } from '../platform/database/sql.ts'
import type { TaskRecord } from './queries.ts'

interface About {
  readonly items: readonly { readonly invoiceNumber: string }[]
  readonly today: CalendarDate
  readonly language: 'fr' | 'en'
}

/** Days within which money is asked for on the phone: never fewer. */
const askedWithin = 8

/** What to say in this call, from today's facts. Firm words after a formal notice that stands, and only then. */
export async function scriptOf(db: Db, task: TaskRecord, { items, today, language }: About): Promise<string[]> {
  const spoken = await spokenFacts(db, task)
  const daysLate = task.oldestDue ? daysBetween(task.oldestDue, today) : 0
  return callScript(
    {
      tone: spoken.isNoticed ? 'formalNotice' : toneByAge(daysLate),
      contact: task.contactName,
      caller: spoken.caller ?? task.assignee?.name ?? '',
      legalEntity: spoken.legalEntity,
      amounts: task.amounts,
      invoices: items.map(({ invoiceNumber }) => invoiceNumber),
      oldestDue: task.oldestDue,
      broken: task.brokenInstalment ?? task.brokenPromise,
      deadline: workingDayFrom(addDays(today, askedWithin)),
      isPaymentMissing: task.because === 'paymentNotFound',
    },
    today,
    language,
  )
}

const spokenFacts = (db: Db, task: TaskRecord) =>
  db.one<{ caller: string | null; legalEntity: string; isNoticed: boolean }>(sql`
    select (select name from person where organization_id = o.organization_id and id = current_person()) as caller,
      coalesce((select name from legal_entity where organization_id = o.organization_id and id = ${task.legalEntity}), o.name) as "legalEntity",
      exists (select from formal_notice n
        join formal_notice_item l on l.organization_id = n.organization_id and l.formal_notice_id = n.id
        join open_item i on i.organization_id = l.organization_id and i.id = l.open_item_id and i.amount_due > 0
        where n.organization_id = o.organization_id and n.ended_at is null and i.customer_id = ${task.customer?.id ?? null}) as "isNoticed"
    from organization o where o.organization_id = current_organization()`)
