import { useInfiniteQuery } from '@tanstack/react-query'
import { useSession } from '../app/session.ts'
import { type CustomerPage, type CustomerRow, customersQuery } from './api.ts'
import { type CustomerListSearch, customerQueryOf } from './list-search.ts'

/** The list an address asks for: its rows so far, and the count, totals and views of the whole of it. */
export function useCustomerList(search: CustomerListSearch) {
  const me = useSession().person.id
  const query = customerQueryOf(search, me)
  const list = useInfiniteQuery(customersQuery(query))
  const pages = list.data?.pages
  return {
    query,
    list,
    rows: pages?.flatMap((page) => page.rows) ?? ([] as readonly CustomerRow[]),
    whole: pages?.[0] as Omit<CustomerPage, 'rows'> | undefined,
  }
}
