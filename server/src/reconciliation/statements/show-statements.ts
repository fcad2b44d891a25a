import type { Language } from '@quittance/core/money/format-money.ts'
import { asCurrency, type Money, money } from '@quittance/core/money/money.ts'
import {
  differenceSentence,
  statementWarningSentence,
} from '@quittance/core/reconciliation/statements/warning-sentence.ts'
import type { Db } from '../../platform/database/db.ts'
import { bankStatements, type StatementFields, statementsById } from './queries.ts'

/** The newest days first. */
export const listStatements = async (
  db: Db,
  asked: { readonly account: number | null; readonly limit: number },
  language: Language,
) => (await bankStatements(db, asked)).map((row) => shown(row, language))

/** In the order of their file. */
export const showStatements = async (db: Db, ids: readonly number[], language: Language) =>
  (await statementsById(db, ids)).map((row) => shown(row, language))

function shown({ accountId, accountName, currency, opening, closing, ...row }: StatementFields, language: Language) {
  const inMoney = (amount: number | null): Money | null =>
    amount === null ? null : money(amount, asCurrency(currency))
  const { difference: missing } = row
  // The reader says so too, in a number of its own format: once is enough.
  const warnings = row.warnings
    .filter(({ code }) => missing === null || code !== 'balancesDoNotJoin')
    .map((warning) => statementWarningSentence(warning, language))
  return {
    ...row,
    account: { id: accountId, name: accountName },
    opening: inMoney(opening),
    closing: inMoney(closing),
    difference: inMoney(missing || null),
    warnings: missing ? [differenceSentence(missing, asCurrency(currency), language), ...warnings] : warnings,
  }
}
