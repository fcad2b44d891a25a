import {
  type InfiniteData,
  infiniteQueryOptions,
  keepPreviousData,
  type QueryClient,
  queryOptions,
} from '@tanstack/react-query'
import { allRows } from '../app/all-rows.ts'
import { accepted, answered, api, refusalOf, sendFile } from '../app/api.ts'
import type { components, paths } from '../app/generated/api.d.ts'
import type { InvoiceBody } from './invoice-draft.ts'
import type { ItemQuery } from './list-search.ts'

export type OpenItem = components['schemas']['OpenItemRow']
export type Invoice = components['schemas']['Invoice']
export type HistoryEntry = components['schemas']['HistoryEntry']
export type ItemPage = paths['/api/v1/open-items']['get']['responses'][200]['content']['application/json']
export type ItemsAct = paths['/api/v1/open-items/actions']['post']['requestBody']['content']['application/json']['act']
/** A day, or until somebody says otherwise. */
export type Until = ItemsAct extends infer Act ? (Act extends { until: infer Day } ? Day : never) : never

const mostSelected = 5000 // what POST /api/v1/open-items/actions takes at once

/** Due lines by view and filters, page after page. */
export const itemsQuery = (query: ItemQuery, withInterest = false) =>
  infiniteQueryOptions({
    queryKey: ['invoices', 'list', query, withInterest],
    queryFn: async ({ pageParam, signal }) =>
      pageOfItems(
        { ...query, ...(withInterest && { with: 'lateInterest' }) },
        { cursor: pageParam, limit: 60 },
        signal,
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  })

/** How many are in each saved view: asked apart, so that no list waits for it. */
export const viewsQuery = queryOptions({
  queryKey: ['invoices', 'views'],
  queryFn: async ({ signal }) => answered(await api.GET('/api/v1/open-items/views', { signal })),
  placeholderData: keepPreviousData,
})

/** It is owed although its source no longer states it. */
export const noteStillOwed = async (id: number): Promise<void> =>
  accepted(await api.DELETE('/api/v1/invoices/{id}/missing', { params: { path: { id } } }))

/** Missing again, as before. */
export const missAgain = async (id: number, { since, file }: NonNullable<Invoice['missing']>): Promise<void> =>
  accepted(
    await api.PUT('/api/v1/invoices/{id}/missing', { params: { path: { id } }, body: { since, fileId: file.id } }),
  )

/** How many due lines of a customer a newer full export no longer has. */
export const missingOfCustomerQuery = (customer: number) =>
  queryOptions({
    queryKey: ['invoices', 'missing', customer],
    queryFn: async ({ signal }) =>
      (
        await pageOfItems(
          { view: 'missing', customer, sort: 'dueDate', direction: 'asc' },
          { cursor: undefined, limit: 1 },
          signal,
        )
      ).count,
  })

async function pageOfItems(
  query: ItemQuery & { readonly with?: 'lateInterest' },
  page: { readonly cursor: string | undefined; readonly limit: number },
  signal?: AbortSignal,
): Promise<ItemPage> {
  const { cursor, limit } = page
  const asked = { ...query, limit, ...(cursor !== undefined && { cursor }) }
  return answered(await api.GET('/api/v1/open-items', { params: { query: asked }, ...(signal && { signal }) }))
}

/** Every row of a list, for Ctrl A; `isAll` is false when there are more than can be acted on at once. */
export const allItems = (query: ItemQuery) =>
  allRows((cursor) => pageOfItems(query, { cursor, limit: 200 }), mostSelected)

/** One invoice with its due lines, its history and why nothing, or what, leaves. */
export const invoiceQuery = (id: number) =>
  queryOptions({
    queryKey: ['invoices', 'one', id],
    queryFn: async ({ signal }) =>
      answered(await api.GET('/api/v1/invoices/{id}', { params: { path: { id } }, signal })),
    placeholderData: () => undefined, // never the invoice before, under this one's number
  })

/** Who can be given a task or a customer. */
export const assigneesQuery = queryOptions({
  queryKey: ['assignees'],
  queryFn: async ({ signal }) => answered(await api.GET('/api/v1/assignees', { signal })),
  staleTime: 5 * 60_000,
})

/** The same act on several due lines; answers the tasks it planned. */
export async function actOnItems(items: readonly number[], act: ItemsAct): Promise<readonly number[]> {
  return answered(await api.POST('/api/v1/open-items/actions', { body: { items: [...items], act } })).tasks
}

/** The pauses these due lines had, each to its day and with its note. */
export async function pauseAgain(items: readonly Invoice['items'][number][]): Promise<void> {
  for (const { id, pause } of items) {
    if (pause) await actOnItems([id], { kind: 'pause', ...pause })
  }
}

/** Tasks planned by mistake: all are dropped, also when somebody was quicker with one of them. */
export async function dropTasks(ids: readonly number[]): Promise<void> {
  const answers = []
  for (const id of ids) {
    const body = { outcome: 'dropped', note: null } as const
    answers.push(await api.PUT('/api/v1/tasks/{id}/outcome', { params: { path: { id } }, body }))
  }
  for (const answer of answers) answered(answer)
}

/** The customers of these due lines back in the hands they were in; those that were in nobody's too. */
export async function giveBack(items: readonly OpenItem[]): Promise<void> {
  const before = new Map(items.map(({ customer, owner }) => [customer.id, owner?.id ?? null]))
  for (const [id, collectorId] of before) {
    answered(await api.PATCH('/api/v1/customers/{id}', { params: { path: { id } }, body: { collectorId } }))
  }
}

/** A note on the invoice, kept in the customer's history. */
export async function addNote(invoice: { customerId: number; invoiceId: number; text: string }): Promise<void> {
  answered(
    await api.POST('/api/v1/customers/{id}/exchanges', {
      params: { path: { id: invoice.customerId } },
      body: { kind: 'note', summary: invoice.text, invoiceId: invoice.invoiceId },
    }),
  )
}

/**
 * One message a customer, prepared for approval with the chosen due lines: nothing leaves. How many were prepared, and
 * the refusal of the first customer that could not be written to.
 */
export async function prepareReminders(
  items: readonly Pick<OpenItem, 'id' | 'customer'>[],
): Promise<{ prepared: number; refusals: readonly { customer: string; message: string }[] }> {
  const customers = new Map(items.map(({ customer }) => [customer.id, customer.name]))
  let prepared = 0
  const refusals: { customer: string; message: string }[] = []
  for (const [id, name] of customers) {
    const theirs = items.filter(({ customer }) => customer.id === id).map((item) => item.id)
    const answer = await api.POST('/api/v1/customers/{id}/reminders', {
      params: { path: { id } },
      body: { items: theirs },
    })
    if (answer.response.ok) prepared += 1
    else refusals.push({ customer: name, message: refusalOf(answer).message })
  }
  return { prepared, refusals }
}

/** The document of an invoice, in place of the one before. */
export async function attachFile(invoiceId: number, file: File): Promise<void> {
  await sendFile('PUT', fileAddress(invoiceId), file)
}

/** The whole list as a file, in the server's words. */
export function exportAddress(query: ItemQuery): string {
  const asked = Object.entries(query).map(([name, value]): [string, string] => [name, String(value)])
  return `/api/v1/open-items/export.csv?${new URLSearchParams(asked)}`
}

export const fileAddress = (invoiceId: number): string => `/api/v1/invoices/${invoiceId}/file`

/** Rows changed at once in every list on screen, before the server has answered. */
export function showItemsAs(client: QueryClient, ids: ReadonlySet<number>, change: Partial<OpenItem>): void {
  client.setQueriesData<InfiniteData<ItemPage, string | undefined>>(
    { queryKey: ['invoices', 'list'] },
    (list) =>
      list && {
        ...list,
        pages: list.pages.map((page) => ({
          ...page,
          rows: page.rows.map((row) => (ids.has(row.id) ? { ...row, ...change } : row)),
        })),
      },
  )
}

/** Enters an invoice by hand; the id, to open it. */
export const addInvoice = async (body: InvoiceBody): Promise<number> =>
  answered(await api.POST('/api/v1/invoices', { body })).id
