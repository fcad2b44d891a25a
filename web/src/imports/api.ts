import { type QueryClient, queryOptions } from '@tanstack/react-query'
import { accepted, answered, api, sendForm } from '../app/api.ts'
import type { components, paths } from '../app/generated/api.d.ts'

export type Import = components['schemas']['Import']
export type Column = Import['columns'][number]
export type Refusal = Import['refusals'][number]
export type ImportRow = paths['/api/v1/imports']['get']['responses'][200]['content']['application/json'][number]
export type ReadingChange = paths['/api/v1/imports/{id}/mapping']['put']['requestBody']['content']['application/json']
export type Wishes = paths['/api/v1/imports/{id}/application']['post']['requestBody']['content']['application/json']

/** While the server reads or writes, its progress is asked for this often. */
const watchMillis = 700

/** A file that waits may go in without anybody here: a colleague, or the program that sent it. */
const waitingMillis = 3000

const howOften = (files: readonly Pick<Import, 'state'>[]): number | false =>
  files.some(({ state }) => isUnderWay(state))
    ? watchMillis
    : files.some(({ state }) => state === 'checked') && waitingMillis

const isUnderWay = (state: Import['state'] | undefined): boolean => state === 'checking' || state === 'importing'

export const importsQuery = queryOptions({
  queryKey: ['imports', 'list'],
  queryFn: async ({ signal }) => answered(await api.GET('/api/v1/imports', { signal })),
  refetchInterval: ({ state }) => howOften(state.data ?? []),
})

const keyOf = (id: number) => ['imports', 'one', id] as const

/** One file, watched while the server works on it. */
export const importQuery = (id: number) =>
  queryOptions({
    queryKey: keyOf(id),
    queryFn: async ({ signal }) =>
      answered(await api.GET('/api/v1/imports/{id}', { params: { path: { id } }, signal })),
    refetchInterval: ({ state }) => (isUnderWay(state.data?.state) ? watchMillis : false),
    placeholderData: () => undefined, // never another file's columns
  })

/** Sends a file, or many that are one import, to be read and checked; answers its number. */
export async function uploadFiles(files: readonly File[], folder?: string): Promise<number> {
  const form = new FormData()
  // Before the files: the server reads the form as it comes.
  if (folder) form.append('folder', folder)
  for (const file of files) form.append('file', file, file.name)
  return ((await sendForm('POST', '/api/v1/imports', form)) as { id: number }).id
}

/** Says how the file is to be read; it is checked again. */
export const changeReading = async (id: number, change: ReadingChange): Promise<void> =>
  accepted(await api.PUT('/api/v1/imports/{id}/mapping', { params: { path: { id } }, body: change }))

/** Shows a file as it will be, before the server has answered. */
export function showImport(client: QueryClient, id: number, become: (file: Import) => Import): void {
  client.setQueryData(importQuery(id).queryKey, (file) => file && become(file))
}

export const correctRow = async (id: number, correction: { line: number; field: string; value: string }) =>
  answered(await api.PUT('/api/v1/imports/{id}/corrections', { params: { path: { id } }, body: correction }))

export const applyImport = async (id: number, wishes: Wishes): Promise<void> =>
  accepted(await api.POST('/api/v1/imports/{id}/application', { params: { path: { id } }, body: wishes }))

export const undoImport = async (id: number): Promise<void> =>
  accepted(await api.DELETE('/api/v1/imports/{id}/application', { params: { path: { id } } }))

export const removeImport = async (id: number): Promise<void> =>
  accepted(await api.DELETE('/api/v1/imports/{id}', { params: { path: { id } } }))

export const refusedRowsAddress = (id: number): string => `/api/v1/imports/${id}/refused.csv`
export const modelFileAddress = '/api/v1/imports/model.csv'

/** Asked anew when rows were corrected. */
export const vanishedQuery = (id: number, revision: string) =>
  queryOptions({
    queryKey: ['imports', 'vanished', id, revision],
    queryFn: async ({ signal }) =>
      answered(await api.GET('/api/v1/imports/{id}/vanished', { params: { path: { id } }, signal })),
  })

type Balances = paths['/api/v1/imports/{id}/balances']['get']['responses'][200]['content']['application/json']
export type Balance = Balances['balances'][number]

/** Asked anew once the file has moved on: then they are those of Quittance today. */
export const ledgerBalancesQuery = (id: number, revision: string) =>
  queryOptions({
    queryKey: ['imports', 'balances', id, revision],
    queryFn: async ({ signal }) =>
      answered(await api.GET('/api/v1/imports/{id}/balances', { params: { path: { id } }, signal })),
  })
