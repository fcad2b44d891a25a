import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asDate } from '../../calendar/calendar-date.ts'
import type { FecLine } from './fec-line.ts'
import { type FecReceivables, startReceivables } from './rebuild-receivables.ts'

interface Said {
  readonly journal?: string
  readonly entry?: string
  readonly account?: string
  readonly aux?: string
  readonly piece?: string
  readonly day?: string
  readonly pieceDay?: string
  readonly label?: string
  readonly letters?: string
  readonly lettered?: string
  readonly due?: string
  readonly name?: string
}

let nextLine = 1
/** A line of the ledger: positive is debit. Customers' accounts are 411000 with an auxiliary. */
const line = (amount: number, said: Said = {}): FecLine => ({
  line: ++nextLine,
  journal: said.journal ?? 'VE',
  journalName: said.journal ?? 'Ventes',
  entry: said.entry ?? '1',
  entryDate: asDate(said.day ?? '2026-01-15'),
  ledgerAccount: said.account ?? '411000',
  ledgerAccountName: 'Clients',
  auxiliary: said.aux ?? (said.account ? '' : 'C001'),
  auxiliaryName: said.name ?? '',
  pieceRef: said.piece ?? '',
  pieceDate: said.pieceDay ? asDate(said.pieceDay) : null,
  label: said.label ?? '',
  debit: Math.max(amount, 0),
  credit: Math.max(-amount, 0),
  lettering: said.letters ?? '',
  letteringDate: said.lettered ? asDate(said.lettered) : null,
  dueDate: said.due ? asDate(said.due) : null,
  foreignAmount: '',
  foreignCurrency: '',
})

/** The customer's line and the other side of it. */
const entry = (amount: number, against: string, said: Said = {}): FecLine[] => [
  line(amount, said),
  line(-amount, { ...said, account: against, aux: '', letters: '' }),
]
const sale = (amount: number, said: Said = {}) => entry(amount, '706000', said)
const bank = (amount: number, said: Said = {}) => entry(-amount, '512000', { journal: 'BQ', ...said })

const rebuild = (...lines: readonly (readonly FecLine[])[]): FecReceivables => {
  const builder = startReceivables()
  for (const one of lines.flat()) builder.add(one)
  return builder.receivables()
}

const kinds = ({ movements }: FecReceivables) => movements.map(({ kind, amount }) => [kind, amount])

/** What is open of each movement, by its number or kind. */
const open = ({ movements, allocations }: FecReceivables) =>
  movements.flatMap((movement, index) => {
    const used = allocations
      .filter(({ debit, credit }) => debit === index || credit === index)
      .reduce((sum, { amount }) => sum + amount, 0)
    const left = movement.amount - Math.sign(movement.amount) * used
    return left === 0 ? [] : [[movement.customer, movement.number, left]]
  })

describe('the test vector of two customers who share a code of letters', () => {
  const rebuilt = rebuild(
    entry(60_000, '890000', { journal: 'AN', piece: 'FA-2025-090', pieceDay: '2025-11-20', day: '2026-01-01' }),
    sale(120_000, { entry: '1', piece: 'FA-2026-001', letters: 'AA', lettered: '2026-03-02' }),
    bank(120_000, { entry: '2', piece: 'VIR0220', day: '2026-02-20', letters: 'AA', lettered: '2026-03-02' }),
    sale(240_000, {
      entry: '3',
      aux: 'C002',
      piece: 'FA-2026-002',
      day: '2026-01-31',
      letters: 'AA',
      lettered: '2026-04-10',
    }),
    bank(100_000, {
      entry: '4',
      aux: 'C002',
      piece: 'VIR0405',
      day: '2026-04-05',
      letters: 'AA',
      lettered: '2026-04-10',
    }),
    sale(-30_000, { entry: '5', aux: 'C002', piece: 'AV-2026-001', day: '2026-04-10' }),
  )

  it('leaves open what each owes, and the credit note', () => {
    expect(open(rebuilt)).toEqual([
      ['C001', 'FA-2025-090', 60_000],
      ['C002', 'FA-2026-002', 140_000],
      ['C002', 'AV-2026-001', -30_000],
    ])
  })

  it('has the payment on the day of the bank, not of the letters', () => {
    expect(rebuilt.movements.find(({ kind }) => kind === 'payment')?.date).toBe('2026-02-20')
  })

  it('reports the letters that do not balance', () => {
    expect(rebuilt.unbalanced).toMatchObject([{ customer: 'C002', letters: 'AA', balance: 140_000 }])
  })
})

