import { type CalendarDate, isBefore } from '../calendar/calendar-date.ts'
import { type Money, sumByCurrency } from '../money/money.ts'
import type { Exclusion, ExclusionReason } from './decision.ts'
import type { DunningRules, Situation, SituationItem, Until } from './situation.ts'

/** Credit notes and payments not yet allocated, one positive sum a currency. */
export const creditsOf = (situation: Situation): Money[] =>
  sumByCurrency([
    ...situation.unallocatedCredit,
    ...situation.items
      .filter((item) => item.amountDue.amount < 0)
      .map((item) => ({ amount: -item.amountDue.amount, currency: item.amountDue.currency })),
  ]).filter((sum) => sum.amount > 0)

/**
 * Splits what is late into what counts today and what does not, each with its reason. A credit at least as large as
 * all that counts in its currency covers it: those items wait for somebody to allocate it.
 */
export function exclude(
  late: readonly SituationItem[],
  situation: Situation,
  rules: DunningRules,
  today: CalendarDate,
): { counted: SituationItem[]; excluded: Exclusion[] } {
  const excluded: Exclusion[] = []
  const standing: SituationItem[] = []
  for (const item of late) {
    const reason = keptOutBy(item, rules, today)
    if (reason) excluded.push({ item: item.id, ...reason })
    else standing.push(item)
  }
  const sums = sumByCurrency(standing.map((item) => item.amountDue))
  const covered = new Set(
    creditsOf(situation)
      .filter((credit) => sums.some((sum) => sum.currency === credit.currency && sum.amount <= credit.amount))
      .map((credit) => credit.currency),
  )
  const counted = standing.filter((item) => !covered.has(item.amountDue.currency))
  for (const item of standing) {
    if (covered.has(item.amountDue.currency)) excluded.push({ item: item.id, because: 'credit', until: null })
  }
  return { counted, excluded }
}

function keptOutBy(
  item: SituationItem,
  rules: DunningRules,
  today: CalendarDate,
): { because: ExclusionReason; until: Until | null } | null {
  if (item.disputed) return { because: 'dispute', until: null }
  if (item.pausedUntil !== null && (item.pausedUntil === 'furtherNotice' || item.pausedUntil > today)) {
    return { because: 'paused', until: item.pausedUntil }
  }
  if (item.promisedFor !== null && !isBefore(item.promisedFor, today))
    return { because: 'promise', until: item.promisedFor }
  if (item.plannedFor !== null && !isBefore(item.plannedFor, today)) return { because: 'plan', until: item.plannedFor }
  if (item.automaticMeans && item.rejectedOn === null) return { because: 'automaticMeans', until: null }
  if (item.amountDue.amount < rules.tolerance) return { because: 'tooSmall', until: null }
  return null
}
