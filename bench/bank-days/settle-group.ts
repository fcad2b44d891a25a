import { addDays, type CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { Dice } from './dice.ts'
import type { Owed, Payment } from './make-payments.ts'
import type { Payer } from './payer-habits.ts'
import type { AmountClass, Truth, YearInvoice } from './year.ts'

/** Cents of the payment that go to this invoice; negative for a credit note taken off. */
export interface Paid {
  readonly invoice: YearInvoice
  readonly amount: number
  /** Cents the write-off closes beside. */
  readonly gap: number
  /** More of it is to come. */
  readonly leavesOpen: boolean
}

export interface Group {
  readonly payer: Payer
  readonly day: CalendarDate
  readonly group: readonly Owed[]
  /** Open on that day. */
  readonly credits: readonly YearInvoice[]
}

interface Settled {
  readonly payment: Omit<Payment, 'leftOut'>
  /** What this payment leaves to be paid later on purpose. */
  readonly rest: readonly Owed[]
}

interface Drawn {
  readonly amount: number
  readonly paid: readonly Paid[]
  readonly writeoff: Truth['writeoff']
  readonly amountClass: AmountClass
  readonly rest: readonly Owed[]
}

/** How much really comes for these invoices, and what it truly settles. */
export function settleGroup(dice: Dice, given: Group): Settled {
  const { rest, ...drawn } = draw(dice, given)
  return { payment: { day: given.day, payer: given.payer, ...drawn }, rest }
}

function draw(dice: Dice, given: Group): Drawn {
  const deducted = withCredits(dice, given)
  const full = plain(given, deducted)
  const [only] = given.group
  if (deducted.length > 0) return full
  if (given.payer.habit.takesDiscount) return discounted(dice, given, full)
  if (given.payer.called.kind === 'foreign' && dice.inThousand(550)) return lessFee(dice, full)
  if (only !== undefined && given.group.length === 1 && !only.isBalance) {
    if (given.payer.habit.retains && only.left > 100_000) return retained(given, full, only)
    if (dice.inThousand(40) && only.left > 20_000) return partial(dice, given, full, only)
  }
  if (given.payer.habit.roundsToEuro || dice.inThousand(14)) return rounded(dice, given, full)
  return dice.inThousand(12) ? overpaid(dice, full) : full
}

/** A credit note goes off the first payment that is larger than it. */
function withCredits(dice: Dice, { group, credits }: Group): YearInvoice[] {
  const taken: YearInvoice[] = []
  let left = group.reduce((sum, owed) => sum + owed.left, 0)
  for (const credit of credits) {
    if (left + credit.amount <= 1_000 || !dice.inThousand(700)) continue
    taken.push(credit)
    left += credit.amount
  }
  return taken
}

const ofSize = (count: number): AmountClass => (count === 1 ? 'one' : count <= 3 ? 'sum of 2-3' : 'sum of 4-12')

function plain({ group }: Group, deducted: readonly YearInvoice[]): Drawn {
  const paid = [
    ...group.map(({ invoice, left }) => ({ invoice, amount: left, gap: 0, leavesOpen: false })),
    ...deducted.map((invoice) => ({ invoice, amount: invoice.amount, gap: 0, leavesOpen: false })),
  ]
  const isBalance = group.length === 1 && group[0]?.isBalance === true
  return {
    amount: paid.reduce((sum, { amount }) => sum + amount, 0),
    paid,
    writeoff: null,
    amountClass: deducted.length > 0 ? 'credit deducted' : isBalance ? 'balance' : ofSize(group.length),
    rest: [],
  }
}

/** Takes the gap off the first invoice that bears it. */
function shortBy(full: Drawn, gap: number): Paid[] {
  const at = full.paid.findIndex(({ amount }) => amount > gap)
  return full.paid.map((paid, index) => (index === at ? { ...paid, amount: paid.amount - gap, gap } : paid))
}

/** Within the days agreed the gap is a discount; taken later it is a debt. */
function discounted(dice: Dice, { payer, day, group }: Group, full: Drawn): Drawn {
  const { discountPoints, discountDays } = payer.customer
  const inTime = group.every(({ invoice }) => day <= addDays(invoice.issueDate, discountDays))
  const whole = group.every(({ isBalance }) => !isBalance)
  if (!whole || (!inTime && !dice.inThousand(80))) return full
  const each = full.paid.map(({ invoice, amount }) => {
    const off = Math.round((amount * discountPoints) / 10_000)
    return { invoice, amount: amount - off, gap: off, leavesOpen: false }
  })
  const gap = each.reduce((sum, paid) => sum + paid.gap, 0)
  return {
    ...full,
    amount: full.amount - gap,
    paid: inTime ? each : each.map((paid) => ({ ...paid, gap: 0, leavesOpen: true })),
    writeoff: inTime ? { reason: 'discount', amount: gap } : null,
    amountClass: inTime ? 'discount' : 'partial',
  }
}

function lessFee(dice: Dice, full: Drawn): Drawn {
  const fee = dice.of([500, 850, 1000, 1250, 1500, 1800, 2000, 2350, 2500, 3000])
  if (full.amount < fee * 4) return full
  const writeoff = { reason: 'bankFee', amount: fee } as const
  return { ...full, amount: full.amount - fee, paid: shortBy(full, fee), writeoff, amountClass: 'foreign fee' }
}

function retained({ day }: Group, full: Drawn, only: Owed): Drawn {
  const kept = Math.round(only.left / 20)
  const rest = [{ ...only, left: kept, planned: addDays(day, 365), isBalance: true }]
  return {
    ...full,
    amount: full.amount - kept,
    paid: [{ invoice: only.invoice, amount: only.left - kept, gap: 0, leavesOpen: true }],
    amountClass: 'retention',
    rest,
  }
}

function partial(dice: Dice, { day }: Group, full: Drawn, only: Owed): Drawn {
  const round = Math.floor((only.left * dice.between(20, 80)) / 1_000_000) * 10_000
  const share = Math.round((only.left * dice.of([30, 40, 50, 50])) / 100)
  const amount = round > 0 && dice.inThousand(600) ? round : share
  const rest = [{ ...only, left: only.left - amount, planned: addDays(day, dice.between(12, 60)), isBalance: true }]
  return {
    ...full,
    amount,
    paid: [{ invoice: only.invoice, amount, gap: 0, leavesOpen: true }],
    amountClass: 'partial',
    rest,
  }
}

/** To the euro, or a few cents beside; paid in excess, the cents are the customer's. */
function rounded(dice: Dice, { payer }: Group, full: Drawn): Drawn {
  const beside = dice.of([-5, -2, -1, 1, 1, 2, 3, 8])
  const cents = full.amount % 100
  const gap = payer.habit.roundsToEuro ? (cents >= 50 ? cents - 100 : cents) : beside
  if (gap === 0) return full
  const amount = full.amount - gap
  if (gap < 0) return { ...full, amount, amountClass: 'rounding' }
  return {
    ...full,
    amount,
    paid: shortBy(full, gap),
    writeoff: { reason: 'rounding', amount: gap },
    amountClass: 'rounding',
  }
}

/** Two digits the wrong way round, or a sum out of another column. */
function overpaid(dice: Dice, full: Drawn): Drawn {
  const more = dice.of([9_00, 90_00, 100_00, Math.round(full.amount / 5), dice.between(200, 30_000)])
  return { ...full, amount: full.amount + more, amountClass: 'overpaid' }
}
