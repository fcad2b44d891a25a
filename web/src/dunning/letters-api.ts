import { queryOptions } from '@tanstack/react-query'
import { accepted, answered, api } from '../app/api.ts'
import type { components } from '../app/generated/api.d.ts'

export type LetterBatch = components['schemas']['LetterBatch']

/** Letters to print, and the batches that were printed. */
export const lettersQuery = queryOptions({
  queryKey: ['letters'],
  queryFn: async ({ signal }) => answered(await api.GET('/api/v1/letters', { signal })),
})

const makeBatch = async (tasks: readonly number[]) =>
  answered(await api.POST('/api/v1/letter-batches', { body: { tasks: [...tasks] } }))

/** Letters of one batch at most, as the contract has it. */
const lettersOfBatch = 200

/** Prints these, in as many batches as it takes; what stays out comes back with its reason. */
export async function printLetters(tasks: readonly number[]) {
  const made: Awaited<ReturnType<typeof makeBatch>>[] = []
  for (let at = 0; at < tasks.length; at += lettersOfBatch)
    made.push(await makeBatch(tasks.slice(at, at + lettersOfBatch)))
  const batches = made.flatMap(({ batch }) => batch ?? [])
  return {
    batches,
    letters: batches.reduce((sum, { letters }) => sum + letters, 0),
    leftOut: made.flatMap(({ leftOut }) => leftOut),
  }
}

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
