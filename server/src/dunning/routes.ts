import type { FastifyInstance } from 'fastify'
import { customerName } from '../customers/queries.ts'
import { recordInJournal } from '../people/journal.ts'
import { found } from '../platform/http/app-error.ts'
import { serve } from '../platform/http/serve.ts'
import { assignees } from '../tasks/queries.ts'
import { answerRoutes } from './answers/routes.ts'
import { smsRoutes } from './channels/sms/routes.ts'
import { endpoints } from './contract.ts'
import { declareChased, lateItemsOf, takeDeclarationBack } from './declare-chased.ts'
import { type LawContext, lawRoutes } from './law/routes.ts'
import { letterRoutes } from './letters/routes.ts'
import { reminderRoutes } from './reminders/routes.ts'
import { dailyRun } from './run/daily-run.ts'
import { decideCustomers } from './run/decide-customers.ts'
import { loadRunContext } from './run/run-context.ts'
import { scenarioRoutes } from './scenarios/routes.ts'
import { textRoutes } from './texts/routes.ts'

/** Routes of the dunning word: messages, scenarios, texts, and deciding for everybody now. */
export function dunningRoutes(app: FastifyInstance, context: LawContext): void {
  reminderRoutes(app, context)
  lawRoutes(app, context)
  letterRoutes(app, context)
  textRoutes(app, context)
  smsRoutes(app, context)
  answerRoutes(app, context)
  scenarioRoutes(app, context)
  const now = () => context.clock.now()

  serve(app, endpoints.decideNow, ({ transaction }) => dailyRun(transaction, now()))

  serve(app, endpoints.declareChased, ({ params, body, transaction }) =>
    transaction(async (db) => {
      found(await customerName(db, params.id))
      const run = await loadRunContext(db, now())
      const items = await lateItemsOf(db, params.id, { today: run.today, among: body.items ?? null })
      const declared =
        body.stepKey === null
          ? await takeDeclarationBack(db, items)
          : await declareChased(db, items, { step: body.stepKey }, run)
      await recordInJournal(db, {
        act: 'customer.declaredChased',
        thing: 'customer',
        thingId: params.id,
        customerId: params.id,
        details: { stepKey: body.stepKey, items: declared },
      })
      await decideCustomers(db, [params.id], run)
      return { items: declared }
    }),
  )

  serve(app, endpoints.lateCallers, ({ transaction }) => transaction(assignees))
}
