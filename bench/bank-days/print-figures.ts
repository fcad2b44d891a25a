import type { CurvePoint, Figures } from './figures.ts'
import type { JudgedLine } from './judge-line.ts'

const share = (part: number, whole: number, digits = 1): string =>
  whole === 0 ? '-' : `${((100 * part) / whole).toFixed(digits)} %`

function table(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? []
  return rows
    .map((row) =>
      row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join('  '),
    )
    .join('\n')
}

const head = [
  '',
  'lines',
  'pay',
  'by itself',
  'rate',
  'precision',
  'wrong customer',
  'pays none',
  'first right',
  'reason',
]

export const tableOfFigures = (title: string, rows: readonly Figures[]): string =>
  table([
    [title, ...head.slice(1)],
    ...rows.map((row) => [
      `  ${row.name}`,
      String(row.lines),
      String(row.paying),
      String(row.applied),
      share(row.appliedRight, row.paying),
      share(row.appliedRight, row.applied, 2),
      String(row.wrongCustomer),
      String(row.onNoInvoice),
      share(row.firstRight, row.paying),
      share(row.reasonRight, row.withGap),
    ]),
  ])

export const tableOfCurve = (title: string, points: readonly CurvePoint[]): string =>
  table([
    [title, 'applied', 'rate', 'precision', 'wrong'],
    ...points.map(({ from, applied, right, paying }) => [
      `  from ${(from / 100).toFixed(2)} %`,
      String(applied),
      share(right, paying),
      share(right, applied, 2),
      String(applied - right),
    ]),
  ])

const euros = (cents: number): string => (cents / 100).toFixed(2)

/** A line with the truth, what was said of it and why: what a maker of matching reads. */
export function describe({ line, verdict, first, isAuto, isFirstRight }: JudgedLine): string {
  const { truth } = line
  const written = (list: readonly { invoice: string; amount: number }[]): string =>
    list.length === 0 ? 'no invoice' : list.map(({ invoice, amount }) => `${invoice} ${euros(amount)}`).join(', ')
  const [proposal] = verdict.proposals
  return [
    `${line.id} ${line.day} ${euros(line.amount)} [${line.amountClass} / ${line.textClass} / ${line.whoClass}]`,
    `  bank     ${line.operation} | ${line.payerName} | ${line.payerIban} | ${line.remittance} | ${line.endToEndId}`,
    `  truth    ${truth.customers.join(', ')}: ${written(truth.allocations)}${truth.writeoff ? ` (${truth.writeoff.reason} ${euros(truth.writeoff.amount)})` : ''}`,
    `  verdict  ${verdict.decision}${isAuto ? ' APPLIED' : ''} ${isFirstRight ? 'right' : 'wrong'}: ${proposal?.kind ?? '-'} ${written(first)}, chances ${proposal?.chances ?? 0}`,
    `  evidence ${(proposal?.evidence ?? []).map(({ code, speaks, values }) => `${speaks === 'for' ? '+' : '-'}${code}${JSON.stringify(values)}`).join(' ')}`,
    ...verdict.proposals
      .slice(1, 3)
      .map(
        (other) =>
          `  next     ${other.kind} ${other.allocations.map(({ item, amount }) => `#${item} ${euros(amount)}`).join(', ')} chances ${other.chances}`,
      ),
  ].join('\n')
}
