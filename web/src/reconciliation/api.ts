import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { accepted, answered, api, sendForm } from '../app/api.ts'
import type { components, paths } from '../app/generated/api.d.ts'

export type BankAccount = components['schemas']['BankAccountRow']
export type BankStatement = components['schemas']['BankStatementRow']
export type BankLineRow = components['schemas']['BankLineRow']
export type BankLine = components['schemas']['BankLine']
export type Proposal = components['schemas']['BankProposal']
export type MatchBody = paths['/api/v1/bank-lines/{id}/match']['post']['requestBody']['content']['application/json']
export type Brought = paths['/api/v1/bank-statements']['post']['responses'][200]['content']['application/json']
export type AccountChange = paths['/api/v1/bank-accounts/{id}']['patch']['requestBody']['content']['application/json']

export const bankViews = ['toMatch', 'matched', 'notACustomer'] as const
export type BankView = (typeof bankViews)[number]

export interface BankQuery {
  readonly view: BankView
  readonly account?: number
  readonly q?: string
}

/** Lines of a view, page after page, with the counts of all three views. */
export const bankLinesQuery = (query: BankQuery) =>
  infiniteQueryOptions({
    queryKey: ['bank', 'lines', query],
    queryFn: async ({ pageParam, signal }) => {
      const asked = { ...query, ...(pageParam !== undefined && { cursor: pageParam }) }
      return answered(await api.GET('/api/v1/bank-lines', { params: { query: asked }, signal }))
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  })

/** One line with its proposals. */
export const bankLineQuery = (id: number) =>
  queryOptions({
    queryKey: ['bank', 'line', id],
    queryFn: async ({ signal }) =>
      answered(await api.GET('/api/v1/bank-lines/{id}', { params: { path: { id } }, signal })),
    placeholderData: () => undefined, // never the proposals of another line
  })

export const bankAccountsQuery = queryOptions({
  queryKey: ['bank', 'accounts'],
  queryFn: async ({ signal }) => answered(await api.GET('/api/v1/bank-accounts', { signal })),
})

export const bankStatementsQuery = queryOptions({
  queryKey: ['bank', 'statements'],
  queryFn: async ({ signal }) =>
    answered(await api.GET('/api/v1/bank-statements', { params: { query: { limit: 20 } }, signal })).rows,
})

export const bankRulesQuery = queryOptions({
  queryKey: ['bank', 'rules'],
  queryFn: async ({ signal }) => answered(await api.GET('/api/v1/bank-rules', { signal })).rows,
})

export const matchLine = async (id: number, body: MatchBody) =>
  answered(await api.POST('/api/v1/bank-lines/{id}/match', { params: { path: { id } }, body }))

/** Every almost certain proposal at once, of one account or of all. */
export const matchCertainLines = async (account: number | undefined) =>
  answered(await api.POST('/api/v1/bank-lines/certain', { body: account === undefined ? {} : { account } }))

export const undoMatch = async (id: number) =>
  answered(await api.POST('/api/v1/bank-lines/{id}/undo', { params: { path: { id } } }))

export const changeAccount = async (id: number, body: AccountChange): Promise<BankAccount> =>
  answered(await api.PATCH('/api/v1/bank-accounts/{id}', { params: { path: { id } }, body }))

export const removeRule = async (id: number): Promise<void> =>
  accepted(await api.DELETE('/api/v1/bank-rules/{id}', { params: { path: { id } } }))

export const statementColumnsQuery = queryOptions({
  queryKey: ['bank', 'columns'],
  queryFn: async ({ signal }) => answered(await api.GET('/api/v1/statement-columns', { signal })).rows,
})

export const removeStatementColumns = async (id: number): Promise<void> =>
  accepted(await api.DELETE('/api/v1/statement-columns/{id}', { params: { path: { id } } }))

export const setMatchesByItself = async (matchesByItself: boolean) =>
  answered(await api.PUT('/api/v1/bank-matching', { body: { matchesByItself } }))

/** What a person says of a file that does not say it: whose account it is of, and what each column of a list holds. */
export interface SaidOfFile {
  readonly account?: number | undefined
  readonly columns?: readonly (string | null)[] | undefined
}

/** Sends one statement, or a ZIP of them. */
export async function bringStatement(file: File, { account, columns }: SaidOfFile): Promise<Brought> {
  const form = new FormData()
  form.append('file', file, file.name)
  const said = new URLSearchParams({
    ...(account !== undefined && { account: String(account) }),
    ...(columns && { columns: columns.map((column) => column ?? '').join(',') }),
  })
  return (await sendForm('POST', `/api/v1/bank-statements?${said}`, form)) as Brought
}
