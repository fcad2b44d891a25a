import { numberKey } from '@quittance/core/imports/number-register.ts'
import type { SourceRow } from '@quittance/core/imports/row-cells.ts'
import type { Db } from '../../platform/database/db.ts'
import { type KnownFingerprints, knownFingerprints, numberedByFingerprint } from '../e-invoices/fingerprints.ts'
import { numberedAsKnown } from '../ledger/ledger-items.ts'
import { type Outcome, type Planned, planBatch, type Session } from '../planning/plan-batch.ts'
import { sellerFault } from '../planning/whose-invoice.ts'
import { correctionsOf, insertRefusals, type RefusedRow, removeRefusals } from '../refused-rows.ts'
import { gatherRows, type ReadRows } from './gather-rows.ts'
import { type Parsed, parseSource, type ReadRow } from './read-rows.ts'
import type { Settled } from './settle-namesakes.ts'
import {
  insertSourceCustomers,
  type ReadyRow,
  ranksOf,
  rowsOfNumbers,
  type StagedRow,
  writeRows,
} from './source-rows.ts'

/**
 * Reads rows of a file and keeps what importing them would do, be they new or typed anew. Rows kept before that have a
 * number in common with them are told again, in the order of the file.
 */
export async function stageRows(db: Db, session: Session, file: number, rows: readonly SourceRow[]): Promise<void> {
  const read = await readWithTheirLikes(db, session, file, rows)
  const outcomes = await planBatch(
    db,
    session,
    await numberedAsKnown(
      db,
      { legalEntity: session.legalEntity, file },
      read.invoices.map((invoice) => invoice.rows),
    ),
  )
  const staged: StagedRow[] = [
    ...read.refused.map(({ source }) => unheld(source, 'refused', [])),
    ...read.repeated.map(({ source, warning }) => unheld(source, 'repeated', [warning])),
    ...read.settled.flatMap(settledRow),
    ...outcomes.flatMap((outcome, index) => heldRows(session, outcome, read.invoices[index]?.holds ?? null)),
  ]
  const refused = [
    ...read.refused.map(({ why }) => why),
    ...read.settled.flatMap(refusedRow),
    ...outcomes.flatMap((outcome): readonly RefusedRow[] => (outcome.kind === 'refused' ? outcome.refused : [])),
  ]
  await writeRows(db, file, staged)
  await removeRefusals(
    db,
    file,
    staged.map(({ line }) => line),
  )
  await insertRefusals(db, file, refused)
  await insertSourceCustomers(db, file, session.directory.newDrafts())
}

async function readWithTheirLikes(
  db: Db,
  { reading, legalEntity, firms }: Session,
  file: number,
  rows: readonly SourceRow[],
): Promise<ReadRows> {
  const parse = async (some: readonly SourceRow[]): Promise<Parsed[]> => {
    const typed = await correctionsOf(
      db,
      file,
      some.map(({ line }) => line),
    )
    return some.map((source) => parseSource(source, reading, typed))
  }
  const numbered = async (some: readonly Parsed[]): Promise<Numbered> => {
    const known = await knownFingerprints(
      db,
      legalEntity,
      some.flatMap((one) => (one.kind === 'read' ? [one.read.row] : [])),
    )
    const all = some.map((one) =>
      one.kind === 'read' ? { ...one, read: numberedByFingerprint(one.read, known) } : one,
    )
    return { all, known }
  }
  const { all: parsed } = await numbered(await parse(rows))
  const keys = (made: boolean): string[] => [
    ...new Set(
      parsed.flatMap((one) =>
        one.kind === 'read' && one.read.row.numberMade === made ? [numberKey(one.read.row)] : [],
      ),
    ),
  ]
  const besides = new Set(rows.map(({ line }) => line))
  const likes = (await rowsOfNumbers(db, file, keys(false))).filter(({ line }) => !besides.has(line))
  const { all, known } = await numbered(
    likes.length === 0 ? parsed : [...parsed, ...(await parse(likes))].sort((a, b) => lineOf(a) - lineOf(b)),
  )
  const ranks = await ranksOf(db, file, { keys: keys(true), lines: rows.map(({ line }) => line) })
  const isOurs = ({ row, corrections }: ReadRow): boolean => sellerFault(row, firms, corrections) === undefined
  return gatherRows(all, { reading, ranks, namesakes: { known, isOurs } })
}

interface Numbered {
  readonly all: readonly Parsed[]
  readonly known: KnownFingerprints
}

const lineOf = (parsed: Parsed): number => (parsed.kind === 'read' ? parsed.read.source.line : parsed.source.line)

const unheld = (source: SourceRow, state: 'refused' | 'repeated', warnings: StagedRow['warnings']): StagedRow => ({
  ...source,
  state,
  holds: null,
  ready: null,
  warnings,
})

/** Held by no first line, so that it is found again with those of its number and yet goes in with none of them. */
function settledRow(one: Settled): StagedRow[] {
  if (one.kind === 'foreign') return []
  const { source, row } = one.read
  const holds = { firstLine: null, key: numberKey(row), rank: null }
  const state = one.kind === 'contested' ? 'refused' : one.kind
  const warnings = one.kind === 'contested' || one.warning === null ? [] : [one.warning]
  return [{ ...source, state, holds, ready: null, warnings }]
}

const refusedRow = (one: Settled): RefusedRow[] =>
  one.kind === 'contested'
    ? [{ line: one.read.row.line, invoiceNumber: one.read.row.number, refusals: [one.refusal] }]
    : []

/** The rows of one invoice with what importing it would do. */
export function heldRows(session: Session, outcome: Outcome, holds: StagedRow['holds']): StagedRow[] {
  if (outcome.kind === 'refused')
    return outcome.rows.map(({ source }) => ({ ...source, state: 'refused', holds, ready: null, warnings: [] }))
  return outcome.rows.map(({ source }, index) => ({
    ...source,
    state: 'ready',
    holds,
    ready: readyRow(session, outcome, index),
    warnings: index === 0 ? outcome.warnings.map(({ code, value }) => ({ code, value })) : [],
  }))
}

function readyRow({ today }: Session, { rows, lines, plan, customer, isReplaced }: Planned, index: number): ReadyRow {
  const [first] = rows
  const row = rows[index]?.row ?? first?.row
  if (!row) throw new Error('An invoice has a row')
  const dueDate = row.dueDate ?? lines[index]?.dueDate ?? null
  const sign = isReplaced ? 0 : row.kind === 'creditNote' ? -1 : 1
  return {
    compared: index === 0 ? plan.kind : null,
    newCustomer: customer < 0 ? -customer : null,
    currency: row.total.currency,
    total: sign * row.total.amount || 0,
    amountDue: sign * row.amountDue.amount || 0,
    statedOn: row.issueDate ?? dueDate,
    isLate: !isReplaced && row.kind !== 'creditNote' && row.amountDue.amount > 0 && dueDate !== null && dueDate < today,
  }
}
