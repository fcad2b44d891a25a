import { daysBetween } from '../../calendar/calendar-date.ts'
import { formatDateInWords } from '../../calendar/format-date.ts'
import { assert } from '../../money/assert.ts'
import { formatMoney } from '../../money/format-money.ts'
import { add, type Money, sumByCurrency } from '../../money/money.ts'
import { shortestDeadlineDays } from '../law/formal-notice.ts'
import { type BankDetails, bankDetails } from './bank-details.ts'
import { claimedExtras, type MissingFact } from './claimed-extras.ts'
import { amountsToPay, feesToPay, type InvoicesTable, invoicesTable } from './invoices-table.ts'
import { blockMarks, type MessageVariables, withoutMarks } from './message-variables.ts'
import type { ReminderFacts, ReminderItem, SendingEntity } from './reminder-facts.ts'
import { replyMeans } from './reply-means.ts'
import { countInWords, daysInWords, greeting, listedAmounts, listedDates, listedNumbers } from './wording.ts'

/** All that a template needs to become a message. */
export interface PreparedMessage {
  readonly variables: MessageVariables
  readonly table: InvoicesTable
  readonly bankDetails: BankDetails | null
  /** A letter: its text speaks of a letter. */
  readonly onPaper: boolean
  /** What is left out for lack of a fact. */
  readonly missing: readonly MissingFact[]
}

/** Writes every word that depends on the facts; what cannot be said is null, and `missing` says why. */
export function prepareMessage(facts: ReminderFacts): PreparedMessage {
  const carrying = facts.items[0]
  assert(carrying !== undefined, 'a message with no open item')
  const { language } = facts
  const numbers = [...new Set(facts.items.map((item) => withoutMarks(item.invoiceNumber)))]
  const extras = claimedExtras(facts)
  const bank = bankDetails(facts.legalEntity, listedNumbers(numbers, language), language)
  const deadline = deadlineOf(facts)
  const owed = amountsToPay(facts)
  const fees = feesToPay(facts)
  const missing: MissingFact[] = [...extras.missing]
  if (!bank) missing.push({ fact: 'iban' })
  if (facts.deadline && !deadline) missing.push({ fact: 'deadlineTooShort' })

  const variables: MessageVariables = {
    customer: { name: withoutMarks(facts.customer.name) },
    contact: { greeting: withoutMarks(greeting(facts.contact, language)) },
    invoice: invoiceVariables(carrying, facts),
    invoices: invoicesVariables(numbers, facts),
    total: {
      amountDue: listedAmounts(owed, language),
      withFee: listedAmounts(sumByCurrency([...owed, ...fees]), language),
    },
    stepFee: { amount: fees.length > 0 ? listedAmounts(fees, language) : null },
    deadline: { date: deadline && formatDateInWords(deadline.date, language), days: deadline ? deadline.days : null },
    promise: {
      date: facts.brokenPromise ? formatDateInWords(facts.brokenPromise.on, language) : null,
      amount: facts.brokenPromise ? formatMoney(facts.brokenPromise.amount, language) : null,
    },
    history: { dates: listedDates(facts.history, language), count: facts.history.length },
    law: { reference: extras.law },
    lateInterest: { rate: extras.rate, amount: extras.interest, claimed: extras.claims.interest },
    recoveryFee: { amount: extras.fee, claimed: extras.claims.fee },
    caller: { name: facts.caller === null ? null : withoutMarks(facts.caller) },
    sender: { name: withoutMarks(facts.sender.name), signature: withoutMarks(signature(facts)) },
    legalEntity: { name: withoutMarks(facts.legalEntity.name), phone: facts.legalEntity.phone },
    reply: { means: withoutMarks(replyMeans(facts)) },
    bank: { details: bank && blockMarks.bankDetails },
    portal: facts.portal ?? { url: null, promiseUrl: null, disputeUrl: null },
    today: formatDateInWords(facts.today, language),
  }
  return { variables, table: invoicesTable(facts), bankDetails: bank, onPaper: facts.onPaper ?? false, missing }
}

function invoiceVariables(carrying: ReminderItem, { items, language }: ReminderFacts): MessageVariables['invoice'] {
  // An invoice in several due lines is spoken of as one: what is asked for is the sum of its listed lines.
  const amountDue = items
    .filter((item) => item !== carrying && item.invoiceNumber === carrying.invoiceNumber)
    .reduce<Money>((sum, item) => add(sum, item.amountDue), carrying.amountDue)
  return {
    number: withoutMarks(carrying.invoiceNumber),
    amountDue: listedAmounts([amountDue], language),
    issueDate: formatDateInWords(carrying.issueDate, language),
    dueDate: formatDateInWords(carrying.dueDate, language),
    daysLate: carrying.daysLate > 0 ? daysInWords(carrying.daysLate, language) : null,
  }
}

function invoicesVariables(numbers: readonly string[], facts: ReminderFacts): MessageVariables['invoices'] {
  const { language } = facts
  const count = numbers.length
  const one = language === 'fr' ? `la facture ${numbers[0]}` : `invoice ${numbers[0]}`
  const several = language === 'fr' ? `vos ${count} factures` : `your ${count} invoices`
  return {
    count,
    countWords: countInWords(count, language),
    numbers: listedNumbers(numbers, language),
    label: count === 1 ? one : several,
    table: blockMarks.table,
    attached: facts.invoicesAttached,
  }
}

function deadlineOf({ deadline, today }: ReminderFacts) {
  if (!deadline) return null
  const days = daysBetween(today, deadline)
  return days < shortestDeadlineDays ? null : { date: deadline, days }
}

function signature({ sender, legalEntity }: ReminderFacts): string {
  return sender.signature?.trim() || [sender.name, entityLine(legalEntity)].filter((line) => line !== '').join('\n')
}

const entityLine = ({ name, phone }: SendingEntity): string => (phone ? `${name} · ${phone}` : name)
