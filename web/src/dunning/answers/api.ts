import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { accepted, answered, api } from '../../app/api.ts'
import type { components } from '../../app/generated/api.d.ts'

export type AnswerRow = components['schemas']['AnswerRow']
export type Answer = components['schemas']['Answer']
export type AnswerClass = AnswerRow['class']
export type AnswerRules = components['schemas']['AnswerRules']
export type Mailbox = components['schemas']['Mailbox']
export type AnswerView = 'unread' | 'toSort' | 'all'

const pageSize = 50

/** Messages that came back, latest first, page after page. */
export const answersQuery = (view: AnswerView) =>
  infiniteQueryOptions({
    queryKey: ['answers', 'list', view],
    queryFn: async ({ pageParam, signal }) => {
      const query = { view, limit: pageSize, ...(pageParam !== undefined && { before: pageParam }) }
      return answered(await api.GET('/api/v1/answers', { params: { query }, signal }))
    },
    initialPageParam: undefined as number | undefined,
    getNextPageParam: ({ answers }) => (answers.length < pageSize ? undefined : answers.at(-1)?.id),
    placeholderData: keepPreviousData,
    refetchInterval: 60_000,
  })

/** How many wait: to be read, to be given to a customer. */
export const answerCountsQuery = queryOptions({
  queryKey: ['answers', 'counts'],
  queryFn: async ({ signal }) => answered(await api.GET('/api/v1/answer-counts', { signal })),
  refetchInterval: 60_000,
})

export const answerQuery = (id: number) =>
  queryOptions({
    queryKey: ['answers', 'one', id],
    queryFn: async ({ signal }) =>
      answered(await api.GET('/api/v1/answers/{id}', { params: { path: { id } }, signal })),
    placeholderData: () => undefined, // never one person's words under another's name
  })

export const customerAnswersQuery = (customer: number) =>
  queryOptions({
    queryKey: ['answers', 'customer', customer],
    queryFn: async ({ signal }) =>
      answered(await api.GET('/api/v1/customers/{id}/answers', { params: { path: { id: customer } }, signal })).answers,
  })

export const setRead = async (id: number, isRead: boolean): Promise<void> =>
  accepted(await api.PUT('/api/v1/answers/{id}/reading', { params: { path: { id } }, body: { isRead } }))

export const setDismissed = async (id: number, isDismissed: boolean): Promise<void> =>
  accepted(await api.PUT('/api/v1/answers/{id}/dismissal', { params: { path: { id } }, body: { isDismissed } }))

/** Answers what to give `takeBackAnswer` to undo it. */
export const giveToCustomer = async (id: number, body: { customerId: number; addsAddress: boolean }) =>
  answered(await api.PUT('/api/v1/answers/{id}/customer', { params: { path: { id } }, body }))

export const takeBackAnswer = async (id: number, body: { contact: number | null; closed: string[] }): Promise<void> =>
  accepted(await api.PUT('/api/v1/answers/{id}/customer/end', { params: { path: { id } }, body }))

export const fileAddress = (id: number, position: number): string => `/api/v1/answers/${id}/files/${position}`
export const sourceAddress = (id: number): string => `/api/v1/answers/${id}/source`

/** The customer says it is paid: what to give `endPaymentSearch` to take it back, and until when reminders wait. */
export const searchPayment = async (id: number) =>
  answered(await api.POST('/api/v1/answers/{id}/payment-search', { params: { path: { id } } }))

export const endPaymentSearch = async (id: number, body: { task: number | null; items: number[] }): Promise<void> =>
  accepted(await api.PUT('/api/v1/answers/{id}/payment-search/end', { params: { path: { id } }, body }))

export const answerRulesQuery = queryOptions({
  queryKey: ['answers', 'rules'],
  queryFn: async ({ signal }) => answered(await api.GET('/api/v1/answer-rules', { signal })),
})

export const changeAnswerRules = async (body: AnswerRules): Promise<AnswerRules> =>
  answered(await api.PUT('/api/v1/answer-rules', { body }))

export const mailboxQuery = (firm: number) =>
  queryOptions({
    queryKey: ['answers', 'mailbox', firm],
    queryFn: async ({ signal }) =>
      answered(await api.GET('/api/v1/legal-entities/{id}/mailbox', { params: { path: { id: firm } }, signal }))
        .mailbox,
  })

export interface MailboxAsked {
  readonly isOn: boolean
  readonly host: string
  readonly port: number
  readonly security: Mailbox['security']
  readonly username: string
  /** Absent: the one that is stored. */
  readonly password?: string
  readonly folder: string
  readonly movesTo: string | null
}

export const setMailbox = async (firm: number, body: MailboxAsked): Promise<unknown> =>
  answered(await api.PUT('/api/v1/legal-entities/{id}/mailbox', { params: { path: { id: firm } }, body }))

export const removeMailbox = async (firm: number): Promise<void> =>
  accepted(await api.DELETE('/api/v1/legal-entities/{id}/mailbox', { params: { path: { id: firm } } }))

export const testMailbox = async (firm: number, body: MailboxAsked) =>
  answered(await api.POST('/api/v1/legal-entities/{id}/mailbox/test', { params: { path: { id: firm } }, body }))
