import { expect, it } from 'vitest'
import type { PayerProfile } from '../payers/payer-profile.ts'
import { priority } from './priority.ts'

const call = { amount: 100_00, daysLate: 20, brokenPromise: false, profile: 'unknown', daysWaiting: 0 } as const

it('puts the larger of two like debts first', () => {
  expect(priority({ ...call, amount: 200_00 })).toBeGreaterThan(priority(call))
})
it('puts a broken promise before the same debt without one', () => {
  expect(priority({ ...call, brokenPromise: true })).toBeGreaterThan(priority(call))
})
it('believes in a young debt more than in an old one', () => {
  expect(priority(call)).toBeGreaterThan(priority({ ...call, daysLate: 120 }))
})
it('lifts a task that has waited, and stops lifting it', () => {
  expect(priority({ ...call, daysWaiting: 2 })).toBeGreaterThan(priority(call))
  expect(priority({ ...call, daysWaiting: 50 })).toBe(priority({ ...call, daysWaiting: 500 }))
})
it('believes more in who forgets than in who is slow, and least in who is at risk, and keeps a chance for everybody', () => {
  const chanceOf = (profile: PayerProfile, daysLate = 20) => priority({ ...call, profile, daysLate })
  expect(chanceOf('forgetful')).toBeGreaterThan(chanceOf('slow'))
  expect(chanceOf('slow')).toBeGreaterThan(chanceOf('struggling'))
  expect(chanceOf('struggling')).toBeGreaterThan(chanceOf('risky'))
  expect(chanceOf('risky', 400)).toBeGreaterThan(0)
})
