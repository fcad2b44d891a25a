import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asDate } from '../../calendar/calendar-date.ts'
import type { StatementFormat } from '../statements/statement-file.ts'
import { contentOf, type KnownLines, type KnownStatement, type LineSeen, tellNewLines } from './tell-new-lines.ts'

const aLine = (fields: Partial<LineSeen> = {}): LineSeen => ({
  bookedOn: asDate('2026-11-20'),
  amount: 12_000,
  label: 'VIR SEPA CASTEL',
  remittance: '',
  endToEndId: null,
  otherName: null,
  otherIban: null,
  bankReference: null,
  ...fields,
})

interface Brought extends KnownStatement {
  readonly lines: readonly LineSeen[]
}

const statement = (
  lines: readonly LineSeen[],
  balances: readonly [number | null, number | null] = [null, null],
  format: StatementFormat = 'camt',
): Brought => {
  const days = lines.map((line) => line.bookedOn).sort()
  const [from = asDate('2026-11-20'), to = asDate('2026-11-20')] = [days[0], days.at(-1)]
  return { lines, format, from, to, openingOn: null, opening: balances[0], closing: balances[1] }
}

/** Brings statements one after the other, as the database would keep them; answers how many lines each was the first to bring. */
function bring(...some: readonly Brought[]): number[] {
  const known: KnownLines[] = []
  return some.map((one) => {
    const lines = tellNewLines(one, known)
    known.push({ statement: one, lines })
    return lines.length
  })
}

const day = (number: number) => asDate(`2026-11-${String(number).padStart(2, '0')}`)

describe('each real line comes once', () => {
  it('when a statement comes twice', () => {
    const once = statement([aLine(), aLine({ amount: 500 })])
    expect(bring(once, once)).toEqual([2, 0])
  })

  it('when the same payment came three times in a day', () => {
    const three = statement([aLine(), aLine(), aLine()])
    expect(bring(three, three)).toEqual([3, 0])
  })

  it('when statements of a day grow as the day goes on', () => {
    expect(bring(statement([aLine()], [0, 12_000]), statement([aLine(), aLine()], [0, 24_000]))).toEqual([1, 1])
  })

  it('when two statements overlap by some days', () => {
    const lines = [18, 19, 20, 21].map((number) => aLine({ bookedOn: day(number) }))
    expect(bring(statement(lines.slice(0, 3)), statement(lines.slice(1)))).toEqual([3, 1])
  })

  it('when a day comes in two halves that follow one another by their balances, in any order, and then whole', () => {
    const morning = statement([aLine()], [0, 12_000])
    const afternoon = statement([aLine()], [12_000, 24_000])
    const whole = statement([aLine(), aLine()], [0, 24_000])
    expect(bring(morning, afternoon, whole, afternoon, morning)).toEqual([1, 1, 0, 0, 0])
    expect(bring(afternoon, morning, whole)).toEqual([1, 1, 0])
    expect(bring(whole, afternoon, morning)).toEqual([2, 0, 0])
    expect(bring(morning, whole, afternoon)).toEqual([1, 1, 0])
  })

  it('when a statement whose balances are equal comes twice', () => {
    const back = statement([aLine(), aLine({ amount: -12_000, label: 'REJET' })], [700, 700])
    expect(bring(back, back)).toEqual([2, 0])
  })

  it('when the bank gives references: equal payments with two references are two', () => {
    const [a, b] = [aLine({ bankReference: 'A1' }), aLine({ bankReference: 'B2' })]
    expect(bring(statement([a]), statement([b]), statement([a, b]))).toEqual([1, 1, 0])
  })

  it('when several payments of a day share one reference', () => {
    const batch = statement([aLine({ bankReference: 'LOT 7' }), aLine({ bankReference: 'LOT 7' })])
    expect(bring(batch, batch)).toEqual([2, 0])
  })

  it('when the reference is only given at the end of the day', () => {
    expect(bring(statement([aLine()]), statement([aLine({ bankReference: 'A1' })]))).toEqual([1, 0])
  })

  it('when OFX numbers its lines anew at each download', () => {
    const [first, again] = ['20261120-1', '20261120-77'].map((bankReference) =>
      statement([aLine({ bankReference })], [null, 5], 'ofx'),
    )
    expect(bring(first as Brought, again as Brought)).toEqual([1, 0])
  })

  it('when the same day comes in two formats, which word it differently', () => {
    const camt = statement([aLine({ bankReference: 'A1' }), aLine({ amount: 500 })], [0, 12_500])
    const cfonb = statement(
      [aLine({ label: 'VIR CASTEL F-118', bankReference: '0000117' }), aLine({ amount: 500, label: 'X' })],
      [0, 12_500],
      'cfonb120',
    )
    expect(bring(camt, cfonb, cfonb, camt)).toEqual([2, 0, 0, 0])
  })

  it('when only the wording differs: those are two', () => {
    expect(bring(statement([aLine()]), statement([aLine({ label: 'VIR SEPA DAUMAS' })]))).toEqual([1, 1])
  })

  it('whatever the payments of some days, and however they are cut into statements that overlap', () => {
    const line = fc.record({
      bookedOn: fc.integer({ min: 2, max: 6 }).map(day),
      amount: fc.constantFrom(100, 200),
      label: fc.constantFrom('A', 'B'),
      bankReference: fc.constant(null),
    })
    const spans = fc.array(fc.tuple(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 2, max: 6 })), { maxLength: 8 })
    fc.assert(
      fc.property(fc.array(line, { maxLength: 25 }), spans, (fields, cuts) => {
        const all = fields.map(aLine)
        const within = ([a, b]: readonly [number, number]) =>
          statement(all.filter(({ bookedOn }) => bookedOn >= day(Math.min(a, b)) && bookedOn <= day(Math.max(a, b))))
        const counts = bring(...cuts.map(within), statement(all))
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(all.length)
      }),
    )
  })
})

