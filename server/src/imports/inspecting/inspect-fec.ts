import { startFecTotals } from '@quittance/core/imports/fec/fec-totals.ts'
import type { FecFile } from '../reading/fec-file.ts'
import type { Inspection, InspectionWarning } from './inspection.ts'

const separatorNames: Readonly<Record<FecFile['separator'], string>> = {
  '\t': 'tab',
  '|': 'pipe',
  ';': 'semicolon',
  ',': 'comma',
}

/** Lines told one by one; the rest is counted. */
const mostWarnings = 50

/** Adds up a FEC line by line: nothing of it is kept but sums by customer, entry and letters. */
export async function inspectFec(file: FecFile, isAscii: boolean): Promise<Inspection> {
  const sums = startFecTotals()
  const refused: InspectionWarning[] = []
  let refusedLines = 0
  for await (const line of file.lines()) {
    if (!('problem' in line)) {
      sums.add(line)
      continue
    }
    refusedLines++
    const { problem, column, value } = line
    if (refused.length < mostWarnings)
      refused.push({ code: problem, line: line.line, ...(column && { field: column }), ...(value && { value }) })
  }
  const totals = sums.totals()
  return {
    kind: 'fec',
    facts: {
      encoding: isAscii ? 'ascii' : file.encoding === 'utf-8' ? 'utf-8' : westernName(file),
      separator: separatorNames[file.separator],
      columns: file.columns.width,
      data_lines: totals.lines + refusedLines,
      sum_debit: euros(totals.debit),
      sum_credit: euros(totals.credit),
      balanced: totals.debit === totals.credit,
      customer_411_lines: totals.customerLines,
      customers: totals.customers,
      balance_411: euros(totals.customerBalance),
      unlettered_lines_411: totals.unletteredLines,
      unlettered_total_411: euros(totals.unletteredBalance),
      unlettered_balance_by_auxiliary: Object.fromEntries(
        [...totals.unletteredByCustomer].map(([customer, cents]) => [customer, euros(cents)]),
      ),
      lettered_groups_411: totals.letteredGroups,
      lettered_groups_not_zero: totals.letteredGroupsNotZero,
    },
    warnings: [
      ...(totals.debit === totals.credit ? [] : [{ code: 'notBalanced', value: euros(totals.debit - totals.credit) }]),
      ...(totals.entriesOutOfBalance > 0
        ? [{ code: 'entriesOutOfBalance', value: String(totals.entriesOutOfBalance) }]
        : []),
      ...(totals.letteredGroupsNotZero > 0
        ? [{ code: 'lettersOutOfBalance', value: String(totals.letteredGroupsNotZero) }]
        : []),
      ...file.repairs(),
      ...refused,
      ...(refusedLines > mostWarnings
        ? [{ code: 'moreLinesRefused', value: String(refusedLines - mostWarnings) }]
        : []),
    ],
  }
}

/** Windows-1252 and ISO-8859-1 or -15 differ by a few signs, which most ledgers do not use. */
const westernName = ({ encoding }: FecFile): string =>
  encoding === 'windows-1252' || encoding === 'iso-8859-15' ? 'iso-8859-1/15 or windows-1252' : encoding

/** Signed cents as « -363.70 ». */
function euros(cents: number): string {
  const digits = String(Math.abs(cents)).padStart(3, '0')
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}
