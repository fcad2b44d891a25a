import { queryOptions } from '@tanstack/react-query'
import { accepted, answered, api } from '../app/api.ts'
import type { paths } from '../app/generated/api.d.ts'

export type FirstAccount = paths['/api/v1/welcome']['post']['requestBody']['content']['application/json']
export type OpenSession = paths['/api/v1/sessions']['get']['responses'][200]['content']['application/json'][number]

/** Whether this installation still waits for its first account. */
export const welcomeQuery = queryOptions({
  queryKey: ['welcome'],
  queryFn: async ({ signal }) => answered(await api.GET('/api/v1/welcome', { signal })),
})

export const createFirstAccount = async (account: FirstAccount) =>
  answered(await api.POST('/api/v1/welcome', { body: account }))

export const signIn = async (credentials: { email: string; password: string }) =>
  answered(await api.POST('/api/v1/session', { body: credentials }))

/** The other sessions of the account are closed. */
export const changeOwnPassword = async (passwords: { current: string; password: string }): Promise<void> =>
  accepted(await api.PUT('/api/v1/session/password', { body: passwords }))

export const sessionsQuery = queryOptions({
  queryKey: ['sessions'],
  queryFn: async ({ signal }) => answered(await api.GET('/api/v1/sessions', { signal })),
})

export const revokeSession = async (id: string): Promise<void> =>
  accepted(await api.DELETE('/api/v1/sessions/{id}', { params: { path: { id } } }))

export const chooseOrganization = async (organizationId: number): Promise<void> =>
  accepted(await api.PUT('/api/v1/session/organization', { body: { organizationId } }))

/** Makes the example company, or finds the one that is there, and works in it. */
export const startDemo = async () => answered(await api.POST('/api/v1/demo'))

export const removeDemo = async (): Promise<void> => accepted(await api.DELETE('/api/v1/demo'))
