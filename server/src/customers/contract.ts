import { customerCategories } from '@quittance/core/customers/category.ts'
import { largestAmount } from '@quittance/core/money/money.ts'
import { payerProfiles } from '@quittance/core/payers/payer-profile.ts'
import { z } from 'zod'
import { endpoint } from '../platform/http/endpoint.ts'
import {
  enteredCountry,
  enteredCurrency,
  enteredDay,
  enteredUntil,
  lineShape,
  noteShape,
  optionalLine,
} from '../platform/http/entered-shapes.ts'
import {
  cursorShape,
  dateShape,
  idParams,
  idShape,
  keyShape,
  personRef,
  sumsShape,
  untilShape,
} from '../platform/http/shapes.ts'
import { aliasShape, mergingEndpoints } from './merging/contract.ts'

/** What comes next for an open item or a customer, with the sentence that answers « Pourquoi ? ». */
export const nextStepShape = z
  .object({
    kind: z.enum(['email', 'call', 'letter', 'task', 'decision', 'hold', 'none']),
    because: z.string(),
    on: dateShape.nullable(),
    isToday: z.boolean(),
    /** Short, for a column: « E-mail le 26/11 », « Promis pour le 27/11 ». */
    label: z.string(),
    /** One full sentence. */
    sentence: z.string(),
  })
  .meta({ id: 'NextStep' })

export const contactShape = z
  .object({
    id: keyShape,
    civility: z.enum(['Mme', 'M.']).nullable(),
    firstName: z.string().nullable(),
    lastName: z.string().nullable(),
    jobTitle: z.string().nullable(),
    role: z.enum(['invoices', 'accountsPayable', 'escalation', 'other']),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    receivesReminders: z.boolean(),
    emailRefusedOn: dateShape.nullable(),
    emailRefusal: z.string().nullable(),
    /** The number was found wrong, and nobody corrected it since. */
    phoneRefused: z.boolean().optional(),
    /** The day an automatic reply said this person is back. */
    awayUntil: dateShape.nullable().optional(),
  })
  .meta({ id: 'Contact' })

/** One line of the history of a customer or an invoice, latest first; planned ones come with `planned: true`. */
export const historyEntry = z
  .object({
    key: z.string(),
    on: dateShape,
    at: z.string().nullable(),
    kind: z.enum([
      'issued',
      'due',
      'email',
      'sms',
      'call',
      'letter',
      'note',
      'answer',
      'payment',
      'reversal',
      'promise',
      'brokenPromise',
      'dispute',
      'disputeResolved',
      'pause',
      'change',
      'import',
      'decision',
      'task',
      'planned',
    ]),
    planned: z.boolean(),
    title: z.string(),
    detail: z.string().nullable(),
    person: z.string().nullable(),
    reminderId: keyShape.nullable(),
    paymentId: keyShape.nullable(),
    taskId: keyShape.nullable(),
  })
  .meta({ id: 'HistoryEntry' })

const customerFields = z.object({
  code: z.string(),
  name: z.string(),
  tradeName: z.string().nullable(),
  category: z.enum(customerCategories),
  siren: z.string().nullable(),
  vatNumber: z.string().nullable(),
  /** ISO 639-1: French, English, or a language that was added. */
  language: z.string().regex(/^[a-z]{2}$/),
  currency: z.string().regex(/^[A-Z]{3}$/),
  paymentTerms: z.string().nullable(),
  automaticMeans: z.boolean(),
  addressLine1: z.string().nullable(),
  addressLine2: z.string().nullable(),
  postcode: z.string().nullable(),
  city: z.string().nullable(),
  country: z.string(),
  phone: z.string().nullable(),
  salesRepId: keyShape.nullable(),
  collectorId: keyShape.nullable(),
  parentId: keyShape.nullable(),
  scenarioId: keyShape.nullable(),
  accountCode: z.string().nullable(),
  /** Hundredths of a percent, and within how many days of the issue date. */
  earlyDiscountBasisPoints: z.int().nullable(),
  earlyDiscountDays: z.int().nullable(),
  creditLimit: z.int().nullable(),
  customerSince: dateShape.nullable(),
  handedOverOn: dateShape.nullable(),
  insolvencyOn: dateShape.nullable(),
})

