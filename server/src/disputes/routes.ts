import { largestDocument } from '@quittance/core/disputes/document-type.ts'
import type { FastifyInstance } from 'fastify'
import type { FactsContext } from '../customers/facts-changed.ts'
import { customerName } from '../customers/queries.ts'
import { recordInJournal } from '../people/journal.ts'
import type { Db } from '../platform/database/db.ts'
import { sql } from '../platform/database/sql.ts'
import { found } from '../platform/http/app-error.ts'
import { serve } from '../platform/http/serve.ts'
import { withUpload } from '../platform/http/with-upload.ts'
import { addCategory, archiveCategory, categoriesInUse } from './categories.ts'
import { endpoints } from './contract.ts'
import { addDocument, documentOf, refuseDocument, removeDocument } from './documents.ts'
import { addEvent } from './events.ts'
import { openDispute, reopenDispute, resolveDispute, takeBackDispute, undoDispute } from './open-dispute.ts'
import { refuseUnlessResolves } from './refuse-unless-resolves.ts'
import { listDisputes, openDisputesOf, showDispute } from './show-disputes.ts'
import { steerDispute } from './steer-dispute.ts'

/** Routes of disputes. */
export function disputeRoutes(app: FastifyInstance, context: FactsContext): void {
  readDisputes(app)
  courseOfDisputes(app, context)
  saidInDisputes(app)
  categories(app)
}

/** The customer of a dispute that the one who asks may see; 404 otherwise. */
const customerOf = async (db: Db, id: number): Promise<number> =>
  found(
    await db.maybe<{ customer: number }>(sql`
      select d.customer_id as customer from dispute d
      where d.organization_id = current_organization() and d.id = ${id}`),
  ).customer

/** Whoever opened it may say that it was a mistake. */
const isOpenedBy = async (db: Db, id: number, person: number | null): Promise<boolean> =>
  (await db.maybe(sql`
    select 1 from dispute where organization_id = current_organization() and id = ${id} and opened_by = ${person}`)) !==
  null

function readDisputes(app: FastifyInstance): void {
  serve(app, endpoints.disputes, ({ query, actor, today, transaction }) =>
    transaction((db) => listDisputes(db, query, { actor, today })),
  )
  serve(app, endpoints.dispute, ({ params, actor, today, transaction }) =>
    transaction((db) => showDispute(db, params.id, { actor, today })),
  )
  serve(app, endpoints.openDisputes, ({ params, today, transaction }) =>
    transaction(async (db) => {
      found(await customerName(db, params.id))
      return openDisputesOf(db, params.id, today)
    }),
  )
}

function courseOfDisputes(app: FastifyInstance, { factsChanged }: FactsContext): void {
  serve(app, endpoints.openDispute, ({ body, today, transaction }) =>
    transaction(async (db) => {
      const { customerId, items, reason, note, ownerId, categoryId, deadline, turn, parts } = body
      const asked = {
        ...{ customer: customerId, items, reason, note, owner: ownerId ?? null, category: categoryId ?? null },
        ...{ deadline: deadline ?? null, turn: turn ?? 'ourTurn', parts: parts ?? [] },
      }
      return { id: await openDispute(db, asked, { today, factsChanged }) }
    }),
  )
  serve(app, endpoints.steerDispute, ({ params, body, actor, today, transaction }) =>
    transaction(async (db) => {
      await customerOf(db, params.id)
      refuseUnlessResolves(actor)
      await steerDispute(db, params.id, body, { today, factsChanged })
    }),
  )
  serve(app, endpoints.resolveDispute, ({ params, body, actor, today, transaction }) =>
    transaction(async (db) => {
      await customerOf(db, params.id)
      refuseUnlessResolves(actor)
      const { outcome = 'agreed', resolution, told, linkedInvoiceId } = body
      const resolved = { outcome, text: resolution, told: told?.trim() || null, linked: linkedInvoiceId ?? null }
      await resolveDispute(db, params.id, resolved, { today, factsChanged })
    }),
  )
  serve(app, endpoints.reopenDispute, ({ params, body, actor, today, transaction }) =>
    transaction(async (db) => {
      await customerOf(db, params.id)
      refuseUnlessResolves(actor)
      await reopenDispute(db, params.id, body.because?.trim() || null, { today, factsChanged })
    }),
  )
  serve(app, endpoints.undoDispute, ({ params, actor, today, transaction }) =>
    transaction(async (db) => {
      await customerOf(db, params.id)
      if (!(await isOpenedBy(db, params.id, actor.person))) refuseUnlessResolves(actor)
      await undoDispute(db, params.id, { today, factsChanged })
    }),
  )
  for (const [endpoint, last] of [
    [endpoints.undoResolution, 'resolved'],
    [endpoints.undoReopening, 'reopened'],
  ] as const) {
    serve(app, endpoint, ({ params, actor, today, transaction }) =>
      transaction(async (db) => {
        await customerOf(db, params.id)
        refuseUnlessResolves(actor)
        await takeBackDispute(db, params.id, last, { today, factsChanged })
      }),
    )
  }
}

function saidInDisputes(app: FastifyInstance): void {
  serve(app, endpoints.commentDispute, ({ params, body, today, transaction }) =>
    transaction(async (db) => {
      const customerId = await customerOf(db, params.id)
      const comment = await addEvent(db, { dispute: params.id, kind: 'comment', on: today, text: body.text.trim() })
      await recordInJournal(db, { act: 'dispute.commented', thing: 'dispute', thingId: params.id, customerId })
      return comment
    }),
  )
  serve(app, endpoints.addDocument, async ({ params, today, request, transaction }) => {
    await transaction((db) => customerOf(db, params.id))
    const given = await withUpload(request, largestDocument, async (upload) => {
      const document = { name: upload?.filename ?? '', content: (await upload?.toBuffer()) ?? Buffer.alloc(0) }
      refuseDocument(document)
      return document
    })
    return transaction(async (db) => {
      const customer = await customerOf(db, params.id)
      return { id: await addDocument(db, { dispute: params.id, customer, on: today }, given) }
    })
  })
  serve(app, endpoints.disputeDocument, async ({ params, transaction, reply }) => {
    const file = await transaction(async (db) => {
      await customerOf(db, params.id)
      return found(await documentOf(db, { dispute: params.id, document: params.document }))
    })
    reply.type(file.mediaType).header('content-disposition', `inline; filename="${encodeURIComponent(file.name)}"`)
    return reply.send(file.content)
  })
  serve(app, endpoints.removeDocument, ({ params, transaction }) =>
    transaction(async (db) => {
      const customer = await customerOf(db, params.id)
      await removeDocument(db, { dispute: params.id, customer }, params.document)
    }),
  )
}

function categories(app: FastifyInstance): void {
  serve(app, endpoints.disputeCategories, ({ transaction }) => transaction(categoriesInUse))
  serve(app, endpoints.addDisputeCategory, ({ body, transaction }) =>
    transaction(async (db) => ({ id: await addCategory(db, body.name) })),
  )
  serve(app, endpoints.archiveDisputeCategory, ({ params, today, transaction }) =>
    transaction((db) => archiveCategory(db, params.id, today)),
  )
}
