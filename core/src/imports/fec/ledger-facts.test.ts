import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asDate } from '../../calendar/calendar-date.ts'
import type { FecLine } from './fec-line.ts'
import { type LedgerFacts, ledgerFacts } from './ledger-facts.ts'
import { startReceivables } from './rebuild-receivables.ts'

type Said = Partial<
  Record<'account' | 'aux' | 'day' | 'due' | 'entry' | 'journal' | 'label' | 'letters' | 'piece' | 'pieceDay', string>
>

let nextLine = 1
/** A line of the ledger: positive is debit. Customers' accounts are 411000 with an auxiliary. */
const line = (amount: number, said: Said = {}): FecLine => ({
  line: ++nextLine,
  journal: said.journal ?? 'VE',
  journalName: '',
  entry: said.entry ?? '1',
  entryDate: asDate(said.day ?? '2026-01-15'),
  ledgerAccount: said.account ?? '411000',
  ledgerAccountName: 'Clients',
  auxiliary: said.aux ?? (said.account ? '' : 'C001'),
  auxiliaryName: '',
  pieceRef: said.piece ?? '',
  pieceDate: said.pieceDay ? asDate(said.pieceDay) : null,
  label: said.label ?? '',
  debit: Math.max(amount, 0),
  credit: Math.max(-amount, 0),
  lettering: said.letters ?? '',
  letteringDate: null,
  dueDate: said.due ? asDate(said.due) : null,
  foreignAmount: '',
  foreignCurrency: '',
})

const both = (amount: number, against: string, said: Said): FecLine[] => [
  line(amount, said),
  line(-amount, { ...said, account: against, aux: '', letters: '' }),
]
const sale = (amount: number, said: Said = {}) => both(amount, '706000', said)
const bank = (amount: number, said: Said = {}) => both(-amount, '512000', { journal: 'BQ', day: '2026-02-20', ...said })

function factsOf(...lines: readonly (readonly FecLine[])[]): LedgerFacts {
  const builder = startReceivables()
  for (const one of lines.flat()) builder.add(one)
  return ledgerFacts(builder.receivables())
}

const items = ({ items: all }: LedgerFacts) =>
  all.map(({ number, kind, nature, amount, left }) => [number, kind, nature, amount, left])
const payments = ({ payments: all }: LedgerFacts) =>
  all.map(({ receivedOn, amount, left }) => [receivedOn, amount, left])
const balance = ({ items: all, payments: paid }: LedgerFacts) =>
  all.reduce((sum, one) => sum + (one.kind === 'creditNote' ? -one.left : one.left), 0) -
  paid.reduce((sum, one) => sum + one.left, 0)

