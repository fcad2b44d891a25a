import { describe, expect, it } from 'vitest'
import { asDate } from '../calendar/calendar-date.ts'
import { maySendAt } from './sending-window.ts'

const window = { fromMinutes: 9 * 60, toMinutes: 17 * 60, alsaceMoselle: false }
const at = (today: string, hour: number, minute = 0, alsaceMoselle = false) =>
  maySendAt({ today: asDate(today), minutesAfterMidnight: hour * 60 + minute }, { ...window, alsaceMoselle })
const closedUntil = (opensOn: string) => ({ open: false, opensOn, opensAtMinutes: 540 })

describe('the hours of sending', () => {
  it('open at their first minute and close at their last', () => {
    expect(at('2026-04-01', 9)).toEqual({ open: true })
    expect(at('2026-04-01', 16, 59)).toEqual({ open: true })
    expect(at('2026-04-01', 8, 59)).toEqual(closedUntil('2026-04-01'))
    expect(at('2026-04-01', 17)).toEqual(closedUntil('2026-04-02'))
  })

  it('stay closed on weekends and public holidays, and open again on the next working day', () => {
    expect(at('2026-04-03', 18)).toEqual(closedUntil('2026-04-07'))
    expect(at('2026-04-04', 10)).toEqual(closedUntil('2026-04-07'))
    expect(at('2026-04-06', 3)).toEqual(closedUntil('2026-04-07'))
  })

  it('know Good Friday in Alsace and Moselle', () => {
    expect(at('2026-04-03', 10)).toEqual({ open: true })
    expect(at('2026-04-03', 10, 0, true)).toEqual(closedUntil('2026-04-07'))
  })
})
