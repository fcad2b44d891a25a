import { infiniteQueryOptions, keepPreviousData, type QueryClient, queryOptions } from '@tanstack/react-query'
import { allRows } from '../app/all-rows.ts'
import { accepted, answered, api } from '../app/api.ts'
import type { components, paths } from '../app/generated/api.d.ts'
import type { CustomerQuery } from './list-search.ts'

export type Customer = components['schemas']['Customer']
export type CustomerRow = components['schemas']['CustomerRow']
export type Contact = components['schemas']['Contact']
export type HistoryEntry = components['schemas']['HistoryEntry']
export type RemindersReceived = components['schemas']['RemindersReceived']
export type CustomerPage = paths['/api/v1/customers']['get']['responses'][200]['content']['application/json']
export type NewCustomer = paths['/api/v1/customers']['post']['requestBody']['content']['application/json']
export type CustomerChange = paths['/api/v1/customers/{id}']['patch']['requestBody']['content']['application/json']
export type ContactWords =
  paths['/api/v1/customers/{id}/contacts']['post']['requestBody']['content']['application/json']
export type Exchange = paths['/api/v1/customers/{id}/exchanges']['post']['requestBody']['content']['application/json']
export type Pause = paths['/api/v1/customers/{id}/pause']['put']['requestBody']['content']['application/json']

/** Customers by view and filters, page after page. */
export const customersQuery = (query: CustomerQuery) =>
  infiniteQueryOptions({
    queryKey: ['customers', 'list', query],
    queryFn: ({ pageParam, signal }) => pageOfCustomers(query, { cursor: pageParam, limit: 60 }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  })

async function pageOfCustomers(
  query: CustomerQuery,
  page: { readonly cursor: string | undefined; readonly limit: number },
  signal?: AbortSignal,
): Promise<CustomerPage> {
  const { cursor, limit } = page
  const asked = { ...query, limit, ...(cursor !== undefined && { cursor }) }
  return answered(await api.GET('/api/v1/customers', { params: { query: asked }, ...(signal && { signal }) }))
}

const mostSelected = 500 // each is changed by a request of its own

/** Every customer of a list, for Ctrl A; `isAll` is false when there are more than can be acted on at once. */
export const allCustomers = (query: CustomerQuery) =>
  allRows((cursor) => pageOfCustomers(query, { cursor, limit: 200 }), mostSelected)

const keyOf = (id: number) => ['customers', 'one', id] as const

/** Everything to say on the phone about one customer. */
export const customerQuery = (id: number) =>
  queryOptions({
    queryKey: keyOf(id),
    queryFn: async ({ signal }) =>
      answered(await api.GET('/api/v1/customers/{id}', { params: { path: { id } }, signal })),
    placeholderData: () => undefined, // never the customer before, under this one's name
  })

/** The reminders a customer received, or those about one invoice; how many by each way, and the list behind it. */
export const remindersReceivedQuery = ({ customer, invoice }: { customer: number; invoice: number | undefined }) =>
  queryOptions({
    queryKey: ['customers', 'received', customer, invoice ?? null],
    queryFn: async ({ signal }) =>
      answered(
        await api.GET('/api/v1/customers/{id}/reminders-received', {
          params: { path: { id: customer }, query: invoice === undefined ? {} : { invoice } },
          signal,
        }),
      ),
  })

/** What happened with a customer, latest first, planned steps on top. */
export const customerHistoryQuery = (id: number) =>
  queryOptions({
    queryKey: ['customers', 'history', id],
    queryFn: async ({ signal }) =>
      answered(await api.GET('/api/v1/customers/{id}/history', { params: { path: { id } }, signal })),
    placeholderData: () => undefined,
  })

/** The customers whose name begins like the text, for a field that chooses one. */
export async function findCustomers(text: string, signal: AbortSignal): Promise<readonly CustomerRow[]> {
  const query = { sort: 'name' as const, direction: 'asc' as const, limit: 12, ...(text !== '' && { q: text }) }
  return answered(await api.GET('/api/v1/customers', { params: { query }, signal })).rows
}

export const addCustomer = async (customer: NewCustomer): Promise<Customer> =>
  answered(await api.POST('/api/v1/customers', { body: customer }))

export const changeCustomer = async (id: number, change: CustomerChange): Promise<Customer> =>
  answered(await api.PATCH('/api/v1/customers/{id}', { params: { path: { id } }, body: change }))

export const pauseCustomer = async (id: number, pause: Pause): Promise<void> =>
  accepted(await api.PUT('/api/v1/customers/{id}/pause', { params: { path: { id } }, body: pause }))

export const resumeCustomer = async (id: number): Promise<void> =>
  accepted(await api.DELETE('/api/v1/customers/{id}/pause', { params: { path: { id } } }))

export const addIban = async (customer: number, iban: string): Promise<void> =>
  accepted(await api.POST('/api/v1/customers/{id}/ibans', { params: { path: { id: customer } }, body: { iban } }))

export const removeIban = async (id: number): Promise<void> =>
  accepted(await api.DELETE('/api/v1/customer-ibans/{id}', { params: { path: { id } } }))

export const addContact = async (customer: number, words: ContactWords): Promise<Contact> =>
  answered(await api.POST('/api/v1/customers/{id}/contacts', { params: { path: { id: customer } }, body: words }))

export const changeContact = async (id: number, words: ContactWords): Promise<Contact> =>
  answered(await api.PATCH('/api/v1/contacts/{id}', { params: { path: { id } }, body: words }))

export const removeContact = async (id: number): Promise<void> =>
  accepted(await api.DELETE('/api/v1/contacts/{id}', { params: { path: { id } } }))

/** Notes something said or written; the id of the entry. */
export const addExchange = async (customer: number, exchange: Exchange): Promise<number> =>
  answered(await api.POST('/api/v1/customers/{id}/exchanges', { params: { path: { id: customer } }, body: exchange }))
    .id

/** The customer on screen changed at once, before the server has answered. */
export function showCustomerAs(client: QueryClient, id: number, change: Partial<Customer>): void {
  client.setQueryData<Customer>(keyOf(id), (customer) => customer && { ...customer, ...change })
}

/** Codes of the languages customers are written to, beyond French and English. */
export const languagesQuery = queryOptions({
  queryKey: ['templates', 'languages'],
  queryFn: async ({ signal }) =>
    answered(await api.GET('/api/v1/message-languages', { signal })).map(({ code }) => code),
})
