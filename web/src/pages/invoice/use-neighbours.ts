import { useEffect, useRef } from 'react'
import type { InvoiceListSearch } from '../../invoices/list-search.ts'
import { useItemList } from '../../invoices/use-item-list.ts'

export interface Neighbours {
  /** From 1, in the list one came from. */
  readonly position: number
  readonly count: number
  readonly previous: number | undefined
  readonly next: number | undefined
}

/**
 * The invoices before and after this one in the list one came from; undefined for whoever came from elsewhere. A
 * payment may take the invoice out of that list: its place is kept until the page is left.
 */
export function useNeighbours(invoiceId: number, search: InvoiceListSearch): Neighbours | undefined {
  const { list, rows, whole } = useItemList(search, { isOn: search.vue !== undefined })
  const ids = rows.map((row) => row.invoiceId)
  const first = ids.indexOf(invoiceId)
  const isNearEnd = first >= 0 && first > rows.length - 5
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list
  useEffect(() => {
    if (isNearEnd && hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [isNearEnd, hasNextPage, isFetchingNextPage, fetchNextPage])

  const found = first < 0 || !whole ? undefined : neighboursAt(ids, first, whole.count)
  const kept = useRef<{ readonly of: number; readonly found: Neighbours } | null>(null)
  useEffect(() => {
    if (found) kept.current = { of: invoiceId, found }
  })
  return found ?? (kept.current?.of === invoiceId ? kept.current.found : undefined)
}

/** An invoice with several due lines stands in several rows: its neighbours are other invoices. */
function neighboursAt(ids: readonly number[], first: number, count: number): Neighbours {
  const here = ids[first]
  return {
    position: first + 1,
    count,
    previous: ids.slice(0, first).findLast((id) => id !== here),
    next: ids.slice(first + 1).find((id) => id !== here),
  }
}
