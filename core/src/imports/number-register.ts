import { dayNumber } from '../calendar/calendar-date.ts'
import { customerCodeKey, nameKey } from './customer-name.ts'
import type { InvoiceRow } from './parse-row.ts'
import type { Refusal } from './refusals.ts'

/** What the rows before say of this one's number. */
export type Standing =
  | { readonly kind: 'first'; readonly row: InvoiceRow }
  /** Same invoice, another due date: one more open item of it. */
  | { readonly kind: 'instalment'; readonly row: InvoiceRow; readonly firstLine: number }
  /** The very same row again: to be left out. */
  | { readonly kind: 'repeated'; readonly row: InvoiceRow; readonly firstLine: number }
  | { readonly kind: 'refused'; readonly refusal: Refusal; readonly firstLine: number }

/** One a number of the file, a million of them in a large one: whole numbers only, no map until a second due date. */
interface Seen {
  readonly line: number
  readonly customer: number
  readonly due: number
  readonly amount: number
  later?: Map<number, number>
}

export interface NumberRegister {
  /** Call once a row, in the order of the file. A made number comes back with its rank when equal rows came before. */
  readonly enter: (row: InvoiceRow) => Standing
}

/** Keeps the numbers of one file: one entry a number, so its size grows with the file's invoices. */
export function openNumberRegister(headers: readonly string[], mapping: readonly (string | null)[]): NumberRegister {
  const seen = new Map<string, Seen>()
  const customers = new Map<string, number>()
  const column = headers[mapping.indexOf('invoiceNumber')]

  const enter = (row: InvoiceRow): Standing => {
    const key = row.number.toLowerCase()
    const before = seen.get(key)
    const customer = rankOf(
      row.customer.code === undefined ? nameKey(row.customer.name) : customerCodeKey(row.customer.code),
    )
    const day = row.dueDate ?? row.issueDate
    const due = day === undefined ? 0 : dayNumber(day)
    if (!before) {
      seen.set(key, { line: row.line, customer, due, amount: row.total.amount })
      return { kind: 'first', row }
    }
    if (row.numberMade) return enter({ ...row, number: nextRank(row.number) })
    const known = before.due === due ? before.amount : before.later?.get(due)
    if (before.customer === customer && known === undefined) {
      before.later ??= new Map()
      before.later.set(due, row.total.amount)
      return { kind: 'instalment', row, firstLine: before.line }
    }
    if (before.customer === customer && known === row.total.amount)
      return { kind: 'repeated', row, firstLine: before.line }
    return { kind: 'refused', refusal: duplicate(row, before.line), firstLine: before.line }
  }

  const rankOf = (customer: string): number => {
    const rank = customers.get(customer) ?? customers.size
    customers.set(customer, rank)
    return rank
  }

  const duplicate = (row: InvoiceRow, firstLine: number): Refusal => ({
    line: row.line,
    field: 'invoiceNumber',
    ...(column === undefined ? {} : { column }),
    code: 'duplicateNumber',
    value: row.number,
    other: String(firstLine),
  })

  return { enter }
}

/** SN-260131-ABCDEF, then SN-260131-ABCDEF-2, -3… in the order of the file. */
const nextRank = (number: string): string => {
  const [, base = number, rank] = /^(SN-\d*-[A-Z2-9]{6})(?:-(\d+))?$/.exec(number) ?? []
  return `${base}-${rank ? Number(rank) + 1 : 2}`
}
