import { z } from 'zod'
import { endpoint } from '../platform/http/endpoint.ts'
import { dateShape, keyShape } from '../platform/http/shapes.ts'

export const bucketNames = ['notDue', 'd1_30', 'd31_60', 'd61_90', 'd90plus'] as const
const buckets = z.object({
  notDue: z.int(),
  d1_30: z.int(),
  d31_60: z.int(),
  d61_90: z.int(),
  d90plus: z.int(),
  credits: z.int(),
  total: z.int(),
})

export const endpoints = {
  agedBalance: endpoint({
    method: 'GET',
    url: '/api/v1/aged-balance',
    summary: 'What each customer owes by age, per currency, at any past or present date.',
    query: z.object({ on: dateShape.optional() }),
    answer: z.object({
      on: dateShape,
      currencies: z.array(
        z.object({
          currency: z.string(),
          totals: buckets,
          items: z.object({ notDue: z.int(), d1_30: z.int(), d31_60: z.int(), d61_90: z.int(), d90plus: z.int() }),
          customers: z.array(buckets.extend({ id: keyShape, name: z.string(), code: z.string() })),
        }),
      ),
    }),
  }),
}
