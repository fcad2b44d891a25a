import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import type { ScenarioRules } from '@quittance/core/dunning/scenario.ts'
import type { FastifyInstance } from 'fastify'
import type { AppContext } from '../../platform/http/app-context.ts'
import { found } from '../../platform/http/app-error.ts'
import { serve } from '../../platform/http/serve.ts'
import { dailyRun } from '../run/daily-run.ts'
import { loadRunContext } from '../run/run-context.ts'
import { changeRules } from './change-rules.ts'
import { countTakes, ruleFrom, ruleRows } from './choices.ts'
import { scenarioEndpoints as endpoints } from './contract.ts'
import { exportScenario, fileNameOf } from './file/export-file.ts'
import { fileSchema } from './file/file-shape.ts'
import { importScenario } from './file/import-file.ts'
import { chooseForCustomer, chooseForInvoice, scenarioOfCustomer, scenarioOfInvoice } from './followed-scenario.ts'
import { keptResults } from './kept-results.ts'
import { scenarioRows } from './queries.ts'
import { replayScenario } from './replay/replay-scenario.ts'
import { simulateScenario } from './simulate-scenario.ts'
import { type EnteredStep, stepFrom } from './step-rows.ts'
import {
  changeScenario,
  chooseDefaultScenario,
  createScenario,
  dropPlanned,
  listScenarios,
  oneScenario,
  versionsOf,
} from './use-cases.ts'

/** Routes of scenarios: reading, saving, choosing, files, simulation and replay. */
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
    transaction(async (db) => oneScenario(db, await createScenario(db, body, today), today)),
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
  simulationRoutes(app, context)
  choiceRoutes(app, context)
  fileRoutes(app, context)
}

/** What a scenario would do, and would have done. */
function simulationRoutes(app: FastifyInstance, context: AppContext): void {
  const now = () => context.clock.now()
  const kept = keptResults()
  serve(app, endpoints.simulateScenario, ({ params, body, actor, transaction }) =>
    transaction(async (db) => {
      const asked = { ...draftOf(params.id, body), days: body.days, customer: body.customerId ?? null }
      return simulateScenario(db, asked, await loadRunContext(db, now()), { language: actor.language, kept })
    }),
  )
  serve(app, endpoints.replayScenario, ({ params, body, actor, transaction }) =>
    transaction(async (db) =>
      replayScenario(db, draftOf(params.id, body), await loadRunContext(db, now()), { language: actor.language, kept }),
    ),
  )
}

interface EnteredDraft {
  readonly steps?: readonly EnteredStep[] | undefined
  readonly rules?: ScenarioRules | undefined
  readonly on?: string | undefined
  readonly until?: string | undefined
}

const draftOf = (scenario: number, { steps, rules, on, until }: EnteredDraft) => ({
  scenario,
  steps: steps?.map(stepFrom) ?? null,
  rules: rules ?? null,
  within: on === undefined ? null : { from: asDate(on), until: asDate(until ?? on) },
})

/** Scenarios as files. */
function fileRoutes(app: FastifyInstance, context: AppContext): void {
  const now = () => context.clock.now()
  serve(app, endpoints.scenarioFile, async ({ params, transaction, today, reply }) => {
    const { name, text } = await transaction(async (db) => {
      const row = found((await scenarioRows(db, today)).find(({ id }) => id === params.id))
      return { name: row.name, text: await exportScenario(db, row) }
    })
    reply
      .type('application/yaml; charset=utf-8')
      .header('content-disposition', `attachment; filename="${fileNameOf(name)}"`)
      .send(text)
    return undefined
  })
  serve(app, endpoints.scenarioSchema, async ({ reply }) => {
    reply.type('application/schema+json').send(JSON.stringify(fileSchema()))
    return undefined
  })
  serve(app, endpoints.importScenario, async ({ body, transaction }) => {
    const imported = await transaction(async (db) =>
      importScenario(db, body.text, await loadRunContext(db, now()), { dryRun: body.dryRun }),
    )
    if (!body.dryRun) await dailyRun(transaction, now())
    return imported
  })
}

/** Who follows what. */
function choiceRoutes(app: FastifyInstance, context: AppContext): void {
  const now = () => context.clock.now()
  serve(app, endpoints.scenarioRules, ({ transaction }) => transaction(ruleRows))
  serve(app, endpoints.changeScenarioRules, async ({ body, transaction }) => {
    const rules = await transaction((db) => changeRules(db, body.rules, body.seen))
    await dailyRun(transaction, now())
    return rules
  })
  serve(app, endpoints.tryScenarioRules, ({ body, actor, transaction }) =>
    transaction(async (db) => {
      const run = await loadRunContext(db, now())
      // Rules being written have no number yet: their place stands for it.
      const rules = body.rules.map((rule, id) => ruleFrom({ ...rule, id }))
      const choices = { ...run.choices, rules }
      const { customerId } = body
      const followed =
        customerId === undefined ? null : await scenarioOfCustomer(db, customerId, { ...run, choices }, actor.language)
      return { ...(await countTakes(db, choices)), followed }
    }),
  )
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
