import type { CalendarDate } from '../calendar/calendar-date.ts'
import type { WorkingDayRules } from '../calendar/working-days.ts'
import { isFresh } from '../imports/freshness.ts'
import type { CheckFirst, Take } from './decision.ts'
import type { Situation } from './situation.ts'

/**
 * What a person is to look at before this contact: a source of the customer's open invoices that nobody has heard of for
 * longer than it stays fresh, and each invoice it lists or credit note it deducts that its source no longer has.
 */
export function checkFirst(
  take: Pick<Take, 'items'>,
  situation: Pick<Situation, 'items' | 'sources'>,
  rules: WorkingDayRules,
  today: CalendarDate,
): CheckFirst[] {
  const stale = situation.sources
    .filter((source) => !isFresh(source, today, rules))
    .map(({ name, lastGoodOn }): CheckFirst => ({ because: 'staleSource', source: name, lastGoodOn }))
  const listed = new Set(take.items.map(({ item }) => item))
  const missing = situation.items.flatMap(({ id, amountDue, missingSince }): CheckFirst[] =>
    missingSince !== null && (listed.has(id) || amountDue.amount < 0)
      ? [{ because: 'missingInvoice', item: id, since: missingSince }]
      : [],
  )
  return [...stale, ...missing]
}
