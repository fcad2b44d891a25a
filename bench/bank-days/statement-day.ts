import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { BankYear, YearLine } from './year.ts'

/** All movements of one bank day, between two balances that join those of the days beside. Cents. */
export interface StatementDay {
  readonly day: CalendarDate
  readonly opening: number
  readonly closing: number
  readonly lines: readonly YearLine[]
}

/** One statement a day that has movements, in order. */
export function statementDays({ lines }: Pick<BankYear, 'lines'>): StatementDay[] {
  let balance = 25_000_00
  return [...Map.groupBy(lines, ({ day }) => day)].map(([day, ofDay]) => {
    const opening = balance
    balance += ofDay.reduce((sum, { amount }) => sum + amount, 0)
    return { day, opening, closing: balance, lines: ofDay }
  })
}

/** 123456 is '1234.56'. */
export function decimal(cents: number): string {
  const whole = String(Math.abs(cents)).padStart(3, '0')
  return `${cents < 0 ? '-' : ''}${whole.slice(0, -2)}.${whole.slice(-2)}`
}
