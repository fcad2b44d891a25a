import type { BankDetails } from '@quittance/core/dunning/write-reminder/bank-details.ts'
import type { InvoicesTable } from '@quittance/core/dunning/write-reminder/invoices-table.ts'
import type { PreparedMessage } from '@quittance/core/dunning/write-reminder/prepare-message.ts'
import type { MessageBlock } from './message-blocks.ts'

/** The text part: complete by itself, the table in columns of one width each. */
export function textMessage(blocks: readonly MessageBlock[], { table, bankDetails }: PreparedMessage): string {
  const pieces = blocks.map((block) => {
    if (block.kind === 'table') return textTable(table)
    if (block.kind === 'bankDetails') return bankDetails ? textBankDetails(bankDetails) : ''
    return block.lines.join('\n')
  })
  return `${pieces.filter((piece) => piece !== '').join('\n\n')}\n`
}

type Cells = readonly [label: string, dueDate: string, late: string, amount: string]

function textTable(table: InvoicesTable): string {
  const { label, dueDate, late, amount } = table.headers
  const header: Cells = [label, dueDate, late, amount]
  const parts = table.parts.map((part) => ({
    rows: part.rows.map((row): Cells => [row.label, row.dueDate, row.late, row.amount]),
    totals: [part.total, ...part.added].map(({ label: of, amount: sum }): Cells => [of, '', '', sum]),
  }))
  const all = [header, ...parts.flatMap((part) => [...part.rows, ...part.totals])]
  const widths = [0, 1, 2, 3].map((column) => Math.max(...all.map((cells) => (cells[column] ?? '').length)))
  const line = (cells: Cells): string =>
    cells
      .map((cell, column) => (column === 3 ? cell.padStart(widths[3] ?? 0) : cell.padEnd(widths[column] ?? 0)))
      .filter((_, column) => column !== 2 || table.showsLate)
      .join('  ')
      .trimEnd()
  return [line(header), ...parts.flatMap((part) => [...part.rows, ...part.totals].map(line))].join('\n')
}

const textBankDetails = (details: BankDetails): string =>
  [details.title, ...details.lines.map(({ label, value }) => `${label}${details.separator}${value}`)].join('\n')