describe('what a ledger says of customers', () => {
  it('is invoices, credit notes and payments, with what their letters leave', () => {
    const facts = factsOf(
      sale(240_000, { entry: '1', piece: 'FA-2', letters: 'AA' }),
      bank(100_000, { entry: '2', piece: 'VIR', letters: 'AA' }),
      sale(-30_000, { entry: '3', piece: 'AV-1' }),
      bank(5_000, { entry: '4', piece: 'VIR2' }),
    )
    expect(items(facts)).toEqual([
      ['FA-2', 'invoice', 'invoice', 240_000, 140_000],
      ['AV-1', 'creditNote', 'invoice', 30_000, 30_000],
    ])
    expect(payments(facts)).toEqual([
      ['2026-02-20', 100_000, 0],
      ['2026-02-20', 5_000, 5_000],
    ])
    expect(facts.allocations.map(({ amount }) => amount)).toEqual([100_000])
  })

  it('joins the parts of one invoice that were lettered apart, and keeps its due lines apart', () => {
    const facts = factsOf(
      [
        line(60_000, { piece: 'FA-1', letters: 'A' }),
        line(40_000, { piece: 'FA-1' }),
        line(20_000, { piece: 'FA-1', due: '2026-04-30' }),
        line(-120_000, { account: '706000', piece: 'FA-1' }),
      ],
      bank(60_000, { entry: '2', letters: 'A' }),
    )
    expect(items(facts)).toEqual([
      ['FA-1', 'invoice', 'invoice', 100_000, 40_000],
      ['FA-1', 'invoice', 'invoice', 20_000, 20_000],
    ])
  })

  it('a credit note that bears the number of its invoice gets one of its own', () => {
    const facts = factsOf(sale(10_000, { entry: '1', piece: 'FA-1' }), sale(-4_000, { entry: '2', piece: 'fa-1' }))
    expect(facts.items.map(({ number }) => number)).toEqual(['FA-1', 'fa-1-AV'])
  })

  it('a payment that bounced is settled against the entry that says so, and the invoice stays open', () => {
    const facts = factsOf(
      sale(10_000, { entry: '1', piece: 'FA-1' }),
      bank(10_000, { entry: '2', letters: 'B' }),
      bank(-10_000, { entry: '3', letters: 'B', label: 'IMPAYE' }),
    )
    expect(items(facts)).toEqual([
      ['FA-1', 'invoice', 'invoice', 10_000, 10_000],
      ['BQ-3-20260220', 'invoice', 'held', 10_000, 0],
    ])
    expect(payments(facts)).toEqual([['2026-02-20', 10_000, 0]])
  })

  it('a debit that is no invoice stays owed, and is held', () => {
    const facts = factsOf(bank(-10_000, { entry: '3', label: 'IMPAYE' }))
    expect(items(facts)).toEqual([['BQ-3-20260220', 'invoice', 'held', 10_000, 10_000]])
  })

  it('an invoice moved to the doubtful account stays the invoice it was, and what comes in there pays it', () => {
    const facts = factsOf(
      sale(120_000, { entry: '1', piece: 'FA-1', letters: 'A' }),
      [
        line(-120_000, { journal: 'OD', entry: '2', letters: 'A' }),
        line(120_000, { journal: 'OD', entry: '2', account: '416000', aux: 'C001', letters: 'Z' }),
      ],
      [
        line(-50_000, { journal: 'BQ', entry: '3', account: '416000', aux: 'C001', letters: 'Z', day: '2026-05-01' }),
        line(50_000, { journal: 'BQ', entry: '3', account: '512000', day: '2026-05-01' }),
      ],
    )
    expect(items(facts)).toEqual([['FA-1', 'invoice', 'invoice', 120_000, 70_000]])
    expect(payments(facts)).toEqual([['2026-05-01', 50_000, 0]])
  })

  it('a deposit received pays the invoice it was moved to, on the day it came in', () => {
    const facts = factsOf(
      [
        line(-30_000, { journal: 'BQ', entry: '1', account: '419100', aux: 'C001', day: '2026-01-02' }),
        line(30_000, { journal: 'BQ', entry: '1', account: '512000', day: '2026-01-02' }),
      ],
      sale(100_000, { entry: '2', piece: 'FA-1', letters: 'A' }),
      [
        line(30_000, { journal: 'OD', entry: '3', account: '419100', aux: 'C001' }),
        line(-30_000, { journal: 'OD', entry: '3', letters: 'A' }),
      ],
    )
    expect(items(facts)).toEqual([['FA-1', 'invoice', 'invoice', 100_000, 70_000]])
    expect(payments(facts)).toEqual([['2026-01-02', 30_000, 0]])
  })

  it('what was owed when the year opened is told apart, with and without its detail', () => {
    const opening = (amount: number, said: Said) =>
      both(amount, '890000', { journal: 'AN', day: '2026-01-01', ...said })
    const facts = factsOf(
      opening(60_000, { entry: '1', piece: 'FA-2025-090', pieceDay: '2025-11-20' }),
      opening(7_000, { entry: '2', aux: 'C002' }),
      opening(-900, { entry: '3', aux: 'C003' }),
    )
    expect(items(facts)).toEqual([
      ['FA-2025-090', 'invoice', 'opening', 60_000, 60_000],
      ['AN-2-20260101', 'invoice', 'openingBalance', 7_000, 7_000],
    ])
    expect(facts.payments).toMatchObject([{ customer: 'C003', amount: 900, left: 900, isOpening: true }])
  })

  it('a payment has one key in every export, and two alike have two', () => {
    const one = factsOf(bank(5_000, { entry: '2' }), bank(5_000, { entry: '2' }))
    const again = factsOf(bank(5_000, { entry: '2', letters: 'A' }), bank(5_000, { entry: '2' }))
    expect(one.payments.map(({ key }) => key)).toEqual([
      'BQ:2:2026-02-20:411000:C001:-5000',
      'BQ:2:2026-02-20:411000:C001:-5000:2',
    ])
    expect(again.payments.map(({ key }) => key)).toEqual(one.payments.map(({ key }) => key))
  })
})

