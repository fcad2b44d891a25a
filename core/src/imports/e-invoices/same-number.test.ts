import { describe, expect, it } from 'vitest'
import { asDate } from '../../calendar/calendar-date.ts'
import { asCurrency, money } from '../../money/money.ts'
import type { InvoiceRow } from '../parse-row.ts'
import { type Namesake, settleNamesakes } from './same-number.ts'

const euros = (cents: number) => money(cents, asCurrency('EUR'))

interface Said {
  readonly total?: number
  readonly left?: number
  readonly issued?: string
  readonly due?: string | null
  readonly customer?: Partial<InvoiceRow['customer']>
  readonly kind?: InvoiceRow['kind']
}

/** One due line of FA-1, of 671.15 EUR of which 470.15 are left. */
function aRow({
  total = 67_115,
  left = 47_015,
  issued = '2026-11-13',
  due = '2026-12-13',
  ...said
}: Said = {}): InvoiceRow {
  return {
    line: 1,
    number: 'FA-1',
    numberMade: false,
    kind: said.kind ?? 'invoice',
    customer: { name: 'Ma jolie boutique', ...said.customer },
    total: euros(total),
    amountDue: euros(left),
    paid: euros(total - left),
    issueDate: asDate(issued),
    ...(due !== null && { dueDate: asDate(due) }),
  }
}

const anInvoice = (rows: readonly InvoiceRow[] = [aRow()], some: Partial<Namesake> = {}): Namesake => ({
  rows,
  isKnown: false,
  answer: null,
  ...some,
})

const kinds = (...namesakes: Namesake[]): string[] => settleNamesakes(namesakes).map(({ kind }) => kind)

describe('several electronic invoices under one number', () => {
  it('are one where they say the same, and the one that says when it is due stands', () => {
    const silent = anInvoice([aRow({ due: null })])
    expect(settleNamesakes([silent, anInvoice(), anInvoice()])).toEqual([
      { kind: 'repeats', by: 1 },
      { kind: 'stands' },
      { kind: 'repeats', by: 1 },
    ])
    expect(kinds(silent, silent)).toEqual(['stands', 'repeats'])
  })

  it('are one where one of them knows nothing but what is left, as the MINIMUM profile', () => {
    const bare = anInvoice([aRow({ total: 47_015, due: null })])
    const paid = anInvoice([aRow({ due: null })])
    expect(kinds(bare, anInvoice())).toEqual(['repeats', 'stands'])
    expect(kinds(bare, paid)).toEqual(['repeats', 'stands'])
    expect(kinds(bare, anInvoice([aRow({ left: 40_000 })]))).toEqual(['contested', 'contested'])
  })

  it.each<[string, Said]>([
    ['total', { total: 52_987, left: 32_887 }],
    ['what is left to pay', { left: 67_115 }],
    ['day of issue', { issued: '2025-11-13' }],
    ['due day', { due: '2026-12-31' }],
    ['customer', { customer: { name: 'Farine & Cie' } }],
    ['kind', { kind: 'creditNote' }],
  ])('contradict each other by their %s, and none goes in', (_, said) => {
    expect(settleNamesakes([anInvoice(), anInvoice([aRow(said)])])).toEqual([
      { kind: 'contested', others: [1] },
      { kind: 'contested', others: [0] },
    ])
  })

  it('are one customer’s by the first number both give, whatever the names', () => {
    const [a, b] = ['Boutique', 'Ma Jolie Boutique SARL'].map((name) =>
      anInvoice([aRow({ customer: { name, siren: '552100554' } })]),
    ) as [Namesake, Namesake]
    expect(kinds(a, b)).toEqual(['stands', 'repeats'])
    expect(kinds(a, anInvoice([aRow({ customer: { name: 'Boutique', siren: '812345678' } })]))).toContain('contested')
    const vat = (number: string) => anInvoice([aRow({ customer: { name: number, vatNumber: number } })])
    expect(kinds(vat('FR40812345678'), vat('FR40812345678'))).toEqual(['stands', 'repeats'])
    expect(kinds(vat('FR40812345678'), vat('DE123456789'))).toContain('contested')
  })

  it('are compared with all their due lines together', () => {
    const [first, second] = [
      aRow({ total: 30_000, left: 30_000 }),
      aRow({ total: 37_115, left: 17_015, due: '2027-01-13' }),
    ]
    expect(kinds(anInvoice([first, second]), anInvoice([second, first]))).toEqual(['stands', 'repeats'])
    expect(kinds(anInvoice([first, second]), anInvoice())).toEqual(['contested', 'contested'])
  })

  it('leave the one a person chose, whatever the others say', () => {
    const other = anInvoice([aRow({ total: 94_030, left: 94_030 })])
    expect(settleNamesakes([other, anInvoice([aRow()], { answer: 'chosen' }), other])).toEqual([
      { kind: 'aside', by: 1 },
      { kind: 'stands' },
      { kind: 'aside', by: 1 },
    ])
  })

  it('no longer contradict the one that was left out', () => {
    const other = anInvoice([aRow({ total: 94_030, left: 94_030 })], { answer: 'leftOut' })
    expect(settleNamesakes([other, anInvoice()])).toEqual([{ kind: 'aside', by: null }, { kind: 'stands' }])
    expect(settleNamesakes([other])).toEqual([{ kind: 'aside', by: null }])
  })

  it('ask nothing again once all of them came in, or were set aside', () => {
    const known = { isKnown: true }
    const other = anInvoice([aRow({ total: 94_030, left: 94_030 })], known)
    expect(settleNamesakes([anInvoice([aRow()], known), other, anInvoice([aRow()], known)])).toEqual([
      { kind: 'stands' },
      { kind: 'aside', by: 0 },
      { kind: 'repeats', by: 0 },
    ])
  })

  it('let a new one pass before those that came in before, and two new ones ask', () => {
    const known = anInvoice([aRow()], { isKnown: true })
    const later = anInvoice([aRow({ total: 94_030, left: 94_030 })])
    const third = anInvoice([aRow({ total: 5_000, left: 5_000 })])
    expect(settleNamesakes([known, later])).toEqual([{ kind: 'aside', by: 1 }, { kind: 'stands' }])
    expect(settleNamesakes([known, later, third])).toEqual([
      { kind: 'stands' },
      { kind: 'contested', others: [2] },
      { kind: 'contested', others: [1] },
    ])
  })
})
