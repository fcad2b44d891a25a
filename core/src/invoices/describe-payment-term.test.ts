import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { describePaymentTerm } from './describe-payment-term.ts'
import { parsePaymentTerm } from './parse-payment-term.ts'
import type { PaymentTerm, SingleTerm } from './payment-terms.ts'

const dayCount = fc.integer({ min: 1, max: 120 })
const plainTerm: fc.Arbitrary<SingleTerm> = fc.oneof(
  fc.record({ kind: fc.constantFrom('net', 'eomThen'), days: fc.nat(120) }),
  fc.record({ kind: fc.constantFrom('eomAfter', 'decadeEndThen', 'ambiguous'), days: dayCount }),
  fc.record({ kind: fc.constantFrom('months', 'eomMonths'), months: fc.integer({ min: 1, max: 12 }) }),
)
const singleTerm: fc.Arbitrary<SingleTerm> = fc.oneof(
  plainTerm,
  fc.record({ kind: fc.constant('dayOfMonth'), day: fc.integer({ min: 1, max: 31 }), after: plainTerm }),
)
const instalments: fc.Arbitrary<PaymentTerm> = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 2500 }), singleTerm), { minLength: 1, maxLength: 3 })
  .chain((first) =>
    singleTerm.map((last) => {
      const left = first.reduce((rest, [weight]) => rest - weight, 10_000)
      const parts = [...first, [left, last] as const].map(([weight, term]) => ({ weight, term }))
      return { kind: 'instalments' as const, parts }
    }),
  )

describe('a payment term in words', () => {
  const inBoth = (term: PaymentTerm) => [describePaymentTerm(term, 'fr'), describePaymentTerm(term, 'en')]

  it('is said as people write it', () => {
    expect(inBoth({ kind: 'net', days: 0 })).toEqual(['à réception', 'on receipt'])
    expect(inBoth({ kind: 'net', days: 1 })).toEqual(['1 jour', '1 day'])
    expect(inBoth({ kind: 'dayOfMonth', day: 15, after: { kind: 'eomAfter', days: 45 } })).toEqual([
      '45 jours puis fin de mois, le 15',
      '45 days then end of month, on the 15th',
    ])
    const parts = [
      { weight: 30, term: { kind: 'net', days: 0 } },
      { weight: 70, term: { kind: 'eomThen', days: 30 } },
    ] as const
    expect(inBoth({ kind: 'instalments', parts })).toEqual([
      '30\u00a0% à réception, solde fin de mois + 30 jours',
      '30% on receipt, balance end of month + 30 days',
    ])
  })

  it('is read back as the same term, in both languages', () => {
    fc.assert(
      fc.property(fc.oneof(singleTerm, instalments), fc.constantFrom('fr', 'en'), (term, language) => {
        expect(parsePaymentTerm(describePaymentTerm(term, language))).toEqual({ ok: true, term })
      }),
      { numRuns: 1000 },
    )
  })
})
