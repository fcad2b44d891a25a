import { queryOptions } from '@tanstack/react-query'
import { accepted, answered, api, sendFile } from '../app/api.ts'
import type { components, paths } from '../app/generated/api.d.ts'

export type DisputeRow = components['schemas']['DisputeRow']
export type Dispute = components['schemas']['Dispute']
export type Turn = DisputeRow['turn']

type BodyOf<Path extends keyof paths, Method extends 'post' | 'patch' | 'put'> = paths[Path] extends {
  [M in Method]: { requestBody: { content: { 'application/json': infer Body } } }
}
  ? Body
  : never

export type NewDispute = BodyOf<'/api/v1/disputes', 'post'>
export type Steering = BodyOf<'/api/v1/disputes/{id}', 'patch'>
export type Resolution = BodyOf<'/api/v1/disputes/{id}/resolution', 'put'>

const at = (id: number) => ({ params: { path: { id } } })

/** What a customer contests and nobody has resolved. */
export const openDisputesQuery = (customerId: number) =>
  queryOptions({
    queryKey: ['disputes', 'open', customerId],
    queryFn: async ({ signal }) =>
      answered(await api.GET('/api/v1/customers/{id}/disputes', { ...at(customerId), signal })),
  })

export interface ListAsked {
  readonly state: 'open' | 'overdue' | 'resolved'
  readonly turn?: Turn | undefined
  readonly owner: 'mine' | 'everybody'
}

/** Disputes with whose turn it is, how old and how much. */
export const disputesQuery = ({ state, turn, owner }: ListAsked) =>
  queryOptions({
    queryKey: ['disputes', 'list', state, turn ?? null, owner],
    queryFn: async ({ signal }) => {
      const query = { state, owner, ...(turn && { turn }) }
      return answered(await api.GET('/api/v1/disputes', { params: { query }, signal }))
    },
  })

/** One dispute with all there is about it. */
export const disputeQuery = (id: number) =>
  queryOptions({
    queryKey: ['disputes', 'one', id],
    queryFn: async ({ signal }) => answered(await api.GET('/api/v1/disputes/{id}', { ...at(id), signal })),
  })

/** The reasons that the organisation added. */
export const categoriesQuery = queryOptions({
  queryKey: ['disputes', 'categories'],
  queryFn: async ({ signal }) => answered(await api.GET('/api/v1/dispute-categories', { signal })),
})

export const addCategory = async (name: string): Promise<number> =>
  answered(await api.POST('/api/v1/dispute-categories', { body: { name } })).id

export async function archiveCategory(id: number): Promise<void> {
  accepted(await api.DELETE('/api/v1/dispute-categories/{id}', at(id)))
}

/** The customer contests these due lines; the id, to resolve it. */
export const openDispute = async (dispute: NewDispute): Promise<number> =>
  answered(await api.POST('/api/v1/disputes', { body: dispute })).id

export async function steerDispute(id: number, steering: Steering): Promise<void> {
  accepted(await api.PATCH('/api/v1/disputes/{id}', { ...at(id), body: steering }))
}

export async function commentDispute(id: number, text: string): Promise<void> {
  answered(await api.POST('/api/v1/disputes/{id}/comments', { ...at(id), body: { text } }))
}

/** The dispute is over, in a sentence that stays in the history. */
export async function resolveDispute(id: number, resolution: Resolution): Promise<void> {
  accepted(await api.PUT('/api/v1/disputes/{id}/resolution', { ...at(id), body: resolution }))
}

export async function reopenDispute(id: number, because: string | null): Promise<void> {
  accepted(await api.PUT('/api/v1/disputes/{id}/reopening', { ...at(id), body: { because } }))
}

/** As if it had not been opened. */
export async function undoDispute(id: number): Promise<void> {
  accepted(await api.DELETE('/api/v1/disputes/{id}', at(id)))
}

/** As it stood before it was resolved. */
export async function undoResolution(id: number): Promise<void> {
  accepted(await api.DELETE('/api/v1/disputes/{id}/resolution', at(id)))
}

/** Resolved again, as it was. */
export async function undoReopening(id: number): Promise<void> {
  accepted(await api.DELETE('/api/v1/disputes/{id}/reopening', at(id)))
}

export const documentAddress = (dispute: number, document: number): string =>
  `/api/v1/disputes/${dispute}/documents/${document}`

export async function addDocument(dispute: number, file: File): Promise<void> {
  await sendFile('POST', `/api/v1/disputes/${dispute}/documents`, file)
}

export async function removeDocument(dispute: number, document: number): Promise<void> {
  const path = { id: dispute, document }
  accepted(await api.DELETE('/api/v1/disputes/{id}/documents/{document}', { params: { path } }))
}
