import { basename } from 'node:path'
import { problemSentence } from '@quittance/core/imports/file-messages.ts'
import type { ReadingProblem } from '@quittance/core/imports/reading-problem.ts'
import { statementWarningSentence } from '@quittance/core/reconciliation/statements/warning-sentence.ts'
import { ReadingError } from '../../imports/reading/reading-error.ts'
import type { Db } from '../../platform/database/db.ts'
import { bankAccounts } from '../../reconciliation/accounts/queries.ts'
import { plainNumber } from '../../reconciliation/accounts/recognise-account.ts'
import { readStatements, type StatementsRead } from '../../reconciliation/reading/read-statements.ts'
import { bringStatement } from '../../reconciliation/statements/bring-statement.ts'
import { type Chosen, type Commanded, CommandRefusal, type ExitCode } from './command.ts'
import { inOrganization } from './organizations.ts'

/** Said in sentences; --json has them all. */
const warningsSaid = 20

interface Kept {
  readonly newLines: number
  readonly knownLines: number
}

/** Brings in a bank statement, each line once; what they pay is for `reconcile` to say. 1 where something in it was passed over or does not join. */
export async function importStatement(given: Commanded, organization: Chosen, path: string): Promise<ExitCode> {
  const { asked, terminal } = given
  const { words, language } = terminal
  try {
    const read = await readStatements(path)
    const kept = asked.dryRun ? null : await keep(given, organization, path)
    if (asked.json) {
      const { id, name } = organization
      const shown = {
        command: 'import',
        organization: { id, name },
        file: path,
        kind: 'statement',
        dryRun: asked.dryRun,
      }
      await terminal.line(JSON.stringify({ ...shown, ...toldOf(read), written: kept, error: null }))
    } else {
      const lines = read.statements.reduce((sum, { lines: some }) => sum + some.length, 0)
      await terminal.line(
        words.statementRead(basename(path), read.version ?? read.format, read.statements.length, lines),
      )
      for (const warning of read.warnings.slice(0, warningsSaid))
        await terminal.line(`  ${statementWarningSentence(warning, language)}`)
      await terminal.line(kept ? words.statementKept(kept.newLines, kept.knownLines) : words.nothingWritten)
    }
    return read.warnings.length > 0 ? 1 : 0
  } catch (error) {
    if (!(error instanceof ReadingError)) throw error
    const { problem } = error
    if (asked.json)
      await terminal.line(
        JSON.stringify({ command: 'import', file: path, kind: 'statement', error: errorOf(problem, language) }),
      )
    else terminal.remark(problemSentence(problem, language))
    return 2
  }
}

const errorOf = (problem: ReadingProblem, language: 'en' | 'fr') => ({
  code: problem.code,
  line: problem.line ?? null,
  sentence: problemSentence(problem, language),
})

async function keep(given: Commanded, { id }: Chosen, path: string): Promise<Kept> {
  const transaction = inOrganization(given, id)
  const { language } = given.terminal
  const account = given.asked.account === undefined ? undefined : await transaction((db) => accountAsked(db, given))
  // What the lines pay is for `reconcile` to say, on the day it is asked for.
  const brought = await bringStatement(
    { path, name: basename(path) },
    { transaction, language, account, proposing: null },
  )
  return { newLines: brought.newLines.length, knownLines: brought.knownLines }
}

/** By its IBAN, its number as the bank writes it, or its name. */
async function accountAsked(db: Db, { asked: { account = '' }, terminal }: Commanded): Promise<number> {
  const plain = (text: string | null): string => plainNumber(text ?? '')
  const accounts = await bankAccounts(db)
  const fitting = accounts.filter(({ iban, written, name }) =>
    [iban, written, name].some((one) => plain(one) === plain(account)),
  )
  const [only, ...others] = fitting
  if (!only || others.length > 0)
    throw new CommandRefusal(
      terminal.words.noBankAccount(
        account,
        accounts.map(({ iban, name }) => iban ?? name),
      ),
    )
  return only.id
}

const toldOf = ({ format, version, statements, warnings }: StatementsRead) => ({
  format,
  version,
  statements: statements.map(({ account, currency, opening, closing, lines }) => ({
    account: account.text,
    currency,
    opening,
    closing,
    lines: lines.length,
  })),
  warnings,
})
