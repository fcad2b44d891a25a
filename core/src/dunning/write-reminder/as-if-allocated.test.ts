import { describe, expect, it } from 'vitest'
import { asDate } from '../../calendar/calendar-date.ts'
import { asCurrency, money } from '../../money/money.ts'
import { asIfAllocated } from './as-if-allocated.ts'
import { exampleFacts } from './example-facts.ts'
import { prepareMessage } from './prepare-message.ts'
import type { ReminderCredit, ReminderItem } from './reminder-facts.ts'

const EUR = asCurrency('EUR')
const [sample] = exampleFacts('fr').items as [ReminderItem]
const item = (invoiceNumber: string, dueDate: string, amount: number): ReminderItem => ({
  ...sample,
  invoiceNumber,
  dueDate: asDate(dueDate),
  daysLate: 20,
  amountDue: money(amount, EUR),
  paid: [],
})
const credit = (kind: ReminderCredit['kind'], date: string, amount: number, currency = EUR): ReminderCredit => ({
  kind,
  reference: null,
  date: asDate(date),
  amount: money(amount, currency),
})
const brief = (items: readonly ReminderItem[]) =>
  items.map(({ invoiceNumber, amountDue, paid }) => [
    invoiceNumber,
    amountDue.amount,
    paid.map(({ on, amount }) => `${on} ${amount.amount}`),
  ])

const january = item('F-1', '2026-01-31', 100_000)
const march = item('F-2', '2026-03-31', 40_000)

describe('credits that nobody allocated yet', () => {
  it('are taken for the oldest first, each payment on its own day', () => {
    const credits = [credit('payment', '2026-03-05', 70_000), credit('payment', '2026-02-10', 50_000)]
    expect(brief(asIfAllocated({ items: [march, january], credits }))).toEqual([
      ['F-1', 0, ['2026-02-10 50000', '2026-03-05 50000']],
      ['F-2', 20_000, ['2026-03-05 20000']],
    ])
  })

  it('make nothing late that they settled by its due date', () => {
    expect(asIfAllocated({ items: [january], credits: [credit('payment', '2026-01-31', 100_000)] })).toEqual([])
    expect(asIfAllocated({ items: [january], credits: [credit('payment', '2026-02-01', 100_000)] })).toHaveLength(1)
  })

  it('bear no interest at all where they are credit notes, whatever their day', () => {
    expect(asIfAllocated({ items: [january], credits: [credit('creditNote', '2026-03-01', 100_000)] })).toEqual([])
    expect(brief(asIfAllocated({ items: [january], credits: [credit('creditNote', '2026-03-01', 30_000)] }))).toEqual([
      ['F-1', 70_000, []],
    ])
  })

  it('count for no other currency, and leave out what is not late', () => {
    const dollars = credit('payment', '2026-02-10', 100_000, asCurrency('USD'))
    expect(brief(asIfAllocated({ items: [january, { ...march, daysLate: 0 }], credits: [dollars] }))).toEqual([
      ['F-1', 100_000, []],
    ])
  })

  it('are claimed no interest and no fee in a message', () => {
    const facts = exampleFacts('fr')
    const all = facts.items.reduce((sum, { amountDue }) => sum + amountDue.amount, 0)
    const claimed = (credits: readonly ReminderCredit[]) => {
      const { lateInterest, recoveryFee } = prepareMessage({ ...facts, credits }).variables
      return [lateInterest.claimed, recoveryFee.claimed]
    }
    expect(claimed([])).toEqual([true, true])
    expect(claimed([credit('payment', '2026-01-02', all)])).toEqual([false, false])
  })
})
