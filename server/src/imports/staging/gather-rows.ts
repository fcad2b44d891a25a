import { numberKey, openNumberRegister, type Ranks } from '@quittance/core/imports/number-register.ts'
import type { InvoiceRow } from '@quittance/core/imports/parse-row.ts'
import type { Warning } from '@quittance/core/imports/refusals.ts'
import type { Reading, SourceRow } from '@quittance/core/imports/row-cells.ts'
import type { RefusedRow } from '../refused-rows.ts'
import type { InvoiceRows, Parsed, ReadRow } from './read-rows.ts'
import { type Namesakes, type Settled, settleNumbers } from './settle-namesakes.ts'
import type { StagedRow } from './source-rows.ts'

/** Rows of a file once they are read, before anybody asked what is known of their invoices. */
export interface ReadRows {
  readonly invoices: readonly { readonly rows: InvoiceRows; readonly holds: NonNullable<StagedRow['holds']> }[]
  readonly refused: readonly { readonly source: SourceRow; readonly why: RefusedRow }[]
  /** The very same row again. */
  readonly repeated: readonly { readonly source: SourceRow; readonly warning: Warning }[]
  /** Of electronic invoices that say the same as another of their number, contradict it, or were left out for it. */
  readonly settled: readonly Settled[]
}

interface Gathering {
  readonly reading: Reading
  /** Absent where the rows are all there are. */
  readonly ranks?: Ranks
  /** null: none of the rows is of an electronic invoice. */
  readonly namesakes: Namesakes | null
}

/** Gathers rows into invoices, in the order of the file; all rows of a number are among them. */
export function gatherRows(parsed: readonly Parsed[], { reading, ranks, namesakes }: Gathering): ReadRows {
  const register = openNumberRegister(reading.headers, reading.mapping, ranks)
  const reads = parsed.flatMap((one) => (one.kind === 'read' ? [one.read] : []))
  const settled = namesakes ? settleNumbers(reads, reading, namesakes) : new Map<number, Settled>()
  const invoices = new Map<number, { rows: [ReadRow, ...ReadRow[]]; holds: NonNullable<StagedRow['holds']> }>()
  const refused: { source: SourceRow; why: RefusedRow }[] = []
  const repeated: { source: SourceRow; warning: Warning }[] = []
  for (const one of parsed) {
    if (one.kind === 'refused') {
      refused.push(one)
      continue
    }
    const { read } = one
    const { source, row } = read
    const key = numberKey(row)
    const apart = settled.get(row.line)
    if (apart?.kind === 'foreign') {
      const alone = invoices.get(apart.firstLine)
      if (alone) alone.rows.push(read)
      else invoices.set(row.line, { rows: [read], holds: { firstLine: null, key, rank: null } })
    }
    if (apart) continue
    const standing = register.enter(row)
    if (standing.kind === 'first')
      invoices.set(row.line, {
        rows: [{ ...read, row: standing.row }],
        holds: { firstLine: row.line, key, rank: standing.rank },
      })
    else if (standing.kind === 'instalment')
      invoices
        .get(standing.firstLine)
        ?.rows.push({ ...read, warnings: [...read.warnings, again('instalment', row, standing.firstLine)] })
    else if (standing.kind === 'repeated')
      repeated.push({ source, warning: again('repeatedRow', row, standing.firstLine) })
    else refused.push({ source, why: { line: row.line, invoiceNumber: row.number, refusals: [standing.refusal] } })
  }
  return { invoices: [...invoices.values()], refused, repeated, settled: [...settled.values()] }
}

const again = (code: 'instalment' | 'repeatedRow', { line }: InvoiceRow, firstLine: number): Warning => ({
  line,
  code,
  field: 'invoiceNumber',
  value: String(firstLine),
})
