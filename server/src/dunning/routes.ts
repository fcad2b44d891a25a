import type { FastifyInstance } from 'fastify'
import { customerName } from '../customers/queries.ts'
import { recordInJournal } from '../people/journal.ts'
import type { AppContext } from '../platform/http/app-context.ts'
import { found } from '../platform/http/app-error.ts'
import { serve } from '../platform/http/serve.ts'
import { assignees } from '../tasks/queries.ts'
import { endpoints } from './contract.ts'
import { declareChased, lateItemsOf, takeDeclarationBack } from './declare-chased.ts'
import { letterRoutes } from './letters/routes.ts'
import { reminderRoutes } from './reminders/routes.ts'
import { dailyRun } from './run/daily-run.ts'
import { decideCustomers } from './run/decide-customers.ts'
import { loadRunContext } from './run/run-context.ts'
import { stepFrom } from './scenarios/queries.ts'
import { simulateScenario } from './scenarios/simulate-scenario.ts'
import { changeScenario, chooseDefaultScenario, listScenarios, oneScenario } from './scenarios/use-cases.ts'
import { textRoutes } from './texts/routes.ts'

/** Routes of the dunning word: messages, scenarios, texts, and deciding for everybody now. */
export function dunningRoutes(app: FastifyInstance, context: AppContext): void {
  reminderRoutes(app, context)
  letterRoutes(app, context)
  textRoutes(app, context)
  scenarioRoutes(app, context)
  const now = () => context.clock.now()

  serve(app, endpoints.decideNow, ({ transaction }) => dailyRun(transaction, now()))

  serve(app, endpoints.declareChased, ({ params, body, transaction }) =>
    transaction(async (db) => {
      found(await customerName(db, params.id))
      const run = await loadRunContext(db, now())
      const items = await lateItemsOf(db, params.id, { today: run.today, among: body.items ?? null })
      const declared =
        body.stepKey === null ? await takeDeclarationBack(db, items) : await declareChased(db, items, body.stepKey, run)
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

function scenarioRoutes(app: FastifyInstance, context: AppContext): void {
  const now = () => context.clock.now()
  serve(app, endpoints.scenarios, ({ transaction }) => transaction(listScenarios))
  serve(app, endpoints.scenario, ({ params, transaction }) => transaction((db) => oneScenario(db, params.id)))
  serve(app, endpoints.changeScenario, async ({ params, body, transaction }) => {
    await transaction((db) => changeScenario(db, params.id, body))
    // Who follows it is decided again at once, so that every list shows the new next step.
    await dailyRun(transaction, now())
    return transaction((db) => oneScenario(db, params.id))
  })
  serve(app, endpoints.chooseDefaultScenario, async ({ params, body, transaction }) => {
    await transaction((db) => chooseDefaultScenario(db, params.id, body.category))
    await dailyRun(transaction, now())
  })
  serve(app, endpoints.simulateScenario, ({ params, body, actor, transaction }) =>
    transaction(async (db) =>
      simulateScenario(
        db,
        {
          scenario: params.id,
          steps: body.steps?.map(stepFrom) ?? null,
          days: body.days,
          customer: body.customerId ?? null,
        },
        await loadRunContext(db, now()),
        actor.language,
      ),
    ),
  )
}
