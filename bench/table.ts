import type { Row } from './run.ts'

type Cell = (row: Row) => string

const seconds = (ms: number): string => (ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`)
const times = (ratio: number): string => `× ${ratio.toFixed(1)}`
const count = (value: number): string => value.toLocaleString('en')

const middle = (all: readonly number[]): number =>
  all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? Number.NaN

const lines: readonly (readonly [name: string, cell: Cell])[] = [
  ['Open items', (row) => count(row.items)],
  ['Customers', (row) => count(row.customers)],
  ['Daily run, first: all late', (row) => seconds(row.dailyRunMs)],
  ['  the same as one SQL statement', (row) => seconds(row.dailyRunSqlMs)],
  ['  ratio (aim: 4 at most)', (row) => times(row.dailyRunRatio)],
  ['  messages written', (row) => count(row.messages)],
  ['Daily run, second', (row) => seconds(row.secondRunMs)],
  ['Memory at the end of the runs', (row) => `${row.dailyRunPeakMb} MB`],
  ['Aged balance of everybody', (row) => seconds(row.agedBalanceMs)],
  ['  plain sum over what is left', (row) => seconds(row.agedBalanceSqlMs)],
  ['  ratio (aim: 2 at most)', (row) => times(row.agedBalanceRatio)],
  ['Balances counted after the fill', (row) => seconds(row.countBalancesMs)],
  ['Late list, first page', (row) => seconds(row.firstPageMs)],
  ['Late list, page 40', (row) => seconds(row.deepPageMs)],
  ['Page of a customer', (row) => seconds(row.customerPageMs)],
  ['Lists over HTTP: how many', (row) => count(row.lists.length)],
  ['  middle of their p50', (row) => seconds(middle(row.lists.map(({ p50 }) => p50)))],
  ['  slowest p50', (row) => seconds(Math.max(...row.lists.map(({ p50 }) => p50)))],
  ['  p50 over 50 ms (aim: none)', (row) => count(row.lists.filter(({ p50 }) => p50 > 50).length)],
  ['100 payments entered', (row) => seconds(row.hundredPaymentsMs)],
  ['Import: rows', (row) => `${count(row.importRows)} (${row.importMegabytes} MB)`],
  ['  rows a second', (row) => count(row.importRowsPerSecond)],
  ['  memory', (row) => `${row.importPeakMb} MB`],
  ['  the same rows by COPY', (row) => seconds(row.importFactsCopyMs)],
  ['  ratio (aim: 4 at most)', (row) => times(row.importRatio)],
  ['Ledger: lines', (row) => `${count(row.ledgerLines)} (${row.ledgerMegabytes} MB)`],
  ['  lines a second', (row) => count(Math.round((row.ledgerLines / row.ledgerImportMs) * 1000))],
  ['  reading alone', (row) => seconds(row.ledgerReadMs)],
  ['  memory (aim: 400 at most)', (row) => `${row.ledgerPeakMb} MB`],
  ['  the same facts by COPY', (row) => seconds(row.ledgerFactsCopyMs)],
  ['  ratio (aim: 4 at most)', (row) => times(row.ledgerRatio)],
  ['  the lines by COPY into texts', (row) => seconds(row.ledgerCopyMs)],
  ['Factur-X: files', (row) => count(row.facturXFiles)],
  ['  checked a second (aim: 50)', (row) => count(Math.round(row.facturXCheckedPerSecond))],
  ['  imported a second', (row) => count(Math.round(row.facturXImportedPerSecond))],
  ['  memory', (row) => `${row.facturXPeakMb} MB`],
  ['Matching: open items', (row) => count(row.matching.openItems)],
  ['  books opened', (row) => seconds(row.matching.openingMs)],
  ['  bank lines', (row) => `${count(row.matching.lines)} in ${seconds(row.matching.proposingMs)}`],
  ['  lines a second (aim: 2,000 against 5,000)', (row) => count(row.matching.linesPerSecond)],
  ['  slowest line', (row) => seconds(row.matching.slowestMs)],
  ['  slowest of 400 equal amounts', (row) => seconds(row.equalAmounts.slowestMs)],
  ['  memory', (row) => `${row.matchingPeakMb} MB`],
]

/** One column a size, names on the left. */
export function tableOf(rows: readonly Row[]): string {
  const cells = lines.map(([name, cell]) => [name, ...rows.map(cell)])
  const widths = cells[0]?.map((_, column) => Math.max(...cells.map((line) => line[column]?.length ?? 0))) ?? []
  return cells
    .map((line) =>
      line.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join('  '),
    )
    .join('\n')
}
