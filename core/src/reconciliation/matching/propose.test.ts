import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { BankLine, Books } from './books.ts'
import { openMatcher } from './open-matcher.ts'
import type { Verdict } from './proposal.ts'
import { aCustomer, aLine, anItem, day, someBooks } from './testing/some-books.ts'

const iban = 'FR7630006000011234567890189'
const customers = [
  aCustomer(1, { name: 'Nordélec Industrie SAS', ibans: [iban] }),
  aCustomer(2, { name: 'Kerval Logistique' }),
  aCustomer(3, { name: 'Kerval Côte d’Émeraude', parent: 2 }),
]
const items = [
  anItem(842, 1, { amount: 1_860_117 }),
  anItem(944, 1, { amount: 930_051, dueDate: day('2026-10-20') }),
  anItem(700, 2, { amount: 571_291 }),
  anItem(701, 3, { amount: 80_433 }),
]
const ask = (line: BankLine, more: Partial<Books> = {}): Verdict =>
  openMatcher(someBooks({ customers, items, ...more })).propose(line, line.bookedOn)

describe('what is said of a line', () => {
  it('nothing of money that went out, or of no money', () => {
    for (const amount of [-930_051, 0])
      expect(ask(aLine(amount, 'VIR F-2026-0944'))).toEqual({ decision: 'none', proposals: [], mayConcern: [] })
  })

  it('at most five proposals, best first, with chances that are no more than all', () => {
    const many = Array.from({ length: 30 }, (_, at) => anItem(at + 1, 1, { amount: 50_000 + at }))
    const { proposals } = ask(aLine(50_015, 'VIR NORDELEC'), { items: many })
    expect(proposals.length).toBeLessThanOrEqual(5)
    const chances = proposals.map((one) => one.chances)
    expect(chances).toEqual(chances.toSorted((a, b) => b - a))
    expect(chances.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(10_000)
  })

  it('that it concerns no customer, where nobody may have paid', () => {
    const { decision, proposals, mayConcern } = ask(aLine(12_345, 'DGFIP REMBOURST CREDIT TVA'))
    expect(decision).toBe('none')
    expect(proposals[0]).toMatchObject({ kind: 'notACustomer', customer: null, allocations: [] })
    expect(mayConcern).toEqual([])
  })

  it('that a rule told so, by account or by words that stand together', () => {
    const rules = (iban: string | null, wording: string | null) => ({ ignored: [{ id: 1, iban, wording }] })
    const line = aLine(930_051, 'VIR LOCAPRO SERVICES F-2026-0944', { payerIban: iban })
    for (const rule of [rules(iban, null), rules(null, 'LOCAPRO SERVICES'), rules(iban, 'LOCAPRO')]) {
      const verdict = ask(line, rule)
      expect(verdict.decision).toBe('none')
      expect(verdict.proposals[0]?.evidence.map(({ code }) => code)).toEqual(['ignoreRule'])
    }
    for (const rule of [rules(null, 'SERVICES LOCAPRO'), rules('DE89370400440532013000', 'LOCAPRO'), rules(null, null)])
      expect(ask(line, rule).proposals[0]?.kind).toBe('paysItems')
  })

  it('that lines like it were nobody’s before, where a person said so', () => {
    const learnt = Array.from({ length: 2 }, () => ({
      ...{ bookedOn: day('2026-09-01'), amount: 8_000, allocations: [], customers: [] },
      line: aLine(8_000, 'VIR REMB TVA', { payerName: 'TRESOR PUBLIC' }),
    }))
    const [best] = ask(aLine(9_100, 'VIR REMB TVA', { payerName: 'TRESOR PUBLIC' }), { learnt } as never).proposals
    expect(best?.kind).toBe('notACustomer')
    expect(best?.evidence).toContainEqual({ code: 'nobodyBefore', speaks: 'for', values: { count: 2 } })
  })

  it('no more than to check, where only the amount or a number mistyped speaks for it', () => {
    expect(ask(aLine(571_291, 'REMISE CHQ 0048821', { kind: 'chequeDeposit' })).proposals[0]).toMatchObject({
      kind: 'paysItems',
      confidence: 'toCheck',
    })
    const named = ask(aLine(580_000, 'VIR F-2026-0706', { payerName: 'KERVAL LOGISTIQUE' })).proposals
    expect(named.filter(({ kind, credit }) => kind === 'paysItems' && credit > 0)).not.toContainEqual(
      expect.objectContaining({ confidence: 'probable' }),
    )
  })

  it('whose reminders wait: the payer, and those he may pay for', () => {
    expect(ask(aLine(930_051, 'VIR NORDELEC', { payerIban: iban })).mayConcern).toEqual([1])
    expect(ask(aLine(571_291 + 80_433, 'VIR', { payerName: 'KERVAL LOGISTIQUE' })).mayConcern).toEqual([2, 3])
  })

  it('a parent pays what he and his children owe', () => {
    const verdict = ask(aLine(571_291 + 80_433, 'VIR F-2026-0700 F-2026-0701', { payerName: 'KERVAL LOGISTIQUE' }))
    expect(verdict.proposals[0]).toMatchObject({ kind: 'paysItems', customer: 2 })
    expect(verdict.proposals[0]?.allocations.map(({ item }) => item).toSorted()).toEqual([700, 701])
  })

  it('an item issued after the line is not seen, however late one asks', () => {
    const line = aLine(930_051, 'VIR F-2026-0944', { payerIban: iban, bookedOn: day('2026-08-20') })
    const verdict = openMatcher(someBooks({ customers, items })).propose(line, day('2026-11-20'))
    expect(verdict.proposals.flatMap(({ allocations }) => allocations)).toEqual([])
  })

  it('money of a known payer who owes nothing is his credit', () => {
    const verdict = ask(aLine(50_003, 'VIR ACOMPTE CDE', { payerIban: iban }), { items: [] })
    expect(verdict.proposals[0]).toMatchObject({ kind: 'customerCredit', customer: 1, credit: 50_003 })
    expect(verdict.decision).toBe('suggest')
  })
})

describe('one line by any hand', () => {
  const label = 'Virement reçu de Nordélec Industrie, règlement facture F-2026-0944'
  const other = 'Kerval Côte d’Émeraude règlement F-2026-0701'
  const hands: readonly ((text: string) => string)[] = [
    (text) => text,
    (text) => text.toUpperCase(),
    (text) => text.toLowerCase(),
    (text) => text.normalize('NFD'),
    (text) => text.normalize('NFD').replace(/\p{M}/gu, ''),
    (text) => text.replaceAll(' ', '  '),
    (text) => `  ${text}  `,
  ]
  const answer = ({ decision, proposals, mayConcern }: Verdict) => ({
    decision,
    mayConcern,
    proposals: proposals.map(({ kind, customer, allocations, credit, confidence, chances }) => ({
      kind,
      customer,
      allocations,
      credit,
      confidence,
      chances,
    })),
  })

  it('capitals, accents and blanks of the label change nothing of the answer', () => {
    const hand = fc.array(fc.constantFrom(...hands), { minLength: 1, maxLength: 3 })
    const amount = fc.constantFrom(930_051, 930_050, 80_433, 500_000, 571_291)
    fc.assert(
      fc.property(fc.constantFrom<string>(label, other), hand, amount, (text, some, paid) => {
        const written = some.reduce<string>((before, change) => change(before), text)
        expect(answer(ask(aLine(paid, written)))).toEqual(answer(ask(aLine(paid, text))))
      }),
      { numRuns: 60 },
    )
  })

  it('nor do capitals, accents and blanks of the payer’s name and account', () => {
    const plain = answer(ask(aLine(930_051, 'VIR', { payerName: 'NORDELEC INDUSTRIE', payerIban: iban })))
    for (const payerName of ['Nordélec Industrie', 'nordelec  industrie', 'NORDÉLEC INDUSTRIE'])
      for (const payerIban of [iban, 'FR76 3000 6000 0112 3456 7890 189', iban.toLowerCase()])
        expect(answer(ask(aLine(930_051, 'VIR', { payerName, payerIban })))).toEqual(plain)
  })

  it('the order of items and customers changes nothing of the answer', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(items, { minLength: items.length }),
        fc.shuffledSubarray(customers, { minLength: customers.length }),
        fc.constantFrom(930_051, 571_291, 1_860_117 + 930_051, 400_000),
        (mixed, people, paid) => {
          const line = aLine(paid, 'VIR KERVAL NORDELEC')
          expect(answer(ask(line, { items: mixed, customers: people }))).toEqual(answer(ask(line)))
        },
      ),
      { numRuns: 40 },
    )
  })
})
