import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, asDate } from '../../../calendar/calendar-date.ts'
import { asCurrency } from '../../../money/money.ts'
import type { StatementWarning } from '../statement-file.ts'
import { parseEntry } from './entry.ts'
import { joinLines } from './information.ts'
import { lineOfEntry } from './statement-line.ts'

const read = (first: string, information: readonly string[] = [], currency = 'EUR') => {
  const [own = '', ...below] = first.split('\n')
  const entry = parseEntry({ tag: '61', lines: [own, ...below], line: 7 })
  if (!entry) throw new Error(`no movement: ${first}`)
  if (information.length > 0) entry.information.push({ tag: '86', lines: [...information] })
  const warnings: StatementWarning[] = []
  const line = lineOfEntry(entry, {
    entry: 2,
    currency: asCurrency(currency),
    warn: (warning) => void warnings.push(warning),
  })
  return { line, warnings }
}

describe('the days of a movement', () => {
  it.each([
    ['2603230323C1,N', '2026-03-23', '2026-03-23'],
    ['2603230322C1,N', '2026-03-22', '2026-03-23'],
    ['260323C1,N', '2026-03-23', '2026-03-23'],
    ['2601021231C1,N', '2025-12-31', '2026-01-02'],
    ['2512310102C1,N', '2026-01-02', '2025-12-31'],
    ['0001010103C1,N', '2000-01-03', '2000-01-01'],
    ['9912310101C1,N', '2000-01-01', '1999-12-31'],
    ['7001011231C1,N', '1969-12-31', '1970-01-01'],
    ['2403010229C1,N', '2024-02-29', '2024-03-01'],
  ])('%s was booked on %s and counts from %s', (first, bookedOn, valueOn) => {
    const { line, warnings } = read(`${first}TRFX`)
    expect([line?.bookedOn, line?.valueOn, warnings]).toEqual([bookedOn, valueOn, []])
  })

  it.each(['260230C1,NTRFX', '2603231331C1,NTRFX', '2603230230C1,NTRFX'])('do not exist in %s', (first) => {
    const { line, warnings } = read(first)
    expect(line).toBeUndefined()
    expect(warnings).toMatchObject([{ code: 'dateUnreadable', line: 7, field: '61' }])
  })

  it('are found again whatever the year, where they lie within half a year of one another', () => {
    fc.assert(
      fc.property(fc.integer({ min: 200, max: 36_000 }), fc.integer({ min: -170, max: 170 }), (count, apart) => {
        const valueOn = addDays(asDate('1970-01-01'), count)
        const bookedOn = addDays(valueOn, apart)
        const written = valueOn.slice(2).replaceAll('-', '') + bookedOn.slice(5).replaceAll('-', '')
        expect(read(`${written}C1,NTRFX`).line).toMatchObject({ bookedOn, valueOn })
      }),
    )
  })
})

describe('the amount of a movement', () => {
  it.each([
    ['260323C1234,56N', 'EUR', 123_456],
    ['260323D1234,56N', 'EUR', -123_456],
    ['260323RC1234,56N', 'EUR', -123_456],
    ['260323RD1234,56N', 'EUR', 123_456],
    ['260323C1234,N', 'EUR', 123_400],
    ['260323C1234,N', 'JPY', 1_234],
    ['260323C1,234N', 'TND', 1_234],
    ['260323C0001,20N', 'EUR', 120],
  ])('%s in %s is %i of the smallest unit', (first, currency, amount) => {
    expect(read(`${first}TRFX`, [], currency).line?.amount).toBe(amount)
  })

  it.each([
    ['260323C1,005NTRFX', 'impossiblePrecision'],
    ['260323C100000000000,01NTRFX', 'amountTooLarge'],
    ['260323C0,00NTRFX', 'zeroLine'],
  ])('%s is none: %s', (first, code) => {
    const { line, warnings } = read(first)
    expect([line, warnings.map((one) => [one.code, one.line])]).toEqual([undefined, [[code, 7]]])
  })
})

