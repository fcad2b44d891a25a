import type { Following } from '../customers/merging/following.ts'

/** The tables of invoices whose rows name a customer. */
export const invoicesFollowing: readonly Following[] = [
  { table: 'invoice', column: 'customer_id', how: 'moves' },
  { table: 'open_item', column: 'customer_id', how: 'moves' },
]
