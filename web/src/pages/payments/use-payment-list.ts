import { useInfiniteQuery } from '@tanstack/react-query'
import { paymentsQuery } from '../../payments/api.ts'
import { type PaymentSearch, viewOf } from './payment-search.ts'

/** The payments an address asks for: those read so far, and what the whole list counts. */
export function usePaymentList(search: PaymentSearch) {
  const list = useInfiniteQuery(
    paymentsQuery({
      view: viewOf[search.vue ?? 'tous'],
      ...(search.q !== undefined && { q: search.q }),
      ...(search.client !== undefined && { customer: search.client }),
    }),
  )
  return { list, rows: list.data?.pages.flatMap((page) => page.rows) ?? [], whole: list.data?.pages[0] }
}
