import { queryOptions } from '@tanstack/react-query'
import { accepted, answered, api } from '../../app/api.ts'
import type { components, paths } from '../../app/generated/api.d.ts'

export type Alias = components['schemas']['CustomerAlias']
export type MergePreview = components['schemas']['MergePreview']
export type SeparationPreview = components['schemas']['SeparationPreview']
export type Doubles = paths['/api/v1/customer-doubles']['get']['responses'][200]['content']['application/json']
export type DoublePair = Doubles['pairs'][number]

/** A customer as a merge names it. */
export interface Named {
  readonly id: number
  readonly name: string
}

/** `other` goes into `kept`. */
export interface Pair {
  readonly kept: number
  readonly other: number
}

/** What would happen if one were merged into the other. */
export const mergePreviewQuery = ({ kept, other }: Pair) =>
  queryOptions({
    queryKey: ['customers', 'merge', kept, other],
    queryFn: async ({ signal }) =>
      answered(
        await api.POST('/api/v1/customers/{id}/merge-preview', {
          params: { path: { id: kept } },
          body: { otherId: other },
          signal,
        }),
      ),
    placeholderData: () => undefined,
  })

export const mergeCustomers = async ({ kept, other }: Pair) =>
  answered(await api.POST('/api/v1/customers/{id}/merge', { params: { path: { id: kept } }, body: { otherId: other } }))

/** What would happen if a customer merged away were separated. */
export const separationPreviewQuery = (id: number) =>
  queryOptions({
    queryKey: ['customers', 'separation', id],
    queryFn: async ({ signal }) =>
      answered(
        await api.POST('/api/v1/merged-customers/{id}/separation-preview', { params: { path: { id } }, signal }),
      ),
    placeholderData: () => undefined,
  })

export const separateCustomers = async (id: number) =>
  answered(await api.POST('/api/v1/merged-customers/{id}/separation', { params: { path: { id } } }))

/** Customers that look like the same one; looked for now and then, they change with imports only. */
export const doublesQuery = queryOptions({
  queryKey: ['customers', 'doubles'],
  queryFn: async ({ signal }) => answered(await api.GET('/api/v1/customer-doubles', { signal })),
  staleTime: 300_000,
})

const two = ({ kept, other }: Pair) => ({ params: { path: { id: kept, otherId: other } } })

export const sayNotDouble = async (pair: Pair): Promise<void> =>
  accepted(await api.PUT('/api/v1/customers/{id}/not-double-of/{otherId}', two(pair)))

export const sayMayBeDouble = async (pair: Pair): Promise<void> =>
  accepted(await api.DELETE('/api/v1/customers/{id}/not-double-of/{otherId}', two(pair)))
