import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import type { FastifyInstance } from 'fastify'
import type { AppContext } from '../../platform/http/app-context.ts'
import { serve } from '../../platform/http/serve.ts'
import { dailyRun } from '../run/daily-run.ts'
import { loadRunContext } from '../run/run-context.ts'
import { changeRules } from './change-rules.ts'
import { ruleRows } from './choices.ts'
import { scenarioEndpoints as endpoints } from './contract.ts'
import { chooseForCustomer, chooseForInvoice, scenarioOfCustomer, scenarioOfInvoice } from './followed-scenario.ts'
import { simulateScenario } from './simulate-scenario.ts'
import { stepFrom } from './step-rows.ts'
import {
  changeScenario,
  chooseDefaultScenario,
  createScenario,
  dropPlanned,
  listScenarios,
  oneScenario,
  versionsOf,
} from './use-cases.ts'

export function scenarioRoutes(app: FastifyInstance, context: AppContext): void {
  const now = () => context.clock.now()
  serve(app, endpoints.scenarios, ({ transaction, today }) => transaction((db) => listScenarios(db, today)))
  serve(app, endpoints.scenario, ({ params, transaction, today }) =>
    transaction((db) => oneScenario(db, params.id, today)),
  )
  serve(app, endpoints.changeScenario, async ({ params, body, transaction, today }) => {
    const effectiveOn = body.effectiveOn === undefined ? undefined : asDate(body.effectiveOn)
    await transaction((db) => changeScenario(db, params.id, { ...body, effectiveOn }, today))
    // Who follows it is decided again at once, so that every list shows the new next step.
    await dailyRun(transaction, now())
    return transaction((db) => oneScenario(db, params.id, today))
  })
  serve(app, endpoints.addScenario, ({ body, transaction, today }) =>
    transaction(async (db) => oneScenario(db, await createScenario(db, body), today)),
  )
  serve(app, endpoints.scenarioVersions, ({ params, transaction, today }) =>
    transaction((db) => versionsOf(db, params.id, today)),
  )
  serve(app, endpoints.dropPlannedVersion, ({ params, transaction, today }) =>
    transaction((db) => dropPlanned(db, params.id, today)),
  )
  serve(app, endpoints.chooseDefaultScenario, async ({ params, body, transaction, today }) => {
    await transaction((db) => chooseDefaultScenario(db, params.id, body.category, today))
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
  choiceRoutes(app, context)
}

/** Who follows what. */
function choiceRoutes(app: FastifyInstance, context: AppContext): void {
  const now = () => context.clock.now()
  serve(app, endpoints.scenarioRules, ({ transaction }) => transaction(ruleRows))
  serve(app, endpoints.changeScenarioRules, async ({ body, transaction }) => {
    const rules = await transaction((db) => changeRules(db, body.rules))
    await dailyRun(transaction, now())
    return rules
  })
  serve(app, endpoints.scenarioOfCustomer, ({ params, actor, transaction }) =>
    transaction(async (db) => scenarioOfCustomer(db, params.id, await loadRunContext(db, now()), actor.language)),
  )
  serve(app, endpoints.chooseCustomerScenario, ({ params, body, actor, transaction }) =>
    transaction(async (db) => {
      const run = await loadRunContext(db, now())
      await chooseForCustomer(db, params.id, body.scenarioId, run)
      return scenarioOfCustomer(db, params.id, run, actor.language)
    }),
  )
  serve(app, endpoints.scenarioOfInvoice, ({ params, actor, transaction }) =>
    transaction(async (db) => scenarioOfInvoice(db, params.id, await loadRunContext(db, now()), actor.language)),
  )
  serve(app, endpoints.chooseInvoiceScenario, ({ params, body, actor, transaction }) =>
    transaction(async (db) => {
      const run = await loadRunContext(db, now())
      await chooseForInvoice(db, params.id, body.scenarioId, run)
      return scenarioOfInvoice(db, params.id, run, actor.language)
    }),
  )
}
