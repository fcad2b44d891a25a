import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { formatDate } from '@quittance/core/calendar/format-date.ts'
import type { Db } from '../platform/database/db.ts'
import { sql } from '../platform/database/sql.ts'
import { AppError } from '../platform/http/app-error.ts'
import type { RunningPlan } from './agreement-queries.ts'

/** Names the first invoice of the plan, and what to do about it. */
export const planIsKept = ({ invoices }: Pick<RunningPlan, 'invoices'>): AppError => {
  const number = invoices[0]?.number ?? ''
  return new AppError('planRunning', 409, {
    fr: `Un échéancier porte sur la facture ${number}\u00a0: un même règlement tiendrait les deux. Mettez fin à l’échéancier pour noter une promesse, ou remplacez-le par un autre.`,
    en: `A payment plan is about invoice ${number}: one payment would keep both. End the plan to note a promise, or replace it by another one.`,
  })
}

/** Names the invoices of the plan that runs, and what to do about it. */
export const anotherPlanRuns = ({ invoices, agreedOn }: Pick<RunningPlan, 'invoices' | 'agreedOn'>): AppError => {
  const numbers = invoices.map(({ number }) => number).join(', ')
  return new AppError('anotherPlanRuns', 409, {
    fr: `Un échéancier convenu le ${formatDate(agreedOn, 'fr')} est en cours pour ${numbers}\u00a0: une facture n’a qu’un échéancier à la fois. Remplacez-le, ou mettez-y fin.`,
    en: `A payment plan agreed on ${formatDate(agreedOn, 'en')} is running for ${numbers}: an invoice has one plan at a time. Replace it, or end it.`,
  })
}

/** AppError 409 where a promise is still awaited, about one of these items. */
export async function refuseWhereAwaited(db: Db, items: readonly number[], today: CalendarDate): Promise<void> {
  await lockItems(db, items)
  const promise = await awaited(db, items, today)
  if (promise) throw promiseIsAwaited(promise)
}

export const promiseIsAwaited = ({ number, on }: { readonly number: string; readonly on: CalendarDate }): AppError =>
  new AppError('promiseAwaited', 409, {
    fr: `Une promesse pour le ${formatDate(on, 'fr')} porte sur la facture ${number}\u00a0: un même règlement tiendrait les deux. Remplacez-la par l’échéancier, ou retirez-la d’abord.`,
    en: `A promise for ${formatDate(on, 'en')} is about invoice ${number}: one payment would keep both. Replace it by the plan, or withdraw it first.`,
  })

/** Whether a promise is still awaited, about one of these items. */
export const isAwaited = async (db: Db, items: readonly number[], today: CalendarDate): Promise<boolean> =>
  (await awaited(db, items, today)) !== null

const awaited = (db: Db, items: readonly number[], today: CalendarDate) =>
  db.maybe<{ number: string; on: CalendarDate }>(sql`
    select i.number, p.promised_for as on from promise_item l
    join promise p on p.organization_id = l.organization_id and p.id = l.promise_id and p.withdrawn_on is null and p.kept_until >= ${today}
      and p.received < p.enough
    join open_item i on i.organization_id = l.organization_id and i.id = l.open_item_id
    where l.organization_id = current_organization() and l.open_item_id = any(${items}) and i.amount_due > 0
    order by p.promised_for, i.id limit 1`)

/** Two people who agree on something at the same time come one after the other. */
export const lockItems = (db: Db, items: readonly number[]): Promise<unknown> =>
  db.rows(sql`
    select id from open_item where organization_id = current_organization() and id = any(${items}) order by id for no key update`)
