import { describe, expect, it } from 'vitest'
import { asDate } from '../calendar/calendar-date.ts'
import { type Instalment, instalmentStates, planStanding } from './plan-standing.ts'

/** 400.00 on Thursday 12 November 2026, 400.00 on Saturday 12 December, 400.00 on Tuesday 12 January 2027. */
const instalments: readonly Instalment[] = ['2026-11-12', '2026-12-12', '2027-01-12'].map((dueOn) => ({
  dueOn: asDate(dueOn),
  amount: 40_000,
}))
const agreed = { instalments, contested: 0, graceDays: 2 }
const standingOn = (day: string, paid: number, tolerance = 500) =>
  planStanding({ ...agreed, paid }, { tolerance }, asDate(day))

describe('a payment plan', () => {
  it('runs up to its first date and two working days more, for a transfer to be seen', () => {
    expect(standingOn('2026-11-01', 0)).toEqual({ kind: 'running', next: '2026-11-12', until: '2026-11-17' })
    expect(standingOn('2026-11-16', 0).kind).toBe('running')
    expect(standingOn('2026-11-17', 0)).toEqual({ kind: 'missed', on: '2026-11-12', since: '2026-11-17' })
  })

  it('has the grace that was agreed, none included', () => {
    const plan = { ...agreed, paid: 0 }
    expect(planStanding({ ...plan, graceDays: 0 }, { tolerance: 0 }, asDate('2026-11-13'))).toMatchObject({
      kind: 'missed',
    })
    expect(planStanding({ ...plan, graceDays: 5 }, { tolerance: 0 }, asDate('2026-11-19')).kind).toBe('running')
  })

  it('is no longer missed as soon as what was missing came', () => {
    expect(standingOn('2026-11-20', 39_000).kind).toBe('missed')
    expect(standingOn('2026-11-20', 40_000)).toEqual({ kind: 'running', next: '2026-12-12', until: '2026-12-16' })
  })

  it('takes what came early for the next dates', () => {
    expect(standingOn('2026-12-31', 80_000)).toMatchObject({ kind: 'running', next: '2027-01-12' })
  })

  it('is missed by its first unpaid date, also after the last one', () => {
    expect(standingOn('2027-03-01', 40_000)).toMatchObject({ kind: 'missed', on: '2026-12-12' })
  })

  it('is settled by all that was agreed, less a trifle', () => {
    expect(standingOn('2026-11-20', 120_000).kind).toBe('settled')
    expect(standingOn('2027-03-01', 119_600).kind).toBe('settled')
    expect(standingOn('2027-03-01', 119_500).kind).toBe('missed')
    expect(standingOn('2027-03-01', 119_999, 0).kind).toBe('missed')
  })

  it('is missed at once when a payment that came bounces', () => {
    expect(standingOn('2026-11-20', -10_000).kind).toBe('missed')
  })

  it('waits at its end for what is contested, and asks for the rest', () => {
    const facts = { ...agreed, contested: 50_000 }
    const stands = (paid: number, day: string) => planStanding({ ...facts, paid }, { tolerance: 500 }, asDate(day))
    expect(stands(0, '2026-11-17').kind).toBe('missed')
    expect(stands(70_000, '2027-03-01').kind).toBe('settled')
    expect(stands(60_000, '2026-12-20')).toMatchObject({ kind: 'missed', on: '2026-12-12' })
    expect(
      planStanding({ ...facts, contested: 0, paid: 70_000 }, { tolerance: 500 }, asDate('2027-03-01')),
    ).toMatchObject({
      kind: 'missed',
      on: '2026-12-12',
    })
  })

  it('says of each date whether it was paid, is to come, was missed, or waits for a dispute', () => {
    const statesOn = (day: string, paid: number, contested = 0) => {
      const plan = { ...agreed, paid, contested }
      return instalmentStates(plan, { tolerance: 500 }, planStanding(plan, { tolerance: 500 }, asDate(day)))
    }
    expect(statesOn('2026-11-12', 0)).toEqual(['due', 'due', 'due'])
    expect(statesOn('2026-11-20', 39_900)).toEqual(['paid', 'due', 'due'])
    expect(statesOn('2026-11-20', 0)).toEqual(['missed', 'due', 'due'])
    expect(statesOn('2026-12-20', 70_000, 50_000)).toEqual(['paid', 'contested', 'contested'])
    expect(statesOn('2027-03-01', 120_000)).toEqual(['paid', 'paid', 'paid'])
  })
})
