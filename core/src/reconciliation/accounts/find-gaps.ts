import { addDays, type CalendarDate, isBefore, maxDate } from '../../calendar/calendar-date.ts'
import { isWorkingDay } from '../../calendar/working-days.ts'

/** A statement as one link of its account's chain. Amounts signed, in the account's currency; null where the bank gives none. */
export interface ChainLink {
  /** Day of its first line, else of its balances. */
  readonly from: CalendarDate
  /** Day of its last line or closing balance. */
  readonly to: CalendarDate
  readonly openingOn: CalendarDate | null
  readonly opening: number | null
  readonly closing: number | null
}

/** Between two statements something is missing: the days it must have moved on, and by how much. */
export interface Gap {
  /** 'seam': no working day lies between the two, and yet their balances do not follow one another. */
  readonly kind: 'days' | 'seam'
  readonly from: CalendarDate
  readonly to: CalendarDate
  readonly missing: number
}

/**
 * What is missing between the statements of one account, given in order of their first day. The balances decide: where one
 * statement opens with what another closed with, days between them had no movement; where it does not, a statement is
 * missing. Statements without both balances (OFX: the closing one may be of a later day) prove nothing, and none is called
 * missing beside them.
 */
export function findGaps(links: readonly ChainLink[]): Gap[] {
  const gaps: Gap[] = []
  let covered: { to: CalendarDate; closings: (number | null)[] } | undefined
  for (const link of [...links].sort(inOrder)) {
    if (covered) {
      const gap = gapBefore(link, covered)
      if (gap) gaps.push(gap)
    }
    const closing = link.opening === null ? null : link.closing
    if (!covered || isBefore(covered.to, link.to)) covered = { to: link.to, closings: [closing] }
    // One without balances beside one of the same day that has them takes nothing from what that proves.
    else if (covered.to === link.to && closing !== null) covered.closings.push(closing)
  }
  return gaps
}

const inOrder = (a: ChainLink, b: ChainLink): number =>
  (a.from < b.from ? -1 : a.from > b.from ? 1 : a.to < b.to ? -1 : a.to > b.to ? 1 : 0) ||
  Number(a.opening === null) - Number(b.opening === null)

interface Covered {
  readonly to: CalendarDate
  /** Balances that statements of that day close with: several where a day comes in pages. */
  readonly closings: readonly (number | null)[]
}

function gapBefore(link: ChainLink, { to, closings }: Covered): Gap | null {
  const closing = closings.at(-1)
  if (!isBefore(to, link.from) || link.opening === null || closing == null) return null
  if (closings.includes(link.opening)) return null
  // A bank dates the opening balance of the day itself, or of the day before: it still is what that earlier day closed with.
  const opened =
    link.openingOn !== null && isBefore(link.openingOn, link.from) ? link.openingOn : addDays(link.from, -1)
  const days = workingDaysWithin(addDays(to, 1), maxDate(opened, to))
  const missing = link.opening - closing
  return days ? { ...days, missing, kind: 'days' } : { from: to, to: link.from, missing, kind: 'seam' }
}

/** Banks book on working days: the days named begin and end with one. Null where there is none. */
function workingDaysWithin(first: CalendarDate, last: CalendarDate): { from: CalendarDate; to: CalendarDate } | null {
  let [from, to] = [first, last]
  while (!isBefore(to, from) && !isWorkingDay(from)) from = addDays(from, 1)
  while (!isBefore(to, from) && !isWorkingDay(to)) to = addDays(to, -1)
  return isBefore(to, from) ? null : { from, to }
}
