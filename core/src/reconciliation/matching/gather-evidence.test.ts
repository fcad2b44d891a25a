import { describe, expect, it } from 'vitest'
import { asCurrency } from '../../money/money.ts'
import type { BankLine, Books, LearntLine } from './books.ts'
import { evidenceSentences, warningSentences } from './evidence-words.ts'
import { explainEvidence } from './explain-evidence.ts'
import { openMatcher } from './open-matcher.ts'
import type { Evidence } from './proposal.ts'
import { aCustomer, aLine, anItem, day, someBooks } from './testing/some-books.ts'

const iban = 'FR7630006000011234567890189'
const nordelec = aCustomer(1, { name: 'Nordelec Industrie SAS', ibans: [iban], siren: '552100554', code: 'N-0098' })
const items = [
  anItem(842, 1, { amount: 1_860_117 }),
  anItem(944, 1, { amount: 930_051, dueDate: day('2026-10-20') }),
  anItem(945, 1, { amount: 412_053, dueDate: day('2026-10-31'), references: ['BC-45017'] }),
]
const from = (amount: number, label: string, more: Partial<BankLine> = {}): BankLine =>
  aLine(amount, label, { payerIban: iban, payerName: 'NORDELEC INDUSTRIE', ...more })
const evidence = (line: BankLine, books: Partial<Books> = {}): readonly Evidence[] =>
  openMatcher(someBooks({ customers: [nordelec], items, ...books })).propose(line, line.bookedOn).proposals[0]
    ?.evidence ?? []
const saidFor = (line: BankLine, books: Partial<Books> = {}): string[] =>
  evidence(line, books).flatMap(({ code, speaks }) => (speaks === 'for' ? [code] : []))
const saidAgainst = (line: BankLine, books: Partial<Books> = {}): string[] =>
  evidence(line, books).flatMap(({ code, speaks }) => (speaks === 'against' ? [code] : []))
const learnt = (more: Partial<BankLine>): LearntLine => ({
  line: aLine(500, 'VIR', more),
  customers: [1],
  allocations: [{ invoiceNumber: 'F-2026-0600', customer: 1, amount: 500 }],
  difference: null,
})

describe('what speaks for a proposal', () => {
  it('how the invoice was named', () => {
    for (const [label, code] of [
      ['VIR F-2026-0944', 'quotedNumber'],
      ['VIR 20260944', 'quotedNumber'],
      ['VIR FACT 944', 'quotedTail'],
    ] as const)
      expect([label, ...saidFor(from(930_051, label))]).toContain(code)
    expect(saidFor(from(412_053, 'VIR CDE BC45017'))).toContain('quotedOrder')
    const dated = [anItem(1, 1, { amount: 930_051, issueDate: day('2026-09-12') })]
    expect(saidFor(from(930_051, 'FACT DU 12/09/26'), { items: dated })).toContain('quotedDay')
    expect(saidFor(from(930_051, 'REGLT SEPTEMBRE'), { items: dated })).toContain('quotedMonth')
  })

  it('where in the label it stands', () => {
    const label = 'VIR SEPA F-2026-0944 MERCI'
    const values = evidence(from(930_051, label)).find(({ code }) => code === 'quotedNumber')?.values
    expect(values?.field).toBe('label')
    expect(label.slice(Number(values?.from), Number(values?.to))).toBe('F-2026-0944')
  })

  it('that the amount is exact, and that no other customer owes it', () => {
    expect(saidFor(from(930_051, 'VIR F-2026-0944'))).toEqual(expect.arrayContaining(['amountExact', 'amountUnique']))
    const stranger = [...items, anItem(1, 9000, { amount: 930_051 })]
    expect(saidFor(from(930_051, 'VIR F-2026-0944'), { items: stranger })).not.toContain('amountUnique')
  })

  it('who pays: account of the books or learnt, name, wording, code, company number', () => {
    expect(saidFor(from(930_051, 'VIR'))).toEqual(expect.arrayContaining(['ibanInBooks', 'nameMatches']))
    const known = { payerIban: 'DE89370400440532013000', payerName: 'Trésorerie Sud' }
    expect(saidFor(aLine(930_051, 'VIR', known), { learnt: [learnt(known)] })).toEqual(
      expect.arrayContaining(['ibanKnown', 'wordingKnown']),
    )
    expect(saidFor(aLine(930_051, 'VIR CLIENT N0098 F-2026-0944'))).toContain('codeQuoted')
    expect(saidFor(aLine(930_051, 'VIR SIREN 552100554 F-2026-0944'))).toContain('sirenQuoted')
    expect(saidFor(aLine(930_051, 'VIR NORDELEC F-2026-0944'))).toContain('nameResembles')
  })

  it('a promise of one of the items or of that very amount', () => {
    const promises = [{ customer: 1, items: [944], amount: 930_051, on: day('2026-10-06') }]
    const said = evidence(from(930_051, 'VIR F-2026-0944'), { promises }).find(({ code }) => code === 'promised')
    expect(said?.values).toMatchObject({ on: '2026-10-06' })
    expect(saidFor(from(412_053, 'VIR F-2026-0945'), { promises })).not.toContain('promised')
  })

  it('that it is the oldest, a whole month, all that is due', () => {
    const alike = [8, 9].map((id) => anItem(id, 1, { amount: 49_005, dueDate: day(`2026-10-0${id - 6}`) }))
    expect(saidFor(from(49_005, 'VIR'), { items: alike })).toContain('oldestOfEquals')
    const due = [anItem(1, 1, { amount: 30_011 }), anItem(2, 1, { amount: 40_017, dueDate: day('2026-10-02') })]
    const later = anItem(3, 1, { amount: 90_019, dueDate: day('2026-12-20'), issueDate: day('2026-10-01') })
    expect(saidFor(from(70_028, 'VIR'), { items: [...due, later] })).toContain('allThatIsDue')
  })
})

