import type { FastifyInstance } from 'fastify'
import type { FactsChanged } from '../customers/facts-changed.ts'
import { serve } from '../platform/http/serve.ts'
import { editAccount, nameAccount } from './accounts/change-account.ts'
import { listAccounts, showAccount } from './accounts/show-accounts.ts'
import { taughtColumns } from './columns/queries.ts'
import { forgetColumns } from './columns/remembered-columns.ts'
import { endpoints } from './contract.ts'
import { listLines } from './lines/list-lines.ts'
import type { KeptBooks } from './matching/books/kept-books.ts'
import { catchUpShown } from './matching/propose-lines.ts'
import { listStatements, showStatements } from './statements/show-statements.ts'
import { uploadStatement } from './statements/upload-statement.ts'

/** What the bank needs of the words beside it. */
export interface BankContext {
  /** Facts of these customers changed: what dunning decided is decided again. */
  readonly factsChanged: FactsChanged
  /** The books this server keeps from one question to the next. */
  readonly books: KeptBooks
}

export function reconciliationRoutes(app: FastifyInstance, { factsChanged, books: kept }: BankContext): void {
  serve(app, endpoints.bankAccounts, ({ language, transaction }) => transaction((db) => listAccounts(db, language)))

  serve(app, endpoints.addBankAccount, ({ body, language, transaction }) =>
    transaction(async (db) => showAccount(db, await nameAccount(db, body), language)),
  )

  serve(app, endpoints.changeBankAccount, ({ params, body, language, transaction }) =>
    transaction(async (db) => {
      await editAccount(db, params.id, body)
      return showAccount(db, params.id, language)
    }),
  )

  serve(app, endpoints.bringStatement, async ({ query, request, key, today, language, transaction }) => {
    const proposing = { today, factsChanged, kept, ...(key && { mayApply: key.mayApply }) }
    const sent = { account: query.account, columns: query.columns, ...(key && { firm: key.legalEntity }) }
    const brought = await uploadStatement(request, { language, ...sent, transaction, proposing })
    const statements = await transaction((db) => showStatements(db, brought.statements, language))
    const { newLines, knownLines, almostCertain, applied } = brought
    return { statements, newLines: newLines.length, knownLines, almostCertain, applied }
  })

  serve(app, endpoints.bankStatements, ({ query, language, transaction }) =>
    transaction(async (db) => ({
      rows: await listStatements(db, { account: query.account ?? null, limit: query.limit }, language),
    })),
  )

  serve(app, endpoints.statementColumns, ({ transaction }) =>
    transaction(async (db) => ({
      rows: (await taughtColumns(db)).map((row) => ({ ...row, headers: [...row.headers], columns: [...row.columns] })),
    })),
  )

  serve(app, endpoints.removeStatementColumns, ({ params, transaction }) =>
    transaction((db) => forgetColumns(db, params.id)),
  )

  serve(app, endpoints.bankLines, ({ query, today, language, transaction }) =>
    transaction(async (db) => {
      await catchUpShown(db, { today, factsChanged, kept })
      return listLines(db, query, { today, language })
    }),
  )
}
