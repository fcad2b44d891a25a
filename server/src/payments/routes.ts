import type { FastifyInstance } from 'fastify'
import type { FactsContext } from '../customers/facts-changed.ts'
import { underKeptNumber } from '../customers/merging/aliases.ts'
import { serve } from '../platform/http/serve.ts'
import { allocateCredit, allocateCreditNote } from './allocate-credit.ts'
import { endpoints } from './contract.ts'
import { depositSlips } from './deposit-slips.ts'
import { enterPayment } from './enter-payment.ts'
import { listPayments, paymentById } from './list-payments.ts'
import { previewPayment } from './preview-payment.ts'
import { proposeAllocation } from './propose-allocation.ts'
import { reversePayment } from './reverse-payment.ts'
import { takeBackAllocation } from './take-back-allocation.ts'

export function paymentRoutes(app: FastifyInstance, { factsChanged }: FactsContext): void {
  serve(app, endpoints.payments, ({ query, transaction }) =>
    transaction(async (db) => listPayments(db, await underKeptNumber(db, query))),
  )

  serve(app, endpoints.depositSlips, ({ query, transaction }) =>
    transaction(async (db) => ({ rows: await depositSlips(db, query.limit) })),
  )

  serve(app, endpoints.payment, ({ params, transaction }) => transaction((db) => paymentById(db, params.id)))

  serve(app, endpoints.proposeAllocation, ({ body, transaction }) => transaction((db) => proposeAllocation(db, body)))

  serve(app, endpoints.previewPayment, async ({ body, today, actor, transaction }) => ({
    effects: await transaction((db) => previewPayment(db, { input: body, today, language: actor.language })),
  }))

  serve(app, endpoints.enterPayment, ({ body, today, transaction }) =>
    transaction(async (db) => paymentById(db, await enterPayment(db, { input: body, today, factsChanged }))),
  )

  serve(app, endpoints.allocateCredit, ({ params, body, today, transaction }) =>
    transaction(async (db) => {
      await allocateCredit(db, { from: params.id, allocations: body.allocations, today, factsChanged })
      return paymentById(db, params.id)
    }),
  )

  serve(app, endpoints.allocateCreditNote, ({ params, body, today, transaction }) =>
    transaction(async (db) => ({
      allocations: await allocateCreditNote(db, {
        from: params.id,
        allocations: body.allocations,
        today,
        factsChanged,
      }),
    })),
  )

  serve(app, endpoints.takeBackAllocation, ({ params, today, transaction }) =>
    transaction((db) => takeBackAllocation(db, { allocation: params.id, today, factsChanged })),
  )

  serve(app, endpoints.reversePayment, ({ params, body, today, transaction }) =>
    transaction(async (db) => {
      await reversePayment(db, {
        payment: params.id,
        reason: body.reason,
        on: body.on,
        note: body.note ?? null,
        today,
        factsChanged,
      })
      return paymentById(db, params.id)
    }),
  )
}