describe('what speaks against it', () => {
  it('a quoted invoice left out, settled, or another’s', () => {
    expect(saidAgainst(from(930_051, 'VIR F-2026-0944 F-2026-0945'))).toContain('quotedLeftOut')
    const settled = [{ customer: 1, invoiceNumber: 'F-2026-0100', amount: 5, settledOn: day('2026-09-09') }]
    expect(saidAgainst(from(930_051, 'VIR F-2026-0944 F-2026-0100'), { settled })).toContain('quotedSettled')
    const others = [...items, anItem(700, 9000)]
    expect(saidAgainst(from(930_051, 'VIR F-2026-0944 F-2026-0700'), { items: others })).toContain('quotedOther')
  })

  it('words that warn, and too much or too little', () => {
    expect(saidAgainst(from(930_051, 'VIR REMBOURSEMENT F-2026-0944'))).toContain('warning')
    expect(saidAgainst(from(940_000, 'VIR F-2026-0944'))).toContain('paidTooMuch')
    expect(saidAgainst(from(465_000, 'VIR F-2026-0944'))).toContain('paidInPart')
  })
})

describe('every reason has its sentence', () => {
  const values: Evidence['values'] = {
    number: 'F-1',
    written: '842',
    amount: 1_250,
    code: 'C-1',
    name: 'Nordelec',
    count: 2,
    ways: 2,
    on: '2026-11-27',
    warning: 'tax',
    item: 1,
    field: 'label',
    from: 0,
    to: 3,
    of: 1,
    credits: 0,
  }
  const sentence = (code: string, language: 'fr' | 'en', more: Evidence['values'] = {}): string | undefined =>
    explainEvidence([{ code, speaks: 'for', values: { ...values, ...more } }], {
      language,
      currency: asCurrency('EUR'),
    })[0]?.text
  const codes = Object.keys(evidenceSentences)

  it('in French and in English, for one and for several, with all its values', () => {
    for (const code of codes)
      for (const language of ['fr', 'en'] as const)
        for (const count of [1, 2, 7]) {
          const text = sentence(code, language, { count })
          expect([code, text ?? '']).not.toEqual([code, ''])
          expect(text).not.toMatch(/[{}]|undefined|NaN/)
        }
  })

  it('the two languages are not one', () => {
    for (const code of codes) expect(sentence(code, 'fr')).not.toBe(sentence(code, 'en'))
    for (const { fr, en } of Object.values(warningSentences)) expect(fr.one).not.toBe(en.one)
  })

  it('no sentence shouts, ends with a point, or opens with a small letter', () => {
    for (const sentences of [...Object.values(evidenceSentences), ...Object.values(warningSentences)])
      for (const { one, many } of [sentences.fr, sentences.en])
        for (const text of [one, many ?? one]) {
          expect(text).not.toMatch(/[!.]$/)
          expect(text).toMatch(/^[\p{Lu}«"{]/u)
          expect(text).not.toMatch(/'/)
        }
  })

  it('both languages speak of the same values', () => {
    const places = (text: string): string[] => [...new Set(text.match(/\{\w+\}/g) ?? [])].toSorted()
    for (const [code, { fr, en }] of Object.entries(evidenceSentences))
      expect([code, ...places(fr.one)]).toEqual([code, ...places(en.one)])
  })

  it('each warning has one', () => {
    for (const warning of Object.keys(warningSentences))
      for (const language of ['fr', 'en'] as const)
        expect([warning, sentence('warning', language, { warning })?.length]).not.toEqual([warning, undefined])
  })

  it('what has no words says nothing, rather than its code', () => {
    expect(sentence('heldBack', 'fr')).toBeUndefined()
  })

  it('amounts and days are written as the language writes them', () => {
    expect(sentence('paidTooMuch', 'fr')).toBe('12,50\u00a0€ de trop')
    expect(sentence('paidTooMuch', 'en')).toMatch(/12\.50/)
    expect(sentence('promised', 'fr')).toMatch(/27/)
  })
})
