import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { answered, api } from '../../app/api.ts'

/** What would leave to one customer over thirty days with a scenario as it is saved, if nobody paid. */
export const strategyQuery = (scenario: number, customer: number) =>
  queryOptions({
    queryKey: ['scenarios', 'simulation', scenario, 'customer', customer],
    queryFn: async ({ signal }) =>
      answered(
        await api.POST('/api/v1/scenarios/{id}/simulation', {
          params: { path: { id: scenario } },
          body: { days: 30, customerId: customer },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  })

export type Simulation = Awaited<ReturnType<NonNullable<ReturnType<typeof strategyQuery>['queryFn']>>>
