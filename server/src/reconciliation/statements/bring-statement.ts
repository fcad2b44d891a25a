import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import type { Language } from '@quittance/core/money/format-money.ts'
import type { StatementMapping } from '@quittance/core/reconciliation/statements/table/statement-columns.ts'
import type { Db } from '../../platform/database/db.ts'
import { readRemembering } from '../columns/remembered-columns.ts'
import { type KeptStatements, keepStatements } from './keep-statements.ts'
import { type ProposedNew, type ProposingNew, proposeNewLines } from './propose-new-lines.ts'

export interface Bringing {
  readonly language: Language
  /** Of which account files are that name none; absent: of the only one. */
  readonly account?: number | undefined
  /** What the columns of a list hold, where a person said so. */
  readonly columns?: StatementMapping | undefined
  /** Of whose accounts only: the firm of the program that sends it. */
  readonly firm?: number | undefined
  /** null: what the lines pay is looked for later, when somebody asks. */
  readonly proposing: ProposingNew | null
  transaction<T>(work: (db: Db) => Promise<T>): Promise<T>
}

export type BroughtStatements = KeptStatements & ProposedNew

/**
 * Reads a file that lies on disk, keeps its statements in one transaction and then looks for what the new lines pay in
 * another: lines are never lost to a mishap of matching. Throws `ReadingError` for a file that is no statement or is broken.
 */
export async function bringStatement(
  { path, name }: { readonly path: string; readonly name: string },
  { transaction, language, account, columns, firm, proposing }: Bringing,
): Promise<BroughtStatements> {
  const texts = await readRemembering(path, { columns, transaction })
  const sha256 = createHash('sha256')
  for await (const chunk of createReadStream(path)) sha256.update(chunk as Buffer)
  const file = { name: name.slice(0, 200), sha256: sha256.digest(), texts }
  const kept = await transaction((db) =>
    keepStatements(db, file, { language, account: account ?? null, firm: firm ?? null }),
  )
  if (!proposing) return { ...kept, almostCertain: 0, applied: 0 }
  return { ...kept, ...(await proposeNewLines(transaction, kept.newLines, proposing)) }
}
