import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { BankLine, LearntLine } from './books.ts'
import { firstName, openMemory, payerOf, plainIban, rulesOf, wordingOf } from './learn.ts'
import { aCustomer, aLine, day } from './testing/some-books.ts'

const customers = new Map(
  [aCustomer(1), aCustomer(2, { parent: 1 }), aCustomer(3, { parent: 1 }), aCustomer(4)].map((one) => [one.id, one]),
)
const payerIban = 'FR7630006000011234567890189'

interface Paid {
  readonly customers?: readonly number[]
  readonly numbers?: readonly string[]
  readonly amounts?: readonly number[]
  readonly difference?: LearntLine['difference']
}
const aLearnt = (
  line: BankLine,
  { customers: owners = [4], numbers = ['F-2026-0842'], amounts = [10], difference = null }: Paid = {},
): LearntLine => ({
  line,
  customers: owners,
  allocations: numbers.map((invoiceNumber, at) => ({
    invoiceNumber,
    customer: owners[0] ?? 0,
    amount: amounts[at] ?? 10,
  })),
  difference,
})
const memoryOf = (...lines: readonly LearntLine[]) => {
  const memory = openMemory(customers)
  for (const one of lines) memory.learn(one)
  return memory
}

describe('habits of a payer', () => {
  it('of nobody known are none', () => {
    expect(memoryOf().habitsOf(4)).toEqual({ lines: 0, quoted: 0, several: 0, discount: 0, credits: 0, fees: 0 })
    expect(memoryOf().paidOn(4, 5)).toBeNull()
  })

  it('a number is named in full, by its figures or by its last ones, in any field', () => {
    for (const line of [
      aLine(5, 'VIR F-2026-0842'),
      aLine(5, 'VIR 20260842'),
      aLine(5, 'VIR FACT 842'),
      aLine(5, 'VIR', { remittance: 'f 2026 0842' }),
      aLine(5, 'VIR', { endToEndId: 'F20260842' }),
    ])
      expect([line.label, memoryOf(aLearnt(line)).habitsOf(4).quoted]).toEqual([line.label, 1])
    expect(memoryOf(aLearnt(aLine(5, 'VIR FACT 999'))).habitsOf(4).quoted).toBe(0)
  })

  it('several at once, credits deducted, discounts and fees are counted', () => {
    const memory = memoryOf(
      aLearnt(aLine(5, 'VIR'), { numbers: ['F-1', 'F-2'] }),
      aLearnt(aLine(5, 'VIR'), { numbers: ['F-1', 'AV-2'], amounts: [10, -5] }),
      aLearnt(aLine(5, 'VIR'), { difference: { reason: 'discount', amount: 2 } }),
      aLearnt(aLine(5, 'VIR'), { difference: { reason: 'bankFee', amount: 2 } }),
      aLearnt(aLine(5, 'VIR'), { difference: { reason: 'rounding', amount: 1 } }),
    )
    expect(memory.habitsOf(4)).toEqual({ lines: 5, quoted: 0, several: 1, discount: 1, credits: 1, fees: 1 })
  })

  it('are those of the parent who pays for his children, not theirs', () => {
    const memory = memoryOf(aLearnt(aLine(5, 'VIR'), { customers: [2, 3], numbers: ['F-1', 'F-2'] }))
    expect(memory.habitsOf(1).lines).toBe(1)
    expect(memory.habitsOf(2).lines).toBe(0)
  })

  it('a line that paid nothing teaches no habit', () => {
    expect(memoryOf(aLearnt(aLine(5, 'VIR'), { numbers: [] })).habitsOf(4).lines).toBe(0)
  })

  it('the last day of an amount is kept, whatever the order of the lines', () => {
    const lines = ['2026-03-01', '2026-09-01', '2026-06-01'].map((on) =>
      aLearnt(aLine(5_000, 'VIR', { bookedOn: day(on) })),
    )
    expect(memoryOf(...lines).paidOn(4, 5_000)).toBe('2026-09-01')
    expect(memoryOf(...lines.toReversed()).paidOn(4, 5_000)).toBe('2026-09-01')
  })
})

