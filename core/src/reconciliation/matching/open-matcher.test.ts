import { describe, expect, it } from 'vitest'
import type { BankLine, Books } from './books.ts'
import { openMatcher } from './open-matcher.ts'
import type { Verdict } from './proposal.ts'
import { aCustomer, aLine, anItem, day, someBooks } from './testing/some-books.ts'

const iban = 'FR7630006000011234567890189'
const nordelec = aCustomer(1, { name: 'Nordelec Industrie SAS', ibans: [iban] })
const kerval = aCustomer(2, { name: 'Kerval Logistique' })

const ask = (books: Partial<Books>, line: BankLine): Verdict =>
  openMatcher(someBooks(books)).propose(line, line.bookedOn)

const paid = ({ proposals }: Verdict): number[] =>
  (proposals[0]?.allocations ?? []).map(({ item }) => item).sort((a, b) => a - b)

const codes = ({ proposals }: Verdict): string[] => (proposals[0]?.evidence ?? []).map(({ code }) => code)

const three = [
  anItem(842, 1, { amount: 1_860_000 }),
  anItem(944, 1, { amount: 930_000, dueDate: day('2026-10-20') }),
  anItem(945, 1, { amount: 412_050, dueDate: day('2026-10-31') }),
  anItem(700, 2, { amount: 571_290 }),
]

