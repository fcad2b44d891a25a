import { useInfiniteQuery } from '@tanstack/react-query'
import { useSession } from '../app/session.ts'
import { asMoney } from '../app/wire.ts'
import { type ItemPage, itemsQuery, type OpenItem } from './api.ts'
import { type InvoiceListSearch, itemQueryOf } from './list-search.ts'

/** The list an address asks for: its rows so far, and the count and total of the whole of it. */
export function useItemList(search: InvoiceListSearch, asked: { isOn?: boolean; withInterest?: boolean } = {}) {
  const { isOn = true, withInterest = false } = asked
  const me = useSession().person.id
  const query = itemQueryOf(search, me)
  const list = useInfiniteQuery({ ...itemsQuery(query, withInterest), enabled: isOn })
  const pages = list.data?.pages
  const [first] = pages ?? []
  return {
    query,
    list,
    rows: pages?.flatMap((page) => page.rows) ?? ([] as readonly OpenItem[]),
    whole: first as Omit<ItemPage, 'rows'> | undefined,
    total: first?.total.map(asMoney) ?? [],
  }
}
