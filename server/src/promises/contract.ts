import { z } from 'zod'
import { endpoint } from '../platform/http/endpoint.ts'
import { enteredDay, enteredMoney, noteShape } from '../platform/http/entered-shapes.ts'
import { dateShape, idParams, idShape, keyShape, moneyShape } from '../platform/http/shapes.ts'

const invoiceRef = z.object({ id: keyShape, number: z.string() })

export const endpoints = {
  agreements: endpoint({
    method: 'GET',
    url: '/api/v1/customers/:id/agreements',
    summary:
      'The promises that are pending and the payment plans that nobody ended, of a customer or one of its invoices.',
    params: idParams,
    query: z.object({ invoice: idShape.optional() }),
    answer: z
      .object({
        promises: z.array(
          z.object({
            id: keyShape,
            promisedFor: dateShape,
            amount: moneyShape,
            note: z.string().nullable(),
            invoices: z.array(invoiceRef),
          }),
        ),
        plans: z.array(
          z.object({
            id: keyShape,
            agreedOn: dateShape,
            note: z.string().nullable(),
            /** A plan with a missed instalment keeps nothing back until the missing part comes. */
            standing: z.enum(['running', 'missed', 'settled']),
            instalments: z.array(
              z.object({ dueOn: dateShape, amount: moneyShape, state: z.enum(['paid', 'due', 'missed']) }),
            ),
            invoices: z.array(invoiceRef),
          }),
        ),
      })
      .meta({ id: 'Agreements' }),
  }),
  addPromise: endpoint({
    method: 'POST',
    url: '/api/v1/promises',
    summary: 'Note a date given by the customer; its items are not chased until the day after.',
    body: z.object({
      customerId: keyShape,
      promisedFor: enteredDay,
      amount: enteredMoney,
      items: z.array(keyShape).min(1),
      note: noteShape(2000).nullable(),
    }),
    answer: z.object({ id: keyShape }),
  }),
  withdrawPromise: endpoint({
    method: 'DELETE',
    url: '/api/v1/promises/:id',
    summary: 'The promise was noted by mistake or is off.',
    params: idParams,
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
      'Agree on several dates; the items are not chased as long as each is kept, two working days after it at the latest.',
    body: z.object({
      customerId: keyShape,
      items: z.array(keyShape).min(1),
      instalments: z.array(z.object({ dueOn: enteredDay, amount: enteredMoney })).min(1),
      note: noteShape(2000).nullable(),
    }),
    answer: z.object({ id: keyShape }),
  }),
  endPlan: endpoint({
    method: 'DELETE',
    url: '/api/v1/payment-plans/:id',
    summary: 'The plan no longer holds.',
    params: idParams,
  }),
  resumePlan: endpoint({
    method: 'PUT',
    url: '/api/v1/payment-plans/:id/resumption',
    summary: 'Undo: the ended plan holds again.',
    params: idParams,
  }),
}
