import type { Confidence, Proposal } from '../matching/proposal.ts'

/**
 * How sure one may be of a line, as its list says it: as of its first proposal. Where nobody is found, a name that the bank
 * gives is looked at by a person; without one there is nothing to look at, and a person searches.
 */
export function lineConfidence(
  first: Pick<Proposal, 'kind' | 'confidence'> | undefined,
  otherName: string | null,
): Confidence {
  const isUnfound = !first || (first.kind === 'notACustomer' && first.confidence === 'toSearch')
  if (!isUnfound) return first.confidence
  return otherName?.trim() ? 'toCheck' : 'toSearch'
}
