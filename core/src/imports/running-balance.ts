import { type DecimalMark, parseAmount } from '../money/parse-amount.ts'

interface Columns {
  readonly debit: number
  readonly credit: number
  readonly balance: number
}

/**
 * Whether a « Solde » beside debits and credits runs on from row to row, as in a statement of account: then it says
 * nothing of what is left of each invoice. Where customers follow one another it begins anew.
 */
export function isRunningBalance(
  rows: readonly (readonly string[])[],
  { debit, credit, balance }: Columns,
  decimal: DecimalMark | 'auto' = 'auto',
): boolean {
  const lines = rows.flatMap((row) => {
    const [left, right, stands] = [debit, credit, balance].map((column) => centsOf(row[column] ?? '', decimal))
    return left === undefined || right === undefined || stands === undefined ? [] : [{ moved: left - right, stands }]
  })
  const followers = lines.slice(1).map((line, index) => ({ ...line, before: lines[index]?.stands ?? 0 }))
  const running = followers.filter(({ moved, stands, before }) => stands === before + moved && stands !== moved).length
  const alone = followers.filter(({ moved, stands }) => stands === moved).length
  return running >= 2 && running > alone
}

function centsOf(text: string, decimal: DecimalMark | 'auto'): number | undefined {
  if (text.trim() === '') return 0
  const read = parseAmount(text, { decimal, digits: 2 })
  return read.ok ? read.amount : undefined
}
