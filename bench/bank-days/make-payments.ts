import { addDays, type CalendarDate, civilOf, minDate } from '@quittance/core/calendar/calendar-date.ts'
import { workingDayFrom } from '@quittance/core/calendar/working-days.ts'
import type { Dice } from './dice.ts'
import type { Payer } from './payer-habits.ts'
import { type Paid, settleGroup } from './settle-group.ts'
import type { AmountClass, Truth, YearInvoice } from './year.ts'

/** One act of paying, before anybody writes a word about it. */
export interface Payment {
  readonly day: CalendarDate
  /** Whose habit writes it: the payer himself, or the head of the network. */
  readonly payer: Payer
  readonly amount: number
  readonly paid: readonly Paid[]
  readonly writeoff: Truth['writeoff']
  readonly amountClass: AmountClass
  /** Due as well that day, and left for later. */
  readonly leftOut: readonly YearInvoice[]
}

/** What is still to be paid of one invoice, and when its payer means to. */
export interface Owed {
  readonly invoice: YearInvoice
  readonly left: number
  readonly planned: CalendarDate
  readonly isBalance: boolean
}

/** Every payment of the span, in order of day. What is due after `until` stays open. */
export function makePayments(
  dice: Dice,
  payers: readonly Payer[],
  invoices: readonly YearInvoice[],
  until: CalendarDate,
): Payment[] {
  const ofCustomer = Map.groupBy(notCancelled(invoices), ({ customer }) => customer)
  const byId = new Map(payers.map((payer) => [payer.customer.id, payer]))
  const units = Map.groupBy(payers, (payer) => payer.paidBy ?? payer.customer.id)
  const payments = [...units].flatMap(([head, members]) => {
    const payer = byId.get(head)
    if (payer === undefined) throw new Error(`nobody pays for ${head}`)
    const owed = members.flatMap((member) =>
      (ofCustomer.get(member.customer.id) ?? []).flatMap((invoice) => owedOf(dice, member, payer, invoice)),
    )
    const credits = members.flatMap((member) =>
      (ofCustomer.get(member.customer.id) ?? []).filter(({ type }) => type === 'credit_note'),
    )
    return paymentsOf(dice, payer, owed, credits, until)
  })
  return payments.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
}

/** An invoice credited whole is never paid: both stand open until the firm sets one off against the other. */
function notCancelled(invoices: readonly YearInvoice[]): YearInvoice[] {
  const cancelled = new Set<YearInvoice>()
  const ofCustomer = Map.groupBy(invoices, ({ customer }) => customer)
  for (const credit of invoices.filter(({ type }) => type === 'credit_note')) {
    const whole = ofCustomer
      .get(credit.customer)
      ?.findLast(({ amount, issueDate }) => amount === -credit.amount && issueDate <= credit.issueDate)
    if (whole !== undefined) cancelled.add(credit).add(whole)
  }
  return invoices.filter((invoice) => !cancelled.has(invoice))
}

function owedOf(dice: Dice, member: Payer, payer: Payer, invoice: YearInvoice): Owed[] {
  if (invoice.type === 'credit_note' || dice.inThousand(member.forgetsToPay)) return []
  const { habit } = payer
  const early = addDays(invoice.issueDate, Math.max(1, member.customer.discountDays - dice.between(0, 3)))
  const late = addDays(invoice.dueDate, habit.delayDays + dice.between(-2, 5))
  const asked = habit.takesDiscount && dice.inThousand(850) ? early : late
  const planned = asked <= invoice.issueDate ? addDays(invoice.issueDate, 1) : asked
  return [{ invoice, left: invoice.amount, planned: paymentDay(payer, planned), isBalance: false }]
}

/** The day itself, or the next run; never when banks are closed. */
function paymentDay({ habit }: Payer, wanted: CalendarDate): CalendarDate {
  let day = wanted
  if (habit.rhythm === 'run') {
    while (civilOf(day).day !== habit.runDay) day = addDays(day, 1)
  }
  return workingDayFrom(day)
}

function paymentsOf(
  dice: Dice,
  payer: Payer,
  first: readonly Owed[],
  creditNotes: readonly YearInvoice[],
  until: CalendarDate,
): Payment[] {
  const payments: Payment[] = []
  let agenda = [...first]
  let credits = creditNotes
  while (agenda.length > 0) {
    const day = agenda.reduce((least, { planned }) => minDate(least, planned), until)
    const today = agenda.filter(({ planned }) => planned === day)
    if (today.length === 0 || day >= until) break
    agenda = agenda.filter(({ planned }) => planned !== day)
    const { now, later } = chosenToday(dice, payer, today)
    agenda.push(...later.map((owed) => ({ ...owed, planned: paymentDay(payer, addDays(day, dice.between(4, 35))) })))
    for (const group of groupsOf(dice, payer, now)) {
      const open = credits.filter(({ issueDate }) => issueDate <= day)
      const settled = settleGroup(dice, { payer, day, group, credits: open })
      payments.push({ ...settled.payment, leftOut: later.map(({ invoice }) => invoice) })
      credits = credits.filter((credit) => !settled.payment.paid.some(({ invoice }) => invoice === credit))
      agenda.push(...settled.rest.map((owed) => ({ ...owed, planned: paymentDay(payer, owed.planned) })))
    }
  }
  return payments
}

/** Of what is due in a run, now and then one invoice waits for a signature. */
function chosenToday(dice: Dice, { habit }: Payer, today: readonly Owed[]): { now: Owed[]; later: Owed[] } {
  if (today.length < 2 || habit.rhythm === 'each') return { now: [...today], later: [] }
  const later = today.slice(1).filter(() => dice.inThousand(60))
  return { now: today.filter((owed) => !later.includes(owed)), later }
}

/** A run is one transfer of twelve invoices at most; others pay one by one, mostly. */
function groupsOf(dice: Dice, { habit }: Payer, owed: readonly Owed[]): Owed[][] {
  const groups: Owed[][] = []
  const together = habit.rhythm === 'run' || dice.inThousand(400)
  const size = together ? 12 : 1
  for (let at = 0; at < owed.length; at += size) groups.push(owed.slice(at, at + size))
  return groups
}
