import {
  addDays,
  asDate,
  type CalendarDate,
  civilOf,
  dayNumber,
  endOfMonth,
} from '@quittance/core/calendar/calendar-date.ts'
import type { Dice } from './dice.ts'
import { type Numbering, numberings } from './numberings.ts'
import type { Payer } from './payer-habits.ts'
import type { YearCustomer, YearInvoice } from './year.ts'

const prices = [
  12_000, 18_000, 23_880, 35_880, 47_880, 59_400, 71_880, 95_880, 118_800, 178_800, 238_800, 358_800,
] as const

const dueOf = ({ termsDays, endOfMonth: toEnd }: YearCustomer, issued: CalendarDate): CalendarDate => {
  const due = addDays(issued, termsDays)
  return toEnd ? endOfMonth(due) : due
}

interface Draft {
  readonly payer: Payer
  readonly on: CalendarDate
  /** Negative for a credit note. */
  readonly amount: number
}

export interface Span {
  readonly from: CalendarDate
  readonly to: CalendarDate
}

/** About `count` invoices over the span, and some credit notes, numbered in order of day as the law wants it. */
export function makeInvoices(dice: Dice, payers: readonly Payer[], span: Span, count: number): YearInvoice[] {
  const days = dayNumber(span.to) - dayNumber(span.from)
  const weights = payers.reduce((sum, { weight }) => sum + weight, 0)
  const drafts = payers.flatMap((payer) => {
    const own = Math.max(1, Math.round((count * payer.weight) / weights + (dice.below(100) - 50) / 100))
    const drafts = draftsOf(dice, payer, span, own, days)
    return [...drafts, ...creditNotesFor(dice, drafts)].filter(({ on }) => on <= span.to)
  })
  drafts.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  return numbered(dice, drafts)
}

function draftsOf(dice: Dice, payer: Payer, { from }: Span, count: number, days: number): Draft[] {
  const monthly = { price: dice.inThousand(400) ? dice.of(prices) : amountOf(dice, 'free'), day: dice.between(0, 27) }
  const hour = dice.of([6600, 7200, 8400, 9000, 10_200])
  return Array.from({ length: count }, (_, n): Draft => {
    if (payer.bills === 'monthly') {
      const on = addDays(from, Math.floor(((n + 1) * days) / (count + 1) / 30) * 30 + monthly.day)
      return { payer, on, amount: dice.inThousand(930) ? monthly.price : amountOf(dice, 'free') }
    }
    const on = addDays(from, dice.below(days))
    const amount = payer.bills === 'hours' ? hour * dice.between(1, 60) : amountOf(dice, payer.bills)
    return { payer, on, amount }
  })
}

/** Goods back, a price corrected, and now and then the whole invoice. */
const creditNotesFor = (dice: Dice, drafts: readonly Draft[]): Draft[] =>
  drafts
    .filter(() => dice.inThousand(35))
    .map(({ payer, on, amount }) => ({
      payer,
      on: addDays(on, dice.between(0, 25)),
      amount: -(dice.inThousand(200) ? amount : Math.round((amount * dice.between(3, 40)) / 100)),
    }))

/** Cents, tax included: few large ones, many small ones. */
function amountOf(dice: Dice, bills: 'prices' | 'free'): number {
  if (bills === 'prices')
    return (
      dice.of(prices) *
      dice.weighted([
        [8, 1],
        [2, 2],
        [1, 3],
      ] as const)
    )
  const net = dice.weighted([
    [4, () => dice.between(5_000, 50_000)],
    [5, () => dice.between(50_000, 300_000)],
    [2, () => dice.between(300_000, 2_000_000)],
    [1, () => dice.between(20, 400) * 5_000],
  ])()
  return Math.round((net * 6) / 5)
}

const saysYear = (number: Numbering): boolean => number(asDate('2024-06-30'), 1) !== number(asDate('2025-06-30'), 1)

function numbered(dice: Dice, drafts: readonly Draft[]): YearInvoice[] {
  const series = dice.shuffled(numberings).slice(
    0,
    dice.weighted([
      [3, 1],
      [1, 2],
    ] as const),
  )
  const yearly = series.map(([number]) => saysYear(number) && dice.inThousand(600))
  const ranks = series.map(() => ({ invoice: dice.below(900), credit: dice.below(60), year: 0 }))
  const orders = new Map<string, string>()
  const invoices: YearInvoice[] = []
  for (const { payer, on, amount } of drafts) {
    const which = series.length === 2 && payer.customer.id.charCodeAt(4) % 3 === 0 ? 1 : 0
    const rank = ranks[which]
    const [invoice, creditNote] = series[which] ?? []
    if (rank === undefined || invoice === undefined || creditNote === undefined) throw new Error('no numbering')
    if (yearly[which] && rank.year !== 0 && rank.year !== civilOf(on).year)
      Object.assign(rank, { invoice: 0, credit: 0 })
    rank.year = civilOf(on).year
    const issued = { customer: payer.customer.id, issueDate: on, amount }
    if (amount < 0) {
      rank.credit += 1
      const id = creditNote(on, rank.credit)
      invoices.push({ ...issued, id, type: 'credit_note', dueDate: on, poNumber: '' })
    } else {
      rank.invoice += 1
      const dueDate = dueOf(payer.customer, on)
      const id = invoice(on, rank.invoice)
      invoices.push({ ...issued, id, type: 'invoice', dueDate, poNumber: orderOf(dice, payer, orders) })
    }
  }
  return invoices
}

/** Some never give an order number, some keep one for months. */
function orderOf(dice: Dice, payer: Payer, orders: Map<string, string>): string {
  const { customer, habit } = payer
  const gives = habit.style === 'order number' || customer.id.charCodeAt(3) % 3 === 0
  if (!gives) return ''
  const known = orders.get(customer.id)
  if (known !== undefined && dice.inThousand(250)) return known
  const kind = customer.id.charCodeAt(4) % 4
  const fresh =
    [`45${dice.digits(8)}`, `BC-${dice.digits(4)}`, `CDE ${dice.digits(5)}`, `PO${dice.digits(6)}`][kind] ?? ''
  orders.set(customer.id, fresh)
  return fresh
}
