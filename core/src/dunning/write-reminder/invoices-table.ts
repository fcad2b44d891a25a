import { compare } from '../../calendar/calendar-date.ts'
import { formatDate } from '../../calendar/format-date.ts'
import { formatMoney, type Language } from '../../money/format-money.ts'
import { add, type Money, negate, sumByCurrency } from '../../money/money.ts'
import { feesOf } from '../step-fee.ts'
import { withoutMarks } from './message-variables.ts'
import type { ReminderCredit, ReminderFacts, ReminderItem } from './reminder-facts.ts'
import { daysInWords } from './wording.ts'

/** The table of a message, as data: every cell is written, none is laid out. */
export interface InvoicesTable {
  readonly headers: { readonly label: string; readonly dueDate: string; readonly late: string; readonly amount: string }
  /** Nothing is late yet: the column of days is not shown. */
  readonly showsLate: boolean
  /** One a currency, in the order of the codes. */
  readonly parts: readonly TablePart[]
}

export interface TablePart {
  readonly rows: readonly TableRow[]
  /** What is left to pay, as the books say it. */
  readonly total: TableTotal
  /** What the step adds, and the sum with it; empty where it adds nothing. */
  readonly added: readonly TableTotal[]
}

export interface TableTotal {
  readonly label: string
  readonly amount: string
}

export interface TableRow {
  readonly label: string
  readonly dueDate: string
  readonly late: string
  /** Negative for a credit. */
  readonly amount: string
}

/** What is left to pay once credits are taken off, per currency. */
export const amountsToPay = ({ items, credits }: Pick<ReminderFacts, 'items' | 'credits'>): Money[] =>
  sumByCurrency([...items.map((item) => item.amountDue), ...credits.map((credit) => negate(credit.amount))])

/**
 * What the step adds to these invoices, per currency: of a company, and once something is late. A consumer owes no cost of
 * collection (CPCE L111-8), a public body the interest and the indemnity of its own code (CCP L2192-13).
 */
export function feesToPay({ items, credits, customer, stepFee }: ReminderFacts): Money[] {
  const [carrying] = items
  if (!carrying || customer.category !== 'company' || !items.some((item) => item.daysLate > 0)) return []
  const owed = amountsToPay({ items, credits }).filter((sum) => sum.amount > 0)
  return owed.length === 0 ? [] : feesOf(stepFee, owed, carrying.amountDue.currency)
}

/** Items by due date, then credits, then the total and what the step adds to it, for each currency apart. */
export function invoicesTable(facts: ReminderFacts): InvoicesTable {
  const { items, credits, language } = facts
  const fees = feesToPay(facts)
  const words = language === 'fr' ? french : english
  const totals = amountsToPay({ items, credits })
  return {
    headers: words.headers,
    showsLate: items.some((item) => item.daysLate > 0),
    parts: totals.map((total) => ({
      rows: [
        ...items
          .filter((item) => item.amountDue.currency === total.currency)
          .toSorted((a, b) => compare(a.dueDate, b.dueDate))
          .map((item) => itemRow(item, language, words)),
        ...credits
          .filter((credit) => credit.amount.currency === total.currency)
          .map((credit) => creditRow(credit, language, words)),
      ],
      total: { label: words.total, amount: formatMoney(total, language) },
      added: fees
        .filter((fee) => fee.currency === total.currency)
        .flatMap((fee) => [
          { label: words.fee, amount: formatMoney(fee, language) },
          { label: words.totalWithFee, amount: formatMoney(add(total, fee), language) },
        ]),
    })),
  }
}

function itemRow(item: ReminderItem, language: Language, words: Words): TableRow {
  const kind = item.kind === 'invoice' ? '' : ` (${words.kinds[item.kind]})`
  return {
    label: withoutMarks(item.invoiceNumber) + kind,
    dueDate: formatDate(item.dueDate, language),
    late: item.daysLate > 0 ? daysInWords(item.daysLate, language) : words.notDue,
    amount: formatMoney(item.amountDue, language),
  }
}

function creditRow(credit: ReminderCredit, language: Language, words: Words): TableRow {
  const name = words.credits[credit.kind]
  const date = formatDate(credit.date, language)
  return {
    label: credit.reference ? `${name} ${withoutMarks(credit.reference)}` : `${name} ${words.of} ${date}`,
    dueDate: '',
    late: '',
    amount: formatMoney(negate(credit.amount), language),
  }
}

interface Words {
  readonly headers: InvoicesTable['headers']
  readonly total: string
  readonly fee: string
  readonly totalWithFee: string
  readonly notDue: string
  readonly of: string
  readonly kinds: Record<'deposit' | 'interim', string>
  readonly credits: Record<ReminderCredit['kind'], string>
}

const french: Words = {
  headers: { label: 'Facture', dueDate: 'Échéance', late: 'Retard', amount: 'Reste à payer' },
  total: 'Total',
  fee: 'Frais de rappel',
  totalWithFee: 'Total, frais compris',
  notDue: 'à échoir',
  of: 'du',
  kinds: { deposit: 'acompte', interim: 'situation' },
  credits: { creditNote: 'Avoir', payment: 'Règlement' },
}

const english: Words = {
  headers: { label: 'Invoice', dueDate: 'Due date', late: 'Late by', amount: 'Left to pay' },
  total: 'Total',
  fee: 'Reminder fee',
  totalWithFee: 'Total with the fee',
  notDue: 'not yet due',
  of: 'of',
  kinds: { deposit: 'deposit', interim: 'interim' },
  credits: { creditNote: 'Credit note', payment: 'Payment' },
}
