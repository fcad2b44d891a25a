import { queryOptions } from '@tanstack/react-query'
import { accepted, answered, api } from '../app/api.ts'
import type { components, paths } from '../app/generated/api.d.ts'

export type Source = components['schemas']['Source']
export type Holds = Source['holds']
type Posts = paths['/api/v1/sources']['post']['requestBody']['content']['application/json']
type Puts = paths['/api/v1/sources/{id}']['put']['requestBody']['content']['application/json']
export type NewSource = Posts
export type SourceChange = Puts
export type WatchSettings = Posts['settings']
export type TrialAsked = paths['/api/v1/sources/trial']['post']['requestBody']['content']['application/json']
export type Trial = paths['/api/v1/sources/trial']['post']['responses'][200]['content']['application/json']

/** Read again each minute: a folder is looked at while the page is open. */
export const sourcesQuery = queryOptions({
  queryKey: ['imports', 'sources'],
  queryFn: async ({ signal }) => answered(await api.GET('/api/v1/sources', { signal })),
  refetchInterval: 60_000,
})

export const addSource = async (source: NewSource) => answered(await api.POST('/api/v1/sources', { body: source }))

export const changeSource = async (id: number, change: SourceChange): Promise<void> =>
  accepted(await api.PUT('/api/v1/sources/{id}', { params: { path: { id } }, body: change }))

export const removeSource = async (id: number): Promise<void> =>
  accepted(await api.DELETE('/api/v1/sources/{id}', { params: { path: { id } } }))

export const lookNow = async (id: number): Promise<void> =>
  accepted(await api.POST('/api/v1/sources/{id}/look', { params: { path: { id } } }))

/** Looks into a folder; imports nothing. */
export const tryFolder = async (asked: TrialAsked): Promise<Trial> =>
  answered(await api.POST('/api/v1/sources/trial', { body: asked }))

export const changeFreshness = async (days: number | null): Promise<void> =>
  accepted(await api.PUT('/api/v1/freshness', { body: { days } }))