describe('what a movement is', () => {
  it.each([
    ['NTRF', 'transfer'],
    ['NSTO', 'transfer'],
    ['NDDT', 'directDebit'],
    ['NCOL', 'directDebit'],
    ['NCHG', 'fee'],
    ['FCOM', 'fee'],
    ['NBOE', 'billOfExchange'],
    ['NMSC', 'other'],
  ])('of the type %s is %s', (type, kind) => {
    expect(read(`260323C1,${type}X`).line?.kind).toBe(kind)
  })

  it('is told by the code of the information where the type says nothing', () => {
    expect(read('260323C1,NMSCX', ['166?20X']).line).toMatchObject({ kind: 'transfer', operation: 'NMSC 166' })
  })

  it.each([
    ['a reversed mark', '260323RC1,NTRFX', []],
    ['its type', '260323D1,NRTIX', []],
    ['the code of its information', '260323D1,NMSCX', ['109?20RUECKLASTSCHRIFT']],
    ['the reason in its information', '260323D1,NTRFX', ['/RTRN/AC04/NAME/X/REMI/Y']],
  ])('is a payment that came back, told by %s', (_what, first, information) => {
    const { line } = read(first, information)
    expect(line?.kind).toBe('returned')
    expect(line?.returned).not.toBeNull()
  })

  it('names its reason where the bank gives one', () => {
    expect(read('260323D1,NTRFX', ['/RTRN/AC04/NAME/X/REMI/Y']).line?.returned).toEqual({ reason: 'AC04', text: null })
  })
})

describe('the references of a movement', () => {
  it('are the one of the owner where it looks like one, and the one of the bank', () => {
    const of = (first: string, information: readonly string[] = []) => {
      const { line } = read(first, information)
      return [line?.endToEndId, line?.bankReference]
    }
    expect(of('260323C1,NTRFF2026-031//BANK42')).toEqual(['F2026-031', 'BANK42'])
    expect(of('260323C1,NTRFNONREF')).toEqual([null, null])
    expect(of('260323C1,NTRFEREF//000', ['166?20EREF+E-1'])).toEqual(['E-1', null])
    expect(of('260323C1,NTRFVIREMENT')).toEqual([null, null])
    expect(of('260323C1,NTRFF2026-031', ['166?20EREF+E-1'])).toEqual(['E-1', null])
    expect(of('260323C1,NTRF23.03. 10:42')).toEqual([null, null])
  })

  it('are the label where nothing else is written', () => {
    expect(read('260323C1,NTRFF2026-031\nFRAIS INCLUS').line?.label).toBe('F2026-031 FRAIS INCLUS')
  })
})

describe('the amount of the order', () => {
  it('is in its own currency, below the movement', () => {
    expect(read('260323C1,NTRFX\n/OCMT/USD1200,50/EXCH/1,1/').line?.original).toEqual({
      amount: 120_050,
      currency: 'USD',
    })
    expect(read('260323C1,NTRFX\n/OCMT/JPY1200,/').line?.original).toEqual({ amount: 1_200, currency: 'JPY' })
  })

  it.each(['/OCMT/EUR1200,50/', '/OCMT/XXX1,/', '/OCMT/USD1,005/', 'OCMT USD 12'])('is none in %s', (below) => {
    expect(read(`260323C1,NTRFX\n${below}`).line?.original).toBeNull()
  })
})

describe('the lines of an information', () => {
  it.each([
    [['ONE', 'TWO'], 'ONE TWO'],
    [['X'.repeat(65), 'Y'], `${'X'.repeat(65)}Y`],
    [['X'.repeat(63), 'Y'], `${'X'.repeat(63)}Y`],
    [['X'.repeat(62), 'Y'], `${'X'.repeat(62)} Y`],
    [['ONE', ' TWO'], 'ONE TWO'],
    [['ONE ', 'TWO'], 'ONE TWO'],
    [['166?20A', '?21B'], '166?20A?21B'],
    [['/NAME/A', '/REMI/B'], '/NAME/A/REMI/B'],
    [[], ''],
  ] as const)('%j are %j', (lines, text) => {
    expect(joinLines(lines)).toBe(text)
  })
})
