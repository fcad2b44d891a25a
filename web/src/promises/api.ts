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
  /** What was promised for single due lines, in the smallest unit. */
  readonly parts?: readonly { readonly item: number; readonly amount: number }[]
  /** The promise whose place it takes. */
  readonly replaces?: number
}

/** Notes a date given by the customer; the id, to take it back. */
export async function addPromise(promise: NewPromise): Promise<number> {
  const { parts = [], ...told } = promise
  const body = { ...told, items: [...promise.items], amount: { ...promise.amount }, parts: [...parts] }
  return answered(await api.POST('/api/v1/promises', { body })).id
}

/** As if it had not been noted: what it took the place of stands again. */
export async function undoPromise(id: number): Promise<void> {
  accepted(await api.DELETE('/api/v1/promises/{id}', { params: { path: { id } } }))
}

/** The promise is off, and why. */
export async function cancelPromise(id: number, because: string | null): Promise<void> {
  accepted(await api.PUT('/api/v1/promises/{id}/withdrawal', { params: { path: { id } }, body: { because } }))
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
  /** The plans in whose place it is agreed. */
  readonly replaces: readonly number[]
  /** The promises in whose place it is agreed. */
  readonly replacesPromises: readonly number[]
  readonly note: string | null
}

/** Several dates agreed; the id, to take it back. */
export async function addPlan({ items, replaces, replacesPromises, ...plan }: NewPlan): Promise<number> {
  const instalments = plan.instalments.map(({ dueOn, amount }) => ({ dueOn, amount: { ...amount } }))
  const body = {
    ...plan,
    items: [...items],
    instalments,
    replaces: [...replaces],
    replacesPromises: [...replacesPromises],
  }
  return answered(await api.POST('/api/v1/payment-plans', { body })).id
}

/** As if it had not been agreed: the plans it took the place of stand again. */
export async function undoPlan(id: number): Promise<void> {
  accepted(await api.DELETE('/api/v1/payment-plans/{id}', { params: { path: { id } } }))
}

/** The plan no longer holds, and why. */
export async function closePlan(id: number, because: string | null): Promise<void> {
  accepted(await api.PUT('/api/v1/payment-plans/{id}/ending', { params: { path: { id } }, body: { because } }))
}

export async function resumePlan(id: number): Promise<void> {
  accepted(await api.PUT('/api/v1/payment-plans/{id}/resumption', { params: { path: { id } } }))
}

/** The text that confirms a plan to the customer, for a person to send. */
export const confirmationQuery = (plan: number) =>
  queryOptions({
    queryKey: ['promises', 'confirmation', plan],
    queryFn: async ({ signal }) =>
      answered(await api.GET('/api/v1/payment-plans/{id}/confirmation', { params: { path: { id: plan } }, signal })),
  })

export async function noteConfirmation(plan: number): Promise<void> {
  accepted(await api.PUT('/api/v1/payment-plans/{id}/confirmation', { params: { path: { id: plan } } }))
}

/** More time for an invoice, once; the id, to take it back. */
export async function grantDelay(invoice: number, delay: { readonly until: string; readonly reason: string }) {
  return answered(await api.POST('/api/v1/invoices/{id}/delays', { params: { path: { id: invoice } }, body: delay })).id
}

export async function endDelay(id: number): Promise<void> {
  accepted(await api.DELETE('/api/v1/delays/{id}', { params: { path: { id } } }))
}

export async function resumeDelay(id: number): Promise<void> {
  accepted(await api.PUT('/api/v1/delays/{id}/resumption', { params: { path: { id } } }))
}
