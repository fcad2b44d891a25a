import { queryOptions } from '@tanstack/react-query'
import { accepted, answered, api } from '../app/api.ts'
import type { components, paths } from '../app/generated/api.d.ts'

export type DisputeReason = paths['/api/v1/disputes']['post']['requestBody']['content']['application/json']['reason']

export type OpenDispute = components['schemas']['OpenDispute']

/** What a customer contests and nobody has resolved. */
export const openDisputesQuery = (customerId: number) =>
  queryOptions({
    queryKey: ['disputes', 'open', customerId],
    queryFn: async ({ signal }) =>
      answered(await api.GET('/api/v1/customers/{id}/disputes', { params: { path: { id: customerId } }, signal })),
  })

export interface NewDispute {
  readonly customerId: number
  readonly items: readonly number[]
  readonly reason: DisputeReason
  readonly note: string | null
}

/** The customer contests these due lines; the id, to resolve it. */
export async function openDispute(dispute: NewDispute): Promise<number> {
  return answered(await api.POST('/api/v1/disputes', { body: { ...dispute, items: [...dispute.items] } })).id
}

/** The dispute is over, in a sentence that stays in the history. */
export async function resolveDispute(id: number, resolution: string): Promise<void> {
  accepted(await api.PUT('/api/v1/disputes/{id}/resolution', { params: { path: { id } }, body: { resolution } }))
}
