import { once } from 'node:events'
import { Readable } from 'node:stream'
import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { FastifyInstance } from 'fastify'
import { catchUpBalances } from '../customers/balances.ts'
import { unknownPerson } from '../customers/change-customer.ts'
import type { FactsContext } from '../customers/facts-changed.ts'
import { underKeptNumber } from '../customers/merging/aliases.ts'
import { personExists } from '../customers/queries.ts'
import { recordInJournal } from '../people/journal.ts'
import type { Db } from '../platform/database/db.ts'
import { AppError, found } from '../platform/http/app-error.ts'
import { serve } from '../platform/http/serve.ts'
import { withUpload } from '../platform/http/with-upload.ts'
import { actOnItems } from './act-on-items.ts'
import { addInvoice } from './add-invoice.ts'
import { endpoints } from './contract.ts'
import { exportItems } from './export-items.ts'
import { invoiceOfItem, invoicePage, type LateInterestOf } from './invoice-page.ts'
import { fileOf, invoiceHead, storeFile } from './invoice-queries.ts'
import { type LateInterestOfItems, listItems } from './list-items.ts'
import { viewCounts } from './list-totals.ts'
import { itemsOf } from './queries.ts'
import { changeView, countSavedViews, listSavedViews, removeView, saveView } from './saved-views.ts'
import { missAgain, noteStillOwed } from './still-owed.ts'

/** Acts of lower words that the routes of invoices ask for. */
export interface InvoiceContext extends FactsContext {
  readonly lateInterestOf: LateInterestOf
  readonly lateInterestOfItems: LateInterestOfItems
  /** One task a customer; answers their ids. */
  addTaskFor(
    db: Db,
    customers: readonly number[],
    task: { readonly title: string; readonly dueOn: CalendarDate; readonly assigneeId: number },
  ): Promise<number[]>
}

/** Routes of invoices and their due lines. */
export function invoiceRoutes(app: FastifyInstance, context: InvoiceContext): void {
  const { factsChanged, lateInterestOfItems } = context
  serve(app, endpoints.invoices, ({ query, today, actor, transaction }) =>
    transaction(async (db) =>
      listItems(db, await underKeptNumber(db, query), { today, language: actor.language, lateInterestOfItems }),
    ),
  )
  serve(app, endpoints.itemViews, ({ today, transaction }) =>
    transaction(async (db) => {
      await catchUpBalances(db, today)
      return viewCounts(db, today)
    }),
  )
  serve(app, endpoints.invoice, ({ params, today, actor, transaction }) =>
    transaction((db) =>
      invoicePage(db, params.id, { today, language: actor.language, lateInterestOf: context.lateInterestOf }),
    ),
  )
  serve(app, endpoints.addInvoice, ({ body, transaction }) =>
    transaction(async (db) => ({ id: await addInvoice(db, { input: body, factsChanged }) })),
  )
  serve(app, endpoints.stillOwed, ({ params, transaction }) =>
    transaction((db) => noteStillOwed(db, params.id, factsChanged)),
  )
  serve(app, endpoints.missAgain, ({ params, body, transaction }) =>
    transaction((db) => missAgain(db, params.id, body, factsChanged)),
  )
  serve(app, endpoints.pauseItem, ({ params, body, today, transaction }) =>
    transaction(async (db) => {
      found(await invoiceOfItem(db, params.id))
      await actOnItems(db, [params.id], { kind: 'pause', ...body }, { today, factsChanged })
    }),
  )
  serve(app, endpoints.resumeItem, ({ params, today, transaction }) =>
    transaction(async (db) => {
      found(await invoiceOfItem(db, params.id))
      await actOnItems(db, [params.id], { kind: 'resume' }, { today, factsChanged })
    }),
  )
  serve(app, endpoints.itemsAct, ({ body, today, transaction }) =>
    transaction(async (db) => {
      if (body.act.kind !== 'task')
        return { changed: await actOnItems(db, body.items, body.act, { today, factsChanged }), tasks: [] }
      const customers = [...new Set((await itemsOf(db, body.items)).map((item) => item.customer))]
      const { title, dueOn, assigneeId } = body.act
      if (!(await personExists(db, assigneeId))) throw unknownPerson()
      const tasks = await context.addTaskFor(db, customers, { title, dueOn, assigneeId })
      return { changed: tasks.length, tasks }
    }),
  )
  savedViewRoutes(app)
  fileRoutes(app)
}

function savedViewRoutes(app: FastifyInstance): void {
  serve(app, endpoints.savedViews, ({ actor, transaction }) => transaction((db) => listSavedViews(db, actor)))
  serve(app, endpoints.savedViewCounts, ({ actor, today, transaction }) =>
    transaction((db) => countSavedViews(db, actor, today)),
  )
  serve(app, endpoints.saveView, ({ body, actor, transaction }) =>
    transaction(async (db) => ({ id: await saveView(db, body, actor) })),
  )
  serve(app, endpoints.changeSavedView, ({ params, body, actor, transaction }) =>
    transaction((db) => changeView(db, params.id, body, actor)),
  )
  serve(app, endpoints.removeSavedView, ({ params, actor, transaction }) =>
    transaction((db) => removeView(db, params.id, actor)),
  )
}

const largestFile = 5 * 1024 * 1024

function fileRoutes(app: FastifyInstance): void {
  serve(app, endpoints.exportItems, async ({ query, today, actor, transaction, reply }) => {
    const name = actor.language === 'fr' ? 'factures' : 'invoices'
    reply.type('text/csv; charset=utf-8').header('content-disposition', `attachment; filename="${name}-${today}.csv"`)
    // The transaction lives as long as somebody reads; who goes away ends it.
    await transaction(async (db) => {
      const asked = await underKeptNumber(db, query)
      const lines = Readable.from(exportItems(db, asked, { today, language: actor.language }), { objectMode: false })
      reply.send(lines)
      await once(lines, 'close')
    })
    return reply
  })
  serve(app, endpoints.invoiceFile, async ({ params, transaction, reply }) => {
    const file = found(await transaction((db) => fileOf(db, params.id)))
    reply.type(file.mediaType).header('content-disposition', `inline; filename="${encodeURIComponent(file.name)}"`)
    return reply.send(file.content)
  })
  serve(app, endpoints.attachInvoiceFile, async ({ params, request, transaction }) => {
    const { customer } = found(await transaction((db) => invoiceHead(db, params.id)))
    const { name, content } = await withUpload(request, largestFile, async (upload) => {
      const bytes = await upload?.toBuffer()
      if (!upload || !bytes?.subarray(0, 5).equals(Buffer.from('%PDF-'))) throw notAPdf()
      return { name: upload.filename, content: bytes }
    })
    await transaction(async (db) => {
      await storeFile(db, params.id, { name, content })
      const about = { thingId: params.id, customerId: customer.id, invoiceId: params.id }
      await recordInJournal(db, { act: 'attached', thing: 'invoice', ...about, details: { name } })
    })
  })
}

const notAPdf = (): AppError =>
  new AppError('notAPdf', 400, {
    fr: 'Ce fichier n’est pas un PDF de moins de 5 Mo : choisissez-en un autre.',
    en: 'This file is not a PDF under 5 MB: choose another one.',
  })
