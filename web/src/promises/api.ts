import { accepted, answered, api } from '../app/api.ts'
import type { WireMoney } from '../app/wire.ts'

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
