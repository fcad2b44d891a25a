import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { answered, api } from '../../app/api.ts'
import type { components } from '../../app/generated/api.d.ts'

/** As it is saved: each change gives every rule another number. */
export type SavedRule = components['schemas']['ScenarioRule']
export type ScenarioRule = Omit<SavedRule, 'id'>

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

/** `seen`: the numbers of the rules that were on screen; rules saved since are not saved over (409). */
export const saveRules = async (rules: readonly ScenarioRule[], seen: readonly number[]) =>
  answered(await api.PUT('/api/v1/scenario-rules', { body: { rules: [...rules], seen: [...seen] } }))

/** What tells one state of the rules from another. */
export const numbersOf = (rules: readonly SavedRule[]): readonly number[] => rules.map(({ id }) => id)

/** Null gives the invoice back to the scenario of its customer. */
export const chooseForInvoice = async (id: number, scenarioId: number | null) =>
  answered(await api.PUT('/api/v1/invoices/{id}/scenario', { params: { path: { id } }, body: { scenarioId } }))
