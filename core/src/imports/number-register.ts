import { customerCodeKey, nameKey } from './customer-name.ts'
import type { InvoiceRow } from './parse-row.ts'
import type { Refusal } from './refusals.ts'

/** What the rows before say of this one's number. */
export type Standing =
  | { readonly kind: 'first'; readonly row: InvoiceRow; readonly rank: number | null }
  /** Same invoice, another due date: one more open item of it. */
  | { readonly kind: 'instalment'; readonly row: InvoiceRow; readonly firstLine: number }
  /** The very same row again: to be left out. */
  | { readonly kind: 'repeated'; readonly row: InvoiceRow; readonly firstLine: number }
  | { readonly kind: 'refused'; readonly refusal: Refusal; readonly firstLine: number }

/** Due lines of one invoice at most: more of them, and the column of numbers holds something else. */
export const mostDueLines = 200

interface Seen {
  readonly line: number
  readonly customer: string
  /** The amount of each due date. */
  readonly amounts: Map<string, number>
}

export interface NumberRegister {
  /** Call once a row, in the order of the file. A made number comes back with its rank when equal rows came before. */
  readonly enter: (row: InvoiceRow) => Standing
}

/** One key for all rows of an invoice: numbers are compared without case. */
export const numberKey = ({ number }: Pick<InvoiceRow, 'number'>): string => number.toLowerCase()

/** What rows of a file were given before, where their numbers are made. */
export interface Ranks {
  /** By key, the last rank given. */
  readonly last: ReadonlyMap<string, number>
  /** By line, the rank of a row that is told anew: it keeps its number, which the next import gives it too. */
  readonly own: ReadonlyMap<number, { readonly key: string; readonly rank: number }>
}

/** Tells the rows of some numbers apart. It may be opened for a part of a file, with all rows of the numbers in it. */
export function openNumberRegister(
  headers: readonly string[],
  mapping: readonly (string | null)[],
  ranks: Ranks = { last: new Map(), own: new Map() },
): NumberRegister {
  const seen = new Map<string, Seen>()
  const made = new Map(ranks.last)
  const column = headers[mapping.indexOf('invoiceNumber')]

  const enter = (row: InvoiceRow): Standing => {
    const key = numberKey(row)
    if (row.numberMade) {
      const own = ranks.own.get(row.line)
      const rank = own?.key === key ? own.rank : (made.get(key) ?? 0) + 1
      if (own?.key !== key) made.set(key, rank)
      return { kind: 'first', row: rank === 1 ? row : { ...row, number: rankedNumber(row.number, rank) }, rank }
    }
    const before = seen.get(key)
    const customer = customerOf(row)
    const due = row.dueDate ?? row.issueDate ?? ''
    if (!before) {
      seen.set(key, { line: row.line, customer, amounts: new Map([[due, row.total.amount]]) })
      return { kind: 'first', row, rank: null }
    }
    const known = before.amounts.get(due)
    const firstLine = before.line
    if (before.customer !== customer || (known !== undefined && known !== row.total.amount))
      return { kind: 'refused', refusal: refusal(row, 'duplicateNumber', firstLine), firstLine }
    if (known !== undefined) return { kind: 'repeated', row, firstLine }
    if (before.amounts.size >= mostDueLines)
      return { kind: 'refused', refusal: refusal(row, 'tooManyDueLines', mostDueLines), firstLine }
    before.amounts.set(due, row.total.amount)
    return { kind: 'instalment', row, firstLine }
  }

  const refusal = (row: InvoiceRow, code: 'duplicateNumber' | 'tooManyDueLines', other: number): Refusal => ({
    line: row.line,
    field: 'invoiceNumber',
    ...(column === undefined ? {} : { column }),
    code,
    value: row.number,
    other: String(other),
  })

  return { enter }
}

const customerOf = ({ customer: { code, name } }: InvoiceRow): string =>
  code === undefined ? nameKey(name) : customerCodeKey(code)

/** SN-260131-ABCDEF, then SN-260131-ABCDEF-2, -3… in the order of the file. */
export const rankedNumber = (number: string, rank: number): string => (rank > 1 ? `${number}-${rank}` : number)
