import { queryOptions } from '@tanstack/react-query'
import { accepted, answered, api, sendFile } from '../app/api.ts'

/** What the post gave back for the letter of a task. */
export const postingQuery = (task: number) =>
  queryOptions({
    queryKey: ['tasks', 'posting', task],
    queryFn: async ({ signal }) =>
      answered(await api.GET('/api/v1/tasks/{id}/posting', { params: { path: { id: task } }, signal })).posting,
    placeholderData: () => undefined, // never the number of another letter
  })

export const recordPosting = async (task: number, told: { registeredNumber: string | null; postedOn: string }) =>
  answered(await api.PUT('/api/v1/tasks/{id}/posting', { params: { path: { id: task } }, body: told }))

export const removePosting = async (task: number): Promise<void> =>
  accepted(await api.DELETE('/api/v1/tasks/{id}/posting', { params: { path: { id: task } } }))

/** The proof of deposit: a PDF or a photo. */
export async function keepProof(task: number, file: File): Promise<void> {
  await sendFile('PUT', proofAddress(task), file)
}

export const proofAddress = (task: number): string => `/api/v1/tasks/${task}/posting/proof`
export const postedLetterAddress = (task: number): string => `/api/v1/tasks/${task}/posting/letter.pdf`
