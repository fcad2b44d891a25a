import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asDate } from '../../calendar/calendar-date.ts'
import type { StatementFormat } from '../statements/statement-file.ts'
import { type KnownLines, type KnownStatement, type LineSeen, tellNewLines } from './tell-new-lines.ts'

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
