import { addMonths, type CalendarDate, minDate } from '@quittance/core/calendar/calendar-date.ts'
import { formatDate } from '@quittance/core/calendar/format-date.ts'
import { halfYearOf } from '@quittance/core/dunning/late-interest.ts'
import { missingRateOn } from '@quittance/core/dunning/law/rate-table.ts'
import type { Db } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'
import { planTask } from '../../tasks/plan-task.ts'
import { houseLanguage } from '../house-language.ts'
import { loadRunContext } from '../run/run-context.ts'
import { type ItemLimitation, limitationsWhere } from './limitations.ts'
import { knownRates } from './rates.ts'

/**
 * What the law wants looked at, once a day: the rate of a half-year that nobody entered, a rate of a firm to confirm, and
 * claims whose limitation draws near. Each gives one task to the accountant, once; running again adds nothing.
 */
export async function watchLaw(db: Db, nowMs: number, on?: CalendarDate): Promise<{ tasks: number }> {
  const { today, people } = await loadRunContext(db, nowMs, on)
  const words = taskWords[await houseLanguage(db)]
  let tasks = 0
  const raise = async (kind: string, about: readonly string[], task: { title: string; customer: number | null }) => {
    const fresh = await raiseAlarms(db, kind, about, today)
    if (fresh.length === 0) return
    const id = await planTask(db, { kind: 'other', ...task, dueOn: today, assignee: people.collector, note: null })
    await tellAlarms(db, kind, fresh, id)
    tasks++
  }
  const missing = missingRateOn(today, await knownRates(db))
  if (missing) await raise('rateMissing', [missing], { title: words.rateMissing(missing), customer: null })
  const half = halfYearOf(today)
  for (const { id, name } of await firmsToConfirm(db, half)) {
    await raise('confirmRate', [`${id}/${half}`], { title: words.confirmRate(name, half), customer: null })
  }
  for (const [customer, items] of Map.groupBy(await drawingNear(db, today), (one) => one.customer)) {
    const about = items.map(({ item, stage, endsOn }) => `${item}/${stage}/${endsOn}`)
    await raise('limitation', about, {
      title: words.limitation(items.map(({ endsOn }) => endsOn).reduce(minDate), items),
      customer,
    })
  }
  return { tasks }
}

/** Two years are the shortest period: nothing younger than a year and a half can be near its end. */
async function drawingNear(db: Db, today: CalendarDate): Promise<ItemLimitation[]> {
  const old = sql`least(o.issue_date, o.due_date) <= ${addMonths(today, -18)}`
  const near = (await limitationsWhere(db, old, today)).filter(
    ({ stage }) => stage === 'sixMonths' || stage === 'threeMonths',
  )
  return near.toSorted((a, b) => (a.endsOn < b.endsOn ? -1 : 1))
}

/** Firms that chose a rate and owed an answer on it for a half-year; the one in which they chose does not count. */
const firmsToConfirm = (db: Db, half: string) =>
  db.rows<{ id: number; name: string }>(sql`
    select e.id, e.name from legal_entity e
    where e.organization_id = current_organization() and (e.late_interest_rate is not null or e.follows_legal_rate)
      and coalesce(e.rate_confirmed_for, to_char(e.created_at, 'YYYY-') || case when date_part('month', e.created_at) <= 6 then 'H1' else 'H2' end) < ${half}
    order by e.id`)

/** Those that were not raised before. */
const raiseAlarms = async (db: Db, kind: string, about: readonly string[], today: CalendarDate): Promise<string[]> =>
  (
    await db.rows<{ about: string }>(sql`
      insert into law_alarm (organization_id, kind, about, raised_on)
      select current_organization(), ${kind}, unnest(${about}::text[]), ${today}
      on conflict do nothing returning about`)
  ).map((row) => row.about)

const tellAlarms = (db: Db, kind: string, about: readonly string[], task: number): Promise<number> =>
  db.run(sql`
    update law_alarm set task_id = ${task}
    where organization_id = current_organization() and kind = ${kind} and about = any(${about})`)

const listed = (items: readonly ItemLimitation[], and: (n: number) => string): string => {
  const numbers = [...new Set(items.map(({ number }) => number))]
  return numbers.length > 3 ? `${numbers.slice(0, 2).join(', ')} ${and(numbers.length - 2)}` : numbers.join(', ')
}

const taskWords = {
  fr: {
    rateMissing: (half: string) => `Ajouter le taux du semestre ${half} (Réglages, Pénalités)`,
    confirmRate: (firm: string, half: string) =>
      `Confirmer le taux des pénalités de ${firm} pour ${half} (Réglages, Pénalités)`,
    limitation: (from: CalendarDate, items: readonly ItemLimitation[]) =>
      `Prescription le ${formatDate(from, 'fr')} : ${listed(items, (n) => `et ${n} autres`)}`,
  },
  en: {
    rateMissing: (half: string) => `Add the rate of half-year ${half} (Settings, Late interest)`,
    confirmRate: (firm: string, half: string) =>
      `Confirm the late interest rate of ${firm} for ${half} (Settings, Late interest)`,
    limitation: (from: CalendarDate, items: readonly ItemLimitation[]) =>
      `Limitation on ${formatDate(from, 'en')}: ${listed(items, (n) => `and ${n} more`)}`,
  },
}
