import { describe, expect, it } from 'vitest'
import type { Reminder, Tone } from './api.ts'
import { countFollowers, countTones, filterReminders } from './filter-reminders.ts'

const claire = { id: 3, name: 'Claire Besson' }
const ali = { id: 9, name: 'Ali Rahmani' }

const row = (id: number, tone: Tone, collector: Reminder['collector']): Reminder => ({
  id,
  customer: { id, name: `Client ${id}` },
  state: 'pendingApproval',
  channel: 'email',
  tone,
  stepLabel: 'J+7',
  items: 1,
  total: [],
  decidedOn: '2026-11-23',
  leavesAt: null,
  leavesIfApproved: null,
  isTriedAgain: false,
  sentAt: null,
  sentence: '',
  isEdited: false,
  isChanged: false,
  collector,
})

const rows = [row(1, 'neutral', claire), row(2, 'friendly', claire), row(3, 'neutral', ali), row(4, 'firm', null)]

describe('the filters of what is ready', () => {
  it('keep what has the tone and the follower, both when both are asked for', () => {
    const ids = (filters: Parameters<typeof filterReminders>[1]) => filterReminders(rows, filters).map(({ id }) => id)
    expect(ids({})).toEqual([1, 2, 3, 4])
    expect(ids({ tone: 'neutral' })).toEqual([1, 3])
    expect(ids({ collector: 3 })).toEqual([1, 2])
    expect(ids({ tone: 'neutral', collector: 9 })).toEqual([3])
    expect(ids({ collector: 0 })).toEqual([4])
  })

  it('count what each choice would leave, under the other filter', () => {
    expect([...countTones(rows, { tone: 'firm', collector: 3 })]).toEqual([
      ['neutral', 1],
      ['friendly', 1],
    ])
    expect(countFollowers(rows, { tone: 'neutral', collector: 3 })).toEqual([
      { id: 9, name: 'Ali Rahmani', count: 1 },
      { id: 3, name: 'Claire Besson', count: 1 },
      { id: 0, name: null, count: 0 },
    ])
  })
})
