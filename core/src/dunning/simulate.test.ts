import { describe, expect, it } from 'vitest'
import { asDate } from '../calendar/calendar-date.ts'
import { simulate } from './simulate.ts'
import type { Situation } from './situation.ts'
import { anOpenItem, aSituation, theRules } from './testing/a-situation.ts'

const from = asDate('2026-04-01')
const contacts = (words: Partial<Situation>, days: number) =>
  simulate(aSituation({ items: [anOpenItem({ due: '2026-03-02' })], ...words }), theRules, from, days).flatMap(
    ({ on, decision }) => (decision.kind === 'take' ? [`${on} ${decision.step.key}`] : []),
  )

describe('what would go out', () => {
  it('is one decision a day, today included', () => {
    const days = simulate(aSituation(), theRules, from, 30)
    expect([days.length, days[0]?.on, days.at(-1)?.on]).toEqual([30, '2026-04-01', '2026-04-30'])
  })

  it('goes on as if nothing were paid and every task done the same day', () => {
    expect(contacts({}, 50)).toEqual([
      '2026-04-01 email-7',
      '2026-04-07 email-14',
      '2026-04-13 email-30',
      '2026-04-20 call-40',
      '2026-05-04 letter-60',
      '2026-05-18 decision-75',
    ])
  })

  it('takes a call that is open today as done today', () => {
    const items = [
      anOpenItem({ due: '2026-02-20', taken: [{ key: 'email-30', delayDays: 30, on: asDate('2026-03-22') }] }),
    ]
    const openTask = { step: 'call-40', item: 1, dueOn: from }
    expect(contacts({ items, openTask }, 30)).toEqual(['2026-04-21 letter-60'])
  })

  it('lets a decision that is open hold nobody to the minimum delay', () => {
    const items = [
      anOpenItem({ id: 1, due: '2026-01-02', taken: [{ key: 'letter-60', delayDays: 60, on: asDate('2026-03-05') }] }),
      anOpenItem({ id: 2, due: '2026-03-20' }),
    ]
    const openTask = { step: 'decision-75', item: 1, dueOn: from }
    // Today the run waits for the decision, and so does this.
    expect(contacts({ items, openTask }, 1)).toEqual([])
    expect(contacts({ items, openTask }, 2)).toEqual(['2026-04-02 email-7'])
  })

  it('drops a task of a step the scenario no longer has', () => {
    expect(contacts({ openTask: { step: 'gone', item: 1, dueOn: from } }, 2)).toEqual(['2026-04-02 email-7'])
  })
})
