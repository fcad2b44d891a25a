import { disputes, plans, profiles, promises, tasks } from './demo-company/arrangements.ts'
import { bankAccount, bankLines, otherBankLines, receivedLines } from './demo-company/bank.ts'
import { customers } from './demo-company/customers.ts'
import { exchanges } from './demo-company/exchanges.ts'
import { lateInvoices } from './demo-company/late-invoices.ts'
import { openInvoices } from './demo-company/open-invoices.ts'
import { paidInvoices, payments } from './demo-company/paid-invoices.ts'
import { firm, people } from './demo-company/people.ts'
import { reminders } from './demo-company/reminders.ts'

/**
 * « Atelier Vauquelin », the one example company: the demo a newcomer tries, the journeys, the manual, the screenshots.
 * All of it is invented. Days count from the demo day (`demoDay`), amounts are cents.
 */
export const demoCompany = {
  firm,
  people,
  customers,
  invoices: [...paidInvoices, ...lateInvoices, ...openInvoices],
  payments,
  reminders,
  exchanges,
  promises,
  plans,
  profiles,
  disputes,
  tasks,
  bankAccount,
  bankLines,
  receivedLines,
  otherBankLines,
} as const

export type DemoCompany = typeof demoCompany