describe('what a bank line pays', () => {
  it('applies two numbers written without their separators, when their sum is the amount', () => {
    const verdict = ask(
      { customers: [nordelec, kerval], items: three },
      aLine(2_790_000, 'VIR SEPA RECU NORDELEC INDUSTRIE /INV/F20260842 F20260944 /REF/NE-88213', { payerIban: iban }),
    )
    expect(verdict.decision).toBe('auto')
    expect(paid(verdict)).toEqual([842, 944])
    expect(codes(verdict)).toContain('amountExact')
    expect(verdict.proposals[0]?.confidence).toBe('almostCertain')
  })

  it('finds a payer by the name alone and the item by its amount', () => {
    const verdict = ask({ customers: [nordelec, kerval], items: three }, aLine(571_290, 'VIR SEPA KERVAL LOGISTIQUE'))
    expect(verdict.decision).toBe('auto')
    expect(paid(verdict)).toEqual([700])
  })

  it('never gives the money of one customer to another whose number was mistyped', () => {
    const verdict = ask(
      { customers: [nordelec, kerval], items: [...three, anItem(701, 1, { amount: 571_290 })] },
      aLine(571_290, 'VIR SEPA KERVAL LOGISTIQUE FACT F-2026-0701'),
    )
    expect(verdict.decision).not.toBe('auto')
  })

  it('reads the last digits of numbers, listed', () => {
    const items = [1374, 1375, 1378, 1380].map((id) => anItem(id, 1))
    const amount = [items[0], items[1], items[2]].reduce((sum, item) => sum + (item?.amount ?? 0), 0)
    const verdict = ask({ customers: [nordelec], items }, aLine(amount, 'VIR NORDELEC INDUSTRIE FACT 1374 75 78'))
    expect(paid(verdict)).toEqual([1374, 1375, 1378])
    expect(verdict.decision).toBe('auto')
  })

  it('reads a range of numbers', () => {
    const items = [31, 32, 33, 34, 35].map((id) =>
      anItem(id, 1, { invoiceNumber: `F${String(id).padStart(4, '0')}`, amount: 10_001 * id }),
    )
    const verdict = ask({ customers: [nordelec], items }, aLine(10_001 * 130, 'NORDELEC INDUSTRIE F0031 A F0034'))
    expect(paid(verdict)).toEqual([31, 32, 33, 34])
  })

  it('takes the agreed discount as the reason of what is missing, in time only', () => {
    const customers = [aCustomer(1, { name: 'Nordelec', ibans: [iban], earlyDiscount: { basisPoints: 200, days: 10 } })]
    const items = [anItem(5, 1, { amount: 100_000, issueDate: day('2026-10-01'), dueDate: day('2026-11-01') })]
    const inTime = ask({ customers, items }, aLine(98_000, 'NORDELEC F-2026-0005', { payerIban: iban }))
    expect(inTime.proposals[0]?.allocations[0]?.difference).toEqual({ reason: 'discount', amount: 2_000 })
    expect(inTime.decision).toBe('auto')
    const late = ask(
      { customers, items },
      aLine(98_000, 'NORDELEC F-2026-0005', { payerIban: iban, bookedOn: day('2026-10-20') }),
    )
    expect(late.proposals[0]?.allocations[0]?.difference).toBeNull()
  })

  it('takes nothing by itself when a deposit, a settled invoice or too much money is meant', () => {
    const books = {
      customers: [nordelec],
      items: three.slice(0, 3),
      settled: [{ customer: 1, invoiceNumber: 'F-2026-0100', amount: 5_000, settledOn: day('2026-09-09') }],
    }
    const lines = [
      aLine(930_000, 'NORDELEC ACOMPTE F-2026-0944', { payerIban: iban }),
      aLine(5_000, 'NORDELEC F-2026-0100', { payerIban: iban }),
      aLine(940_000, 'NORDELEC F-2026-0944', { payerIban: iban }),
    ]
    for (const line of lines) expect(ask(books, line).decision).not.toBe('auto')
  })

  it('does not see an invoice issued after the line', () => {
    const items = [anItem(1, 1, { issueDate: day('2026-10-06') })]
    const verdict = ask({ customers: [nordelec], items }, aLine(10_137, 'F-2026-0001', { payerIban: iban }))
    expect(paid(verdict)).toEqual([])
  })

  it('takes the oldest of two like items, and says so', () => {
    const items = [8, 9].map((id) => anItem(id, 1, { amount: 49_005, dueDate: day(`2026-10-0${id - 6}`) }))
    const verdict = ask({ customers: [nordelec], items }, aLine(49_005, 'NORDELEC', { payerIban: iban }))
    expect(paid(verdict)).toEqual([8])
    expect(verdict.decision).toBe('auto')
    expect(codes(verdict)).toContain('oldestOfEquals')
  })

  it('takes an instalment promised to the cent for the items it was promised for', () => {
    const promises = [{ customer: 1, items: [842, 944], amount: 2_000_000, on: day('2026-10-06') }]
    const books = { customers: [nordelec, kerval], items: three, promises }
    const verdict = ask(books, aLine(2_000_000, 'NORDELEC', { payerIban: iban }))
    expect(verdict.proposals[0]?.allocations).toEqual([
      { item: 842, amount: 1_860_000, difference: null },
      { item: 944, amount: 140_000, difference: null },
    ])
    expect(codes(verdict)).toContain('promised')
    expect(verdict.decision).toBe('suggest')
  })

  it('recognises a payment that was entered already', () => {
    const recorded = [
      {
        id: 77,
        customer: 2,
        receivedOn: day('2026-10-04'),
        amount: 571_290,
        means: 'transfer' as const,
        reference: null,
        slip: null,
      },
    ]
    const verdict = ask(
      { customers: [nordelec, kerval], items: three, recorded },
      aLine(571_290, 'VIR KERVAL LOGISTIQUE'),
    )
    expect(verdict.proposals[0]?.kind).toBe('alreadyRecorded')
    expect(verdict.proposals[0]?.payments).toEqual([77])
  })

  it('matches a slip of cheques with one credit', () => {
    const recorded = [1, 2].map((id) => ({
      id,
      customer: id,
      receivedOn: day('2026-10-01'),
      amount: 1_000 * id,
      means: 'cheque' as const,
      reference: null,
      slip: 4,
    }))
    const verdict = ask(
      { customers: [nordelec, kerval], items: three, recorded },
      aLine(3_000, 'REMISE CHQ 0048821', { kind: 'chequeDeposit' }),
    )
    expect(verdict.proposals[0]?.payments).toEqual([1, 2])
  })

  it('learns an account from a verdict', () => {
    const matcher = openMatcher(someBooks({ customers: [nordelec, kerval], items: three }))
    const line = aLine(571_290, 'VIR TRESORERIE X', { payerIban: 'DE89370400440532013000', payerName: 'Tresorerie X' })
    expect(matcher.propose(line, line.bookedOn).decision).not.toBe('auto')
    matcher.learn({
      line: { ...line, amount: 5 },
      customers: [2],
      allocations: [{ invoiceNumber: 'F-2026-0600', customer: 2, amount: 5 }],
      difference: null,
    })
    expect(matcher.propose(line, line.bookedOn).decision).toBe('auto')
  })
})
