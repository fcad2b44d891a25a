import { describe, expect, it } from 'vitest'
import type { BankLine, BookedCustomer, Books } from '../books.ts'
import { aCustomer, aLine, anItem, day } from '../testing/some-books.ts'
import { layOpen } from '../testing/some-case.ts'
import type { AmountFit, Case, Hypothesis } from './hypothesis.ts'
import { creditOf, hypothesesOf, recordedAs } from './hypothesise.ts'

const name = 'NORDELEC INDUSTRIE'
const nordelec = (more: Partial<BookedCustomer> = {}): BookedCustomer =>
  aCustomer(1, { name: 'Nordelec Industrie', ...more })
const aCase = (amount: number, books: Partial<Books>, label = name, more: Partial<BankLine> = {}): Case =>
  layOpen({ customers: [nordelec()], ...books }, aLine(amount, label, more)).caseOf(1)
const best = (one: Case): Hypothesis | undefined => hypothesesOf(one).toSorted((a, b) => b.weight - a.weight)[0]
const taken = (one: Hypothesis | undefined): [number, number][] =>
  (one?.takes ?? []).map(({ pool, amount }) => [pool.item.id, amount])
const heaviest = (one: Case, how: AmountFit): number =>
  Math.max(-99_999, ...hypothesesOf(one).flatMap(({ fit, weight }) => (fit === how ? [weight] : [])))

const two = [
  anItem(1, 1, { amount: 43_217, dueDate: day('2026-09-20') }),
  anItem(2, 1, { amount: 81_453, dueDate: day('2026-09-30') }),
]

describe('what a payer may have paid', () => {
  it('the invoice at the amount before all others', () => {
    expect(taken(best(aCase(81_453, { items: two })))).toEqual([[2, 81_453]])
    expect(best(aCase(81_453, { items: two }))?.fit).toBe('exact')
  })

  it('both when the amount is their sum', () => {
    expect(taken(best(aCase(124_670, { items: two })))).toEqual([
      [1, 43_217],
      [2, 81_453],
    ])
  })

  it('nothing where he owes nothing', () => {
    expect(hypothesesOf(aCase(5_000, { items: [] }))).toEqual([])
  })

  it('the discount agreed on each of two, in time', () => {
    const customers = [nordelec({ earlyDiscount: { basisPoints: 200, days: 30 } })]
    const items = two.map((item) => ({ ...item, issueDate: day('2026-09-20') }))
    const one = best(aCase(42_353 + 79_824, { customers, items }))
    expect(one?.fit).toBe('discount')
    expect(one?.takes.map(({ difference }) => difference)).toEqual([
      { reason: 'discount', amount: 864 },
      { reason: 'discount', amount: 1_629 },
    ])
  })

  it('no discount for who comes too late, nor for who has none agreed', () => {
    const late = two.map((item) => ({ ...item, issueDate: day('2026-07-01') }))
    const customers = [nordelec({ earlyDiscount: { basisPoints: 200, days: 30 } })]
    expect(heaviest(aCase(42_353, { customers, items: late }), 'discount')).toBe(-99_999)
    expect(heaviest(aCase(42_353, { items: two }), 'discount')).toBe(-99_999)
  })

  it('the number quoted although a part of it only came', () => {
    const one = best(aCase(40_000, { items: two }, `${name} ACOMPTE F-2026-0002`))
    expect(one?.fit).toBe('partial')
    expect(taken(one)).toEqual([[2, 40_000]])
  })

  it('the number quoted before another of the same amount', () => {
    const alike = [anItem(1, 1, { amount: 49_003 }), anItem(2, 1, { amount: 49_003, dueDate: day('2026-10-20') })]
    expect(taken(best(aCase(49_003, { items: alike }, `${name} F-2026-0002`)))).toEqual([[2, 49_003]])
  })

  it('more than is due leaves the rest as the customer’s credit', () => {
    const one = best(aCase(50_000, { items: two.slice(0, 1) }, `${name} F-2026-0001`))
    expect(one).toMatchObject({ fit: 'tooMuch', credit: 6_783 })
  })

  it('takes and credit make the line in whatever is thought of', () => {
    for (const amount of [43_217, 43_210, 43_300, 40_000, 81_453, 124_670, 124_600, 500_000, 1])
      for (const one of hypothesesOf(aCase(amount, { items: two }, `${name} F-2026-0001 F-2026-0002`)))
        expect(one.takes.reduce((sum, take) => sum + take.amount, one.credit)).toBe(amount)
  })
})

describe('what speaks for a reading, and against it', () => {
  it('a quoted invoice left out makes a set less likely', () => {
    const silent = heaviest(aCase(43_217, { items: two }), 'exact')
    const left = heaviest(aCase(43_217, { items: two }, `${name} F-2026-0002`), 'exact')
    expect(left).toBeLessThan(silent)
  })

  it('one who always names what he pays does not fall silent', () => {
    const learnt = Array.from({ length: 8 }, () => ({
      line: aLine(500, `${name} F-2026-0700`),
      customers: [1],
      allocations: [{ invoiceNumber: 'F-2026-0700', customer: 1, amount: 500 }],
      difference: null,
    }))
    const silent = learnt.map((one) => ({ ...one, line: aLine(500, name) }))
    const weight = (lines: typeof learnt): number => {
      const one = aCase(43_217, { items: two, learnt: lines })
      return heaviest(one, 'exact') - one.payer.weight
    }
    expect(weight(learnt)).toBeLessThan(weight(silent))
  })

  it('a payer who takes his discount will take it again', () => {
    const customers = [nordelec({ earlyDiscount: { basisPoints: 200, days: 60 } })]
    const learnt = (reason: 'discount' | null) =>
      Array.from({ length: 6 }, () => ({
        line: aLine(500, name),
        customers: [1],
        allocations: [{ invoiceNumber: 'F-2026-0700', customer: 1, amount: 500 }],
        difference: reason && { reason, amount: 10 },
      }))
    const weight = (reason: 'discount' | null): number =>
      heaviest(aCase(42_353, { customers, items: two, learnt: learnt(reason) }), 'discount')
    expect(weight('discount')).toBeGreaterThan(weight(null))
  })

  it('a credit note that takes back an invoice of the set is no part of a payment', () => {
    const cancelled = [...two, anItem(3, 1, { amount: -43_217, invoiceNumber: 'AV-2026-0003' })]
    expect(taken(best(aCase(81_453, { items: cancelled })))).toEqual([[2, 81_453]])
  })

  it('words of a deposit make credit likelier, and so does a settled invoice paid again', () => {
    const credit = (label: string): number => {
      const settled = [{ customer: 1, invoiceNumber: 'F-2026-0100', amount: 31_417, settledOn: day('2026-09-09') }]
      return creditOf(aCase(31_417, { items: two, settled }, label)).weight
    }
    expect(credit(`${name} ACOMPTE`)).toBeGreaterThan(credit(name))
    expect(credit(`${name} F-2026-0100`)).toBeGreaterThan(credit(name))
  })

  it('credit keeps the whole line, a payment entered already keeps nothing of it', () => {
    const one = aCase(31_417, { items: two })
    expect(creditOf(one)).toMatchObject({ kind: 'customerCredit', credit: 31_417, takes: [] })
    const payment = {
      id: 7,
      customer: 1,
      receivedOn: day('2026-10-05'),
      amount: 31_417,
      means: 'transfer' as const,
      reference: null,
      slip: null,
    }
    expect(recordedAs(one, [payment], 0)).toMatchObject({
      kind: 'alreadyRecorded',
      credit: 0,
      payments: [7],
      takes: [],
    })
  })
})
