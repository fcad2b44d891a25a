import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { answered, api } from '../app/api.ts'
import type { components } from '../app/generated/api.d.ts'

export type WeekReminder = components['schemas']['WeekReminder']

const pageOf = async (query: { limit: number; cursor?: string }, signal: AbortSignal) =>
  answered(await api.GET('/api/v1/reminders/week', { params: { query }, signal }))

/** What leaves until the end of the week, by day, page after page. */
export const weekQuery = infiniteQueryOptions({
  queryKey: ['reminders', 'week'],
  queryFn: ({ pageParam, signal }) =>
    pageOf({ limit: 200, ...(pageParam !== undefined && { cursor: pageParam }) }, signal),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.nextCursor ?? undefined,
  placeholderData: keepPreviousData,
})

/** How many those are. */
export const weekCountQuery = queryOptions({
  queryKey: ['reminders', 'weekCount'],
  queryFn: async ({ signal }) => (await pageOf({ limit: 1 }, signal)).count,
})
