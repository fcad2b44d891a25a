import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { KnownStatement } from '@quittance/core/reconciliation/accounts/tell-new-lines.ts'
import type { BankStatement } from '@quittance/core/reconciliation/statements/statement.ts'
import type {
  StatementFile,
  StatementFormat,
  StatementWarning,
} from '@quittance/core/reconciliation/statements/statement-file.ts'
import { recordInJournal } from '../../people/journal.ts'
import type { Db } from '../../platform/database/db.ts'
import { type Recognising, recogniseAccount } from '../accounts/recognise-account.ts'
import { identifyLines } from './identify-lines.ts'
import { plainStatement } from './plain-lines.ts'
import { addLines, addStatement, countNewLines, putDetailedAside, statementOfFile, waitForTurn } from './queries.ts'

/** A file as it came, read. */
export interface BroughtFile {
  readonly name: string
  readonly sha256: Uint8Array
  /** More than one text in an archive, each with its name there. */
  readonly texts: readonly { readonly name: string | null; readonly file: StatementFile }[]
}

export interface KeptStatements {
  /** Their ids, in the order of the file. */
  readonly statements: readonly number[]
  /** Ids of the lines that no statement before had brought. */
  readonly newLines: readonly number[]
  readonly knownLines: number
}

/** Lines written in one statement of SQL. */
const batchLines = 5000

/**
 * Keeps all statements of a file, in the caller's transaction: accounts recognised or made, each line once. Bringing the same
 * file again, or one that overlaps it, adds only what is new; balances that do not join are kept as they are and stop nothing.
 */
export async function keepStatements(db: Db, file: BroughtFile, recognising: Recognising): Promise<KeptStatements> {
  await waitForTurn(db)
  const statements: number[] = []
  const newLines: number[] = []
  let lines = 0
  for (const { name, file: text } of file.texts) {
    const fileName = (name === null ? file.name : `${file.name}/${name}`).slice(0, 300)
    const warnings = warningsByStatement(text)
    for (const [place, { statement }] of text.statements.entries()) {
      const rank = statements.length
      const kept = await keepOne(db, statement, {
        sha256: file.sha256,
        fileName,
        format: text.format,
        rank,
        warnings: warnings[place] ?? [],
        recognising,
      })
      statements.push(kept.id)
      newLines.push(...kept.newLines)
      lines += statement.lines.length
    }
  }
  await recordInJournal(db, {
    act: 'bankStatement.brought',
    thing: 'bankStatement',
    ...(statements[0] !== undefined && { thingId: statements[0] }),
    details: { file: file.name, statements: statements.length, lines, newLines: newLines.length },
  })
  return { statements, newLines, knownLines: lines - newLines.length }
}

interface Place {
  readonly sha256: Uint8Array
  readonly fileName: string
  readonly format: StatementFormat
  readonly rank: number
  readonly warnings: readonly StatementWarning[]
  readonly recognising: Recognising
}

async function keepOne(db: Db, given: BankStatement, { sha256, fileName, format, rank, warnings, recognising }: Place) {
  const statement = plainStatement(given)
  const { from, to } = daysOf(statement)
  const account = await recogniseAccount(db, statement, recognising)
  const added = await addStatement(db, {
    account,
    statement,
    fileName,
    sha256,
    rank,
    format,
    from,
    to,
    difference: differenceOf(statement),
    warnings,
  })
  const { id } = added ?? (await statementOfFile(db, { account, sha256, rank }))
  const { fresh: identified, detailed } =
    from && to ? await identifyLines(db, account, asKnown(statement, { from, to, format })) : nothing
  await putDetailedAside(db, detailed)
  const newLines: number[] = []
  for (let first = 0; first < identified.length; first += batchLines) {
    const batch = identified.slice(first, first + batchLines)
    const written = await addLines(db, { account, statement: id, currency: statement.currency }, batch)
    newLines.push(...written.map((line) => line.id))
  }
  if (newLines.length > 0) await countNewLines(db, id, newLines.length)
  return { id, newLines }
}

const nothing = { fresh: [], detailed: [] } as const

const asKnown = (
  { lines, opening, closing, isStatement = false }: BankStatement,
  days: Pick<KnownStatement, 'from' | 'to' | 'format'>,
) => ({
  ...days,
  lines,
  isStatement,
  openingOn: opening?.on ?? null,
  opening: opening?.amount ?? null,
  closing: closing?.amount ?? null,
})

/** First and last booking day of the lines, else of the balances. */
function daysOf({ lines, opening, closing }: BankStatement): { from: CalendarDate | null; to: CalendarDate | null } {
  const days = lines.map((line) => line.bookedOn).sort()
  const [first, last] = [opening?.on ?? closing?.on ?? null, closing?.on ?? opening?.on ?? null]
  return { from: days[0] ?? first, to: days.at(-1) ?? last }
}

/** What the lines lack to lead from one balance to the other: zero where they join, null where one is missing. */
function differenceOf({ opening, closing, lines }: BankStatement): number | null {
  if (!opening || !closing) return null
  return closing.amount - lines.reduce((sum, line) => sum + line.amount, opening.amount)
}

/** Each warning with the statement in whose lines it shows; those about the whole text, with the first one. */
function warningsByStatement({ statements, warnings }: StatementFile): StatementWarning[][] {
  const firstLines = statements.map(({ statement }) => statement.lines[0]?.fileLine ?? Number.POSITIVE_INFINITY)
  const sorted = statements.map((): StatementWarning[] => [])
  for (const warning of warnings) {
    const { line } = warning
    const place = line === undefined ? 0 : firstLines.findLastIndex((first) => first <= line)
    sorted[Math.max(0, place)]?.push(warning)
  }
  return sorted
}
