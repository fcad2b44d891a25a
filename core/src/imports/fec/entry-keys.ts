import { asDate, type CalendarDate, daysBetween } from '../../calendar/calendar-date.ts'

/** Days by which an entry may be dated anew when it is validated. */
const datedAnew = 20

/** journal:entry:day of the entry:day of the piece:account:customer:… */
const itemKey = /^([^:]*):(.*?):(\d{4}-\d\d-\d\d):(?:\d{4}-\d\d-\d\d)?:([^:]*:[^:]*):/s

/**
 * Whether two entries that bear one invoice number are one piece, numbered or dated anew when it was validated (a
 * provisional ledger), or given to another customer: in the same weeks, of one customer or one journal. A number that
 * begins again each year is another piece.
 */
export function isToldAnew(one: string, other: string, number: string): boolean {
  const [a, b] = [itemKey.exec(one), itemKey.exec(other)]
  if (!a || !b) return false
  const [, journal, entry, day, customer] = a
  // A number made of the entry goes to another entry when they are numbered anew.
  if (number.startsWith(`${journal}-${entry}-`)) return itemKeyButEntry(one) === itemKeyButEntry(other)
  if (journal !== b[1] && customer !== b[4]) return false
  return Math.abs(daysBetween(asDate(day ?? ''), asDate(b[3] ?? ''))) <= datedAnew
}

/** The day on which the ledger has this entry of an invoice; null for a key that is none. */
export const dayOfEntry = (key: string): CalendarDate | null => {
  const day = itemKey.exec(key)?.[3]
  return day === undefined ? null : asDate(day)
}

/** What of an invoice's key stays when its entry is numbered anew: all else. */
export const itemKeyButEntry = (key: string): string => key.replace(/^([^:]*):.*?:(?=\d{4}-\d\d-\d\d:)/s, '$1:')

/**
 * What of a payment's key stays when its entry is numbered anew: journal, day, account, customer and amount. Keys end in
 * a rank where several payments of an entry are alike.
 */
export const keyButEntry = (key: string): string =>
  key.replace(/^([^:]*):.*?:(\d{4}-\d\d-\d\d:.*:-\d+)(?::\d+)?$/s, '$1:$2')
