import { z } from 'zod'
import { endpoint } from '../platform/http/endpoint.ts'
import { noteShape } from '../platform/http/entered-shapes.ts'
import { dateShape, idParams, keyShape, personRef } from '../platform/http/shapes.ts'

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
  openDisputes: endpoint({
    method: 'GET',
    url: '/api/v1/customers/:id/disputes',
    summary: 'The disputes of a customer that are not resolved, with their invoices.',
    params: idParams,
    answer: z.array(
      z
        .object({
          id: keyShape,
          reason: disputeReason,
          note: z.string().nullable(),
          openedOn: dateShape,
          owner: personRef.nullable(),
          invoices: z.array(z.object({ id: keyShape, number: z.string() })),
        })
        .meta({ id: 'OpenDispute' }),
    ),
  }),
  openDispute: endpoint({
    method: 'POST',
    url: '/api/v1/disputes',
    summary: 'The customer contests: these items are not chased until it is resolved.',
    body: z.object({
      customerId: keyShape,
      items: z.array(keyShape).min(1),
      reason: disputeReason,
      note: noteShape(4000).nullable(),
      ownerId: keyShape.nullable().optional(),
    }),
    answer: z.object({ id: keyShape }),
  }),
  resolveDispute: endpoint({
    method: 'PUT',
    url: '/api/v1/disputes/:id/resolution',
    summary: 'The dispute is over; its items come back to the scenario.',
    params: idParams,
    body: z.object({ resolution: noteShape(2000) }),
  }),
}
