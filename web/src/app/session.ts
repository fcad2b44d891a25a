import { queryOptions, useSuspenseQuery } from '@tanstack/react-query'
import { answered, api } from './api.ts'

/** Who is signed in, for which organisation, what day it is there, and what waits for this person. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async ({ signal }) => answered(await api.GET('/api/v1/session', { signal })),
  staleTime: 60_000,
})

export type Session = Awaited<ReturnType<NonNullable<typeof sessionQuery.queryFn>>>

/** The session inside the shell, where it is always known. */
export const useSession = () => useSuspenseQuery(sessionQuery).data
