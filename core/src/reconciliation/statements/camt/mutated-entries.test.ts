import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { XmlElement } from '../../../imports/e-invoices/xml-element.ts'
import type { StatementFile } from '../statement-file.ts'
import { amount, balance, entry, statementTree, type Written } from '../testing/camt-tree.ts'
import { readCamt } from './read-camt.ts'

const part = (value: string): Written => ({
  Refs: { EndToEndId: `E-${value}` },
  Amt: amount(value),
  CdtDbtInd: 'CRDT',
  RltdPties: { Dbtr: { Nm: `Client ${value}` } },
})

/** Whole entries, one of two payments, one that went back: 1,000.00 and what they make of it. */
const whole = statementTree({
  Bal: [balance('OPBD', '1000.00', '2026-03-22'), balance('CLBD', '1140.01', '2026-03-23')],
  Ntry: [
    entry('125.40', { AcctSvcrRef: 'B-1', NtryDtls: { TxDtls: [part('125.40')] } }),
    entry('60.01', { AcctSvcrRef: 'B-2', NtryDtls: { TxDtls: [part('40.00'), part('20.01')] } }),
    entry('45.40', { AcctSvcrRef: 'B-3', CdtDbtInd: 'DBIT', RvslInd: 'true' }),
  ],
})
const total = 14_001

const read = (root: XmlElement): StatementFile => {
  const found = readCamt([root])
  if ('problem' in found) throw new Error(found.problem.code)
  return found
}

const sumOf = (file: StatementFile): number =>
  file.statements
    .flatMap(({ statement }) => statement.lines.map((line) => line.amount))
    .reduce((sum, cents) => sum + cents, 0)

/** Elements below the statement, each by the way to it. */
function pathsOf(element: XmlElement, path: readonly number[] = []): (readonly number[])[] {
  return [path, ...element.children.flatMap((child, index) => pathsOf(child, [...path, index]))]
}

/** The tree with one element changed, or taken out. */
function changed(
  element: XmlElement,
  path: readonly number[],
  change: (found: XmlElement) => readonly XmlElement[],
): readonly XmlElement[] {
  const [at, ...rest] = path
  if (at === undefined) return change(element)
  const children = element.children.flatMap((child, index) => (index === at ? changed(child, rest, change) : [child]))
  return [{ ...element, children }]
}

const statement = [0, 0]
const within = pathsOf(whole).filter((path) => path.length > 2 && path.slice(0, 2).join() === statement.join())

const mutate = (path: readonly number[], change: (found: XmlElement) => readonly XmlElement[]): StatementFile => {
  const [root] = changed(whole, path, change)
  if (!root) throw new Error('the document itself was taken out')
  return read(root)
}

describe('a statement of ISO 20022', () => {
  it('is read whole as it stands, and its elements are all reached here', () => {
    const file = read(whole)
    expect([sumOf(file), file.warnings, file.statements[0]?.facts.balances_join]).toEqual([total, [], true])
    expect(within.length).toBeGreaterThan(50)
  })

  it.each(within.map((path) => [path.join('.'), path] as const))(
    'without its element %s has the same sum, or says that something is wrong',
    (_name, path) => {
      const file = mutate(path, () => [])
      if (file.warnings.length === 0) expect(sumOf(file)).toBe(total)
    },
  )

  it('with other words in one element has the same sum, or says that something is wrong', () => {
    const words = fc.oneof(
      fc.constantFrom(
        '',
        '0',
        '1',
        '-1',
        '12.345',
        '1,00',
        'DBIT',
        'CRDT',
        'PDNG',
        'USD',
        '2026-02-30',
        'OPBD',
        'CLBD',
      ),
      fc.string({ maxLength: 12 }),
    )
    fc.assert(
      fc.property(fc.constantFrom(...within), words, (path, text) => {
        const file = mutate(path, (found) => [{ ...found, text: text.trim() }])
        if (file.warnings.length === 0) expect(sumOf(file)).toBe(total)
      }),
      { numRuns: 1_000 },
    )
  })

  it('with one element twice has the same sum, or says that something is wrong', () => {
    for (const path of within) {
      const file = mutate(path, (found) => [found, found])
      if (file.warnings.length === 0) expect([path, sumOf(file)]).toEqual([path, total])
    }
  })
})