/** What may be given of a customer; only what is given changes. */
const customerInput = z
  .object({
    code: lineShape(60),
    name: lineShape(200),
    tradeName: optionalLine(200),
    category: z.enum(customerCategories),
    siren: optionalLine(20),
    vatNumber: optionalLine(30),
    language: z.string().regex(/^[a-z]{2}$/),
    currency: enteredCurrency,
    paymentTerms: optionalLine(200),
    automaticMeans: z.boolean(),
    addressLine1: optionalLine(200),
    addressLine2: optionalLine(200),
    postcode: optionalLine(20),
    city: optionalLine(100),
    country: enteredCountry,
    phone: optionalLine(50),
    salesRepId: keyShape.nullable(),
    collectorId: keyShape.nullable(),
    parentId: keyShape.nullable(),
    scenarioId: keyShape.nullable(),
    accountCode: optionalLine(60),
    earlyDiscountBasisPoints: z.int().min(1).max(10_000).nullable(),
    earlyDiscountDays: z.int().min(0).max(365).nullable(),
    creditLimit: z.int().min(0).max(largestAmount).nullable(),
    customerSince: enteredDay.nullable(),
    handedOverOn: enteredDay.nullable(),
    insolvencyOn: enteredDay.nullable(),
  })
  .partial()

const contactInput = z
  .object({
    civility: z.enum(['Mme', 'M.']).nullable(),
    firstName: optionalLine(100),
    lastName: optionalLine(100),
    jobTitle: optionalLine(100),
    role: contactShape.shape.role,
    // One bare address, or the sentence that says so: `oneAddress`.
    email: z.string().max(320).nullable(),
    phone: optionalLine(50),
    receivesReminders: z.boolean(),
  })
  .partial()

export const customerRow = z
  .object({
    id: keyShape,
    code: z.string(),
    name: z.string(),
    salesRep: personRef.nullable(),
    collector: personRef.nullable(),
    outstanding: sumsShape,
    late: sumsShape,
    lateItems: z.int(),
    daysLate: z.int(),
    /** Average days after the due date over the last paid items; null below three. */
    averageDelay: z.int().nullable(),
    profile: z.enum(payerProfiles),
    next: nextStepShape.nullable(),
  })
  .meta({ id: 'CustomerRow' })

const customerDetail = customerFields
  .extend({
    id: keyShape,
    salesRep: personRef.nullable(),
    collector: personRef.nullable(),
    parent: z.object({ id: keyShape, name: z.string() }).nullable(),
    children: z.array(z.object({ id: keyShape, name: z.string() })),
    scenario: z.object({ id: keyShape, name: z.string(), isDefault: z.boolean() }),
    pause: z.object({ until: untilShape, note: z.string().nullable(), since: dateShape }).nullable(),
    outstanding: sumsShape,
    outstandingItems: z.int(),
    late: sumsShape,
    lateItems: z.int(),
    daysLate: z.int(),
    unallocatedCredit: sumsShape,
    openCreditNotes: sumsShape,
    averageDelay: z.int().nullable(),
    /** Why, and who chose it: `/api/v1/customers/:id/profile`. */
    profile: z.enum(payerProfiles),
    contacts: z.array(contactShape),
    /** Accounts it pays from, and where each is known from. */
    ibans: z.array(z.object({ id: keyShape, iban: z.string(), learntFrom: z.enum(['file', 'person', 'bank']) })),
    /** Customers merged into this one, the latest first. */
    aliases: z.array(aliasShape),
    /** Last twelve paid items, oldest first: the month paid and days after the due date. */
    habit: z.array(
      z.object({ invoiceId: keyShape, invoiceNumber: z.string(), paidOn: dateShape, daysAfterDue: z.int() }),
    ),
    counts: z.object({ invoices: z.int(), payments: z.int(), exchanges: z.int(), contacts: z.int() }),
    next: nextStepShape.nullable(),
    lastContactOn: dateShape.nullable(),
  })
  .meta({ id: 'Customer' })

