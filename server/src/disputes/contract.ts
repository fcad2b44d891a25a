import { disputeReasons } from '@quittance/core/disputes/dispute-reason.ts'
import { awaitedDocuments, outcomes, turns } from '@quittance/core/disputes/dispute-standing.ts'
import { z } from 'zod'
import { endpoint } from '../platform/http/endpoint.ts'
import { enteredAmount, enteredDay, lineShape, noteShape, wordsShape } from '../platform/http/entered-shapes.ts'
import { dateShape, idParams, idShape, keyShape, moneyShape, personRef, sumsShape } from '../platform/http/shapes.ts'
import { eventKinds } from './events.ts'

export const disputeReason = z.enum(disputeReasons)

const turn = z.enum(turns)
const awaiting = z.enum(awaitedDocuments)
const outcome = z.enum(outcomes)
const parts = z.array(z.object({ item: keyShape, amount: enteredAmount }))

const disputeRow = z
  .object({
    id: keyShape,
    customer: z.object({ id: keyShape, name: z.string() }),
    reason: disputeReason,
    /** A reason of the organisation's own, in the place of 'other'. */
    category: z.object({ id: keyShape, name: z.string() }).nullable(),
    note: z.string().nullable(),
    openedOn: dateShape,
    /** Days since then, or until it was resolved. */
    ageDays: z.int(),
    owner: personRef.nullable(),
    turn,
    deadline: dateShape.nullable(),
    isOverdue: z.boolean(),
    awaiting: awaiting.nullable(),
    resolvedOn: dateShape.nullable(),
    outcome: outcome.nullable(),
    /** What is contested and left to pay, per currency. */
    contested: sumsShape,
    invoices: z.array(z.object({ id: keyShape, number: z.string() })),
    comments: z.int(),
    files: z.int(),
  })
  .meta({ id: 'DisputeRow' })

const disputeItem = z.object({
  id: keyShape,
  invoice: z.object({ id: keyShape, number: z.string() }),
  dueDate: dateShape,
  amountDue: moneyShape,
  /** The part contested; null: all of it. */
  part: moneyShape.nullable(),
})

const disputeEvent = z.object({
  id: keyShape,
  kind: z.enum(eventKinds),
  text: z.string().nullable(),
  /** What it was changed to: a turn, a name, a day… */
  to: z.string().nullable(),
  on: dateShape,
  person: z.string().nullable(),
})

const disputeFile = z.object({ id: keyShape, name: z.string(), mediaType: z.string(), size: z.int() })

