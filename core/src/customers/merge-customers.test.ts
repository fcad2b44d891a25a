import { describe, expect, it } from 'vitest'
import { asDate } from '../calendar/calendar-date.ts'
import { type MergedCard, mergeCustomers, type Ties } from './merge-customers.ts'

const today = asDate('2026-11-23')

const aCard = (given: Partial<MergedCard> = {}): MergedCard => ({
  id: 1,
  code: 'C1',
  name: 'Menuiseries Castel',
  category: 'company',
  siren: null,
  vatNumber: null,
  language: 'fr',
  currency: 'EUR',
  paymentTerms: null,
  automaticMeans: false,
  addressLine1: null,
  addressLine2: null,
  postcode: null,
  city: null,
  country: 'FR',
  phone: null,
  salesRepId: null,
  collectorId: null,
  parentId: null,
  scenarioId: null,
  creditLimit: null,
  customerSince: null,
  tradeName: null,
  accountCode: null,
  earlyDiscountBasisPoints: null,
  earlyDiscountDays: null,
  awaitedParentCode: null,
  pausedOn: null,
  pausedUntil: null,
  pauseNote: null,
  handedOverOn: null,
  insolvencyOn: null,
  ...given,
})

const standard = { id: 10, firstStepDays: 7 }
const merged = (kept: Partial<MergedCard>, other: Partial<MergedCard>, ties: Partial<Ties> = {}) =>
  mergeCustomers(aCard(kept), aCard({ id: 2, code: 'C2', name: 'CASTEL SARL', ...other }), {
    isBelowOther: false,
    otherIsBelow: false,
    scenario: { kept: standard, other: standard },
    today,
    ...ties,
  })
const becomes = (...given: Parameters<typeof merged>) => merged(...given).becomes
const warnings = (...given: Parameters<typeof merged>) => merged(...given).warnings

