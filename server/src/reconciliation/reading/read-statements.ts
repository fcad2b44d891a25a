import type { BankStatement } from '@quittance/core/reconciliation/statements/statement.ts'
import type { StatementFormat, StatementWarning } from '@quittance/core/reconciliation/statements/statement-file.ts'
import { readStatementFiles } from './statement-files.ts'
import type { StatementHints } from './statement-list.ts'

export interface StatementsRead {
  readonly format: StatementFormat
  /** « camt.053.001.08 », « 102 » of OFX; null where the format has none. */
  readonly version: string | null
  readonly statements: readonly BankStatement[]
  /** What was left out, each with its line, and what was repaired or does not join. */
  readonly warnings: readonly StatementWarning[]
}

/**
 * Reads the bank statements of a file, or of a ZIP of them, told by its content and not by its name: CAMT.052 to 054,
 * CFONB 120, MT940, OFX, and lists of movements as CSV or XLSX. Lines that cannot be read are named in `warnings` and left
 * out; a file that is broken as a whole is refused by a `ReadingError`, nothing of it used. Limits: 50 MB a file, 500
 * files and 200 MB an archive.
 */
export async function readStatements(path: string, hints: StatementHints = {}): Promise<StatementsRead> {
  const files = await readStatementFiles(path, hints)
  const [first] = files
  return {
    format: first.file.format,
    version: first.file.version,
    statements: files.flatMap(({ file }) => file.statements.map(({ statement }) => statement)),
    warnings: files.flatMap(({ name, file }) =>
      file.warnings.map((warning) => (name === null ? warning : { ...warning, file: name })),
    ),
  }
}
