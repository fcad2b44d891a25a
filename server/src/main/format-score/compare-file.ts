import { isDeepStrictEqual } from 'node:util'
import type { Inspection } from '../../imports/inspecting/inspection.ts'
import { contractFacts, type Expected, type ExpectedFacts, flatten } from './expected-file.ts'

export interface Difference {
  readonly fact: string
  readonly expected: unknown
  readonly found: unknown
  /** Of the facts every file has to agree on; the others are told and not counted against it. */
  readonly inContract: boolean
}

export interface Compared {
  readonly verdict: 'read' | 'refused' | 'wrong'
  /** How many facts were set side by side. */
  readonly facts: number
  readonly differences: readonly Difference[]
}

/**
 * Sets what a file was found to hold beside what it must yield. A fact of the contract that is missing, or said otherwise,
 * makes the file wrong; so does a refusal for another reason, or at another line.
 */
export function compareFile(expected: Expected, found: Inspection): Compared {
  if (expected.as === 'refused') return compareRefusal(expected, found)
  if ('error' in found) {
    const refused = { fact: 'error', expected: null, found: found.error, inContract: true }
    return { verdict: 'wrong', facts: 0, differences: [refused] }
  }
  // Of a statement every fact counts.
  const contract: readonly string[] =
    expected.as === 'statements' ? Object.keys(expected.facts) : contractFacts[expected.as]
  const facts = expected.as === 'statements' ? flatten(found.facts) : found.facts
  const compared = Object.keys(expected.facts).filter((fact) => contract.includes(fact) || fact in facts)
  const differences = [
    ...compared.flatMap((fact) => differenceOf(fact, { expected: expected.facts, found: facts, contract })),
    ...toldFaults(expected.facts, found.warnings),
  ]
  const verdict = differences.some(({ inContract }) => inContract) ? 'wrong' : 'read'
  return { verdict, facts: compared.length, differences }
}

function differenceOf(
  fact: string,
  sides: { readonly expected: ExpectedFacts; readonly found: ExpectedFacts; readonly contract: readonly string[] },
): Difference[] {
  const [expected, found] = [sides.expected[fact], sides.found[fact]]
  return isDeepStrictEqual(expected, found)
    ? []
    : [{ fact, expected, found, inContract: sides.contract.includes(fact) }]
}

/** Amounts that do not join are to be told, and only those. */
function toldFaults(expected: ExpectedFacts, warnings: readonly { readonly code: string }[]): Difference[] {
  const joins = [expected.payable_consistent, expected.totals_consistent]
  if (joins.every((one) => one === undefined)) return []
  const told = warnings.some(({ code }) => code === 'payableDoesNotAddUp' || code === 'totalDoesNotAddUp')
  return told === joins.includes(false)
    ? []
    : [{ fact: 'warnings', expected: joins.includes(false), found: told, inContract: true }]
}

function compareRefusal(expected: Extract<Expected, { as: 'refused' }>, found: Inspection): Compared {
  const { codes, line, orNamed = false } = expected
  const error = 'error' in found ? { code: found.error.code, line: found.error.line ?? null } : null
  const isRight = error
    ? codes.includes(error.code) && (line === undefined || error.line === line)
    : orNamed && 'warnings' in found && found.warnings.some((warning) => warning.line !== undefined)
  if (isRight) return { verdict: 'refused', facts: 0, differences: [] }
  const wanted = { code: codes.join(' or '), ...(line !== undefined && { line }) }
  return {
    verdict: 'wrong',
    facts: 0,
    differences: [{ fact: 'error', expected: wanted, found: error, inContract: true }],
  }
}
