import { describe, expect, it } from 'vitest'
import type { TaskRow } from './api.ts'
import { groupOrder, inGroups, thumbOrder } from './task-look.ts'

const aRow = (key: string, group: TaskRow['group']): TaskRow => ({
  key,
  id: null,
  kind: 'other',
  group,
  title: key,
  reason: '',
  customer: null,
  amount: null,
  daysLate: null,
  dueOn: '2026-11-23',
  isLate: false,
  lateSince: null,
  tries: 0,
  nextHalf: null,
  isRecurring: false,
  handed: null,
  assignee: null,
  state: 'todo',
  endedAt: null,
})

describe('the list of things to do', () => {
  it('begins with decisions, then calls, and leaves out what is empty', () => {
    const groups = inGroups([aRow('a', 'other'), aRow('b', 'call'), aRow('c', 'decide')])
    expect(groups.map(({ group }) => group)).toEqual(['decide', 'call', 'other'])
  })

  it('begins with calls under the thumb, and leaves out nothing there', () => {
    const groups = inGroups([aRow('a', 'decide'), aRow('b', 'other'), aRow('c', 'call')], thumbOrder)
    expect(groups.map(({ group }) => group)).toEqual(['call', 'decide', 'other'])
    expect([...thumbOrder].sort()).toEqual([...groupOrder].sort())
  })

  it('keeps the order of the server within a group', () => {
    const [calls] = inGroups([aRow('first', 'call'), aRow('second', 'call')])
    expect(calls?.rows.map(({ key }) => key)).toEqual(['first', 'second'])
  })
})
