import { addDays, asDate, type CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { diceOf } from './dice.ts'
import { firmCalled } from './firm-names.ts'
import { someIban, someSiren } from './iban.ts'
import { makeCustomers } from './make-customers.ts'
import { makeInvoices } from './make-invoices.ts'
import { debits, foreignToTheBooks, fromCustomersForNothing, secondPayments } from './make-other-lines.ts'
import { makePayments } from './make-payments.ts'
import { type Movement, makeReceipts } from './make-receipts.ts'
import { strangeCredits } from './make-strange-credits.ts'
import type { BankYear, YearInvoice, YearLine } from './year.ts'

export interface Wanted {
  readonly seed: number
  /** About so many lines in the year. */
  readonly lines: number
  readonly customers: number
}

const opensOn = asDate('2025-01-01')
/** Invoices begin early enough for the oldest debts; lines are kept from `historyFrom` on. */
const booksFrom = asDate('2024-03-01')
const historyFrom = asDate('2024-08-01')
const endsOn = asDate('2025-12-31')

/** A firm, its customers, its invoices and its bank's year, from one seed: the same seed gives the same year. */
export function makeYear({ seed, lines, customers }: Wanted): BankYear {
  const dice = (name: string) => diceOf(seed, name)
  const firm = firmCalled(dice('firm'), 'Dijon')
  const firmName = `${firm.core} ${firm.form}`.trim()
  const firmIban = someIban(dice('firm account'), 'FR')
  const firmSavings = someIban(dice('firm savings'), 'FR')
  const firmSiren = someSiren(dice('firm siren'))
  const payers = makeCustomers(dice('customers'), customers)
  const months = 22
  const invoices = makeInvoices(
    dice('invoices'),
    payers,
    { from: booksFrom, to: endsOn },
    Math.round((lines * 0.82 * months) / 12),
  )
  const payments = makePayments(dice('payments'), payers, invoices, addDays(endsOn, 1))
  const ofCustomer = Map.groupBy(invoices, ({ customer }) => customer)
  const ofOrder = Map.groupBy(invoices, ({ poNumber }) => poNumber)
  const byNumber = new Map(invoices.map((invoice) => [invoice.id, invoice]))
  const receipts = makeReceipts(dice('texts'), payments, { invoices: byNumber, ofCustomer, ofOrder, firmName }, payers)
  const span = { from: historyFrom, to: endsOn }
  const around = {
    span,
    payers,
    receipts: receipts.filter(({ day }) => day >= historyFrom),
    invoices,
    firmName,
    firmIban,
    firmSavings,
    firmSiren,
  }
  const share = (thousandths: number): number => Math.round((lines * 17 * thousandths) / 12_000)
  const all = [
    ...receipts,
    ...foreignToTheBooks(dice('others'), around, share(95)),
    ...strangeCredits(dice('strange'), around, share(34)),
    ...fromCustomersForNothing(dice('prepayments'), around, share(24)),
    ...secondPayments(dice('again'), around, share(14)),
    ...debits(dice('debits'), around, share(230)),
  ]
  const ordered = inOrderOfDay(seed, all)
  return {
    seed,
    opensOn,
    firmName,
    firmIban,
    firmSavings,
    customers: payers.map(({ customer }) => customer),
    invoices,
    openAtStart: openOn(opensOn, invoices, ordered),
    history: ordered.filter(({ day }) => day >= historyFrom && day < opensOn),
    lines: ordered.filter(({ day }) => day >= opensOn && day <= endsOn),
  }
}

/** Within a day banks follow no order of ours. */
function inOrderOfDay(seed: number, movements: readonly Movement[]): YearLine[] {
  const mixed = diceOf(seed, 'order').shuffled(movements)
  mixed.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
  return mixed.map((movement, at) => ({ ...movement, id: `L${String(at + 1).padStart(6, '0')}` }))
}

function openOn(day: CalendarDate, invoices: readonly YearInvoice[], lines: readonly YearLine[]): Map<string, number> {
  const open = new Map(invoices.filter(({ issueDate }) => issueDate < day).map(({ id, amount }) => [id, amount]))
  for (const line of lines) {
    if (line.day >= day) break
    for (const { invoice, amount, gap } of line.truth.allocations) {
      open.set(invoice, (open.get(invoice) ?? 0) - amount - gap)
    }
  }
  return open
}
