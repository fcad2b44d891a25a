import { describe, expect, it } from 'vitest'
import type { BankLine, Books, LearntLine } from './books.ts'
import { openMatcher } from './open-matcher.ts'
import type { Verdict } from './proposal.ts'
import { aCustomer, aLine, anItem, day, someBooks } from './testing/some-books.ts'

const iban = 'FR7630006000011234567890189'
const nordelec = aCustomer(1, { name: 'Nordelec Industrie SAS', ibans: [iban] })
const kerval = aCustomer(2, { name: 'Kerval Logistique' })
/** Invoices of both, enough of them for numbers to have a manner of their own. */
const some = [
  anItem(842, 1, { amount: 1_860_117 }),
  anItem(944, 1, { amount: 930_051, dueDate: day('2026-10-20') }),
  anItem(945, 1, { amount: 412_053, dueDate: day('2026-10-31') }),
  anItem(700, 2, { amount: 571_291 }),
]

const ask = (line: BankLine, books: Partial<Books> = {}): Verdict =>
  openMatcher(someBooks({ customers: [nordelec, kerval], items: some, ...books })).propose(line, line.bookedOn)
const fromNordelec = (amount: number, label: string, more: Partial<BankLine> = {}): BankLine =>
  aLine(amount, label, { payerIban: iban, payerName: 'NORDELEC INDUSTRIE', ...more })
/** Why the best was held back; null for one that is applied by itself. */
const heldBack = ({ proposals, decision }: Verdict): string | number | null => {
  const reason = proposals[0]?.evidence.find(({ code }) => code === 'heldBack')?.values.reason ?? null
  expect(decision === 'auto').toBe(reason === null)
  return reason
}
const learnt = (more: Partial<BankLine>, amount = 930_051): LearntLine => ({
  line: fromNordelec(amount, 'VIR', more),
  customers: [1],
  allocations: [{ invoiceNumber: 'F-2026-0600', customer: 1, amount }],
  difference: null,
})

describe('what goes through by itself', () => {
  it('the payer known, the number and the amount exact', () => {
    expect(heldBack(ask(fromNordelec(930_051, 'VIR F-2026-0944')))).toBeNull()
  })

  it('the payer known and an amount that nothing else explains', () => {
    expect(heldBack(ask(fromNordelec(930_051, 'VIR')))).toBeNull()
    expect(heldBack(ask(aLine(571_291, 'VIR KERVAL LOGISTIQUE')))).toBeNull()
  })

  it('several numbers and their sum', () => {
    expect(heldBack(ask(fromNordelec(930_051 + 412_053, 'VIR F-2026-0944 F-2026-0945')))).toBeNull()
  })

  it('nobody named, but a number and an amount that only this invoice has', () => {
    expect(heldBack(ask(aLine(571_291, 'VIR F-2026-0700')))).toBeNull()
  })

  it('a rounding of a cent', () => {
    expect(heldBack(ask(fromNordelec(930_050, 'VIR F-2026-0944')))).toBeNull()
  })
})

