import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { answered, api } from '../../app/api.ts'
import type { components } from '../../app/generated/api.d.ts'
import type { ScenarioRules, ScenarioStep } from '../scenario-api.ts'

export type ToldContact = components['schemas']['ToldContact']
export type ChangedContact = components['schemas']['ChangedContact']
export type ContactCounts = components['schemas']['ContactCounts']

/** The steps on screen when they differ from what is saved; null: as saved. */
export type Draft = { readonly steps: readonly ScenarioStep[]; readonly rules: ScenarioRules } | null

/** Days whose customers are told by name, both included. */
export interface Within {
  readonly on: string
  readonly until: string
}

const bodyOf = (draft: Draft, within: Within | null) => ({
  ...(draft && { steps: [...draft.steps], rules: draft.rules }),
  ...within,
})

/** What would leave over thirty days, if nobody paid. */
export const simulationQuery = (id: number, draft: Draft, within: Within | null = null) =>
  queryOptions({
    queryKey: ['scenarios', 'simulation', id, draft, within],
    queryFn: async ({ signal }) =>
      answered(
        await api.POST('/api/v1/scenarios/{id}/simulation', {
          params: { path: { id } },
          body: { days: 30, ...bodyOf(draft, within) },
          signal,
        }),
      ),
    ...(within === null && { placeholderData: keepPreviousData }),
    staleTime: 60_000,
  })

/** What would have left over the last twelve months. */
export const replayQuery = (id: number, draft: Draft, within: Within | null = null) =>
  queryOptions({
    queryKey: ['scenarios', 'replay', id, draft, within],
    queryFn: async ({ signal }) =>
      answered(
        await api.POST('/api/v1/scenarios/{id}/replay', {
          params: { path: { id } },
          body: bodyOf(draft, within),
          signal,
        }),
      ),
    ...(within === null && { placeholderData: keepPreviousData }),
    staleTime: 60_000,
  })
