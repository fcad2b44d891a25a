import { asDate, daysBetween } from '../../calendar/calendar-date.ts'

/** Days by which an entry may be dated anew when it is validated. */
const datedAnew = 20

/** journal:entry:day of the entry:day of the piece:account:customer:… */
const itemKey = /^([^:]*):.*?:(\d{4}-\d\d-\d\d):(?:\d{4}-\d\d-\d\d)?:([^:]*:[^:]*):/s

/**
 * Whether two entries that bear one invoice number are one piece, numbered or dated anew when it was validated (a
 * provisional ledger), or given to another customer: in the same weeks, of one customer or one journal. A number that
 * begins again each year is another piece.
 */
export function isToldAnew(one: string, other: string): boolean {
  const [a, b] = [itemKey.exec(one), itemKey.exec(other)]
  if (!a || !b || (a[1] !== b[1] && a[3] !== b[3])) return false
  return Math.abs(daysBetween(asDate(a[2] ?? ''), asDate(b[2] ?? ''))) <= datedAnew
}

/**
 * What of a payment's key stays when its entry is numbered anew: journal, day, account, customer and amount. Keys end in
 * a rank where several payments of an entry are alike.
 */
export const keyButEntry = (key: string): string =>
  key.replace(/^([^:]*):.*?:(\d{4}-\d\d-\d\d:.*:-\d+)(?::\d+)?$/s, '$1:$2')
