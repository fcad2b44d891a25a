import { z } from 'zod'
import { endpoint } from '../platform/http/endpoint.ts'
import { idParams, keyShape } from '../platform/http/shapes.ts'

export const disputeReason = z.enum([
  'notReceived',
  'amount',
  'delivery',
  'quality',
  'purchaseOrder',
  'alreadyPaid',
  'other',
])

export const endpoints = {
  openDispute: endpoint({
    method: 'POST',
    url: '/api/v1/disputes',
    summary: 'The customer contests: these items are not chased until it is resolved.',
    body: z.object({
      customerId: keyShape,
      items: z.array(keyShape).min(1),
      reason: disputeReason,
      note: z.string().max(4000).nullable(),
      ownerId: keyShape.nullable().optional(),
    }),
    answer: z.object({ id: keyShape }),
  }),
  resolveDispute: endpoint({
    method: 'PUT',
    url: '/api/v1/disputes/:id/resolution',
    summary: 'The dispute is over; its items come back to the scenario.',
    params: idParams,
    body: z.object({ resolution: z.string().max(2000) }),
  }),
}
