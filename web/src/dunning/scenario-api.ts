import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { accepted, answered, api } from '../app/api.ts'
import type { components } from '../app/generated/api.d.ts'

export type Scenario = components['schemas']['Scenario']
export type ScenarioStep = components['schemas']['ScenarioStep']
export type Category = Scenario['defaultFor'][number]

/** Public bodies get no formal notice; the server refuses it, too. */
export const mayHoldFor = ({ steps }: Pick<Scenario, 'steps'>, category: Category): boolean =>
  category !== 'publicBody' || !steps.some(({ isActive, tone }) => isActive && tone === 'formalNotice')

export const scenariosQuery = queryOptions({
  queryKey: ['scenarios', 'list'],
  queryFn: async ({ signal }) => answered(await api.GET('/api/v1/scenarios', { signal })),
})

export const scenarioQuery = (id: number) =>
  queryOptions({
    queryKey: ['scenarios', 'one', id],
    queryFn: async ({ signal }) =>
      answered(await api.GET('/api/v1/scenarios/{id}', { params: { path: { id } }, signal })),
    placeholderData: () => undefined,
  })

/** What would leave over thirty days with these steps (null: as saved), if nobody paid. */
export const simulationQuery = (id: number, steps: readonly ScenarioStep[] | null) =>
  queryOptions({
    queryKey: ['scenarios', 'simulation', id, steps],
    queryFn: async ({ signal }) =>
      answered(
        await api.POST('/api/v1/scenarios/{id}/simulation', {
          params: { path: { id } },
          body: { days: 30, ...(steps && { steps: [...steps] }) },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  })

export const saveScenario = async (id: number, changed: { name: string; steps: readonly ScenarioStep[] }) =>
  answered(
    await api.PUT('/api/v1/scenarios/{id}', {
      params: { path: { id } },
      body: { name: changed.name, steps: [...changed.steps] },
    }),
  )

export const chooseDefault = async (id: number, category: Category): Promise<void> =>
  accepted(await api.PUT('/api/v1/scenarios/{id}/default', { params: { path: { id } }, body: { category } }))
