import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asDate } from '../../calendar/calendar-date.ts'
import { type KnownLines, type KnownStatement, type LineSeen, tellLines } from './tell-new-lines.ts'

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

const given = (lines: readonly LineSeen[], balances: readonly [number | null, number | null]): Brought => ({
  lines,
  format: 'camt',
  from: asDate('2026-11-17'),
  to: asDate('2026-11-24'),
  openingOn: null,
  opening: balances[0],
  closing: balances[1],
})
const statement = (...lines: readonly LineSeen[]): Brought => given(lines, [0, 99_000])
const notification = (...lines: readonly LineSeen[]): Brought => given(lines, [null, null])

/** Brings them one after the other; answers what each was the first to bring, in cents, less what became its detail. */
function bring(...some: readonly Brought[]): number[][] {
  const known: KnownLines[] = []
  return some.map((one) => {
    const { fresh, detailed } = tellLines(one, known)
    for (const batch of detailed) {
      for (const { lines } of known) {
        const at = lines.indexOf(batch)
        if (at >= 0) (lines as LineSeen[])[at] = { ...batch, isBatch: false }
      }
    }
    known.push({ statement: one, lines: [...fresh] })
    return [...fresh.map(({ amount }) => amount), ...detailed.map(({ amount }) => -amount)]
  })
}

describe('a notification beside its statement', () => {
  it('is the same money when both give the reference of the entry, in either order', () => {
    const [told, booked] = [
      notification(aLine({ bankReference: 'A1', label: 'AVIS' })),
      statement(aLine({ bankReference: 'A1' })),
    ]
    expect(bring(told, booked)).toEqual([[12_000], []])
    expect(bring(booked, told)).toEqual([[12_000], []])
  })

  it('is the same money by its end-to-end id under other words and another reference', () => {
    const told = notification(
      aLine({ endToEndId: 'E-7', bankReference: 'N1', label: 'AVIS' }),
      aLine({ endToEndId: 'E-8', bankReference: 'N2', label: 'AVIS' }),
    )
    expect(
      bring(
        told,
        statement(aLine({ endToEndId: 'E-8', bankReference: 'S9' }), aLine({ endToEndId: 'E-7', bankReference: 'S8' })),
      ),
    ).toEqual([[12_000, 12_000], []])
  })

  it('is the same money by its day and amount alone, each line answering for one', () => {
    const booked = statement(aLine({ bankReference: 'S1' }), aLine({ bankReference: 'S2' }))
    expect(bring(notification(aLine({ label: 'AVIS' })), booked)).toEqual([[12_000], [12_000]])
  })

  it('is the same money on its value day, by a reference; and another payment without one', () => {
    const told = notification(aLine({ bookedOn: asDate('2026-11-19'), endToEndId: 'E-7', label: 'AVIS' }))
    expect(bring(told, statement(aLine({ endToEndId: 'E-7' })))).toEqual([[12_000], []])
    const nameless = notification(aLine({ bookedOn: asDate('2026-11-19'), endToEndId: 'NOTPROVIDED', label: 'AVIS' }))
    expect(bring(nameless, statement(aLine({ endToEndId: 'NOTPROVIDED' })))).toEqual([[12_000], [12_000]])
  })

  const parts = [7_000, 4_000, 1_000].map((amount, place) =>
    aLine({ amount, entry: 3, label: `REMISE ${place}`, bankReference: `D${place}` }),
  )

  it('gives a batch payment by payment: the batch that waits is put aside, once', () => {
    const booked = statement(aLine({ isBatch: true }), aLine({ amount: 500 }))
    expect(bring(booked, notification(...parts), booked, notification(...parts))).toEqual([
      [12_000, 500],
      [7_000, 4_000, 1_000, -12_000],
      [],
      [],
    ])
  })

  it('comes too late for a batch that somebody has settled', () => {
    const booked = statement(aLine({ isBatch: true, isSettled: true }), aLine({ amount: 500 }))
    expect(bring(booked, notification(...parts), notification(...parts))).toEqual([[12_000, 500], [], []])
  })

  it('has told a batch already that the statement gives as one amount', () => {
    const booked = statement(aLine({ amount: 500 }), aLine({ isBatch: true }))
    expect(bring(notification(...parts), booked, booked)).toEqual([[7_000, 4_000, 1_000], [500], []])
  })

  it('leaves a single payment that happens to be the sum of others', () => {
    const others = [aLine({ amount: 7_000 }), aLine({ amount: 5_000 })]
    expect(bring(notification(...others), statement(...others, aLine()))).toEqual([[7_000, 5_000], [12_000]])
  })

  it('two statements keep their own rule: equal payments with two references are two', () => {
    const [a, b] = [aLine({ bankReference: 'A1' }), aLine({ bankReference: 'B2' })]
    expect(bring(statement(a), statement(b))).toEqual([[12_000], [12_000]])
  })

  it('never brings more money than the statement has, whichever came first and however each words it', () => {
    const payment = fc.record({
      amount: fc.constantFrom(100, 200, 300),
      endToEndId: fc.constantFrom(null, 'E1', 'E2'),
      bankReference: fc.constantFrom(null, 'R1', 'R2'),
    })
    fc.assert(
      fc.property(fc.array(payment, { minLength: 1, maxLength: 8 }), fc.nat(), fc.boolean(), (all, cut, isFirst) => {
        const booked = statement(...all.map((fields) => aLine(fields)))
        const told = notification(
          ...all.slice(cut % all.length).map((fields) => aLine({ ...fields, label: 'AVIS', bankReference: null })),
        )
        const brought = bring(...(isFirst ? [told, booked] : [booked, told])).flat()
        expect(brought.toSorted()).toEqual(all.map(({ amount }) => amount).toSorted())
      }),
    )
  })

  it('two that call themselves statements are never one a notification of the other, with or without balances', () => {
    const bare = { ...notification(aLine({ bankReference: 'P1' })), isStatement: true }
    expect(bring({ ...statement(aLine({ bankReference: 'J1' })), isStatement: true }, bare)).toEqual([
      [12_000],
      [12_000],
    ])
    expect(bring({ ...statement(aLine({ bankReference: 'P1' })), isStatement: true }, bare)).toEqual([[12_000], []])
    expect(bring(statement(aLine({ bankReference: 'J1' })), notification(aLine({ bankReference: 'P1' })))).toEqual([
      [12_000],
      [],
    ])
  })
})
