import { asCurrency, money } from '@quittance/core/money/money.ts'
import type { FastifyInstance } from 'fastify'
import type { FactsContext } from '../customers/facts-changed.ts'
import { customerName } from '../customers/queries.ts'
import { found } from '../platform/http/app-error.ts'
import { type Actor, serve } from '../platform/http/serve.ts'
import { agreePlan, noteConfirmation, stopPlan, takePlanUp, undoPlan } from './agree-plan.ts'
import { agreementsOf } from './agreements.ts'
import { endpoints } from './contract.ts'
import { grantDelay, takeDelayBack, takeDelayUp } from './grant-delay.ts'
import { notePromise, resumePromise, undoPromise, withdrawPromise } from './note-promise.ts'
import { prepareConfirmation } from './plan-confirmation.ts'

const moneyOf = (given: { amount: number; currency: string }) => money(given.amount, asCurrency(given.currency))

/** Routes of promises, payment plans and extra delays. */
export function promiseRoutes(app: FastifyInstance, context: FactsContext): void {
  givenPromises(app, context)
  paymentPlans(app, context)
  extraDelays(app, context)
}

function givenPromises(app: FastifyInstance, { factsChanged }: FactsContext): void {
  serve(app, endpoints.agreements, ({ params, query, today, transaction }) =>
    transaction(async (db) => {
      found(await customerName(db, params.id))
      return agreementsOf(db, { customer: params.id, invoice: query.invoice ?? null }, today)
    }),
  )

  serve(app, endpoints.resumePromise, ({ params, today, transaction }) =>
    transaction((db) => resumePromise(db, params.id, { today, factsChanged })),
  )

  serve(app, endpoints.addPromise, ({ body, today, transaction }) =>
    transaction(async (db) => {
      const { customerId, promisedFor, amount, items, note, parts, replaces } = body
      const promise = {
        customer: customerId,
        promisedFor,
        amount: moneyOf(amount),
        items,
        note,
        parts: parts ?? [],
        replaces,
      }
      return { id: await notePromise(db, promise, { today, factsChanged }) }
    }),
  )

  serve(app, endpoints.withdrawPromise, ({ params, today, transaction }) =>
    transaction((db) => undoPromise(db, params.id, { today, factsChanged })),
  )

  serve(app, endpoints.cancelPromise, ({ params, body, today, transaction }) =>
    transaction((db) => withdrawPromise(db, params.id, { today, factsChanged }, said(body.because))),
  )
}

function paymentPlans(app: FastifyInstance, { factsChanged }: FactsContext): void {
  serve(app, endpoints.resumePlan, ({ params, today, transaction }) =>
    transaction((db) => takePlanUp(db, params.id, { today, factsChanged })),
  )

  serve(app, endpoints.addPlan, ({ body, today, transaction }) =>
    transaction(async (db) => {
      const instalments = body.instalments.map(({ dueOn, amount }) => ({ dueOn, amount: moneyOf(amount) }))
      const { customerId: customer, items, note, replaces, replacesPromises } = body
      const plan = { customer, items, instalments, note, replaces, replacesPromises }
      return { id: await agreePlan(db, plan, { today, factsChanged }) }
    }),
  )

  serve(app, endpoints.endPlan, ({ params, today, transaction }) =>
    transaction((db) => undoPlan(db, params.id, { today, factsChanged })),
  )

  serve(app, endpoints.closePlan, ({ params, body, today, transaction }) =>
    transaction((db) => stopPlan(db, params.id, { today, factsChanged }, said(body.because))),
  )

  serve(app, endpoints.planConfirmation, ({ params, transaction }) =>
    transaction(async (db) => {
      const { to, ...prepared } = await prepareConfirmation(db, params.id)
      return { ...prepared, to: [...to] }
    }),
  )

  serve(app, endpoints.noteConfirmation, ({ params, today, transaction }) =>
    transaction((db) => noteConfirmation(db, params.id, today)),
  )
}

function extraDelays(app: FastifyInstance, { factsChanged }: FactsContext): void {
  serve(app, endpoints.grantDelay, ({ params, body, actor, today, transaction }) =>
    transaction(async (db) => {
      const asked = { invoice: params.id, until: body.until, reason: body.reason.trim() }
      return { id: await grantDelay(db, asked, directs(actor), { today, factsChanged }) }
    }),
  )

  serve(app, endpoints.endDelay, ({ params, today, transaction }) =>
    transaction((db) => takeDelayBack(db, params.id, { today, factsChanged })),
  )

  serve(app, endpoints.resumeDelay, ({ params, today, transaction }) =>
    transaction((db) => takeDelayUp(db, params.id, { today, factsChanged })),
  )
}

const directs = ({ role }: Actor): boolean => role === 'director' || role === 'admin'

const said = (because: string | null): string | null => (because?.trim() ? because.trim() : null)
