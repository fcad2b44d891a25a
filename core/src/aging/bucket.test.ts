import { describe, expect, it } from 'vitest'
import { asDate } from '../calendar/calendar-date.ts'
import { agingBucket, agingBucketOf, agingBuckets } from './bucket.ts'

describe('ageing bucket', () => {
  it('changes on the 1st, 31st, 61st and 91st day late, the due day not being late', () => {
    const edges = [-40, 0, 1, 30, 31, 60, 61, 90, 91, 4000]
    expect(edges.map(agingBucket)).toEqual([
      'notDue',
      'notDue',
      'd1_30',
      'd1_30',
      'd31_60',
      'd31_60',
      'd61_90',
      'd61_90',
      'd90plus',
      'd90plus',
    ])
  })

  it('counts days from the due date', () => {
    const dueDate = asDate('2026-02-28')
    const seenOn = (day: string) => agingBucketOf({ dueDate, today: asDate(day) })
    expect([seenOn('2026-02-28'), seenOn('2026-03-01'), seenOn('2026-03-30'), seenOn('2026-03-31')]).toEqual([
      'notDue',
      'd1_30',
      'd1_30',
      'd31_60',
    ])
  })

  it('is one of five, youngest first', () => {
    expect(agingBuckets).toEqual(['notDue', 'd1_30', 'd31_60', 'd61_90', 'd90plus'])
  })
})
