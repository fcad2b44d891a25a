import { queryOptions } from '@tanstack/react-query'
import { accepted, answered, api } from '../app/api.ts'
import type { components } from '../app/generated/api.d.ts'

export type ShownProfile = components['schemas']['ShownProfile']
export type PayerRules = components['schemas']['PayerRules']
export type PayerProfile = ShownProfile['profile']

const at = (id: number) => ({ params: { path: { id } } })

/** How a customer pays, why, and who chose it where a person did. */
export const profileQuery = (customer: number) =>
  queryOptions({
    queryKey: ['payers', 'profile', customer],
    queryFn: async ({ signal }) =>
      answered(await api.GET('/api/v1/customers/{id}/profile', { ...at(customer), signal })),
  })

export const declareProfile = async (customer: number, profile: PayerProfile, note: string) =>
  answered(await api.PUT('/api/v1/customers/{id}/profile', { ...at(customer), body: { profile, note } }))

/** Back to what payments tell. */
export async function withdrawProfile(customer: number): Promise<void> {
  accepted(await api.DELETE('/api/v1/customers/{id}/profile', at(customer)))
}

export const payerRulesQuery = queryOptions({
  queryKey: ['payers', 'rules'],
  queryFn: async ({ signal }) => answered(await api.GET('/api/v1/payer-rules', { signal })),
})

/** Every customer is decided again before it answers. */
export const changePayerRules = async (rules: PayerRules) =>
  answered(await api.PUT('/api/v1/payer-rules', { body: rules }))
