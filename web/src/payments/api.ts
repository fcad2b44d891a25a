import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { accepted, answered, api } from '../app/api.ts'
import type { components, paths } from '../app/generated/api.d.ts'

type Body<Path extends keyof paths> = paths[Path] extends {
  post: { requestBody: { content: { 'application/json': infer Json } } }
}
  ? Json
  : never

export type Payment = components['schemas']['PaymentRow']
export type Proposal = paths['/api/v1/payments/proposal']['post']['responses'][200]['content']['application/json']
export type PaymentBody = Body<'/api/v1/payments'>
export type PreviewBody = Body<'/api/v1/payments/preview'>
export type Means = PaymentBody['means']
export type ReversalReason = Body<'/api/v1/payments/{id}/reversal'>['reason']

export const paymentViews = ['all', 'unallocated', 'reversed'] as const
export type PaymentView = (typeof paymentViews)[number]

export interface PaymentQuery {
  readonly view: PaymentView
  readonly q?: string
  readonly customer?: number
}

/** Payments, latest first, page after page. */
export const paymentsQuery = (query: PaymentQuery) =>
  infiniteQueryOptions({
    queryKey: ['payments', 'list', query],
    queryFn: async ({ pageParam, signal }) => {
      const asked = { ...query, limit: 60, ...(pageParam !== undefined && { cursor: pageParam }) }
      return answered(await api.GET('/api/v1/payments', { params: { query: asked }, signal }))
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  })

export const paymentQuery = (id: number) =>
  queryOptions({
    queryKey: ['payments', 'one', id],
    queryFn: async ({ signal }) =>
      answered(await api.GET('/api/v1/payments/{id}', { params: { path: { id } }, signal })),
    placeholderData: () => undefined,
  })

export interface Asked {
  readonly customerId: number
  readonly currency: string
  /** Smallest unit; 0 lists what is due and proposes nothing. */
  readonly amount: number
  readonly receivedOn: string
  readonly preferItemId: number | null
}

/** How an amount would be allocated: exactly, else oldest first. */
export const proposalQuery = ({ customerId, currency, amount, receivedOn, preferItemId }: Asked) =>
  queryOptions({
    queryKey: ['payments', 'proposal', customerId, currency, receivedOn, preferItemId, amount],
    queryFn: async ({ signal }) =>
      answered(
        await api.POST('/api/v1/payments/proposal', {
          body: { customerId, amount: { amount, currency }, receivedOn, preferItemId },
          signal,
        }),
      ),
    // While typing the lines stay in place; those of another customer must not.
    placeholderData: (before, query) => (query?.queryKey[2] === customerId ? before : undefined),
  })

/** « Ce qui va se passer », in sentences. */
export const previewQuery = (body: PreviewBody) =>
  queryOptions({
    queryKey: ['payments', 'preview', body],
    queryFn: async ({ signal }) => answered(await api.POST('/api/v1/payments/preview', { body, signal })).effects,
    placeholderData: keepPreviousData,
  })

/** Enters a payment; the same entry key twice enters it once. */
export const enterPayment = async (body: PaymentBody): Promise<Payment> =>
  answered(await api.POST('/api/v1/payments', { body }))

/** Allocates what is left of a payment. */
export const allocateCredit = async (
  id: number,
  allocations: readonly { readonly openItemId: number; readonly amount: number }[],
): Promise<Payment> =>
  answered(
    await api.POST('/api/v1/payments/{id}/allocations', {
      params: { path: { id } },
      body: { allocations: [...allocations] },
    }),
  )

/** Takes a payment back; its items are due again. */
export const reversePayment = async (
  id: number,
  reversal: { readonly reason: ReversalReason; readonly on?: string; readonly note?: string | null },
): Promise<Payment> =>
  answered(await api.POST('/api/v1/payments/{id}/reversal', { params: { path: { id } }, body: reversal }))

/** Who pays: in which currency, and in which others something is due. */
export const payerQuery = (id: number) =>
  queryOptions({
    queryKey: ['payments', 'payer', id],
    queryFn: async ({ signal }) =>
      answered(await api.GET('/api/v1/customers/{id}', { params: { path: { id } }, signal })),
    placeholderData: () => undefined,
  })

/** Customers by name, code or number, what they owe beside. */
export async function findPayers(text: string, signal: AbortSignal) {
  const q = text.trim()
  const query = {
    view: 'all',
    sort: q === '' ? 'late' : 'name',
    direction: q === '' ? 'desc' : 'asc',
    limit: 12,
  } as const
  const answer = await api.GET('/api/v1/customers', {
    params: { query: { ...query, ...(q !== '' && { q }) } },
    signal,
  })
  return answered(answer).rows
}

/** Sets what is left of a credit note, by its open item, against due lines; the ids of the allocations. */
export async function allocateCreditNote(
  id: number,
  allocations: readonly { readonly openItemId: number; readonly amount: number }[],
): Promise<readonly number[]> {
  const body = { allocations: [...allocations] }
  const answer = await api.POST('/api/v1/open-items/{id}/allocations', { params: { path: { id } }, body })
  return answered(answer).allocations
}

/** Undoes one allocation: its item is due again. */
export const takeBackAllocation = async (id: number): Promise<void> =>
  accepted(await api.POST('/api/v1/allocations/{id}/reversal', { params: { path: { id } } }))
