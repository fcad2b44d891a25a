import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { asCurrency, money } from '@quittance/core/money/money.ts'
import { describe, expect, it } from 'vitest'
import { missingInDispute, newDispute, partOf, withLine } from './dispute-draft.ts'

const today = asDate('2026-11-23')
const euros = (amount: number) => money(amount, asCurrency('EUR'))
const items = [1, 2].map((id) => ({
  id,
  number: `F-${id}`,
  dueDate: '2026-10-31',
  amountDue: { amount: 60_000, currency: 'EUR' },
}))
const draft = { ...newDispute([1], 4), reason: 'quality' }

describe('a dispute being typed', () => {
  it('is about one invoice at least, and says what is contested', () => {
    expect(missingInDispute(newDispute([], 4), items, today)).toBe('needsItems')
    expect(missingInDispute(newDispute([1], 4), items, today)).toBe('needsReason')
    expect(missingInDispute(draft, items, today)).toBeUndefined()
    expect(missingInDispute({ ...draft, deadline: asDate('2026-11-22') }, items, today)).toBe('pastDeadline')
    expect(missingInDispute({ ...draft, deadline: today }, items, today)).toBeUndefined()
  })

  it('is about a part of one invoice, positive and no more than is left of it', () => {
    const part = (amount: number | null) => ({ ...draft, isPart: true, part: amount === null ? null : euros(amount) })
    for (const wrong of [null, 0, 60_001]) expect(missingInDispute(part(wrong), items, today)).toBe('needsPart')
    expect(missingInDispute(part(60_000), items, today)).toBeUndefined()
    expect(partOf(part(20_000), items)).toEqual(euros(20_000))
  })

  it('is about all of several invoices, whatever part was typed before', () => {
    const several = withLine({ ...draft, isPart: true, part: euros(90_000) }, 2, true)
    expect(missingInDispute(several, items, today)).toBeUndefined()
    expect(partOf(several, items)).toBeNull()
  })
})