describe('two customers merged', () => {
  it('take trade name, account and discount from the other, rate and days together', () => {
    const theirs = { tradeName: 'Le Castel', accountCode: '411C', earlyDiscountBasisPoints: 200, earlyDiscountDays: 10 }
    expect(becomes({}, theirs)).toMatchObject(theirs)
    expect(becomes({ earlyDiscountBasisPoints: 100, earlyDiscountDays: null }, theirs)).toMatchObject({
      earlyDiscountBasisPoints: 100,
      earlyDiscountDays: null,
    })
  })

  it('keep what the one kept says, and take from the other what it does not say', () => {
    const { id, code, name, siren, phone, salesRepId, customerSince } = becomes(
      { phone: '01', salesRepId: 4, customerSince: asDate('2020-05-01') },
      { phone: '02', siren: '552100554', salesRepId: 5, customerSince: asDate('2018-01-01') },
    )
    expect([id, code, name, siren, phone, salesRepId]).toEqual([1, 'C1', 'Menuiseries Castel', '552100554', '01', 4])
    expect(customerSince).toBe('2018-01-01')
    expect(warnings({}, {})).toEqual([])
  })

  it('have one address, whole', () => {
    const there = { addressLine1: '3 quai du Port', postcode: '1000', city: 'Bruxelles', country: 'BE' }
    expect(becomes({ city: 'Nantes' }, there)).toMatchObject({ addressLine1: null, city: 'Nantes', country: 'FR' })
    expect(becomes({}, there)).toMatchObject(there)
    expect(becomes({ country: 'LU' }, {})).toMatchObject({ country: 'LU' })
  })

  it('that contradict each other are told so', () => {
    const all = warnings(
      { siren: '552100554', vatNumber: 'FR1', currency: 'EUR', category: 'company', language: 'fr' },
      { siren: '404833048', vatNumber: 'FR2', currency: 'CHF', category: 'individual', language: 'en' },
    )
    expect(all).toEqual([
      'differentSiren',
      'differentVatNumber',
      'differentCurrency',
      'differentCategory',
      'differentLanguage',
    ])
    expect(warnings({ siren: '552100554' }, { siren: null })).toEqual([])
  })

  it.each([
    ['open', { pausedUntil: null }, { pausedUntil: asDate('2026-12-24') }, null, false],
    [
      'longer of the two',
      { pausedUntil: asDate('2026-12-01') },
      { pausedUntil: asDate('2026-12-24') },
      '2026-12-24',
      true,
    ],
    ['of the other, without end', { pausedUntil: asDate('2026-12-01') }, { pausedUntil: null }, null, true],
    [
      'of the other when one’s own is over',
      { pausedUntil: asDate('2026-11-23') },
      { pausedUntil: asDate('2026-11-24') },
      '2026-11-24',
      true,
    ],
    [
      'of one’s own when that of the other is over',
      { pausedUntil: asDate('2026-12-01') },
      { pausedUntil: asDate('2026-11-01') },
      '2026-12-01',
      false,
    ],
  ] as const)('stay paused: %s', (_, kept, other, until, isSaid) => {
    const paused = { pausedOn: asDate('2026-10-01') }
    const of = merged({ ...paused, ...kept }, { ...paused, ...other })
    expect(of.becomes).toMatchObject({ pausedOn: '2026-10-01', pausedUntil: until })
    expect(of.warnings.includes('pauseStays')).toBe(isSaid)
  })

  it('stay handed over, insolvent, on direct debit, since the earlier day', () => {
    const other = { handedOverOn: asDate('2026-10-01'), insolvencyOn: asDate('2026-09-01'), automaticMeans: true }
    expect(becomes({ handedOverOn: asDate('2026-11-01') }, other)).toMatchObject({ ...other })
    expect(warnings({}, other)).toEqual(['insolvencyStays', 'handOverStays', 'automaticMeansStay'])
    expect(warnings(other, {})).toEqual([])
  })

  it('follow the scenario that begins later', () => {
    const [firm, gentle] = [
      { id: 11, firstStepDays: 3 },
      { id: 12, firstStepDays: 15 },
    ]
    const with_ = (kept: typeof firm, other: typeof firm) => ({ scenario: { kept, other } })
    expect(becomes({ scenarioId: 11 }, { scenarioId: 12 }, with_(firm, gentle)).scenarioId).toBe(12)
    expect(becomes({ scenarioId: 12 }, { scenarioId: 11 }, with_(gentle, firm)).scenarioId).toBe(12)
    expect(becomes({ scenarioId: 11 }, {}, with_(firm, standard)).scenarioId).toBe(null)
    expect(becomes({ scenarioId: 11 }, { category: 'individual' }, with_(firm, standard)).scenarioId).toBe(10)
    expect(becomes({}, { scenarioId: 11 }, with_(standard, firm)).scenarioId).toBe(null)
    expect(warnings({ scenarioId: 11 }, { scenarioId: 12 }, with_(firm, gentle))).toEqual(['gentlerScenario'])
    const none = { id: 13, firstStepDays: null } as unknown as typeof firm
    expect(becomes({}, { scenarioId: 13 }, with_(standard, none)).scenarioId).toBe(13)
  })

  it('belong to nobody below them', () => {
    expect(becomes({}, { parentId: 9 }).parentId).toBe(9)
    expect(becomes({ parentId: 8 }, { parentId: 9 }).parentId).toBe(8)
    expect(becomes({ parentId: 2 }, { parentId: 9 }, { isBelowOther: true }).parentId).toBe(9)
    expect(becomes({ parentId: 5 }, { parentId: null }, { isBelowOther: true }).parentId).toBe(null)
    expect(becomes({ parentId: null }, { parentId: 1 }, { otherIsBelow: true }).parentId).toBe(null)
    expect(warnings({ parentId: 2 }, {}, { isBelowOther: true })).toEqual(['keptBelongsToOther'])
    expect(warnings({}, { parentId: 1 }, { otherIsBelow: true })).toEqual(['otherBelongsToKept'])
  })
})