describe('what a person has to look at', () => {
  it('nobody says who pays', () => {
    const alike = [...some, anItem(701, 1, { amount: 571_291 })]
    expect(ask(aLine(571_291, 'VIR SEPA'), { items: alike }).decision).not.toBe('auto')
    expect(ask(aLine(571_291, 'VIR DIVERS')).decision).not.toBe('auto')
  })

  it('two with one name, and nothing tells which', () => {
    const twins = [aCustomer(1, { name: 'Dupont Matériaux' }), aCustomer(2, { name: 'Dupont Matériaux' })]
    const items = [anItem(1, 1, { amount: 50_000 }), anItem(2, 2, { amount: 50_000 })]
    expect(ask(aLine(50_000, 'VIR DUPONT MATERIAUX'), { customers: twins, items }).decision).not.toBe('auto')
  })

  it('the number is another customer’s, whatever its amount', () => {
    const items = [...some, anItem(701, 1, { amount: 571_291 })]
    const mistyped = aLine(571_291, 'VIR F-2026-0701', { payerName: 'KERVAL LOGISTIQUE' })
    expect(ask(mistyped, { items }).decision).not.toBe('auto')
    expect(ask(fromNordelec(571_291, 'VIR F-2026-0700')).decision).not.toBe('auto')
  })

  it('one that is quoted is left out', () => {
    expect(heldBack(ask(fromNordelec(930_051, 'VIR F-2026-0944 F-2026-0945')))).toBe('quotedLeftOut')
  })

  it('one that is quoted is settled', () => {
    const settled = [{ customer: 1, invoiceNumber: 'F-2026-0100', amount: 5_000, settledOn: day('2026-09-09') }]
    expect(heldBack(ask(fromNordelec(930_051, 'VIR F-2026-0944 F-2026-0100'), { settled }))).toBe('quotedSettled')
  })

  it('one that is quoted is owed by a stranger', () => {
    expect(heldBack(ask(fromNordelec(930_051, 'VIR F-2026-0944 F-2026-0700')))).toBe('quotedOther')
  })

  it('a number made like the firm’s is no invoice’s', () => {
    expect(heldBack(ask(fromNordelec(930_051, 'VIR F-2026-0999')))).toBe('quotedUnknown')
  })

  it('the number is right but for one figure', () => {
    expect(heldBack(ask(fromNordelec(930_051, 'VIR F-2026-0994')))).toBe('quotedUnknown')
  })

  it('a day that is none of the invoice’s', () => {
    expect(heldBack(ask(fromNordelec(930_051, 'VIR FACTURE DU 03/08/2026')))).toBe('quotedUnknown')
  })

  it('a month that is none of the invoice’s', () => {
    expect(heldBack(ask(fromNordelec(930_051, 'VIR FACTURES AVRIL 2024')))).toBe('quotedUnknown')
  })

  it('a word warns, each of them', () => {
    for (const words of [
      'ACOMPTE',
      'DEVIS 118',
      'PRO FORMA',
      'REMBOURSEMENT',
      'DGFIP CREDIT TVA',
      'VIREMENT INTERNE',
      'ANNULATION',
      'DEBLOCAGE PRET',
    ])
      expect([words, ask(fromNordelec(930_051, `VIR ${words} F-2026-0944`)).decision]).not.toEqual([words, 'auto'])
    expect(heldBack(ask(fromNordelec(930_051, 'VIR ACOMPTE F-2026-0944')))).toBe('warning')
  })

  it('a deposit invoice that is quoted is no warning', () => {
    const items = [...some, anItem(950, 1, { amount: 300_017, isDeposit: true })]
    expect(heldBack(ask(fromNordelec(300_017, 'VIR ACOMPTE F-2026-0950'), { items }))).toBeNull()
  })

  it('more came than is owed', () => {
    expect(heldBack(ask(fromNordelec(940_000, 'VIR F-2026-0944')))).toBe('tooMuch')
  })

  it('less came, of several, and nothing says of which', () => {
    expect(ask(fromNordelec(1_000_000, 'VIR')).decision).not.toBe('auto')
    expect(ask(fromNordelec(333_333, 'VIR')).decision).not.toBe('auto')
  })

  it('two sums come to the amount equally well', () => {
    const items = [101, 202, 303, 404].map((face, at) =>
      anItem(at + 1, 1, { amount: face * 1_000 + 7, dueDate: day('2026-10-01') }),
    )
    expect(ask(fromNordelec(505_014, 'VIR'), { items }).decision).not.toBe('auto')
  })

  it('a credit note beside the very invoice that it takes back', () => {
    const items = [
      anItem(1, 1, { amount: 50_003 }),
      anItem(2, 1, { amount: 71_009 }),
      anItem(3, 1, { amount: -50_003, invoiceNumber: 'AV-2026-0003' }),
    ]
    expect(ask(fromNordelec(71_009, 'VIR'), { items }).decision).not.toBe('auto')
  })

  it('the same sum came days ago, and what is left is not due for long', () => {
    const items = [anItem(1, 1, { amount: 930_051, dueDate: day('2026-12-15') })]
    const verdict = ask(fromNordelec(930_051, 'VIR'), { items, learnt: [learnt({ bookedOn: day('2026-09-28') })] })
    expect(verdict.decision).not.toBe('auto')
  })

  it('an account better known as a stranger’s', () => {
    const verdict = ask(fromNordelec(571_291, 'VIR KERVAL LOGISTIQUE F-2026-0700', { payerName: null }))
    expect(verdict.decision).not.toBe('auto')
  })
})

describe('a payment entered already', () => {
  const recorded = [
    {
      id: 7,
      customer: 1,
      receivedOn: day('2026-10-04'),
      amount: 123_450,
      means: 'transfer' as const,
      reference: null,
      slip: null,
    },
  ]

  it('is recognised by itself where the payer is known', () => {
    const verdict = ask(fromNordelec(123_450, 'VIR'), { recorded })
    expect(verdict.proposals[0]).toMatchObject({ kind: 'alreadyRecorded', payments: [7], allocations: [] })
    expect(heldBack(verdict)).toBeNull()
  })

  it('is left to a person where nothing says who pays, or where two are alike', () => {
    expect(ask(aLine(123_450, 'VIR'), { recorded }).decision).not.toBe('auto')
    const twice = [...recorded, ...recorded.map((one) => ({ ...one, id: 8 }))]
    expect(ask(fromNordelec(123_450, 'VIR'), { recorded: twice }).decision).not.toBe('auto')
  })
})
