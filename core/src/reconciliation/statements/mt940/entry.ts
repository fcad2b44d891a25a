import { type ExactAmount, parseExact } from '../exact-amount.ts'
import { oneLine } from '../written-text.ts'
import type { Mt940Field } from './cut-messages.ts'

export interface Mt940Entry {
  readonly line: number
  readonly valueDate: string
  /** Month and day of booking, '' where the bank leaves it out. */
  readonly entryDate: string
  readonly mark: 'C' | 'D' | 'RC' | 'RD'
  readonly amount: ExactAmount
  /** « NTRF », « S051 ». */
  readonly type: string
  readonly reference: string
  readonly bankReference: string
  /** The lines below: details of the bank. */
  readonly supplement: string
  readonly information: { readonly tag: string; readonly lines: readonly string[] }[]
}

/** C and RD are credits, D and RC debits. */
export const isCredit = ({ mark }: Pick<Mt940Entry, 'mark'>): boolean => mark === 'C' || mark === 'RD'

/**
 * Value date, optional entry date, mark, optional third letter of the currency, amount, type, references. Banks leave the
 * type shorter than its four characters, or out.
 */
const shape = /^(\d{6})(\d{4})?\s*(RC|RD|C|D)[A-Z]?\s*(\d+(?:[.,]\d*)?)\s*([NSF][A-Z0-9 ]{3})?(.*)$/i

/** Reads a `:61:`; undefined where its shape is another. */
export function parseEntry({ lines, line }: Mt940Field): Mt940Entry | undefined {
  const [first = '', ...others] = lines
  const [, valueDate = '', entryDate = '', mark, digits = '', type = '', rest = ''] = shape.exec(first.trim()) ?? []
  const amount = parseExact(digits, digits.includes(',') ? ',' : '.')
  if (!mark || !amount) return undefined
  const [own = '', ...bank] = rest.split('//')
  return {
    line,
    valueDate,
    entryDate,
    mark: mark.toUpperCase() as Mt940Entry['mark'],
    amount,
    type: type.trim(),
    reference: own.trim(),
    bankReference: bank.join('//').trim(),
    supplement: oneLine(others.join(' ')),
    information: [],
  }
}
