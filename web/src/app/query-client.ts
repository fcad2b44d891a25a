import { QueryClient } from '@tanstack/react-query'
import { ApiError } from './api.ts'

/** Answers kept for the session: shown at once, refreshed behind; a refusal is not asked again. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (failures, problem) => failures < 2 && !(problem instanceof ApiError && problem.status < 500),
      placeholderData: (before: unknown) => before, // previous data stays while filters change
    },
    mutations: { retry: false },
  },
})
