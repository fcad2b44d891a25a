import type { Undelivered } from './read-delivery-report.ts'

/** What a bounce says of the address: of no use, to be tried again, or not to blame at all. */
export type AddressFate = 'dead' | 'wait' | 'ours'

/**
 * A closed mailbox is as dead as one that never was. Refused for our reputation, our size or our content, the address is
 * not to blame: a person looks at how we send.
 */
export function addressFate({
  isHard,
  reason,
  status,
}: Pick<Undelivered, 'isHard' | 'reason' | 'status'>): AddressFate {
  if (isHard) return 'dead'
  if (reason === 'disabled' && !status?.startsWith('4')) return 'dead'
  return reason === 'policy' || reason === 'content' || reason === 'tooLarge' ? 'ours' : 'wait'
}

/** The n-th message in a row that could not be delivered for now counts as one that never can. */
export const isWornOut = (softBounces: number, limit: number): boolean => softBounces >= limit
