import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { answered, api } from '../../app/api.ts'
import type { components } from '../../app/generated/api.d.ts'

export type ScenarioRule = Omit<components['schemas']['ScenarioRule'], 'id'>

export const rulesQuery = queryOptions({
  queryKey: ['scenarios', 'rules'],
  queryFn: async ({ signal }) => answered(await api.GET('/api/v1/scenario-rules', { signal })),
})

/** How many customers each rule takes while they are written, and what one customer would follow. */
export const trialQuery = (rules: readonly ScenarioRule[], customer: number | null) =>
  queryOptions({
    queryKey: ['scenarios', 'trial', rules, customer],
    queryFn: async ({ signal }) =>
      answered(
        await api.POST('/api/v1/scenario-rules/trial', {
          body: { rules: [...rules], ...(customer !== null && { customerId: customer }) },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  })

export const saveRules = async (rules: readonly ScenarioRule[]) =>
  answered(await api.PUT('/api/v1/scenario-rules', { body: { rules: [...rules] } }))

/** Null gives the invoice back to the scenario of its customer. */
export const chooseForInvoice = async (id: number, scenarioId: number | null) =>
  answered(await api.PUT('/api/v1/invoices/{id}/scenario', { params: { path: { id } }, body: { scenarioId } }))
