import { queryOptions } from '@tanstack/react-query'
import { accepted, answered, api } from '../app/api.ts'
import type { components } from '../app/generated/api.d.ts'
import type { WireMoney } from '../app/wire.ts'

export type Agreements = components['schemas']['Agreements']

/** Pending promises and running plans of a customer, or those over one of its invoices. */
export const agreementsQuery = ({ customerId, invoiceId }: { customerId: number; invoiceId?: number | undefined }) =>
  queryOptions({
    queryKey: ['promises', 'agreements', customerId, invoiceId ?? null],
    queryFn: async ({ signal }): Promise<Agreements> => {
      const query = invoiceId === undefined ? {} : { invoice: invoiceId }
      const params = { path: { id: customerId }, query }
      return answered(await api.GET('/api/v1/customers/{id}/agreements', { params, signal }))
    },
  })

export interface NewPromise {
  readonly customerId: number
  readonly promisedFor: string
  readonly amount: WireMoney
  readonly items: readonly number[]
  readonly note: string | null
}

/** Notes a date given by the customer; the id, to take it back. */
export async function addPromise(promise: NewPromise): Promise<number> {
  const body = { ...promise, items: [...promise.items], amount: { ...promise.amount } }
  return answered(await api.POST('/api/v1/promises', { body })).id
}

export async function withdrawPromise(id: number): Promise<void> {
  accepted(await api.DELETE('/api/v1/promises/{id}', { params: { path: { id } } }))
}

export async function resumePromise(id: number): Promise<void> {
  accepted(await api.PUT('/api/v1/promises/{id}/resumption', { params: { path: { id } } }))
}

/** A due line a plan can be about. */
export interface PlanItem {
  readonly id: number
  readonly number: string
  readonly dueDate: string
  readonly daysLate: number
  readonly amountDue: WireMoney
}

/** What a customer and its subsidiaries have left to pay in one currency, oldest first. */
export const planItemsQuery = (asked: {
  readonly customerId: number
  readonly currency: string
  readonly on: string
}) =>
  queryOptions({
    queryKey: ['promises', 'planItems', asked],
    queryFn: async ({ signal }): Promise<PlanItem[]> => {
      const { customerId, currency, on } = asked
      // An allocation of nothing: the list of what an amount could pay.
      const body = { customerId, amount: { amount: 0, currency }, receivedOn: on }
      const { items } = answered(await api.POST('/api/v1/payments/proposal', { body, signal }))
      return items.map(({ openItemId, invoiceNumber, ...item }) => ({ ...item, id: openItemId, number: invoiceNumber }))
    },
  })

export interface NewPlan {
  readonly customerId: number
  readonly items: readonly number[]
  readonly instalments: readonly { readonly dueOn: string; readonly amount: WireMoney }[]
  readonly note: string | null
}

/** Several dates agreed; the id, to end it. */
export async function addPlan(plan: NewPlan): Promise<number> {
  const instalments = plan.instalments.map(({ dueOn, amount }) => ({ dueOn, amount: { ...amount } }))
  return answered(await api.POST('/api/v1/payment-plans', { body: { ...plan, items: [...plan.items], instalments } }))
    .id
}

export async function endPlan(id: number): Promise<void> {
  accepted(await api.DELETE('/api/v1/payment-plans/{id}', { params: { path: { id } } }))
}

export async function resumePlan(id: number): Promise<void> {
  accepted(await api.PUT('/api/v1/payment-plans/{id}/resumption', { params: { path: { id } } }))
}