describe('what a line says happened', () => {
  it.each([
    ['a sale', sale(1_000), 'invoice'],
    ['a sale taken back', sale(-1_000), 'creditNote'],
    ['money received', bank(1_000), 'payment'],
    ['a payment that bounced', bank(-1_000), 'rejectedPayment'],
    ['an opening balance', entry(1_000, '890000', { journal: 'RAN' }), 'opening'],
    ['a credit carried over', entry(-1_000, '890000', { journal: 'A-NOUVEAU' }), 'openingCredit'],
    ['a loss', entry(-1_000, '654000', { journal: 'OD' }), 'writeOff'],
    ['a factor who takes it over', entry(-1_000, '467500', { journal: 'OD' }), 'transfer'],
    ['what nobody can tell', entry(1_000, '455000', { journal: 'OD' }), 'other'],
    ['a deposit asked for', entry(1_000, '419100', { journal: 'OD' }), 'depositInvoice'],
  ])('%s', (_, lines, kind) => {
    expect(rebuild(lines).movements[0]?.kind).toBe(kind)
  })

  it('hangs on the other lines of its entry where a journal does several things', () => {
    const mixed = [
      ...sale(1_000, { journal: 'OD', entry: '1' }),
      ...bank(1_000, { journal: 'OD', entry: '2' }),
      ...Array.from({ length: 10 }, (_, i) =>
        entry(0, '626000', { journal: 'OD', entry: `x${i}`, account: '401000' }),
      ).flat(),
    ]
    expect(kinds(rebuild(mixed))).toEqual([
      ['invoice', 1_000],
      ['payment', -1_000],
    ])
  })

  it('is a transfer between customers’ accounts, in a journal of VAT and year-end entries too', () => {
    const od = { journal: 'OD', piece: 'FA-1' }
    const books = rebuild(
      entry(10_000, '706000', { piece: 'FA-1' }),
      [line(-10_000, { ...od, entry: '5' }), line(10_000, { ...od, entry: '5', account: '416000', aux: 'C001' })],
      [line(2_000, { ...od, entry: '6', account: '445710' }), line(-2_000, { ...od, entry: '6', account: '445510' })],
      [line(900, { ...od, entry: '7', account: '418100' }), line(-900, { ...od, entry: '7', account: '706000' })],
    )
    expect(kinds(books)).toEqual([
      ['invoice', 10_000],
      ['transfer', -10_000],
      ['transfer', 10_000],
    ])
  })

  it('is dated by its entry where the day of the piece cannot be', () => {
    const days = (...said: Said[]) => rebuild(...said.map((one) => sale(100, one))).movements.map(({ date }) => date)
    expect(days({ pieceDay: '1900-01-01' }, { pieceDay: '2062-01-14' }, { pieceDay: '2025-12-31' })).toEqual([
      '2026-01-15',
      '2026-01-15',
      '2025-12-31',
    ])
    const opening = { journal: 'AN', day: '2026-01-01' }
    expect(days({ ...opening, pieceDay: '2021-06-30' }, { ...opening, pieceDay: '1900-01-01' })).toEqual([
      '2021-06-30',
      '2026-01-01',
    ])
  })

  it('hangs on its day and piece where software numbers no entry', () => {
    const lines = [
      ...sale(1_000, { journal: 'J', entry: '0', piece: 'A1' }),
      ...entry(-1_000, '654000', { journal: 'J', entry: '0', piece: 'B2' }),
      ...Array.from({ length: 4 }, (_, i) =>
        entry(0, '467000', { journal: 'J', entry: '0', piece: `x${i}`, account: '401000' }),
      ).flat(),
    ]
    expect(kinds(rebuild(lines))).toEqual([
      ['invoice', 1_000],
      ['writeOff', -1_000],
    ])
  })

  it('of a sale paid at once is both', () => {
    const atOnce = [
      line(1_000, { journal: 'CA' }),
      line(-1_000, { journal: 'CA' }),
      line(1_000, { journal: 'CA', account: '530000' }),
      ...Array.from({ length: 9 }, () => line(-100, { journal: 'CA', account: '707000' })),
    ]
    expect(kinds(rebuild(atOnce))).toEqual([
      ['invoice', 1_000],
      ['payment', -1_000],
    ])
  })
})

