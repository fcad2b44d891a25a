import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { asCurrency, money } from '@quittance/core/money/money.ts'
import type { FastifyInstance } from 'fastify'
import type { FactsContext } from '../customers/facts-changed.ts'
import { customerName } from '../customers/queries.ts'
import { found } from '../platform/http/app-error.ts'
import { serve } from '../platform/http/serve.ts'
import { agreementsOf } from './agreements.ts'
import { endpoints } from './contract.ts'
import { agreePlan, notePromise, resumePromise, stopPlan, takePlanUp, withdrawPromise } from './note-promise.ts'

const moneyOf = (given: { amount: number; currency: string }) => money(given.amount, asCurrency(given.currency))

/** Routes of promises and payment plans. */
export function promiseRoutes(app: FastifyInstance, { factsChanged }: FactsContext): void {
  serve(app, endpoints.agreements, ({ params, query, today, transaction }) =>
    transaction(async (db) => {
      found(await customerName(db, params.id))
      return agreementsOf(db, { customer: params.id, invoice: query.invoice ?? null }, today)
    }),
  )

  serve(app, endpoints.resumePromise, ({ params, today, transaction }) =>
    transaction((db) => resumePromise(db, params.id, { today, factsChanged })),
  )

  serve(app, endpoints.resumePlan, ({ params, today, transaction }) =>
    transaction((db) => takePlanUp(db, params.id, { today, factsChanged })),
  )

  serve(app, endpoints.addPromise, ({ body, today, transaction }) =>
    transaction(async (db) => {
      const { customerId, promisedFor, amount, items, note } = body
      const promise = {
        customer: customerId,
        promisedFor: promisedFor as CalendarDate,
        amount: moneyOf(amount),
        items,
        note,
      }
      return { id: await notePromise(db, promise, { today, factsChanged }) }
    }),
  )

  serve(app, endpoints.withdrawPromise, ({ params, today, transaction }) =>
    transaction((db) => withdrawPromise(db, params.id, { today, factsChanged })),
  )

  serve(app, endpoints.addPlan, ({ body, today, transaction }) =>
    transaction(async (db) => {
      const instalments = body.instalments.map((one) => ({
        dueOn: one.dueOn as CalendarDate,
        amount: moneyOf(one.amount),
      }))
      const plan = { customer: body.customerId, items: body.items, instalments, note: body.note }
      return { id: await agreePlan(db, plan, { today, factsChanged }) }
    }),
  )

  serve(app, endpoints.endPlan, ({ params, today, transaction }) =>
    transaction((db) => stopPlan(db, params.id, { today, factsChanged })),
  )
}
