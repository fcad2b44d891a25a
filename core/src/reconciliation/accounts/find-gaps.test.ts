import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, asDate } from '../../calendar/calendar-date.ts'
import { type ChainLink, findGaps, type Gap } from './find-gaps.ts'

/** November 2026: the 9th is a Monday, the 11th a public holiday. */
const day = (number: number) => asDate(`2026-11-${String(number).padStart(2, '0')}`)

const link = (
  from: number,
  to: number,
  opening: number | null,
  closing: number | null,
  openingOn = from,
): ChainLink => ({
  from: day(from),
  to: day(to),
  openingOn: opening === null ? null : day(openingOn),
  opening,
  closing,
})
const days = (gaps: readonly Gap[]) =>
  gaps.map(({ from, to, missing, kind }) => [from.slice(8), to.slice(8), missing, kind])

describe('what is missing between the statements of an account', () => {
  it('is nothing where each opens with what the one before closed with, however many days lie between', () => {
    expect(findGaps([link(2, 2, 100, 250), link(9, 10, 250, 240), link(30, 30, 240, 0)])).toEqual([])
  })

  it('are the working days between two whose balances do not follow one another', () => {
    expect(days(findGaps([link(10, 10, 100, 250), link(16, 16, 370, 400)]))).toEqual([['12', '13', 120, 'days']])
  })

  it('begins and ends with a day on which banks work', () => {
    expect(days(findGaps([link(6, 6, 0, 10), link(16, 16, 9, 9)]))).toEqual([['09', '13', -1, 'days']])
  })

  it('ends on the day of the opening balance where the bank dates it before the lines', () => {
    expect(days(findGaps([link(10, 10, 0, 10), link(19, 19, 20, 30, 16)]))).toEqual([['12', '16', 10, 'days']])
  })

  it('is still told where a statement without balances came for a day that another one has', () => {
    const bare = link(16, 16, null, null)
    for (const links of [
      [link(10, 10, 100, 250), bare, link(16, 16, 370, 400), link(18, 18, 410, 420)],
      [link(10, 10, 100, 250), link(16, 16, 370, 400), bare, link(18, 18, 410, 420)],
    ])
      expect(days(findGaps(links))).toEqual([
        ['12', '13', 120, 'days'],
        ['17', '17', 10, 'days'],
      ])
  })

  it('is a seam where no working day lies between the two', () => {
    expect(days(findGaps([link(13, 13, 0, 10), link(16, 16, 12, 30)]))).toEqual([['13', '16', 2, 'seam']])
  })

  it('is found whatever the order in which statements came', () => {
    const links = [link(16, 16, 370, 400), link(9, 9, 0, 100), link(10, 10, 100, 250)]
    expect(days(findGaps(links))).toEqual([['12', '13', 120, 'days']])
  })

  it('is nothing between statements that overlap, or that came twice', () => {
    expect(findGaps([link(2, 13, 0, 500), link(9, 10, 70, 90), link(9, 10, 70, 90), link(16, 17, 500, 600)])).toEqual(
      [],
    )
  })

  it('is nothing between the pages of one day, and the last page leads to the next day', () => {
    expect(findGaps([link(9, 9, 0, 10), link(9, 9, 10, 30), link(10, 10, 30, 31)])).toEqual([])
    expect(findGaps([link(9, 9, 10, 30), link(9, 9, 0, 10), link(10, 10, 30, 31)])).toEqual([])
  })

  it('is not claimed beside a statement without balances', () => {
    expect(findGaps([link(2, 2, 0, 10), link(9, 9, null, 20), link(16, 16, 99, 100)])).toEqual([])
  })

  it('is told for each place where something is missing, and once', () => {
    const links = [link(2, 2, 0, 10), link(5, 5, 20, 30), link(9, 9, 30, 31), link(16, 16, 0, 1)]
    expect(days(findGaps(links))).toEqual([
      ['03', '04', 10, 'days'],
      ['10', '13', -31, 'days'],
    ])
  })

  it('is nothing for an account of one statement, or of none', () => {
    expect([findGaps([]), findGaps([link(2, 30, 0, 10)])]).toEqual([[], []])
  })

  it('is what the balances lack, below nothing where money went out', () => {
    const missing = (closing: number, opening: number) =>
      findGaps([link(9, 9, 0, closing), link(13, 13, opening, opening)]).map((gap) => gap.missing)
    expect([missing(100, 101), missing(100, 99), missing(-100, 100), missing(100, 100)]).toEqual([[1], [-1], [200], []])
  })

  it('is never claimed within one day: pages of it may come in any order', () => {
    expect(findGaps([link(9, 9, 0, 10), link(9, 9, 70, 90)])).toEqual([])
  })

  it('is not claimed behind a statement without its own opening balance', () => {
    expect(findGaps([link(9, 9, null, 10), link(13, 13, 99, 100)])).toEqual([])
  })

  it('is counted from the last day that is covered, not from the last statement that came', () => {
    const links = [link(2, 13, 0, 500), link(9, 10, 70, 90), link(20, 20, 510, 600)]
    expect(days(findGaps(links))).toEqual([['16', '19', 10, 'days']])
  })

  it('is the same in whatever order statements came', () => {
    const links = [link(2, 2, 0, 10), link(5, 5, 20, 30), link(9, 9, 30, 31), link(16, 16, 0, 1), link(17, 20, 1, 7)]
    fc.assert(
      fc.property(fc.shuffledSubarray(links, { minLength: links.length }), (shuffled) => {
        expect(findGaps(shuffled)).toEqual(findGaps(links))
      }),
    )
  })

  it('is exactly the statement taken out of a chain of daily ones that all moved', () => {
    const moves = fc.array(fc.integer({ min: 1, max: 10_000 }), { minLength: 3, maxLength: 60 })
    fc.assert(
      fc.property(moves, fc.nat(), (amounts, place) => {
        let balance = 0
        const chain = amounts.map((amount, index): ChainLink => {
          const [opening, on] = [balance, addDays(asDate('2026-01-05'), index)]
          balance += amount
          return { from: on, to: on, openingOn: on, opening, closing: balance }
        })
        const out = 1 + (place % (chain.length - 2))
        expect(findGaps(chain)).toEqual([])
        expect(findGaps(chain.toSpliced(out, 1)).map((gap) => gap.missing)).toEqual([amounts[out]])
      }),
    )
  })
})
