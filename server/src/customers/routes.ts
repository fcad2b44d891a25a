import { may } from '@quittance/core/people/may.ts'
import type { FastifyInstance } from 'fastify'
import { recordInJournal } from '../people/journal.ts'
import { found } from '../platform/http/app-error.ts'
import { type Actor, notYours, serve } from '../platform/http/serve.ts'
import { addCustomer, changeCustomer, pauseCustomer, resumeCustomer } from './change-customer.ts'
import { addContact, changeContact, removeContact } from './contacts.ts'
import { endpoints } from './contract.ts'
import { customerPage } from './customer-page.ts'
import { addExchange, isOfCustomer } from './exchanges.ts'
import type { FactsContext } from './facts-changed.ts'
import { historyOf } from './history.ts'
import { addIban, removeIban } from './ibans.ts'
import { listCustomers } from './list-customers.ts'
import { keptInstead } from './merging/aliases.ts'
import type { MergeContext } from './merging/following.ts'
import { foundUnlessMerged } from './merging/found-unless-merged.ts'
import { mergingRoutes } from './merging/routes.ts'
import { plannedStep } from './planned-step.ts'
import { customerName } from './queries.ts'
import { countByChannel, remindersReceived } from './reminders-received.ts'

/** Routes of customers, their contacts and exchanges. */
export function customerRoutes(app: FastifyInstance, { factsChanged, followers }: FactsContext & MergeContext): void {
  serve(app, endpoints.customers, ({ query, today, actor, transaction }) =>
    transaction((db) => listCustomers(db, query, { today, language: actor.language })),
  )
  serve(app, endpoints.customer, ({ params, today, actor, transaction }) =>
    transaction(async (db) => {
      const id = (await keptInstead(db, params.id)) ?? params.id
      return customerPage(db, id, { today, language: actor.language })
    }),
  )
  serve(app, endpoints.addCustomer, ({ body, today, actor, transaction }) =>
    transaction(async (db) => {
      refuseEndOfRoad(body, actor)
      return customerPage(db, await addCustomer(db, body), { today, language: actor.language })
    }),
  )
  serve(app, endpoints.changeCustomer, ({ params, body, today, actor, transaction }) =>
    transaction(async (db) => {
      refuseEndOfRoad(body, actor)
      await changeCustomer(db, { id: params.id, fields: body, factsChanged })
      return customerPage(db, params.id, { today, language: actor.language })
    }),
  )
  serve(app, endpoints.pauseCustomer, ({ params, body, today, transaction }) =>
    transaction((db) => pauseCustomer(db, { id: params.id, ...body, today, factsChanged })),
  )
  serve(app, endpoints.resumeCustomer, ({ params, transaction }) =>
    transaction((db) => resumeCustomer(db, { id: params.id, factsChanged })),
  )
  serve(app, endpoints.customerHistory, ({ params, today, actor, transaction }) =>
    transaction(async (db) => {
      await foundUnlessMerged(db, params.id, await customerName(db, params.id))
      const seen = { today, language: actor.language }
      const planned = await plannedStep(db, params.id, seen)
      return [...planned, ...(await historyOf(db, { customer: params.id, invoice: null }, seen))]
    }),
  )
  serve(app, endpoints.remindersReceived, ({ params, query, transaction }) =>
    transaction(async (db) => {
      await foundUnlessMerged(db, params.id, await customerName(db, params.id))
      const rows = await remindersReceived(db, { customer: params.id, invoice: query.invoice ?? null })
      return { ...countByChannel(rows), rows: rows.map((row) => ({ ...row, invoices: [...row.invoices] })) }
    }),
  )
  contactRoutes(app, { factsChanged })
  mergingRoutes(app, { factsChanged, followers })
}

/** Handing over and insolvency stop everything: for those who keep the accounts. */
function refuseEndOfRoad(
  fields: { readonly handedOverOn?: unknown; readonly insolvencyOn?: unknown },
  { role }: Pick<Actor, 'role'>,
): void {
  const touches = fields.handedOverOn !== undefined || fields.insolvencyOn !== undefined
  if (touches && !may({ role, isActive: true }, 'write', 'law')) throw notYours()
}

function contactRoutes(app: FastifyInstance, { factsChanged }: FactsContext): void {
  serve(app, endpoints.addContact, ({ params, body, transaction }) =>
    transaction((db) => addContact(db, params.id, body, factsChanged)),
  )
  serve(app, endpoints.changeContact, ({ params, body, transaction }) =>
    transaction((db) => changeContact(db, params.id, body, factsChanged)),
  )
  serve(app, endpoints.removeContact, ({ params, transaction }) =>
    transaction((db) => removeContact(db, params.id, factsChanged)),
  )
  serve(app, endpoints.addIban, ({ params, body, transaction }) =>
    transaction((db) => addIban(db, params.id, body.iban)),
  )
  serve(app, endpoints.removeIban, ({ params, transaction }) => transaction((db) => removeIban(db, params.id)))
  serve(app, endpoints.addExchange, ({ params, body, today, transaction }) =>
    transaction(async (db) => {
      await foundUnlessMerged(db, params.id, await customerName(db, params.id))
      const about = { invoice: body.invoiceId ?? null, contact: body.contactId ?? null }
      found((await isOfCustomer(db, params.id, about)) || null)
      const { id } = await addExchange(db, {
        customer: params.id,
        kind: body.kind,
        summary: body.summary,
        happenedOn: body.happenedOn ?? today,
        countsAsContact: body.kind !== 'note' && body.kind !== 'answer',
        ...about,
      })
      await recordInJournal(db, {
        act: 'noted',
        thing: 'exchange',
        thingId: id,
        customerId: params.id,
        details: { kind: body.kind },
      })
      await factsChanged(db, [params.id])
      return { id }
    }),
  )
}
