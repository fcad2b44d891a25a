import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { accepted, answered, api } from '../app/api.ts'
import type { paths } from '../app/generated/api.d.ts'

export type SavedViewBody =
  paths['/api/v1/open-items/saved-views']['post']['requestBody']['content']['application/json']
type SavedViewChange =
  paths['/api/v1/open-items/saved-views/{id}']['patch']['requestBody']['content']['application/json']

/** The lists kept under a name: one's own, and those that colleagues share. */
export const savedViewsQuery = queryOptions({
  queryKey: ['invoices', 'saved-views'],
  queryFn: async ({ signal }) => answered(await api.GET('/api/v1/open-items/saved-views', { signal })),
  placeholderData: keepPreviousData,
})

/** How many due lines are in each, by its id: asked apart, so that no name waits for it. */
export const savedViewCountsQuery = queryOptions({
  queryKey: ['invoices', 'saved-view-counts'],
  queryFn: async ({ signal }) => answered(await api.GET('/api/v1/open-items/saved-views/counts', { signal })),
  select: (counts) => new Map(counts.map(({ id, count }) => [id, count])),
  placeholderData: keepPreviousData,
})

export const saveView = async (body: SavedViewBody): Promise<number> =>
  answered(await api.POST('/api/v1/open-items/saved-views', { body })).id

export const changeSavedView = async (id: number, change: SavedViewChange): Promise<void> =>
  accepted(await api.PATCH('/api/v1/open-items/saved-views/{id}', { params: { path: { id } }, body: change }))

export const removeSavedView = async (id: number): Promise<void> =>
  accepted(await api.DELETE('/api/v1/open-items/saved-views/{id}', { params: { path: { id } } }))
