import type { FastifyInstance } from 'fastify'
import { serve } from '../../platform/http/serve.ts'
import { loadRunContext } from '../run/run-context.ts'
import { changeWriteOff, endHandover, handOver, resumeHandover, writeOff } from './end-of-road.ts'
import { changeEndOfInsolvency, changeInsolvency, recordInsolvency } from './insolvencies.ts'
import { roadEndpoints as endpoints } from './road-contract.ts'
import type { LawContext } from './routes.ts'

/** Routes of handing over, writing off and insolvency. */
export function roadRoutes(app: FastifyInstance, context: LawContext): void {
  const { factsChanged } = context
  serve(app, endpoints.handOver, ({ params, body, today, transaction }) =>
    transaction(async (db) => {
      const handover = {
        ...body,
        customer: params.id,
        reference: body.reference ?? null,
        note: body.note ?? null,
      }
      return { id: await handOver(db, handover, { today, factsChanged }) }
    }),
  )
  serve(app, endpoints.endHandover, ({ params, body, today, transaction }) =>
    transaction((db) => endHandover(db, params.id, body.reason ?? null, { today, factsChanged })),
  )
  serve(app, endpoints.resumeHandover, ({ params, today, transaction }) =>
    transaction((db) => resumeHandover(db, params.id, { today, factsChanged })),
  )
  serve(app, endpoints.writeOff, ({ params, body, today, transaction }) =>
    transaction(async (db) => {
      const given = { ...body, customer: params.id, note: body.note ?? null }
      return { ids: await writeOff(db, given, { today, factsChanged }) }
    }),
  )
  serve(app, endpoints.endWriteOff, ({ params, today, transaction }) =>
    transaction((db) => changeWriteOff(db, params.id, true, { today, factsChanged })),
  )
  serve(app, endpoints.resumeWriteOff, ({ params, today, transaction }) =>
    transaction((db) => changeWriteOff(db, params.id, false, { today, factsChanged })),
  )
  insolvencyRoutes(app, context)
}

function insolvencyRoutes(app: FastifyInstance, { factsChanged, clock }: LawContext): void {
  serve(app, endpoints.recordInsolvency, ({ params, body, today, transaction }) =>
    transaction(async (db) => {
      const { people } = await loadRunContext(db, clock.now())
      const insolvency = {
        customer: params.id,
        kind: body.kind,
        judgedOn: body.judgedOn,
        publishedOn: body.publishedOn ?? null,
        court: body.court ?? null,
        officeHolder: body.officeHolder ?? null,
        isCreditorAway: body.isCreditorAway,
        note: body.note ?? null,
      }
      return { id: await recordInsolvency(db, insolvency, { today, factsChanged, assignee: people.collector }) }
    }),
  )
  serve(app, endpoints.changeInsolvency, ({ params, body, today, transaction }) =>
    transaction((db) => changeInsolvency(db, params.id, body, { today, factsChanged })),
  )
  serve(app, endpoints.endInsolvency, ({ params, body, today, transaction }) =>
    transaction((db) =>
      changeEndOfInsolvency(
        db,
        params.id,
        { on: today, reason: body.reason ?? null },
        { today, factsChanged, assignee: null },
      ),
    ),
  )
  serve(app, endpoints.resumeInsolvency, ({ params, today, transaction }) =>
    transaction(async (db) => {
      const { people } = await loadRunContext(db, clock.now())
      await changeEndOfInsolvency(db, params.id, null, { today, factsChanged, assignee: people.collector })
    }),
  )
}
