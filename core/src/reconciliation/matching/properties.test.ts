import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { BankLine, BookedItem, Books } from './books.ts'
import { areRelated } from './candidate-payers.ts'
import { openMatcher } from './open-matcher.ts'
import type { Verdict } from './proposal.ts'
import { aCustomer, aLine, anItem, day, someBooks } from './testing/some-books.ts'

const iban = 'FR7630006000011234567890189'
const customers = [
  aCustomer(1, { name: 'Groupe Nordelec', ibans: [iban] }),
  aCustomer(2, { name: 'Nordelec Lyon', parent: 1, earlyDiscount: { basisPoints: 200, days: 45 } }),
  aCustomer(3, { name: 'Kerval Logistique' }),
  aCustomer(4, { name: 'Kerval Transport', country: 'BE' }),
]

const someItems: fc.Arbitrary<BookedItem[]> = fc
  .array(
    fc.record({
      customer: fc.integer({ min: 1, max: 4 }),
      amount: fc.oneof(fc.integer({ min: -40_000, max: 300_000 }), fc.constantFrom(12_000, 24_000, 49_900)),
      left: fc.integer({ min: 1, max: 100 }),
      issued: fc.integer({ min: 1, max: 28 }),
    }),
    { minLength: 1, maxLength: 14 },
  )
  .map((drawn) =>
    drawn
      .filter(({ amount }) => amount !== 0)
      .map(({ customer, amount, left, issued }, at) => {
        const part = left > 80 ? Math.round((amount * left) / 100) : amount
        return anItem(at + 1, customer, {
          amount,
          amountDue: part === 0 ? amount : part,
          issueDate: day(`2026-09-${String(issued).padStart(2, '0')}`),
          dueDate: day(`2026-10-${String(issued).padStart(2, '0')}`),
        })
      }),
  )

interface Drawn {
  readonly books: Partial<Books>
  readonly line: BankLine
  readonly items: readonly BookedItem[]
}

/** A line that pays some of the items, nearly or exactly, and names some of them, or others. */
const stories: fc.Arbitrary<Drawn> = fc
  .record({
    items: someItems,
    paid: fc.array(fc.nat(13), { minLength: 1, maxLength: 4 }),
    named: fc.array(fc.nat(13), { maxLength: 3 }),
    beside: fc.oneof(
      fc.constant(0),
      fc.integer({ min: -3_000, max: 3_000 }),
      fc.integer({ min: -200_000, max: 200_000 }),
    ),
    payer: fc.constantFrom('GROUPE NORDELEC', 'NORDELEC LYON', 'KERVAL', 'KERVAL TRANSPORT', 'INCONNU', null),
    payerIban: fc.constantFrom(iban, 'BE68539007547034', null),
    words: fc.constantFrom('', 'ACOMPTE', 'SOLDE', 'REMBOURSEMENT', 'SEPTEMBRE', 'FACT DU 12/09/26'),
  })
  .map(({ items, paid, named, beside, payer, payerIban, words }) => {
    const set = new Set(paid)
    const total = items.reduce((sum, item, at) => sum + (set.has(at) ? item.amountDue : 0), beside)
    const numbers = named.map((at) => items[at]?.invoiceNumber ?? `F-2026-${at + 5000}`)
    const line = aLine(Math.max(1, Math.abs(total)), ['VIR', payer, words, ...numbers].filter(Boolean).join(' '), {
      payerIban,
      payerName: payer,
    })
    return { books: { customers, items }, line, items }
  })

const ask = ({ books, line }: Drawn): Verdict => openMatcher(someBooks(books)).propose(line, line.bookedOn)

