import { describe, expect, it } from 'vitest'
import type { BankLine, Books } from '../books.ts'
import { aCustomer, aLine, anItem, day } from '../testing/some-books.ts'
import { layOpen } from '../testing/some-case.ts'
import type { Case } from './hypothesis.ts'

const nordelec = aCustomer(1, { name: 'Nordelec Industrie', earlyDiscount: { basisPoints: 200, days: 10 } })
const aCase = (books: Partial<Books>, line: Partial<BankLine> = {}, label = 'NORDELEC INDUSTRIE'): Case =>
  layOpen({ customers: [nordelec], ...books }, aLine(50_000, label, line)).caseOf(1)
const ids = (one: Case): number[] => one.pool.map(({ item }) => item.id)

describe('what a payer could pay on a day', () => {
  it('is all that is open, oldest due date first, credit notes too', () => {
    const items = [
      anItem(1, 1, { dueDate: day('2026-10-20') }),
      anItem(2, 1, { dueDate: day('2026-09-20') }),
      anItem(3, 1, { dueDate: day('2026-09-20'), amount: -500 }),
      anItem(4, 1, { amountDue: 0 }),
      anItem(5, 9000),
    ]
    expect(ids(aCase({ items }))).toEqual([2, 3, 1])
  })

  it('is nothing that was issued later', () => {
    const items = [anItem(1, 1, { issueDate: day('2026-10-05') }), anItem(2, 1, { issueDate: day('2026-10-06') })]
    expect(ids(aCase({ items }))).toEqual([1])
  })

  it('is at most four hundred items, the oldest', () => {
    const items = Array.from({ length: 450 }, (_, at) =>
      anItem(at + 1, 1, { dueDate: day(at < 225 ? '2026-11-01' : '2026-08-01') }),
    )
    const { pool } = aCase({ items })
    expect(pool).toHaveLength(400)
    expect(pool.filter(({ item }) => item.dueDate === '2026-08-01')).toHaveLength(225)
  })

  it('of a parent is his own, and again with his children’s', () => {
    const customers = [aCustomer(1, { name: 'Nordelec Industrie' }), aCustomer(2, { parent: 1 }), aCustomer(3)]
    const items = [anItem(1, 1), anItem(2, 2), anItem(3, 3)]
    const laid = layOpen({ customers, items }, aLine(50_000, 'NORDELEC INDUSTRIE'))
    expect(ids(laid.caseOf(1))).toEqual([1])
    expect(ids(laid.caseOf(1, true))).toEqual([1, 2])
    expect(laid.caseOf(1, true).withChildren).toBe(true)
    expect(() => layOpen({ customers: [nordelec], items }, aLine(1, 'NORDELEC INDUSTRIE')).caseOf(1, true)).toThrow()
  })
})

describe('the discount for early payment', () => {
  const net = (issued: string, more: Partial<Parameters<typeof anItem>[2]> = {}): number | undefined =>
    aCase({ items: [anItem(1, 1, { amount: 100_000, issueDate: day(issued), ...more })] }).pool[0]?.net

  it('is open for the days agreed after the day of issue, and three on the way', () => {
    expect(net('2026-10-01')).toBe(98_000)
    expect(net('2026-09-22')).toBe(98_000)
    expect(net('2026-09-21')).toBe(100_000)
  })

  it('is none of what is paid in part, of a credit note, nor of who has none agreed', () => {
    expect(net('2026-10-01', { amountDue: 60_000 })).toBe(60_000)
    expect(net('2026-10-01', { amount: -100_000, amountDue: -100_000 })).toBe(-100_000)
    const without = aCase({ customers: [aCustomer(1, { name: 'Nordelec Industrie' })], items: [anItem(1, 1)] })
    expect(without.pool[0]?.net).toBe(without.pool[0]?.face)
  })

  it('is rounded to the cent', () => {
    expect(net('2026-10-01', { amount: 10_025, amountDue: 10_025 })).toBe(9_824)
  })
})

describe('what else a case says', () => {
  it('early and very old items are less likely than those due about now', () => {
    const timing = (dueDate: string): number =>
      aCase({ items: [anItem(1, 1, { dueDate: day(dueDate) })] }).pool[0]?.timing ?? 9
    expect(timing('2026-10-01')).toBe(0)
    expect(timing('2026-10-05')).toBe(0)
    expect(timing('2026-10-20')).toBeLessThan(0)
    expect(timing('2026-12-20')).toBeLessThan(timing('2026-10-20'))
    expect(timing('2025-12-20')).toBeLessThan(timing('2026-08-20'))
  })

  it('numbers of settled invoices and of strangers are kept as quoted elsewhere', () => {
    const one = aCase(
      {
        customers: [nordelec, aCustomer(2)],
        items: [anItem(1, 1), anItem(842, 2)],
        settled: [{ customer: 1, invoiceNumber: 'F-2026-0100', amount: 5, settledOn: day('2026-09-09') }],
      },
      {},
      'NORDELEC INDUSTRIE F-2026-0842 F-2026-0100 F-2026-0001',
    )
    expect(one.quotedElsewhere.map(({ invoice }) => invoice.number).toSorted()).toEqual(['F-2026-0100', 'F-2026-0842'])
  })

  it('the number of a child or a parent is not elsewhere', () => {
    const customers = [nordelec, aCustomer(2, { parent: 1 })]
    const one = aCase({ customers, items: [anItem(842, 2)] }, {}, 'NORDELEC INDUSTRIE F-2026-0842')
    expect(one.quotedElsewhere).toEqual([])
  })

  it('the last digits of a settled invoice are known for what they are', () => {
    const settled = [{ customer: 1, invoiceNumber: 'F-2026-0977', amount: 5, settledOn: day('2026-09-09') }]
    const one = aCase({ items: [anItem(1, 1)], settled }, {}, 'NORDELEC INDUSTRIE FACT 977')
    expect(one.settledTails.map(({ number }) => number)).toEqual(['F-2026-0977'])
  })

  it('days since this very amount came are counted, per payer', () => {
    const learnt = [
      {
        line: aLine(50_000, 'NORDELEC INDUSTRIE', { bookedOn: day('2026-09-25') }),
        customers: [1],
        allocations: [{ invoiceNumber: 'F-1', customer: 1, amount: 50_000 }],
        difference: null,
      },
    ]
    expect(aCase({ items: [anItem(1, 1)], learnt }).paidDaysAgo).toBe(10)
    expect(aCase({ items: [anItem(1, 1)] }).paidDaysAgo).toBeNull()
  })

  it('money is foreign by the customer’s country, the account, or what the bank says of it', () => {
    expect(aCase({}).isForeign).toBe(false)
    expect(aCase({}, { payerIban: 'MC5811222000010123456789030' }).isForeign).toBe(false)
    expect(aCase({}, { payerIban: 'DE89370400440532013000' }).isForeign).toBe(true)
    expect(aCase({ customers: [{ ...nordelec, country: 'CH' }] }).isForeign).toBe(true)
    expect(aCase({}, { charges: 800 }).isForeign).toBe(true)
  })
})