describe('letters', () => {
  it('used twice in a year are two groups where each balances', () => {
    const twice = rebuild(
      sale(1_000, { entry: '1', piece: 'F1', letters: 'A', lettered: '2026-02-01' }),
      bank(1_000, { entry: '2', letters: 'A', lettered: '2026-02-01', day: '2026-01-30' }),
      sale(1_000, { entry: '3', piece: 'F2', letters: 'A', lettered: '2026-05-01', day: '2026-04-01' }),
      bank(1_000, { entry: '4', letters: 'A', lettered: '2026-05-01', day: '2026-04-30' }),
    )
    expect(twice.allocations).toEqual([
      { debit: 0, credit: 1, amount: 1_000 },
      { debit: 2, credit: 3, amount: 1_000 },
    ])
  })

  it('pair what has one amount, and first of all what has one piece', () => {
    const paired = rebuild(
      sale(1_000, { entry: '1', piece: 'F1', letters: 'A' }),
      sale(1_000, { entry: '2', piece: 'F2', letters: 'A' }),
      sale(400, { entry: '3', piece: 'F3', letters: 'A' }),
      bank(400, { entry: '4', letters: 'A' }),
      bank(1_000, { entry: '5', piece: 'F2', letters: 'A' }),
    )
    expect(paired.allocations).toEqual([
      { debit: 2, credit: 3, amount: 400 },
      { debit: 1, credit: 4, amount: 1_000 },
    ])
  })

  it('settle the oldest where nothing pairs', () => {
    const shared = rebuild(
      sale(700, { entry: '1', piece: 'F9', day: '2026-02-01', letters: 'A' }),
      sale(500, { entry: '2', piece: 'F1', day: '2026-01-01', letters: 'A' }),
      bank(600, { entry: '3', letters: 'A' }),
    )
    expect(open(shared)).toEqual([['C001', 'F9', 600]])
  })
})

describe('deposits', () => {
  it('received straight to 4191 are the customer’s credit until they are moved to 411', () => {
    const before = bank(1_000, { entry: '1', account: '419100', aux: 'C001' })
    const moved = [
      line(700, { journal: 'OD', entry: '2', account: '419100', aux: 'C001' }),
      line(-700, { journal: 'OD', entry: '2' }),
    ]
    expect(open(rebuild(before)).map(([, , left]) => left)).toEqual([-1_000])
    expect(kinds(rebuild(before, moved))).toEqual([
      ['deposit', -1_000],
      ['transfer', 700],
      ['deposit', -700],
    ])
  })

  it('that were invoiced stand in 411: their 4191 lines count for nothing', () => {
    const invoiced = [line(1_000, { journal: 'OD' }), line(-1_000, { journal: 'OD', account: '419100', aux: 'C001' })]
    const final = [
      line(2_000, { entry: '2' }),
      line(1_000, { entry: '2', account: '419100', aux: 'C001' }),
      line(-3_000, { entry: '2', account: '706000' }),
    ]
    expect(kinds(rebuild(invoiced, final))).toEqual([
      ['depositInvoice', 1_000],
      ['invoice', 2_000],
    ])
  })

  it('carried over from the year before are credits', () => {
    const opening = [
      line(-500, { journal: 'AN', account: '419100', aux: 'C001' }),
      line(500, { journal: 'AN', account: '411000', aux: 'C002' }),
    ]
    expect(kinds(rebuild(opening))).toEqual([
      ['deposit', -500],
      ['opening', 500],
    ])
  })
})

