import { queryOptions } from '@tanstack/react-query'
import { accepted, answered, api } from '../app/api.ts'
import type { components, paths } from '../app/generated/api.d.ts'

export type ApiKey = components['schemas']['ApiKey']
export type NewApiKey = paths['/api/v1/api-keys']['post']['requestBody']['content']['application/json']
export type MadeApiKey = paths['/api/v1/api-keys']['post']['responses'][200]['content']['application/json']

export const apiKeysQuery = queryOptions({
  queryKey: ['api-keys'],
  queryFn: async ({ signal }) => answered(await api.GET('/api/v1/api-keys', { signal })),
})

/** The answer alone tells the secret. */
export const makeApiKey = async (key: NewApiKey) => answered(await api.POST('/api/v1/api-keys', { body: key }))

export const revokeApiKey = async (id: number): Promise<void> =>
  accepted(await api.DELETE('/api/v1/api-keys/{id}', { params: { path: { id } } }))

/** Where programs send, as this browser reaches it. */
export const apiAddress = (): string => `${window.location.origin}/api/v1`
export const apiDocumentAddress = '/api/v1/openapi.json'
