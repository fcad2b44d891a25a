import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { accepted, answered, api } from '../app/api.ts'
import type { components, paths } from '../app/generated/api.d.ts'

export type Person = components['schemas']['Person']
export type Role = Person['role']
export type Organization = components['schemas']['Organization']
export type LegalEntity = components['schemas']['LegalEntity']
export type NewPerson = paths['/api/v1/people']['post']['requestBody']['content']['application/json']
export type PersonChange = paths['/api/v1/people/{id}']['patch']['requestBody']['content']['application/json']
export type FirmChange = paths['/api/v1/legal-entities/{id}']['patch']['requestBody']['content']['application/json']
export type RulesChange = paths['/api/v1/organization']['patch']['requestBody']['content']['application/json']
export type SmtpAsked = paths['/api/v1/legal-entities/{id}/smtp']['put']['requestBody']['content']['application/json']
export type SmtpTest =
  paths['/api/v1/legal-entities/{id}/smtp/test']['post']['responses'][200]['content']['application/json']
export type JournalLine = paths['/api/v1/journal']['get']['responses'][200]['content']['application/json'][number]

export const peopleQuery = queryOptions({
  queryKey: ['people'],
  queryFn: async ({ signal }) => answered(await api.GET('/api/v1/people', { signal })),
})

export const addPerson = async (person: NewPerson) => answered(await api.POST('/api/v1/people', { body: person }))

export const changePerson = async (id: number, change: PersonChange) =>
  answered(await api.PATCH('/api/v1/people/{id}', { params: { path: { id } }, body: change }))

export const legalEntitiesQuery = queryOptions({
  queryKey: ['legal-entities'],
  queryFn: async ({ signal }) => answered(await api.GET('/api/v1/legal-entities', { signal })),
})

export const addLegalEntity = async (name: string) =>
  answered(await api.POST('/api/v1/legal-entities', { body: { name } }))

export const changeLegalEntity = async (id: number, change: FirmChange) =>
  answered(await api.PATCH('/api/v1/legal-entities/{id}', { params: { path: { id } }, body: change }))

export const changeRules = async (change: RulesChange) =>
  answered(await api.PATCH('/api/v1/organization', { body: change }))

export const markChecklist = async (marks: { scenario?: boolean; closed?: boolean }): Promise<void> =>
  accepted(await api.PATCH('/api/v1/organization/checklist', { body: marks }))

export const setSmtp = async (id: number, asked: SmtpAsked) =>
  answered(await api.PUT('/api/v1/legal-entities/{id}/smtp', { params: { path: { id } }, body: asked }))

export const removeSmtp = async (id: number): Promise<void> =>
  accepted(await api.DELETE('/api/v1/legal-entities/{id}/smtp', { params: { path: { id } } }))

/** Connects, signs in and sends with these settings, kept or not; a server that refuses is an answer, not an error. */
export const testSmtp = async (id: number, asked: SmtpAsked & { sendTo: string }): Promise<SmtpTest> =>
  answered(await api.POST('/api/v1/legal-entities/{id}/smtp/test', { params: { path: { id } }, body: asked }))

const journalPage = 50

/** Who did what, latest first, page after page. */
export const journalQuery = infiniteQueryOptions({
  queryKey: ['journal'],
  queryFn: async ({ pageParam, signal }) => {
    const query = { limit: journalPage, ...(pageParam !== undefined && { before: pageParam }) }
    return answered(await api.GET('/api/v1/journal', { params: { query }, signal }))
  },
  initialPageParam: undefined as number | undefined,
  getNextPageParam: (page) => (page.length < journalPage ? undefined : page.at(-1)?.id),
  placeholderData: () => undefined,
})
