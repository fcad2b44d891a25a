import { z } from 'zod'
import { endpoint } from '../platform/http/endpoint.ts'
import { enteredAmount, enteredDay, enteredMoney, noteShape, wordsShape } from '../platform/http/entered-shapes.ts'
import { dateShape, idParams, idShape, keyShape, moneyShape } from '../platform/http/shapes.ts'

const invoiceRef = z.object({ id: keyShape, number: z.string() })
const customerRef = z.object({ id: keyShape, name: z.string() })
/** Why it is over, as a person says it. */
const because = z.object({ because: noteShape(500).nullable() })

const pendingPromise = z.object({
  id: keyShape,
  promisedFor: dateShape,
  /** The last day on which a payment keeps it: the grace is in it. */
  keptUntil: dateShape,
  amount: moneyShape,
  /** What came for it so far; a payment keeps one promise and no other. */
  received: moneyShape,
  note: z.string().nullable(),
  /** Its due lines, with the amount promised for one alone where it was given. */
  items: z.array(
    z.object({ id: keyShape, invoiceNumber: z.string(), amount: moneyShape.nullable(), amountDue: moneyShape }),
  ),
  invoices: z.array(invoiceRef),
  /** Who gave it: the customer asked about, its parent or a subsidiary. */
  customer: customerRef,
  /** What was promised has come already. */
  isKept: z.boolean(),
})

const pastPromise = z.object({
  id: keyShape,
  notedOn: dateShape,
  promisedFor: dateShape,
  amount: moneyShape,
  received: moneyShape,
  note: z.string().nullable(),
  state: z.enum(['kept', 'partiallyKept', 'broken', 'withdrawn', 'replaced']),
})

const plan = z.object({
  id: keyShape,
  agreedOn: dateShape,
  note: z.string().nullable(),
  /** A plan with a missed instalment keeps nothing back until the missing part comes. */
  standing: z.enum(['running', 'missed', 'settled']),
  /** The day on which its confirmation was noted as sent; null: nobody did. */
  confirmedOn: dateShape.nullable(),
  /** `contested`: it waits for a dispute about the items of the plan. */
  instalments: z.array(
    z.object({ dueOn: dateShape, amount: moneyShape, state: z.enum(['paid', 'due', 'missed', 'contested']) }),
  ),
  /** What of its items is contested and left to pay: the last dates wait for it. */
  contested: moneyShape,
  invoices: z.array(invoiceRef),
  /** Its due lines. */
  items: z.array(keyShape),
  customer: customerRef,
})

const delay = z.object({
  id: keyShape,
  invoice: invoiceRef,
  /** What the law goes by, interest included: a delay does not move it. */
  dueDate: dateShape,
  until: dateShape,
  reason: z.string(),
  grantedOn: dateShape,
  grantedBy: z.string().nullable(),
  isFurther: z.boolean(),
})

export const endpoints = {
  agreements: endpoint({
    method: 'GET',
    url: '/api/v1/customers/:id/agreements',
    summary:
      'The promises that are pending or over, the payment plans that nobody ended and the extra delays, of a customer or one of its invoices.',
    params: idParams,
    query: z.object({ invoice: idShape.optional() }),
    answer: z
      .object({
        promises: z.array(pendingPromise),
        /** Those that are over, latest first. */
        past: z.array(pastPromise),
        plans: z.array(plan),
        delays: z.array(delay),
      })
      .meta({ id: 'Agreements' }),
  }),
  addPromise: endpoint({
    method: 'POST',
    url: '/api/v1/promises',
    summary: 'Note a date given by the customer; its items are not chased until the day after, and its grace.',
    body: z.object({
      customerId: keyShape,
      promisedFor: enteredDay,
      amount: enteredMoney,
      items: z.array(keyShape).min(1),
      /** What was promised for single items, in the smallest unit. */
      parts: z.array(z.object({ item: keyShape, amount: enteredAmount })).optional(),
      /** The promise whose place it takes; those that could not be kept beside it are replaced too. */
      replaces: keyShape.optional(),
      note: noteShape(2000).nullable(),
    }),
    answer: z.object({ id: keyShape }),
  }),
  withdrawPromise: endpoint({
    method: 'DELETE',
    url: '/api/v1/promises/:id',
    summary: 'Undo: as if the promise had not been noted. What it took the place of stands again.',
    params: idParams,
  }),
  cancelPromise: endpoint({
    method: 'PUT',
    url: '/api/v1/promises/:id/withdrawal',
    summary: 'The promise is off, and why.',
    params: idParams,
    body: because,
  }),
  resumePromise: endpoint({
    method: 'PUT',
    url: '/api/v1/promises/:id/resumption',
    summary: 'Undo: the withdrawn promise holds again.',
    params: idParams,
  }),
  addPlan: endpoint({
    method: 'POST',
    url: '/api/v1/payment-plans',
    summary:
      'Agree on several dates that come to exactly what is left to pay; the items are not chased as long as each is kept, its grace included.',
    body: z.object({
      customerId: keyShape,
      items: z.array(keyShape).min(1),
      instalments: z
        .array(z.object({ dueOn: enteredDay, amount: enteredMoney }))
        .min(1)
        .max(120),
      /** The plans that run and in whose place it is agreed: an item has one plan at a time. */
      replaces: z.array(keyShape).optional(),
      /** The promises still awaited in whose place it is agreed. */
      replacesPromises: z.array(keyShape).optional(),
      note: noteShape(2000).nullable(),
    }),
    answer: z.object({ id: keyShape }),
  }),
  endPlan: endpoint({
    method: 'DELETE',
    url: '/api/v1/payment-plans/:id',
    summary: 'Undo: as if the plan had not been agreed. Those it took the place of stand again.',
    params: idParams,
  }),
  closePlan: endpoint({
    method: 'PUT',
    url: '/api/v1/payment-plans/:id/ending',
    summary: 'The plan no longer holds, and why.',
    params: idParams,
    body: because,
  }),
  resumePlan: endpoint({
    method: 'PUT',
    url: '/api/v1/payment-plans/:id/resumption',
    summary: 'Undo: the ended plan holds again.',
    params: idParams,
  }),
  planConfirmation: endpoint({
    method: 'GET',
    url: '/api/v1/payment-plans/:id/confirmation',
    summary:
      'The text that confirms the plan to the customer, in their language, for a person to send: nothing leaves.',
    params: idParams,
    answer: z.object({
      subject: z.string(),
      body: z.string(),
      to: z.array(z.object({ name: z.string(), email: z.string() })),
      confirmedOn: dateShape.nullable(),
    }),
  }),
  noteConfirmation: endpoint({
    method: 'PUT',
    url: '/api/v1/payment-plans/:id/confirmation',
    summary: 'A person sent the confirmation.',
    params: idParams,
  }),
  grantDelay: endpoint({
    method: 'POST',
    url: '/api/v1/invoices/:id/delays',
    summary:
      'Grant more time for an invoice, once: nothing is asked up to that day, and the steps count from it. The due date stays. A second one is a director’s to give.',
    params: idParams,
    body: z.object({ until: enteredDay, reason: wordsShape(500) }),
    answer: z.object({ id: keyShape }),
  }),
  endDelay: endpoint({
    method: 'DELETE',
    url: '/api/v1/delays/:id',
    summary: 'The delay was granted by mistake, or is off.',
    params: idParams,
  }),
  resumeDelay: endpoint({
    method: 'PUT',
    url: '/api/v1/delays/:id/resumption',
    summary: 'Undo: the delay holds again.',
    params: idParams,
  }),
}
