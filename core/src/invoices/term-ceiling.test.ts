import { describe, expect, it } from 'vitest'
import { asDate } from '../calendar/calendar-date.ts'
import { type AgreedDelay, ceilingCheck, endOfMonthClauseOf } from './term-ceiling.ts'

const check = (issue: string, due: string, more: Partial<AgreedDelay> = {}) =>
  ceilingCheck({ issueDate: asDate(issue), dueDate: asDate(due), ...more })

describe('the ceiling of agreed delays', () => {
  it('is 60 days after the invoice', () => {
    expect(check('2026-01-01', '2026-03-02')).toEqual({ kind: 'ok', limit: '2026-03-02' })
    expect(check('2026-01-01', '2026-03-03')).toEqual({ kind: 'aboveCeiling', limit: '2026-03-02', days: 1 })
  })

  it('is 45 days end of month by clause, by the method the contract says', () => {
    expect(check('2026-01-15', '2026-03-31', { endOfMonthClause: 'eomAfter' }).kind).toBe('ok')
    expect(check('2026-01-15', '2026-03-31', { endOfMonthClause: 'eomThen' })).toEqual({
      kind: 'aboveCeiling',
      limit: '2026-03-17',
      days: 14,
    })
    expect(check('2026-10-01', '2026-12-15', { endOfMonthClause: 'unsaid' }).kind).toBe('ok')
    expect(check('2026-10-01', '2026-12-15', { endOfMonthClause: 'eomAfter' })).toMatchObject({ days: 15 })
  })

  it('is passed by 45 days end of month on the 15th', () => {
    expect(check('2026-11-20', '2027-02-15', { endOfMonthClause: 'eomAfter' })).toEqual({
      kind: 'aboveCeiling',
      limit: '2027-01-31',
      days: 15,
    })
  })

  it('is 45 days for periodic invoices', () => {
    expect(check('2026-12-15', '2027-01-29', { isPeriodic: true }).kind).toBe('ok')
    expect(check('2026-12-15', '2027-01-30', { isPeriodic: true })).toMatchObject({ days: 1 })
  })

  it('finds the clause inside the term', () => {
    const ambiguous = { kind: 'ambiguous', days: 45 } as const
    expect(endOfMonthClauseOf({ kind: 'net', days: 60 })).toBeUndefined()
    expect(endOfMonthClauseOf(ambiguous)).toBe('unsaid')
    expect(endOfMonthClauseOf({ kind: 'dayOfMonth', day: 15, after: { kind: 'eomAfter', days: 45 } })).toBe('eomAfter')
    const parts = [
      { weight: 1, term: { kind: 'net', days: 0 } },
      { weight: 1, term: ambiguous },
    ] as const
    expect(endOfMonthClauseOf({ kind: 'instalments', parts })).toBe('unsaid')
  })
})
