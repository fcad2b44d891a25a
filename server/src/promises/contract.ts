import { z } from 'zod'
import { endpoint } from '../platform/http/endpoint.ts'
import { dateShape, idParams, keyShape, moneyShape } from '../platform/http/shapes.ts'

export const endpoints = {
  addPromise: endpoint({
    method: 'POST',
    url: '/api/v1/promises',
    summary: 'Note a date given by the customer; its items are not chased until the day after.',
    body: z.object({
      customerId: keyShape,
      promisedFor: dateShape,
      amount: moneyShape,
      items: z.array(keyShape).min(1),
      note: z.string().max(2000).nullable(),
    }),
    answer: z.object({ id: keyShape }),
  }),
  withdrawPromise: endpoint({
    method: 'DELETE',
    url: '/api/v1/promises/:id',
    summary: 'The promise was noted by mistake or is off.',
    params: idParams,
  }),
  addPlan: endpoint({
    method: 'POST',
    url: '/api/v1/payment-plans',
    summary: 'Agree on several dates; the items are not chased while the plan holds.',
    body: z.object({
      customerId: keyShape,
      items: z.array(keyShape).min(1),
      instalments: z.array(z.object({ dueOn: dateShape, amount: moneyShape })).min(1),
      note: z.string().nullable(),
    }),
    answer: z.object({ id: keyShape }),
  }),
  endPlan: endpoint({
    method: 'DELETE',
    url: '/api/v1/payment-plans/:id',
    summary: 'The plan no longer holds.',
    params: idParams,
  }),
}
