import { describe, expect, it } from 'vitest'
import { customersAhead, watchCustomers } from './customers-ahead.ts'

/** What is expected in all, told a hundredth at a time, of a file whose customers come up like that. */
const expected = (countAt: (part: number) => number): number[] => {
  const see = watchCustomers()
  return Array.from({ length: 100 }, (_, index) => {
    const part = (index + 1) / 100
    const seen = see(part, countAt(part))
    return seen.count + customersAhead(seen, part)
  })
}

describe('new customers still to come', () => {
  it('go on to the end in a file sorted by customer', () => {
    for (const all of expected((part) => 1000 * part).slice(4)) expect(all).toBeCloseTo(1000, 5)
  })

  it('grow fewer in a file where they come in no order', () => {
    const all = expected((part) => 1000 * (1 - Math.exp(-part * 5)))
    const truth = 1000 * (1 - Math.exp(-5))
    for (const one of all.slice(4)) expect(Math.abs(one - truth)).toBeLessThan(truth / 20)
  })

  it('are none once the last rows brought none', () => {
    expect(customersAhead({ count: 200, atHalf: 200 }, 0.4)).toBe(0)
    expect(customersAhead({ count: 0, atHalf: 0 }, 0.4)).toBe(0)
    expect(customersAhead({ count: 200, atHalf: 100 }, 1)).toBe(0)
  })
})