export const endpoints = {
  disputes: endpoint({
    method: 'GET',
    url: '/api/v1/disputes',
    summary: 'Disputes, the oldest first; sales representatives and project managers see those of their portfolio.',
    query: z.object({
      state: z.enum(['open', 'overdue', 'resolved']).default('open'),
      turn: turn.optional(),
      owner: z.enum(['mine', 'everybody']).default('everybody'),
      customer: idShape.optional(),
    }),
    answer: z.object({
      rows: z.array(disputeRow),
      contested: sumsShape,
      counts: z.object({
        open: z.int(),
        overdue: z.int(),
        ourTurn: z.int(),
        customerTurn: z.int(),
        thirdTurn: z.int(),
      }),
    }),
  }),
  dispute: endpoint({
    method: 'GET',
    url: '/api/v1/disputes/:id',
    summary: 'A dispute with its due lines, what was said and done, and its documents.',
    params: idParams,
    answer: z
      .object({
        ...disputeRow.shape,
        language: z.string(),
        items: z.array(disputeItem),
        events: z.array(disputeEvent),
        documents: z.array(disputeFile),
        resolution: z.string().nullable(),
        told: z.string().nullable(),
        linked: z.object({ id: keyShape, number: z.string() }).nullable(),
        /** Credit notes and later invoices of the customer: what may resolve it. */
        linkable: z.array(z.object({ id: keyShape, number: z.string(), kind: z.string() })),
        /** Whether the one who asks may steer and resolve it, or only comment. */
        mayResolve: z.boolean(),
      })
      .meta({ id: 'Dispute' }),
  }),
  openDisputes: endpoint({
    method: 'GET',
    url: '/api/v1/customers/:id/disputes',
    summary: 'The disputes of a customer that are not resolved, with their invoices.',
    params: idParams,
    answer: z.array(disputeRow),
  }),
  openDispute: endpoint({
    method: 'POST',
    url: '/api/v1/disputes',
    summary: 'The customer contests: these items, or the parts given, are not chased until it is resolved.',
    body: z.object({
      customerId: keyShape,
      items: z.array(keyShape).min(1),
      reason: disputeReason,
      categoryId: keyShape.nullable().optional(),
      note: noteShape(4000).nullable(),
      ownerId: keyShape.nullable().optional(),
      deadline: enteredDay.nullable().optional(),
      turn: turn.optional(),
      /** What is contested of single items, in the smallest unit; all of the others is. */
      parts: parts.optional(),
    }),
    answer: z.object({ id: keyShape }),
  }),
  steerDispute: endpoint({
    method: 'PATCH',
    url: '/api/v1/disputes/:id',
    summary: 'Whose turn it is, who follows it, until when, what is awaited, which part is contested.',
    params: idParams,
    body: z.object({
      turn: turn.optional(),
      ownerId: keyShape.nullable().optional(),
      deadline: enteredDay.nullable().optional(),
      awaiting: awaiting.nullable().optional(),
      parts: parts.optional(),
    }),
  }),
  commentDispute: endpoint({
    method: 'POST',
    url: '/api/v1/disputes/:id/comments',
    summary: 'A comment, as if the customer could read it.',
    params: idParams,
    body: z.object({ text: wordsShape(4000) }),
    answer: z.object({ id: keyShape }),
  }),
  addDocument: endpoint({
    method: 'POST',
    url: '/api/v1/disputes/:id/documents',
    summary: 'A document: PDF, PNG or JPEG of five megabytes at most.',
    params: idParams,
    upload: true,
    answer: z.object({ id: keyShape }),
  }),
  disputeDocument: endpoint({
    method: 'GET',
    url: '/api/v1/disputes/:id/documents/:document',
    summary: 'A document of a dispute, as it was added.',
    params: z.object({ id: idShape, document: idShape }),
  }),
  removeDocument: endpoint({
    method: 'DELETE',
    url: '/api/v1/disputes/:id/documents/:document',
    summary: 'The document was added by mistake.',
    params: z.object({ id: idShape, document: idShape }),
  }),
  resolveDispute: endpoint({
    method: 'PUT',
    url: '/api/v1/disputes/:id/resolution',
    summary: 'The dispute is over; its items come back to the scenario.',
    params: idParams,
    body: z.object({
      /** Absent: it was agreed on. */
      outcome: outcome.exclude(['settled']).optional(),
      resolution: wordsShape(2000),
      /** What the customer is told. */
      told: noteShape(4000).nullable().optional(),
      /** The credit note or the corrected invoice. */
      linkedInvoiceId: keyShape.nullable().optional(),
    }),
  }),
  undoDispute: endpoint({
    method: 'DELETE',
    url: '/api/v1/disputes/:id',
    summary: 'Undo: as if the dispute had not been opened.',
    params: idParams,
  }),
  undoResolution: endpoint({
    method: 'DELETE',
    url: '/api/v1/disputes/:id/resolution',
    summary: 'Undo: the dispute stands as it stood before it was resolved.',
    params: idParams,
  }),
  undoReopening: endpoint({
    method: 'DELETE',
    url: '/api/v1/disputes/:id/reopening',
    summary: 'Undo: the dispute is resolved again, as it was.',
    params: idParams,
  }),
  reopenDispute: endpoint({
    method: 'PUT',
    url: '/api/v1/disputes/:id/reopening',
    summary: 'A resolved dispute is open again: its items are no longer chased.',
    params: idParams,
    body: z.object({ because: noteShape(2000).nullable() }),
  }),
  disputeCategories: endpoint({
    method: 'GET',
    url: '/api/v1/dispute-categories',
    summary: 'The reasons that the organisation added to those there are.',
    answer: z.array(z.object({ id: keyShape, name: z.string() })),
  }),
  addDisputeCategory: endpoint({
    method: 'POST',
    url: '/api/v1/dispute-categories',
    summary: 'A reason of the organisation’s own.',
    thing: 'settings',
    body: z.object({ name: lineShape(60) }),
    answer: z.object({ id: keyShape }),
  }),
  archiveDisputeCategory: endpoint({
    method: 'DELETE',
    url: '/api/v1/dispute-categories/:id',
    summary: 'Not offered any more; disputes that have it keep it.',
    thing: 'settings',
    params: idParams,
  }),
}
