import type { FastifyInstance } from 'fastify'
import type { FactsContext } from '../customers/facts-changed.ts'
import type { Db } from '../platform/database/db.ts'
import { serve } from '../platform/http/serve.ts'
import { changePayerRules } from './change-rules.ts'
import { endpoints } from './contract.ts'
import { declareProfile, withdrawProfile } from './declare-profile.ts'
import { payerRulesOf } from './reckon-profiles.ts'
import { showProfile } from './show-profile.ts'

export interface PayersContext extends FactsContext {
  /** Decides for every customer again, some hundreds a transaction. */
  readonly decideEverybody: (transaction: <T>(work: (db: Db) => Promise<T>) => Promise<T>) => Promise<void>
}

/** Routes of payer profiles. */
export function payerRoutes(app: FastifyInstance, { factsChanged, decideEverybody }: PayersContext): void {
  serve(app, endpoints.customerProfile, ({ params, actor, today, transaction }) =>
    transaction((db) => showProfile(db, params.id, today, actor.language)),
  )
  serve(app, endpoints.declareProfile, ({ params, body, actor, today, transaction }) =>
    transaction(async (db) => {
      await declareProfile(db, { customer: params.id, ...body }, { today, factsChanged })
      return showProfile(db, params.id, today, actor.language)
    }),
  )
  serve(app, endpoints.withdrawProfile, ({ params, transaction }) =>
    transaction((db) => withdrawProfile(db, params.id, factsChanged)),
  )
  serve(app, endpoints.payerRules, ({ transaction }) => transaction(payerRulesOf))
  serve(app, endpoints.changePayerRules, async ({ body, transaction }) => {
    if (await transaction((db) => changePayerRules(db, body))) await decideEverybody(transaction)
    return body
  })
}