describe('accounts and wordings', () => {
  it('count for each customer, and lines that were nobody’s count too', () => {
    const line = aLine(5, 'VIR', { payerIban, payerName: 'Trésorerie Sud' })
    const memory = memoryOf(
      aLearnt(line),
      aLearnt(line),
      aLearnt(line, { customers: [2] }),
      aLearnt(line, { customers: [], numbers: [] }),
    )
    const recalled = memory.ofIban(payerIban)
    expect([...recalled.customers]).toEqual([
      [4, 2],
      [2, 1],
    ])
    expect(recalled).toMatchObject({ notACustomer: 1, lines: 4 })
    expect(memory.ofWording('TRESORERIE SUD').lines).toBe(4)
  })

  it('an IBAN is one however it is written', () => {
    expect(plainIban('fr76 3000-6000 0112.3456 7890 189')).toBe(payerIban)
  })

  it('a verdict taken back is forgotten: a memory without it knows nothing of it', () => {
    const kept = aLearnt(aLine(5, 'VIR', { payerName: 'Kerval' }))
    const wrong = aLearnt(aLine(5, 'VIR', { payerIban, payerName: 'Tiers Payeur' }), { customers: [3] })
    expect(memoryOf(kept, wrong).ofIban(payerIban).customers.get(3)).toBe(1)
    const without = memoryOf(kept)
    expect(without.ofIban(payerIban).lines).toBe(0)
    expect(without.ofWording('TIER PAYEUR').lines).toBe(0)
    expect(without.habitsOf(3).lines).toBe(0)
    expect(without.ofWording('KERVAL').customers.get(4)).toBe(1)
  })

  it('whoever listens hears the name that a payment came under', () => {
    const heard: [string, number][] = []
    const memory = openMemory(customers)
    memory.onName((name, customer) => heard.push([name, customer]))
    memory.learn(aLearnt(aLine(5, 'VIR', { payerName: 'Trésorerie Sud' })))
    memory.learn(aLearnt(aLine(5, 'VIR', { payerName: 'Locapro' }), { customers: [], numbers: [] }))
    expect(heard).toEqual([['Trésorerie Sud', 4]])
  })

  it('the order in which lines come changes nothing', () => {
    const names = ['Kerval', 'Nordelec', 'Tiers Payeur']
    const drawn = fc.array(fc.record({ name: fc.constantFrom(...names), customer: fc.integer({ min: 1, max: 4 }) }), {
      maxLength: 12,
    })
    fc.assert(
      fc.property(drawn, (some) => {
        const lines = some.map(({ name, customer }) =>
          aLearnt(aLine(5, 'VIR', { payerName: name }), { customers: [customer] }),
        )
        const [left, right] = [memoryOf(...lines), memoryOf(...lines.toReversed())]
        for (const customer of customers.keys()) expect(left.habitsOf(customer)).toEqual(right.habitsOf(customer))
        for (const wording of ['KERVAL', 'NORDELEC'])
          expect(new Map(left.ofWording(wording).customers)).toEqual(new Map(right.ofWording(wording).customers))
      }),
    )
  })
})

describe('the wording of a line', () => {
  it('is the name without its legal form, else the first words of the label that are no bank’s', () => {
    expect(wordingOf({ kind: 'transfer', label: 'VIR', payerName: 'SARL Dupont Matériaux' })).toBe('DUPONT MATERIAUX')
    expect(wordingOf({ kind: 'transfer', label: 'VIR SEPA RECU DE KERVAL FACT 12', payerName: null })).toBe('KERVAL')
  })

  it('is none where there is no name', () => {
    expect(wordingOf({ kind: 'transfer', label: 'VIR SEPA FACT 1374', payerName: null })).toBeNull()
    expect(wordingOf({ kind: 'transfer', label: '', payerName: 'SA' })).toBeNull()
  })

  it('does not change with the numbers, months and days that follow the name', () => {
    const tails = ['', ' FACT 1374', ' SEPTEMBRE 2026', ' F-2026-0842 DU 12/09/26', ' REGLT 75 78']
    const words = tails.map((tail) =>
      wordingOf({ kind: 'transfer', label: `VIR KERVAL LOGISTIQUE${tail}`, payerName: null }),
    )
    expect(new Set(words)).toEqual(new Set(['KERVAL LOGISTIQUE']))
  })

  it('has at most five words', () => {
    expect(firstName('ALPHA BETA GAMMA DELTA EPSILON ZETA ETA').length).toBeLessThanOrEqual(5)
  })
})

describe('who a payment for several comes from', () => {
  const parentOf = (customer: number): number | null => customers.get(customer)?.parent ?? null

  it('the one who is parent of the others, the parent they share, else the first', () => {
    expect(payerOf([2, 1], parentOf)).toBe(1)
    expect(payerOf([3, 2], parentOf)).toBe(1)
    expect(payerOf([4, 2], parentOf)).toBe(4)
  })

  it('an account is learnt for him, and a line of nobody for nobody', () => {
    const line = aLine(5, 'VIR', { payerIban })
    expect(rulesOf(aLearnt(line, { customers: [2, 3] }), parentOf)).toContainEqual({
      kind: 'iban',
      iban: payerIban,
      customer: 1,
    })
    expect(rulesOf(aLearnt(aLine(5, 'VIR'), { customers: [] }), parentOf)).toEqual([])
  })
})