const said = fc.record({
  journal: fc.constantFrom('VE', 'BQ', 'OD', 'AN'),
  entry: fc.constantFrom('1', '2', '3'),
  aux: fc.constantFrom('C001', 'C002'),
  account: fc.constantFrom('411000', '416000', '419100', '413000'),
  letters: fc.constantFrom('', 'A', 'B'),
  piece: fc.constantFrom('', 'FA-1', 'FA-2', 'X'),
  due: fc.constantFrom('', '2026-03-31'),
  against: fc.constantFrom('706000', '512000', '890000', '654000', '467000'),
  amount: fc.integer({ min: -500, max: 500 }),
})

describe('any ledger at all', () => {
  it('leaves, item by item and payment by payment, the balance of its accounts', () => {
    fc.assert(
      fc.property(fc.array(said, { maxLength: 25 }), (lines) => {
        const builder = startReceivables()
        const ledger = lines.flatMap(({ amount, against, due, ...one }) =>
          both(amount, against, { ...one, ...(due && { due }) }),
        )
        for (const one of ledger) builder.add(one)
        const rebuilt = builder.receivables()
        const facts = ledgerFacts(rebuilt)
        expect(balance(facts)).toBe(rebuilt.movements.reduce((sum, { amount }) => sum + amount, 0))
        for (const { amount, left } of [...facts.items, ...facts.payments]) {
          expect(amount).toBeGreaterThan(0)
          expect(left).toBeGreaterThanOrEqual(0)
          expect(left).toBeLessThanOrEqual(amount)
        }
        const used = new Map<number, number>()
        for (const { item, credit, amount } of facts.allocations)
          for (const at of [item, credit]) used.set(at, (used.get(at) ?? 0) + amount)
        for (const { line: at, amount, left } of [...facts.items, ...facts.payments])
          expect(used.get(at) ?? 0).toBe(amount - left)
        const numbers = facts.items.map(
          ({ number, dueDate, customer }) => `${number.toLowerCase()} ${dueDate} ${customer}`,
        )
        expect(new Set(numbers).size).toBe(numbers.length)
      }),
      { numRuns: 1000 },
    )
  })

  it('is found at once where a whole year has one letter, or one customer thousands of deposits', () => {
    const many = Array.from({ length: 15_000 }, (_, index) => index)
    const lettered = factsOf(
      many.flatMap((index) => [
        line(index + 1, { entry: `V${index}`, piece: `FA-${index}`, letters: 'A' }),
        line(-(index * 3 + 7), { journal: 'BQ', entry: `B${index}`, letters: 'A' }),
      ]),
    )
    expect(balance(lettered)).toBe(many.reduce((sum, index) => sum + index + 1 - (index * 3 + 7), 0))
    const deposits = factsOf(
      many.flatMap((index) => [
        line(-100, { account: '419100', aux: 'C001', journal: 'BQ', entry: `B${index}` }),
        line(index < 10_000 ? 100 : 50, { account: '419100', aux: 'C001', journal: 'OD', entry: `O${index}` }),
      ]),
    )
    expect(balance(deposits)).toBe(-5_000 * 50)
  })

  it('is found at once where one entry moves thousands of balances between two accounts', () => {
    const many = Array.from({ length: 15_000 }, (_, index) => index)
    const moved = factsOf(
      many.flatMap((index) => [
        line(1200, { entry: `V${index}`, piece: `FA-${index}`, letters: `A${index}` }),
        line(-1200, { journal: 'OD', entry: '1', letters: `A${index}` }),
        line(1200, { journal: 'OD', entry: '1', account: '416000', aux: 'C001' }),
      ]),
    )
    expect(balance(moved)).toBe(15_000 * 1200)
    expect(moved.payments).toEqual([])
  })
})