describe('whatever the books and the line', () => {
  it('allocations and credit make the line, to the cent, and nothing is negative that is no credit note', () => {
    fc.assert(
      fc.property(stories, (drawn) => {
        for (const { kind, allocations, credit } of ask(drawn).proposals) {
          if (kind !== 'paysItems' && kind !== 'customerCredit') continue
          expect(allocations.reduce((sum, { amount }) => sum + amount, credit)).toBe(drawn.line.amount)
          expect(credit).toBeGreaterThanOrEqual(0)
        }
      }),
      { numRuns: 120 },
    )
  })

  it('no item is paid more than what is left of it, with what is written off, nor twice', () => {
    fc.assert(
      fc.property(stories, (drawn) => {
        const due = new Map(drawn.items.map(({ id, amountDue }) => [id, amountDue]))
        for (const { allocations } of ask(drawn).proposals) {
          expect(new Set(allocations.map(({ item }) => item)).size).toBe(allocations.length)
          for (const { item, amount, difference } of allocations) {
            const left = due.get(item) ?? 0
            if (left > 0) expect(amount + (difference?.amount ?? 0)).toBeLessThanOrEqual(left)
            else expect(amount).toBe(left)
            expect(amount).not.toBe(0)
            expect(difference?.amount ?? 1).toBeGreaterThan(0)
          }
        }
      }),
      { numRuns: 120 },
    )
  })

  it('money goes to the payer or his children only', () => {
    const byId = new Map(customers.map((one) => [one.id, one]))
    fc.assert(
      fc.property(stories, (drawn) => {
        const owner = new Map(drawn.items.map(({ id, customer }) => [id, customer]))
        for (const { customer, allocations } of ask(drawn).proposals)
          for (const { item } of allocations) expect(areRelated(customer ?? 0, owner.get(item) ?? -1, byId)).toBe(true)
      }),
      { numRuns: 80 },
    )
  })

  it('the order of the books changes nothing, and asking twice neither', () => {
    fc.assert(
      fc.property(stories, (drawn) => {
        const once = ask(drawn)
        const reversed = { customers: customers.toReversed(), items: drawn.items.toReversed() }
        expect(ask({ ...drawn, books: reversed })).toEqual(once)
        expect(ask(drawn)).toEqual(once)
      }),
      { numRuns: 80 },
    )
  })

  it('what is settled day by day answers like books opened anew', () => {
    fc.assert(
      fc.property(stories, fc.nat(13), (drawn, at) => {
        const item = drawn.items[at]
        fc.pre(item !== undefined)
        const kept = openMatcher(someBooks(drawn.books))
        kept.settle([{ item: item.id, due: 0, on: day('2026-10-01') }])
        const anew = openMatcher(
          someBooks({
            customers,
            items: drawn.items.filter(({ id }) => id !== item.id),
            settled: [
              {
                customer: item.customer,
                invoiceNumber: item.invoiceNumber,
                amount: item.amount,
                settledOn: day('2026-10-01'),
              },
            ],
          }),
        )
        const [left, right] = [kept, anew].map((matcher) => matcher.propose(drawn.line, drawn.line.bookedOn))
        expect(left?.decision).toBe(right?.decision)
        expect(left?.proposals[0]?.allocations).toEqual(right?.proposals[0]?.allocations)
        kept.settle([{ item: item.id, due: item.amountDue, on: day('2026-10-02') }])
        expect(kept.propose(drawn.line, drawn.line.bookedOn).proposals[0]?.allocations).toEqual(
          ask(drawn).proposals[0]?.allocations,
        )
      }),
      { numRuns: 60 },
    )
  })

  it('nothing is applied by itself when two proposals could both be true', () => {
    fc.assert(
      fc.property(stories, (drawn) => {
        const { decision, proposals } = ask(drawn)
        const [first, second] = proposals
        if (decision === 'auto') expect((first?.chances ?? 0) > 50 * (second?.chances ?? 0)).toBe(true)
        for (const { confidence } of proposals.slice(1)) expect(confidence).not.toBe('almostCertain')
        expect(first?.confidence === 'almostCertain').toBe(decision === 'auto')
      }),
      { numRuns: 80 },
    )
  })
})
