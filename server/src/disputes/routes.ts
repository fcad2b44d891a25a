import type { FastifyInstance } from 'fastify'
import type { FactsContext } from '../customers/facts-changed.ts'
import { customerName } from '../customers/queries.ts'
import { found } from '../platform/http/app-error.ts'
import { serve } from '../platform/http/serve.ts'
import { endpoints } from './contract.ts'
import { openDispute, resolveDispute } from './open-dispute.ts'
import { openDisputesOf } from './open-disputes.ts'

/** Routes of disputes. */
export function disputeRoutes(app: FastifyInstance, { factsChanged }: FactsContext): void {
  serve(app, endpoints.openDisputes, ({ params, transaction }) =>
    transaction(async (db) => {
      found(await customerName(db, params.id))
      return openDisputesOf(db, params.id)
    }),
  )
  serve(app, endpoints.openDispute, ({ body, today, transaction }) =>
    transaction(async (db) => {
      const { customerId, items, reason, note, ownerId } = body
      return {
        id: await openDispute(
          db,
          { customer: customerId, items, reason, note, owner: ownerId ?? null },
          { today, factsChanged },
        ),
      }
    }),
  )
  serve(app, endpoints.resolveDispute, ({ params, body, today, transaction }) =>
    transaction((db) => resolveDispute(db, params.id, body.resolution, { today, factsChanged })),
  )
}
