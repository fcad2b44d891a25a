import { queryOptions } from '@tanstack/react-query'
import { answered, api } from '../../app/api.ts'
import type { Found } from '../../ui/form/ComboBox.tsx'

/** Somebody who is late today, to show a text on; null where nobody is. */
export const lateCustomerQuery = queryOptions({
  queryKey: ['templates', 'lateCustomer'],
  queryFn: async ({ signal }): Promise<Found | null> => {
    const query = { view: 'late' as const, limit: 1 }
    const { rows } = answered(await api.GET('/api/v1/open-items', { params: { query }, signal }))
    const customer = rows[0]?.customer
    return customer ? { id: String(customer.id), label: customer.name } : null
  },
  staleTime: 600_000,
})
