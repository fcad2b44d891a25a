import { describe, expect, it } from 'vitest'
import type { BookedItem, SettledItem } from './books.ts'
import { openMatcher } from './open-matcher.ts'
import type { Verdict } from './proposal.ts'
import { aCustomer, aLine, anItem, day, someBooks } from './testing/some-books.ts'

const iban = 'FR7630006000011234567890189'
const nordelec = aCustomer(1, { name: 'Nordelec Industrie SAS', ibans: [iban] })
const daughter = aCustomer(2, { name: 'Kerval Logistique', parent: 1 })

const twin = (id: number, invoiceNumber: string, dueDate: string, more: Partial<BookedItem> = {}): BookedItem =>
  anItem(id, 1, { invoiceNumber, amount: 23_880, dueDate: day(dueDate), ...more })

const settledAs = (invoiceNumber: string, customer = 1): SettledItem[] => [
  { customer, invoiceNumber, amount: 23_880, settledOn: day('2026-09-09') },
]

const ask = (text: string, items: readonly BookedItem[], settled: readonly SettledItem[] = []): Verdict => {
  const line = aLine(23_880, `VIR NORDELEC INDUSTRIE ${text}`, { payerIban: iban })
  return openMatcher(someBooks({ customers: [nordelec, daughter], items, settled })).propose(line, line.bookedOn)
}

const paid = ({ proposals }: Verdict): number[] => (proposals[0]?.allocations ?? []).map(({ item }) => item)

describe('a number written without the zeros of its groups', () => {
  const twins = [twin(1, 'FV-25-05-0269', '2026-08-01'), twin(2, 'FV-26-02-0071', '2026-09-01')]

  it.each(['FV-26-02-71', 'FV-26-2-71', 'FV 26 02 71', 'FV26/02/71', 'FV-26-02-0071'])(
    '« %s » pays the invoice it names, not an older one of the same amount',
    (written) => {
      expect(paid(ask(written, twins))).toEqual([2])
    },
  )

  it('holds back an open invoice of the same amount when the one named is settled', () => {
    expect(ask('FV-26-02-71', [twin(1, 'FV-25-05-0269', '2026-10-01')], settledAs('FV-26-02-0071')).decision).toBe(
      'suggest',
    )
  })
})

describe('a number already paid, quoted once more', () => {
  const other = [twin(1, 'FV-26-08-0285', '2026-10-01')]

  it('would have been applied had it not been quoted', () => {
    expect(ask('VOS FACTURES', other, settledAs('FV-26-03-0175')).decision).toBe('auto')
  })

  it.each(['FACT-26-03-0175', 'FACT/26/03/0175', 'FACT.26.03.0175', 'F26030175', 'FAC 175', 'FACTURE N° 0175'])(
    '« %s » of a settled invoice gives nothing to another one of the same amount',
    (written) => {
      expect(ask(written, other, settledAs('FV-26-03-0175')).decision).toBe('suggest')
    },
  )

  it.each(['FAC 72', 'FACT N° 72', 'FAC 0072'])(
    '« %s » names a settled invoice by two digits after a word that says so',
    (written) => {
      const open = [twin(1, '2026/08/0146', '2026-10-01')]
      expect(ask(written, open, settledAs('2026/07/0072')).decision).toBe('suggest')
      expect(ask(written, open, settledAs('2026/07/0172')).decision).toBe('auto')
    },
  )

  it('two digits that no word announces name nothing', () => {
    const open = [twin(1, '2026/08/0146', '2026-10-01')]
    expect(ask('AGENCE 72', open, settledAs('2026/07/0072')).decision).toBe('auto')
  })

  it('an open invoice that ends alike is the one meant', () => {
    const open = [twin(1, '2026/08/0072', '2026-10-01')]
    expect(ask('FAC 72', open, settledAs('2026/07/0072')).decision).toBe('auto')
  })
})