describe('what tells a line from another', () => {
  it.each([
    ['its day', { bookedOn: day(19) }],
    ['its amount', { amount: 12_001 }],
    ['its sign', { amount: -12_000 }],
    ['its label', { label: 'VIR SEPA DAUMAS' }],
    ['its remittance', { remittance: 'FACTURE 12' }],
    ['its end-to-end reference', { endToEndId: 'E-1' }],
    ['who paid', { otherName: 'CASTEL' }],
    ['the account it came from', { otherIban: 'FR7630006000011234567890189' }],
  ] as const)('is %s', (_what, other) => {
    expect(bring(statement([aLine()]), statement([aLine(other)]))).toEqual([1, 1])
  })

  it('is not how the bank spaces its words', () => {
    expect(bring(statement([aLine()]), statement([aLine({ label: ' VIR  SEPA\tCASTEL ' })]))).toEqual([1, 0])
    expect(contentOf(aLine({ label: 'A  B', remittance: ' C ' }))).toBe(
      contentOf(aLine({ label: 'A B', remittance: 'C' })),
    )
  })

  it('is where its words stand: a label is no remittance', () => {
    expect(contentOf(aLine({ label: 'A B' }))).not.toBe(contentOf(aLine({ label: 'A', remittance: 'B' })))
  })

  it('is not a reference that only one of two formats gives', () => {
    const camt = statement([aLine({ bankReference: 'A1' })], [0, 12_000])
    const mt940 = statement([aLine({ bankReference: 'ZZ', label: 'OTHER' })], [0, 12_000], 'mt940')
    expect(bring(camt, mt940)).toEqual([1, 0])
  })
})