describe('the number of an invoice', () => {
  const numbers = (...lines: FecLine[][]) =>
    rebuild(...lines).movements.map(({ number, numberFrom }) => [number, numberFrom])

  it('is the reference of its piece', () => {
    expect(numbers(sale(1, { piece: 'FA-12' }))).toEqual([['FA-12', 'pieceRef']])
  })

  it('is not a reference that stands for a month of sales, nor one without a digit', () => {
    expect(
      numbers(sale(1, { entry: '7', piece: 'VE 0123' }), sale(2, { entry: '8', piece: 'VE 0123', aux: 'C002' })),
    ).toEqual([
      ['VE-7-20260115', 'made'],
      ['VE-8-20260115', 'made'],
    ])
    expect(numbers(sale(1, { piece: '-' }))).toEqual([['VE-1-20260115', 'made']])
  })

  it('is found in its label, which a day is not', () => {
    expect(numbers(sale(1, { label: 'Vente 12/01/2026 FA2000004, Farine' }))).toEqual([['FA2000004', 'label']])
    expect(numbers(sale(1, { label: 'Vente du 12/01/2026' }))[0]?.[1]).toBe('made')
  })

  it('is that of the entry where software numbers entries as invoices, whatever the customer’s own reference', () => {
    const entry = 'FAC/2026/0012'
    expect(numbers(sale(1, { entry, piece: 'BC 4711', label: entry }))).toEqual([[entry, 'label']])
    expect(numbers(sale(1, { entry, piece: entry, label: entry }))).toEqual([[entry, 'pieceRef']])
    expect(numbers(sale(1, { entry, piece: '-', label: '/' }))).toEqual([[entry, 'made']])
    expect(numbers(sale(1, { entry: '000012', label: '/' }))).toEqual([['VE-000012-20260115', 'made']])
  })

  it('is never given twice', () => {
    expect(numbers(sale(1), sale(2, { label: 'b' }))).toEqual([
      ['VE-1-20260115', 'made'],
      ['VE-1-20260115-2', 'made'],
    ])
  })

  it('joins the lines of one piece, and keeps apart those due on other days', () => {
    const joined = sale(600, { piece: 'F1' })
    expect(kinds(rebuild(joined, sale(400, { piece: 'F1' })))).toEqual([['invoice', 1_000]])
    expect(
      rebuild(sale(600, { piece: 'F1', due: '2026-02-01' }), sale(400, { piece: 'F1', due: '2026-03-01' })).movements,
    ).toMatchObject([
      { amount: 600, number: 'F1' },
      { amount: 400, number: 'F1' },
    ])
  })
})

it('names customers by their auxiliary, else by their account', () => {
  const { customers } = rebuild(
    sale(1, { aux: 'C001', name: 'Farine' }),
    sale(1, { aux: 'C001', name: 'Farine & Cie', entry: '2' }),
    sale(1, { aux: 'C002', entry: '3' }),
    sale(1, { account: '411DUPONT', aux: '', entry: '4' }),
  )
  expect([...customers]).toEqual([
    ['C001', 'Farine & Cie'],
    ['C002', 'C002'],
    ['account 411DUPONT', 'Clients'],
  ])
})

it('whatever the ledger, what is open is the balance of each customer, and nothing is allocated twice', () => {
  const anyLine = fc.record({
    amount: fc.integer({ min: -3_000, max: 3_000 }),
    aux: fc.constantFrom('C001', 'C002'),
    letters: fc.constantFrom('', 'A', 'B'),
    lettered: fc.constantFrom('2026-02-01', '2026-03-01'),
    against: fc.constantFrom('706000', '512000', '654000', '890000'),
    piece: fc.constantFrom('', 'F1', 'F2'),
  })
  fc.assert(
    fc.property(fc.array(anyLine, { maxLength: 25 }), (drawn) => {
      const rebuilt = rebuild(
        drawn.flatMap(({ amount, against, ...said }, index) =>
          entry(amount, against, { ...said, entry: String(index) }),
        ),
      )
      for (const aux of ['C001', 'C002']) {
        const balance = drawn.filter((one) => one.aux === aux).reduce((sum, one) => sum + one.amount, 0)
        const left = open(rebuilt).filter(([customer]) => customer === aux)
        expect(left.reduce((sum, [, , amount]) => sum + Number(amount), 0)).toBe(balance)
      }
      for (const [index, { amount }] of rebuilt.movements.entries()) {
        const used = rebuilt.allocations.filter(({ debit, credit }) => debit === index || credit === index)
        expect(used.reduce((sum, one) => sum + one.amount, 0)).toBeLessThanOrEqual(Math.abs(amount))
      }
      expect(rebuilt.allocations.every(({ amount }) => amount > 0)).toBe(true)
    }),
  )
})
