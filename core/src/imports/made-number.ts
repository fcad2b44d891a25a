import type { CalendarDate } from '../calendar/calendar-date.ts'
import type { Money } from '../money/money.ts'

interface Identity {
  readonly customer: { readonly name: string; readonly code?: string }
  readonly issueDate?: CalendarDate
  readonly dueDate?: CalendarDate
  readonly total: Money
  readonly subject?: string
}

/**
 * A number for an invoice whose file has none, the same each time that invoice is read: made from customer, dates, total
 * and subject, never from the line or from what is left to pay. Two equal rows are told apart by the number register.
 */
export function madeNumber({
  customer,
  issueDate = '' as CalendarDate,
  dueDate = '' as CalendarDate,
  total,
  subject = '',
}: Identity): string {
  const identity = [customer.code ?? customer.name, issueDate, dueDate, total.amount, total.currency, subject].join(
    '\u001f',
  )
  const day = (issueDate || dueDate).replaceAll('-', '').slice(2)
  return `SN-${day}-${sixLetters(identity)}`
}

const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'

/** 30 bits of a 32-bit FNV-1a hash of the UTF-16 code units, in letters one can read aloud. */
function sixLetters(text: string): string {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  let bits = (hash ^ (hash >>> 15)) >>> 0
  let word = ''
  for (let i = 0; i < 6; i++) {
    word += alphabet[bits & 31]
    bits >>>= 5
  }
  return word
}
