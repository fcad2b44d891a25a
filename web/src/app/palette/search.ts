import { queryOptions } from '@tanstack/react-query'
import { answered, api } from '../api.ts'

/** Customers, invoices and amounts that match; asked once for all who need it, kept a few seconds while typing. */
export const searchQuery = (text: string, limit = 6) =>
  queryOptions({
    queryKey: ['search', text, limit],
    queryFn: async ({ signal }) =>
      answered(await api.GET('/api/v1/search', { params: { query: { q: text, limit } }, signal })),
    staleTime: 5_000,
    retry: false,
  })

export type Found = Awaited<ReturnType<NonNullable<ReturnType<typeof searchQuery>['queryFn']>>>
