import type { Channel, Tone } from '../../dunning/scenario.ts'
import type { PayerProfile } from '../../payers/payer-profile.ts'

/** Days from the demo day, negative before it: everything moves with it. */
export type Day = number
export type PersonKey = 'claire' | 'sophie' | 'karim' | 'nadia' | 'julien'
export type CustomerKey = string
/** F-2026-0764: unique in the example company, so it names the invoice and its one due line. */
export type InvoiceNumber = string

export interface DemoPerson {
  readonly key: PersonKey
  readonly name: string
  readonly email: string
  readonly phone: string
  readonly role: 'admin' | 'director' | 'accountant' | 'sales' | 'project'
}

export interface DemoContact {
  readonly civility: 'Mme' | 'M.'
  readonly firstName: string
  readonly lastName: string
  readonly jobTitle: string
  readonly role: 'accountsPayable' | 'invoices' | 'escalation' | 'other'
  readonly email: string
  readonly phone: string
  readonly receivesReminders: boolean
  readonly refusedOn: Day | null
}

export interface DemoCustomer {
  readonly key: CustomerKey
  readonly code: string
  readonly name: string
  readonly category: 'company' | 'publicBody' | 'individual'
  readonly siren: string | null
  /** null: known by e-mail only. */
  readonly street: string | null
  readonly postcode: string
  readonly city: string
  readonly salesRep: PersonKey | null
  readonly collector: PersonKey
  /** One of its own; null follows the default of its category. */
  readonly scenario: 'standard' | 'gentle' | 'firm' | null
  readonly since: string
  /** Cents. */
  readonly creditLimit: number | null
  readonly contacts: readonly DemoContact[]
}

/** An invoice with its one due line. Amounts in cents. */
export interface DemoInvoice {
  readonly number: InvoiceNumber
  readonly customer: CustomerKey
  readonly kind: 'invoice' | 'deposit' | 'interim'
  readonly issued: Day
  readonly due: Day
  readonly total: number
  readonly subject: string
  /** Collected by direct debit: not chased. */
  readonly automatic?: true
  readonly pausedOn?: Day
  /** null: until somebody lifts it. */
  readonly pausedUntil?: Day | null
  readonly pauseNote?: string
}

export interface DemoPayment {
  readonly invoice: InvoiceNumber
  readonly on: Day
  readonly amount: number
  readonly reference: string
}

/** A contact of a scenario that took place: what it listed, and the rung each item climbed. */
export interface DemoReminder {
  readonly customer: CustomerKey
  readonly on: Day
  readonly channel: Channel
  readonly tone: Tone
  /** The item that carried it stands first; `step` null: listed without a rung of its own. */
  readonly items: readonly {
    readonly invoice: InvoiceNumber
    readonly step: string | null
    readonly delayDays: number
  }[]
  /** For calls and letters, what was said. */
  readonly summary?: string
  readonly by?: PersonKey
  readonly failed?: string
}

export interface DemoExchange {
  readonly customer: CustomerKey
  readonly on: Day
  readonly kind: 'email' | 'call' | 'letter' | 'note' | 'answer'
  readonly summary: string
  readonly by: PersonKey | null
  readonly countsAsContact: boolean
}

export interface DemoPromise {
  readonly customer: CustomerKey
  readonly invoices: readonly InvoiceNumber[]
  readonly notedOn: Day
  readonly promisedFor: Day
  readonly amount: number
  readonly note: string
  readonly by: PersonKey
}

/** A profile somebody chose, whatever the payments tell. */
export interface DemoProfile {
  readonly customer: CustomerKey
  readonly profile: PayerProfile
  readonly note: string
  readonly on: Day
  readonly by: PersonKey
}

export interface DemoPlan {
  readonly customer: CustomerKey
  readonly invoices: readonly InvoiceNumber[]
  readonly agreedOn: Day
  readonly note: string
  readonly instalments: readonly { readonly dueOn: Day; readonly amount: number }[]
}

export interface DemoDispute {
  readonly customer: CustomerKey
  readonly invoices: readonly InvoiceNumber[]
  readonly openedOn: Day
  readonly reason: 'notReceived' | 'amount' | 'quality'
  readonly note: string
  readonly owner: PersonKey | null
  readonly turn: 'ourTurn' | 'customerTurn'
}

export interface DemoTask {
  readonly kind: 'call' | 'decision' | 'other'
  readonly customer: CustomerKey | null
  readonly title: string | null
  readonly note: string | null
  readonly assignee: PersonKey | null
  /** The step of the scenario it does, and the item that carries it. */
  readonly step?: { readonly invoice: InvoiceNumber; readonly key: string; readonly delayDays: number }
  /** Listed beside the carrying item, without a rung. */
  readonly alsoAbout?: readonly InvoiceNumber[]
  /** Done this morning, at that minute after midnight. */
  readonly doneAtMinute?: number
}

export interface DemoBankLine {
  readonly on: Day
  /** As the bank writes it. */
  readonly label: string
  /** Cents, signed. */
  readonly amount: number
  /** Who paid, or was paid, where the bank says so. */
  readonly name: string | null
  /** What the payer wrote. */
  readonly remittance: string
  /** From whose account a transfer came. */
  readonly payer: CustomerKey | null
  /** Whose reminders wait for it: as the payer, where it is not told apart. */
  readonly customer: CustomerKey | null
  readonly kind: 'transfer' | 'chequeDeposit' | 'directDebit' | 'card' | 'fee'
}
