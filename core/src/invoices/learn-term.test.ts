import { describe, expect, it } from 'vitest'
import { asDate } from '../calendar/calendar-date.ts'
import { describePaymentTerm } from './describe-payment-term.ts'
import { learnTerm } from './learn-term.ts'

const learn = (...stated: readonly string[]) => {
  const term = learnTerm(
    stated.map((pair) => {
      const [issued = '', due = ''] = pair.split(' ')
      return { issuedOn: asDate(issued), dueOn: asDate(due) }
    }),
  )
  return term && describePaymentTerm(term, 'fr')
}

describe('the term that invoices follow', () => {
  it('is learnt from invoices that all agree', () => {
    expect(learn('2026-01-15 2026-02-14', '2026-02-10 2026-03-12')).toBe('30 jours')
    expect(learn('2026-01-15 2026-03-17', '2026-02-10 2026-04-14')).toBe('fin de mois + 45 jours')
    expect(learn('2026-01-15 2026-02-28', '2026-02-10 2026-03-31', '2026-01-31 2026-03-31')).toBe(
      '30 jours puis fin de mois',
    )
  })

  it('is not guessed from one day, from invoices that differ, or where two terms would do', () => {
    expect(learn('2026-01-15 2026-02-14')).toBe(null)
    expect(learn('2026-01-15 2026-02-14', '2026-01-15 2026-02-14')).toBe(null)
    expect(learn('2026-01-15 2026-02-14', '2026-02-10 2026-03-31')).toBe(null)
    expect(learn('2026-04-30 2026-05-30', '2026-06-30 2026-07-30')).toBe(null)
  })
})
