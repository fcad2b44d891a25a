import { daysBetween } from '@quittance/core/calendar/calendar-date.ts'
import { customerCodeKey, nameKey } from '@quittance/core/imports/customer-name.ts'
import { cutText } from '@quittance/core/imports/cut-text.ts'
import { detectColumns, mappingOf } from '@quittance/core/imports/detect-columns.ts'
import { detectFormats } from '@quittance/core/imports/formats.ts'
import { openNumberRegister } from '@quittance/core/imports/number-register.ts'
import { type InvoiceRow, parseRow } from '@quittance/core/imports/parse-row.ts'
import { recogniseFile } from '@quittance/core/imports/recognise-file.ts'
import type { Refusal, Warning } from '@quittance/core/imports/refusals.ts'
import type { Reading, SourceRow } from '@quittance/core/imports/row-cells.ts'
import { decimalText } from '@quittance/core/money/format-money.ts'
import { asCurrency, type Money, money } from '@quittance/core/money/money.ts'
import type { Table } from '../reading/table.ts'
import type { Inspection, InspectionWarning } from './inspection.ts'

/** Rows looked at to find what the columns hold. */
const sampleRows = 300

/** Lines told one by one; the rest is counted. */
const mostWarnings = 50

/** Reads a list of invoices as an import would, in the firm's own currency where the file names none (EUR). */
export async function inspectTable(table: Table): Promise<Inspection> {
  const sample: SourceRow[] = []
  const rows = table.rows[Symbol.asyncIterator]()
  for (let next = await rows.next(); !next.done; next = await rows.next())
    if (sample.push(next.value) >= sampleRows) break
  const cells = sample.map((row) => row.cells)
  const columns = detectColumns(table.headers, cells)
  const mapping = mappingOf(columns)
  const typedNumbers = table.format.kind === 'xlsx'
  const formats = detectFormats(cells, { mapping, currency: asCurrency('EUR'), typedNumbers })
  const kind = recogniseFile(columns, cells)
  const sums = openSums({ headers: table.headers, mapping, formats })
  let read = 0
  const take = (row: SourceRow): void => {
    read++
    if (kind === 'invoices') sums.add(row)
  }
  sample.forEach(take)
  for await (const row of { [Symbol.asyncIterator]: () => rows }) take(row)
  const { encoding, separator, sheet, headerLine, forms = [] } = table.format
  const found = kind === 'invoices' ? sums.told() : { facts: {}, warnings: [] }
  return {
    kind,
    facts: {
      encoding,
      separator,
      sheet,
      header_line: headerLine,
      forms,
      data_lines: read,
      columns: (kind === 'customers' ? mappingOf(detectColumns(table.headers, cells, kind)) : mapping).map(
        (field, index) => ({ header: table.headers[index] ?? '', field }),
      ),
      ...found.facts,
    },
    warnings: [
      ...table.skipped.map(({ line, reason, text }) => ({ code: reason, line, value: cutText(text, 80) })),
      ...found.warnings,
    ],
  }
}

/** Adds up the rows of a list of invoices; of each it keeps no more than its number and customer. */
function openSums(reading: Reading) {
  const numbers = openNumberRegister(reading.headers, reading.mapping)
  const customers = new Set<string>()
  const totals = new Map<string, number>()
  const open = new Map<string, number>()
  const count = { rows: 0, disputed: 0, paid_late: 0, sum_days_late: 0, refused_lines: 0 }
  const refused: InspectionWarning[] = []
  const repaired = new Map<Warning['code'], { line: number; times: number }>()
  const refuse = (refusals: readonly Refusal[]): void => {
    count.refused_lines++
    for (const { code, line, column, value } of refusals)
      if (refused.length < mostWarnings) refused.push({ code, line, ...(column && { field: column }), value })
  }
  const warn = ({ code, line }: Pick<Warning, 'code' | 'line'>): void => {
    const known = repaired.get(code)
    repaired.set(code, { line: known?.line ?? line, times: (known?.times ?? 0) + 1 })
  }
  const enter = (row: InvoiceRow): void => {
    count.rows++
    customers.add(row.customer.code ? customerCodeKey(row.customer.code) : nameKey(row.customer.name))
    addTo(totals, row, row.total)
    addTo(open, row, row.amountDue)
    if (row.disputed) count.disputed++
    const daysLate = row.settledOn && row.dueDate ? daysBetween(row.dueDate, row.settledOn) : 0
    if (daysLate > 0) count.paid_late++
    count.sum_days_late += Math.max(daysLate, 0)
  }
  return {
    add: (source: SourceRow): void => {
      const parsed = parseRow(source, reading)
      const standing = parsed.ok ? numbers.enter(parsed.row) : undefined
      if (!parsed.ok) refuse(parsed.refusals)
      else if (standing?.kind === 'refused') refuse([standing.refusal])
      else parsed.warnings.forEach(warn)
      if (standing?.kind === 'repeated') warn({ code: 'repeatedRow', line: source.line })
      if (standing?.kind === 'first' || standing?.kind === 'instalment') enter(standing.row)
    },
    told: () => ({
      facts: {
        ...count,
        customers: customers.size,
        amount: onlyOf(totals),
        amount_by_currency: textsOf(totals),
        open_by_currency: textsOf(open),
      },
      warnings: [
        ...[...repaired].map(([code, { line, times }]) => ({ code, line, value: String(times) })),
        ...refused,
        ...(refused.length < mostWarnings ? [] : [{ code: 'moreLinesRefused', value: String(count.refused_lines) }]),
      ],
    }),
  }
}

function addTo(sums: Map<string, number>, { kind }: InvoiceRow, { amount, currency }: Money): void {
  sums.set(currency, (sums.get(currency) ?? 0) + (kind === 'creditNote' ? -amount : amount))
}

const textOf = ([currency, sum]: readonly [string, number]): string => decimalText(money(sum, asCurrency(currency)))

const textsOf = (sums: ReadonlyMap<string, number>): Record<string, string> =>
  Object.fromEntries([...sums].sort().map((sum) => [sum[0], textOf(sum)]))

/** null where there are several currencies, which no sum runs across. */
function onlyOf(sums: ReadonlyMap<string, number>): string | null {
  const [first, second] = [...sums]
  return first && !second ? textOf(first) : null
}
