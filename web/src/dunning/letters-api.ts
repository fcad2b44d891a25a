import { queryOptions } from '@tanstack/react-query'
import { accepted, answered, api } from '../app/api.ts'
import type { components } from '../app/generated/api.d.ts'

export type LetterBatch = components['schemas']['LetterBatch']

/** Letters to print, and the batches that were printed. */
export const lettersQuery = queryOptions({
  queryKey: ['letters'],
  queryFn: async ({ signal }) => answered(await api.GET('/api/v1/letters', { signal })),
})

/** Prints these together; what stays out comes back with its reason. */
export const makeBatch = async (tasks: readonly number[]) =>
  answered(await api.POST('/api/v1/letter-batches', { body: { tasks: [...tasks] } }))

/** Its letters wait to be printed again. */
export const undoBatch = async (id: number): Promise<void> =>
  accepted(await api.DELETE('/api/v1/letter-batches/{id}', { params: { path: { id } } }))

/** Gives it to a postal service, once. */
export const handBatch = async (id: number, service: string): Promise<LetterBatch> =>
  answered(await api.PUT('/api/v1/letter-batches/{id}/deposit', { params: { path: { id } }, body: { service } }))

export const sheetsAddress = (id: number): string => `/api/v1/letter-batches/${id}/letters.pdf`
export const listAddress = (id: number): string => `/api/v1/letter-batches/${id}/addresses.csv`

/** An example letter with the frame of the envelope's window. */
export const windowTestAddress = '/api/v1/letters/window-test.pdf'