export const endpoints = {
  customers: endpoint({
    method: 'GET',
    url: '/api/v1/customers',
    summary: 'Customers with what they owe, what is late and what comes next.',
    query: z.object({
      view: z.enum(['all', 'late', 'owing', 'paused', 'upToDate']).default('all'),
      q: z.string().max(100).optional(),
      salesRep: idShape.optional(),
      collector: idShape.optional(),
      profile: z.enum(payerProfiles).optional(),
      sort: z.enum(['name', 'outstanding', 'late', 'daysLate']).default('late'),
      direction: z.enum(['asc', 'desc']).default('desc'),
      cursor: cursorShape.optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    answer: z.object({
      rows: z.array(customerRow),
      count: z.int(),
      outstanding: sumsShape,
      late: sumsShape,
      nextCursor: cursorShape.nullable(),
      views: z.object({ all: z.int(), late: z.int(), owing: z.int(), paused: z.int(), upToDate: z.int() }),
    }),
  }),
  customer: endpoint({
    method: 'GET',
    url: '/api/v1/customers/:id',
    summary: 'Everything to say on the phone; the number of a customer merged away leads to the one kept.',
    params: idParams,
    answer: customerDetail,
  }),
  addCustomer: endpoint({
    method: 'POST',
    url: '/api/v1/customers',
    summary: 'Add a customer.',
    body: customerInput.extend({ code: lineShape(60), name: lineShape(200) }),
    answer: customerDetail,
  }),
  changeCustomer: endpoint({
    method: 'PATCH',
    url: '/api/v1/customers/:id',
    summary: 'Change a customer; only the fields given change.',
    params: idParams,
    body: customerInput,
    answer: customerDetail,
  }),
  pauseCustomer: endpoint({
    method: 'PUT',
    url: '/api/v1/customers/:id/pause',
    summary: 'Stop chasing a customer until a day, with a note.',
    params: idParams,
    body: z.object({ until: enteredUntil, note: noteShape(2000).nullable() }),
  }),
  resumeCustomer: endpoint({
    method: 'DELETE',
    url: '/api/v1/customers/:id/pause',
    summary: 'Chase the customer again.',
    params: idParams,
  }),
  customerHistory: endpoint({
    method: 'GET',
    url: '/api/v1/customers/:id/history',
    summary: 'What happened with this customer, latest first, planned steps on top.',
    params: idParams,
    answer: z.array(historyEntry),
  }),
  remindersReceived: endpoint({
    method: 'GET',
    url: '/api/v1/customers/:id/reminders-received',
    summary:
      'The reminders a customer received, or those about one of its invoices, and how many by each way. A notice before the due date, a copy, a call nobody answered and a message that came back do not count.',
    params: idParams,
    query: z.object({ invoice: idShape.optional() }),
    answer: z
      .object({
        ...{ total: z.int(), emails: z.int(), texts: z.int(), letters: z.int(), calls: z.int() },
        rows: z.array(
          z.object({
            id: keyShape,
            on: dateShape,
            channel: z.enum(['email', 'sms', 'letter', 'call']),
            title: z.string(),
            person: z.string().nullable(),
            reminderId: keyShape.nullable(),
            taskId: keyShape.nullable(),
            invoices: z.array(z.string()),
          }),
        ),
      })
      .meta({ id: 'RemindersReceived' }),
  }),
  addIban: endpoint({
    method: 'POST',
    url: '/api/v1/customers/:id/ibans',
    summary: 'Say that a customer pays from this account.',
    params: idParams,
    body: z.object({ iban: lineShape(60) }),
  }),
  removeIban: endpoint({
    method: 'DELETE',
    url: '/api/v1/customer-ibans/:id',
    summary: 'The customer does not pay from this account.',
    params: idParams,
  }),
  addContact: endpoint({
    method: 'POST',
    url: '/api/v1/customers/:id/contacts',
    summary: 'Add a contact.',
    params: idParams,
    body: contactInput,
    answer: contactShape,
  }),
  changeContact: endpoint({
    method: 'PATCH',
    url: '/api/v1/contacts/:id',
    summary: 'Change a contact; a new e-mail address clears its refusal.',
    params: idParams,
    body: contactInput,
    answer: contactShape,
  }),
  removeContact: endpoint({
    method: 'DELETE',
    url: '/api/v1/contacts/:id',
    summary: 'Remove a contact.',
    params: idParams,
  }),
  addExchange: endpoint({
    method: 'POST',
    url: '/api/v1/customers/:id/exchanges',
    summary: 'Note something said or written; a call or message counts as a contact.',
    params: idParams,
    body: z.object({
      kind: z.enum(['call', 'email', 'letter', 'note', 'answer']),
      summary: noteShape(4000).min(1),
      invoiceId: keyShape.nullable().optional(),
      contactId: keyShape.nullable().optional(),
      happenedOn: enteredDay.optional(),
    }),
    answer: z.object({ id: keyShape }),
  }),
  ...mergingEndpoints,
}
