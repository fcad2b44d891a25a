import type { CalendarDate } from '../calendar/calendar-date.ts'
import { isFresh } from '../imports/freshness.ts'
import { limitIn } from '../money/limit.ts'
import { money } from '../money/money.ts'
import { type CheckFirst, sentAs, type Take } from './decision.ts'
import { isMessage } from './scenario.ts'
import type { DunningRules, Situation } from './situation.ts'

/**
 * What a person is to look at before this contact: a source of the customer's open invoices that nobody has heard of for
 * longer than it stays fresh, each invoice it lists or credit note it deducts that its source no longer has, and, of a
 * message, a sum above the ceiling or a step that is approved each time.
 */
export function checkFirst(
  take: Pick<Take, 'items' | 'toPay' | 'step' | 'insteadOfEmail'>,
  situation: Pick<Situation, 'items' | 'sources'>,
  rules: Pick<DunningRules, 'alsaceMoselle' | 'approvalAbove'>,
  today: CalendarDate,
): CheckFirst[] {
  const stale = situation.sources
    .filter((source) => !isFresh(source, today, rules))
    .map(({ name, lastGoodOn }): CheckFirst => ({ because: 'staleSource', source: name, lastGoodOn }))
  const gone = situation.items.filter(({ missingSince }) => missingSince !== null)
  const listed = new Set(gone.length === 0 ? [] : take.items.map(({ item }) => item))
  const missing = gone.flatMap(({ id, amountDue, missingSince }): CheckFirst[] =>
    missingSince !== null && (listed.has(id) || amountDue.amount < 0)
      ? [{ because: 'missingInvoice', item: id, since: missingSince }]
      : [],
  )
  // A call, a letter or a decision is in a person's hands already.
  return isMessage(sentAs(take)) ? [...stale, ...missing, ...toApprove(take, rules)] : [...stale, ...missing]
}

function toApprove(
  { toPay, step }: Pick<Take, 'toPay' | 'step'>,
  { approvalAbove }: Pick<DunningRules, 'approvalAbove'>,
): CheckFirst[] {
  const above = toPay.flatMap((asked): CheckFirst[] => {
    const ceiling =
      approvalAbove === undefined ? null : money(Math.round(limitIn(approvalAbove, asked.currency)), asked.currency)
    return ceiling !== null && asked.amount > ceiling.amount ? [{ because: 'aboveCeiling', asked, ceiling }] : []
  })
  return step.release === 'toApprove' ? [...above, { because: 'stepToApprove' }] : above
}
