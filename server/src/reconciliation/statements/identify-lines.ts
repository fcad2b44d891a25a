import { createHash } from 'node:crypto'
import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { shiftedDays } from '@quittance/core/reconciliation/accounts/same-money.ts'
import {
  contentOf,
  type KnownStatement,
  type LineSeen,
  tellLines,
} from '@quittance/core/reconciliation/accounts/tell-new-lines.ts'
import type { StatementLine } from '@quittance/core/reconciliation/statements/statement.ts'
import type { Db } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'

/**
 * The lines that the account does not have yet, each with the name it is known by from now on: what the bank wrote, and its
 * rank among equals. The name is unique in the account, whatever else goes wrong. With them the lines known as one amount that
 * they give payment by payment.
 */
export async function identifyLines<Line extends StatementLine>(
  db: Db,
  account: number,
  statement: KnownStatement & { readonly lines: readonly Line[] },
): Promise<{ readonly fresh: readonly (Line & { identity: string })[]; readonly detailed: readonly number[] }> {
  if (statement.lines.length === 0) return { fresh: [], detailed: [] }
  const known = await linesBetween(db, account, statement)
  const ranks = new Map<string, number>()
  const nameOf = (line: LineSeen): string => {
    const name = keyOf(line)
    const rank = ranks.get(name) ?? 0
    ranks.set(name, rank + 1)
    return `${name}.${rank}`
  }
  for (const { lines } of known) for (const line of lines) nameOf(line)
  const told = tellLines(statement, known)
  return {
    fresh: told.fresh.map((line) => ({ ...line, identity: nameOf(line) })),
    detailed: told.detailed.map(({ id }) => id),
  }
}

const keyOf = (line: LineSeen): string =>
  createHash('sha256')
    .update([line.bookedOn, line.amount, line.bankReference ?? '', contentOf(line)].join('\n'))
    .digest('base64url')

interface KnownRow extends LineSeen {
  readonly id: number
  readonly statement: number
  readonly from: CalendarDate
  readonly to: CalendarDate
  readonly openingOn: CalendarDate | null
  readonly opening: number | null
  readonly closing: number | null
  readonly format: KnownStatement['format']
  readonly isStatement: boolean
}

/** The lines kept of the days of a statement, by the statement that brought each first. */
async function linesBetween(
  db: Db,
  account: number,
  { from, to }: KnownStatement,
): Promise<{ statement: KnownStatement; lines: KnownRow[] }[]> {
  const rows = await db.rows<KnownRow>(sql`
    select b.id, b.is_batch as "isBatch", b.state not in ('unmatched', 'suggested') as "isSettled", b.booked_on as "bookedOn", b.amount, b.label, b.remittance, b.end_to_end_id as "endToEndId", b.other_name as "otherName",
      b.other_iban as "otherIban", b.bank_reference as "bankReference", s.id as statement, s.format,
      s.is_statement as "isStatement",
      s.from_day as "from", s.to_day as "to", s.opening_on as "openingOn", s.opening_amount as opening, s.closing_amount as closing
    from bank_line b
    join bank_statement s on s.organization_id = b.organization_id and s.id = b.bank_statement_id
    where b.organization_id = current_organization() and b.bank_account_id = ${account}
      and b.booked_on between ${from}::date - ${shiftedDays}::int and ${to}::date + ${shiftedDays}::int
    order by b.id`)
  const known = new Map<number, { statement: KnownStatement; lines: KnownRow[] }>()
  for (const row of rows) {
    const there = known.get(row.statement)
    if (there) there.lines.push(row)
    else known.set(row.statement, { statement: row, lines: [row] })
  }
  return [...known.values()]
}
