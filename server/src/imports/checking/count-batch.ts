import type { SummaryTally } from '@quittance/core/imports/summary.ts'
import { money } from '@quittance/core/money/money.ts'
import type { Outcome, Planned, Session } from '../planning/plan-batch.ts'
import { mostRefusedRows, type RefusedRow } from '../refused-rows.ts'
import type { PreviewRow } from '../source-file-row.ts'

/** What is kept of a file while it is counted: the first refused rows and the first three that are ready. */
export interface Kept {
  readonly refused: RefusedRow[]
  readonly preview: PreviewRow[]
}

const previewRows = 3

/** Counts what a batch would do. */
export function countBatch(
  session: Session,
  outcomes: readonly Outcome[],
  { tally, kept }: { tally: SummaryTally; kept: Kept },
): void {
  for (const outcome of outcomes) {
    if (outcome.kind === 'repeated') tally.addLeftOut([outcome.warning])
    else if (outcome.kind === 'refused') {
      for (const row of outcome.refused) {
        tally.addRefused()
        if (kept.refused.length < mostRefusedRows) kept.refused.push(row)
      }
    } else {
      countPlanned(outcome, tally)
      if (kept.preview.length < previewRows) kept.preview.push(previewOf(session, outcome))
    }
  }
}

function countPlanned({ rows, lines, plan, customer, warnings }: Planned, tally: SummaryTally): void {
  rows.forEach(({ row }, index) => {
    const dueDate = row.dueDate ?? lines[index]?.dueDate ?? undefined
    tally.addReady({
      row: { ...row, ...(dueDate && { dueDate }) },
      warnings: index === 0 ? warnings : [],
      compared: index === 0 ? plan.kind : null,
      ...(customer < 0 && { newCustomer: String(customer) }),
    })
  })
}

function previewOf({ directory }: Session, { row, lines, customer }: Planned): PreviewRow {
  const sign = row.kind === 'creditNote' ? -1 : 1
  const amount = (field: 'amountDue' | 'total') =>
    money(sign * lines.reduce((sum, line) => sum + line[field], 0), row.total.currency)
  return {
    line: row.line,
    invoiceNumber: row.number,
    customerName: directory.nameOf(customer),
    issueDate: row.issueDate ?? null,
    dueDate: row.dueDate ?? lines[0]?.dueDate ?? null,
    total: amount('total'),
    amountDue: amount('amountDue'),
  }
}