describe('the lines that are new', () => {
  it('are given as they came, in their order', () => {
    const lines = [aLine({ amount: 3 }), aLine({ amount: 1 }), aLine({ amount: 2 })]
    const known: KnownLines[] = [{ statement: statement([]), lines: [aLine({ amount: 1 })] }]
    expect(tellNewLines(statement(lines), known)).toEqual([lines[0], lines[2]])
  })

  it('are all of them where nothing is known yet, and none of an empty statement', () => {
    expect(tellNewLines(statement([aLine(), aLine()]), [])).toHaveLength(2)
    expect(tellNewLines(statement([]), [{ statement: statement([]), lines: [aLine()] }])).toEqual([])
  })

  it('are those beyond what is known, where equal payments came more often', () => {
    const of = (count: number) => statement(Array.from({ length: count }, () => aLine()))
    expect(bring(of(2), of(5), of(3), of(6))).toEqual([2, 3, 0, 1])
  })

  it('leave a line that is known to one statement for the next that wants it', () => {
    const [a, b] = [aLine({ bankReference: 'A1' }), aLine({ bankReference: 'B2', label: 'OTHER' })]
    expect(bring(statement([a]), statement([b]), statement([b, a]))).toEqual([1, 1, 0])
  })

  it('match the reference of the bank before the words, so that none is taken by another', () => {
    const [a, plain] = [aLine({ bankReference: 'A1' }), aLine()]
    expect(bring(statement([a, plain]), statement([plain, a]))).toEqual([2, 0])
  })

  it('are not hidden by statements of which this is the other half', () => {
    const morning = statement([aLine()], [0, 12_000])
    const evening = statement([aLine()], [12_000, 24_000])
    const night = statement([aLine()], [24_000, 36_000])
    expect(bring(evening, night, morning)).toEqual([1, 1, 1])
  })

  it('are kept when a day that came and went by the same sum comes again, part by part', () => {
    const back = aLine({ amount: -12_000, label: 'REJET' })
    const parts = [
      statement([aLine()], [0, 12_000]),
      statement([back], [12_000, 0]),
      statement([aLine({ amount: 5 })], [0, 5]),
    ]
    expect(bring(...parts, ...parts)).toEqual([1, 1, 1, 0, 0, 0])
  })

  it('come once, however many parts a day of equal payments is cut into, forwards or backwards, and as often as they come again', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 2, maxLength: 6 })
    const orders = fc.array(fc.nat(), { minLength: 6, maxLength: 20 })
    fc.assert(
      fc.property(sizes, orders, (counts, picks) => {
        let balance = 0
        const parts = counts.map((count) => {
          const opening = balance
          balance += count * 12_000
          return statement(
            Array.from({ length: count }, () => aLine()),
            [opening, balance],
          )
        })
        const all = picks.flatMap((pick) => parts[pick % parts.length] ?? [])
        const total = counts.reduce((sum, count) => sum + count, 0)
        // Two parts are told apart through those between them, so each comes beside one that is there.
        const whole = statement(
          Array.from({ length: total }, () => aLine()),
          [0, balance],
        )
        expect(bring(...parts, ...all, whole).reduce((sum, count) => sum + count, 0)).toBe(total)
        expect(bring(...parts.toReversed(), ...all).reduce((sum, count) => sum + count, 0)).toBe(total)
      }),
    )
  })

  it('come once, in whatever format each statement of some whole days is', () => {
    const amounts = fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 8 })
    const formats = fc.array(fc.constantFrom<StatementFormat>('camt', 'cfonb120', 'mt940'), {
      minLength: 2,
      maxLength: 5,
    })
    fc.assert(
      fc.property(amounts, formats, (all, given) => {
        const total = all.reduce((sum, amount) => sum + amount, 0)
        const inFormat = (format: StatementFormat) =>
          statement(
            all.map((amount, index) =>
              aLine({
                amount,
                label: `${format} ${index}`,
                bankReference: format === 'mt940' ? null : `${format}${index}`,
              }),
            ),
            [0, total],
            format,
          )
        expect(bring(...given.map(inFormat)).reduce((sum, count) => sum + count, 0)).toBe(all.length)
      }),
    )
  })
})
