import type { Customer } from './api.ts'

/** The part of the limit that is used, 1 when it is reached, in the customer's own currency; 0 without a limit. */
export function shareOfLimit(customer: Pick<Customer, 'creditLimit' | 'currency' | 'outstanding'>): number {
  const owed = customer.outstanding.find(({ currency }) => currency === customer.currency)?.amount ?? 0
  if (customer.creditLimit === null || owed <= 0) return 0
  return customer.creditLimit === 0 ? Number.POSITIVE_INFINITY : owed / customer.creditLimit
}
