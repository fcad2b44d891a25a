import type { FastifyInstance } from 'fastify'
import type { FactsChanged } from '../../customers/facts-changed.ts'
import { recordInJournal } from '../../people/journal.ts'
import { changeOrganization } from '../../people/queries.ts'
import type { Db } from '../../platform/database/db.ts'
import { serve } from '../../platform/http/serve.ts'
import { endpoints } from '../contract.ts'
import { lineRowsById } from '../lines/line-rows.ts'
import { matchCertainLines, matchesByItself } from './applying/match-certain.ts'
import { matchLine } from './applying/match-line.ts'
import { undoMatch } from './applying/undo-match.ts'
import type { KeptBooks } from './books/kept-books.ts'
import { countCertain, countWaiting, sumsOf } from './line-queries.ts'
import { catchUpLine, catchUpShown } from './propose-lines.ts'
import { forgetRule, listRules } from './rules/bank-rules.ts'
import { type ShowingLine, showLine } from './showing/show-line.ts'

export interface MatchingContext {
  readonly factsChanged: FactsChanged
  /** The books this server keeps from one question to the next. */
  readonly books: KeptBooks
}

export function matchingRoutes(app: FastifyInstance, { factsChanged, books }: MatchingContext): void {
  // In a transaction of its own: looking at lines waits for who looks, and must not hold what settling has locked.
  const settled = async (db: Db, id: number, showing: ShowingLine) => {
    await catchUpLine(db, id, { today: showing.today, factsChanged, kept: books })
    const [line] = await lineRowsById(db, [id], showing)
    if (!line) throw new Error(`Bank line ${id} was settled and is not there.`)
    return { line, toMatch: await countWaiting(db) }
  }

  serve(app, endpoints.bankLine, ({ params, today, language, transaction }) =>
    transaction(async (db) => {
      await catchUpLine(db, params.id, { today, factsChanged, kept: books })
      return showLine(db, params.id, { today, language })
    }),
  )

  serve(app, endpoints.matchLine, async ({ params, body, today, language, transaction }) => {
    await transaction((db) => matchLine(db, params.id, body, { today, factsChanged, kept: books }))
    return transaction((db) => settled(db, params.id, { today, language }))
  })

  serve(app, endpoints.undoMatch, async ({ params, today, language, transaction }) => {
    await transaction((db) => undoMatch(db, params.id, { today, factsChanged }))
    return transaction((db) => settled(db, params.id, { today, language }))
  })

  serve(app, endpoints.matchCertainLines, async ({ body, today, language, transaction }) => {
    const applied = await matchCertainLines(transaction, { account: body.account, today, factsChanged, kept: books })
    return transaction(async (db) => {
      await catchUpShown(db, { today, factsChanged, kept: books })
      const rows = await lineRowsById(db, applied, { today, language })
      const sums = await sumsOf(db, applied)
      return { applied: rows, left: await countCertain(db, body.account), total: sums, toMatch: await countWaiting(db) }
    })
  })

  serve(app, endpoints.bankRules, ({ language, transaction }) =>
    transaction(async (db) => ({ rows: await listRules(db, language) })),
  )

  serve(app, endpoints.removeBankRule, ({ params, transaction }) => transaction((db) => forgetRule(db, params.id)))

  serve(app, endpoints.setMatching, ({ body, transaction }) =>
    transaction(async (db) => {
      await changeOrganization(db, { matchesByItself: body.matchesByItself })
      await recordInJournal(db, {
        act: 'changed',
        thing: 'organization',
        details: { matchesByItself: body.matchesByItself },
      })
      return { matchesByItself: await matchesByItself(db) }
    }),
  )
}
