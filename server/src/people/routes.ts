import type { FastifyInstance } from 'fastify'
import type { AppContext } from '../platform/http/app-context.ts'
import { found } from '../platform/http/app-error.ts'
import { callerOf } from '../platform/http/caller.ts'
import { serve } from '../platform/http/serve.ts'
import { apiKeys, makeApiKey, revokeApiKey } from './api-keys.ts'
import { addColleague, changeColleague } from './change-person.ts'
import { changeFirm, changeRules } from './change-settings.ts'
import { endpoints } from './contract.ts'
import { journalBefore, recordInJournal } from './journal.ts'
import { addLegalEntity, legalEntities, legalEntityOf } from './legal-entities.ts'
import { everybody, markChecklist, shownPerson } from './queries.ts'
import { search } from './search.ts'
import { sessionRoutes } from './session-routes.ts'
import { noteSuccess, removeSmtp, setSmtp, settingsToTry, trySmtp } from './smtp.ts'

export function peopleRoutes(app: FastifyInstance, context: AppContext): void {
  sessionRoutes(app, context)
  organizationRoutes(app)
  legalEntityRoutes(app)
  smtpRoutes(app, context)
  colleagueRoutes(app, context)
  apiKeyRoutes(app)
  demoRoutes(app, context)

  serve(app, endpoints.search, ({ query, today, transaction }) =>
    transaction((db) => search(db, { text: query.q, limit: query.limit ?? 8, today })),
  )
  serve(app, endpoints.journal, ({ query, transaction }) =>
    transaction((db) => journalBefore(db, query.before ?? null, query.limit ?? 50)),
  )
}

function organizationRoutes(app: FastifyInstance): void {
  serve(app, endpoints.changeOrganization, ({ body, transaction }) => transaction((db) => changeRules(db, body)))
  serve(app, endpoints.changeChecklist, ({ body, transaction }) =>
    transaction(async (db) => {
      await markChecklist(db, body)
    }),
  )
}

function legalEntityRoutes(app: FastifyInstance): void {
  serve(app, endpoints.legalEntities, ({ transaction }) => transaction(legalEntities))
  serve(app, endpoints.addLegalEntity, ({ body, transaction }) =>
    transaction(async (db) => {
      const { id } = await addLegalEntity(db, body.name)
      await recordInJournal(db, { act: 'created', thing: 'legal_entity', thingId: id, details: { name: body.name } })
      return found(await legalEntityOf(db, id))
    }),
  )
  serve(app, endpoints.changeLegalEntity, ({ params, body, transaction }) =>
    transaction((db) => changeFirm(db, params.id, body)),
  )
}

function smtpRoutes(app: FastifyInstance, { seal, clock, onMailServerSet }: AppContext): void {
  serve(app, endpoints.setSmtp, ({ params, body, transaction }) =>
    transaction(async (db) => {
      await setSmtp(db, seal, params.id, body)
      await onMailServerSet(db, params.id)
      return found(await legalEntityOf(db, params.id))
    }),
  )
  serve(app, endpoints.removeSmtp, ({ params, transaction }) => transaction((db) => removeSmtp(db, params.id)))
  serve(app, endpoints.testSmtp, async ({ params, body, actor, transaction }) => {
    const { sendTo, ...asked } = body
    const at = new Date(clock.now())
    const settings = await transaction((db) => settingsToTry(db, seal, params.id, asked))
    const result = await trySmtp(settings, { asked, sendTo, at, language: actor.language })
    if (result.ok) await transaction((db) => noteSuccess(db, seal, { legalEntity: params.id, asked, at }))
    return result
  })
}

function colleagueRoutes(app: FastifyInstance, context: AppContext): void {
  serve(app, endpoints.people, ({ transaction }) => transaction(async (db) => (await everybody(db)).map(shownPerson)))
  serve(app, endpoints.addPerson, async ({ body, actor, transaction }) =>
    shownPerson(await transaction((db) => addColleague(db, context, actor, body))),
  )
  serve(app, endpoints.changePerson, async ({ params, body, actor, transaction }) => {
    const person = await transaction((db) => changeColleague(db, context, actor, { ...body, id: params.id }))
    if (body.isActive === false && person.authUser) await context.sessions.revokeAll(person.authUser)
    return shownPerson(person)
  })
}

function apiKeyRoutes(app: FastifyInstance): void {
  serve(app, endpoints.apiKeys, ({ transaction }) => transaction(apiKeys))
  serve(app, endpoints.makeApiKey, ({ body, transaction }) => transaction((db) => makeApiKey(db, body)))
  serve(app, endpoints.revokeApiKey, ({ params, transaction }) => transaction((db) => revokeApiKey(db, params.id)))
}

function demoRoutes(app: FastifyInstance, { demo, sessions }: AppContext): void {
  serve(app, endpoints.startDemo, async (call) => {
    const organizationId = await demo.start(call)
    const session = found(await sessions.current(callerOf(call.request)))
    await sessions.chooseOrganization(session.id, organizationId)
    return { organizationId }
  })
  serve(app, endpoints.removeDemo, (call) => demo.remove(call))
}
