import { queryOptions } from '@tanstack/react-query'
import { accepted, answered, api, sendFile } from '../../app/api.ts'
import type { components, paths } from '../../app/generated/api.d.ts'

export type CustomerLaw = components['schemas']['CustomerLaw']
export type InvoiceLaw = components['schemas']['InvoiceLaw']
export type FormalNotice = components['schemas']['FormalNotice']
export type HalfYearRate = components['schemas']['HalfYearRate']
export type Verdict = components['schemas']['LegalFileVerdict']
type Body<Path extends keyof paths> = paths[Path] extends {
  post: { requestBody: { content: { 'application/json': infer Given } } }
}
  ? Given
  : never
export type NewHandover = Body<'/api/v1/customers/{id}/handovers'>
export type NewInsolvency = Body<'/api/v1/customers/{id}/insolvencies'>
export type NewWriteOff = Body<'/api/v1/customers/{id}/write-offs'>
export type NewNotice = Body<'/api/v1/customers/{id}/formal-notices'>
export type NewLimitationAct = Body<'/api/v1/customers/{id}/limitation-acts'>
export type NewDecision = Body<'/api/v1/invoices/{id}/interest-decisions'>

const at = (id: number) => ({ params: { path: { id } } })

/** Late interest, notices, limitation, end of the road and legal files of a customer. */
export const customerLawQuery = (id: number) =>
  queryOptions({
    queryKey: ['law', 'customer', id],
    queryFn: async ({ signal }) => answered(await api.GET('/api/v1/customers/{id}/law', { ...at(id), signal })),
    placeholderData: () => undefined,
  })

export const invoiceLawQuery = (id: number) =>
  queryOptions({
    queryKey: ['law', 'invoice', id],
    queryFn: async ({ signal }) => answered(await api.GET('/api/v1/invoices/{id}/law', { ...at(id), signal })),
    placeholderData: () => undefined,
  })

export const rateTableQuery = queryOptions({
  queryKey: ['law', 'rates'],
  queryFn: async ({ signal }) => answered(await api.GET('/api/v1/late-interest-rates', { signal })),
})

export const decideInterest = async (invoice: number, body: NewDecision) =>
  answered(await api.POST('/api/v1/invoices/{id}/interest-decisions', { ...at(invoice), body }))
export const endDecision = async (id: number) =>
  accepted(await api.PUT('/api/v1/interest-decisions/{id}/end', { ...at(id), body: {} }))
export const resumeDecision = async (id: number) =>
  accepted(await api.DELETE('/api/v1/interest-decisions/{id}/end', at(id)))

export const handOver = async (customer: number, body: NewHandover) =>
  answered(await api.POST('/api/v1/customers/{id}/handovers', { ...at(customer), body })).id
export const endHandover = async (id: number) =>
  accepted(await api.PUT('/api/v1/handovers/{id}/end', { ...at(id), body: {} }))
export const resumeHandover = async (id: number) => accepted(await api.DELETE('/api/v1/handovers/{id}/end', at(id)))

export const recordInsolvency = async (customer: number, body: NewInsolvency) =>
  answered(await api.POST('/api/v1/customers/{id}/insolvencies', { ...at(customer), body })).id
export const changeInsolvency = async (id: number, body: { declaredOn: string | null }) =>
  accepted(await api.PATCH('/api/v1/insolvencies/{id}', { ...at(id), body }))
export const endInsolvency = async (id: number) =>
  accepted(await api.PUT('/api/v1/insolvencies/{id}/end', { ...at(id), body: {} }))
export const resumeInsolvency = async (id: number) =>
  accepted(await api.DELETE('/api/v1/insolvencies/{id}/end', at(id)))

export const writeOff = async (customer: number, body: NewWriteOff) =>
  answered(await api.POST('/api/v1/customers/{id}/write-offs', { ...at(customer), body })).ids
export const endWriteOff = async (id: number) =>
  accepted(await api.PUT('/api/v1/write-offs/{id}/end', { ...at(id), body: {} }))
export const resumeWriteOff = async (id: number) => accepted(await api.DELETE('/api/v1/write-offs/{id}/end', at(id)))

export const recordNotice = async (customer: number, body: NewNotice) =>
  answered(await api.POST('/api/v1/customers/{id}/formal-notices', { ...at(customer), body })).id
export const endNotice = async (id: number) =>
  accepted(await api.PUT('/api/v1/formal-notices/{id}/end', { ...at(id), body: {} }))
export const resumeNotice = async (id: number) => accepted(await api.DELETE('/api/v1/formal-notices/{id}/end', at(id)))
export const proofAddress = (id: number): string => `/api/v1/formal-notices/${id}/proof`

export const attachProof = async (id: number, file: File): Promise<void> => {
  await sendFile('PUT', proofAddress(id), file)
}

export const recordLimitationAct = async (customer: number, body: NewLimitationAct) =>
  answered(await api.POST('/api/v1/customers/{id}/limitation-acts', { ...at(customer), body })).id
export const endLimitationAct = async (id: number) =>
  accepted(await api.PUT('/api/v1/limitation-acts/{id}/end', { ...at(id), body: {} }))

export const makeLegalFile = async (customer: number) =>
  answered(await api.POST('/api/v1/customers/{id}/legal-files', at(customer)))
export const legalFileAddress = (id: number): string => `/api/v1/legal-files/${id}`
export async function verifyLegalFile(file: File): Promise<Verdict> {
  return (await sendFile('POST', '/api/v1/legal-files/verification', file)) as Verdict
}

export const agreeRate = async (customer: number, rate: number | null) =>
  accepted(await api.PUT('/api/v1/customers/{id}/late-interest-rate', { ...at(customer), body: { rate, note: null } }))

export const enterRate = async (
  halfYear: string,
  body: { mainRefinancing: number; legal: number; source: string; readOn: string },
) => accepted(await api.PUT('/api/v1/late-interest-rates/{halfYear}', { params: { path: { halfYear } }, body }))
export const forgetRate = async (halfYear: string) =>
  accepted(await api.DELETE('/api/v1/late-interest-rates/{halfYear}', { params: { path: { halfYear } } }))
export const confirmRate = async (firm: number, halfYear: string | null) =>
  accepted(await api.PUT('/api/v1/legal-entities/{id}/rate-confirmation', { ...at(firm), body: { halfYear } }))
