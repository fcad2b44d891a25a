import { z } from 'zod'
import { endpoint } from '../platform/http/endpoint.ts'
import { enteredCountry, enteredCurrency, lineShape, noteShape, optionalLine } from '../platform/http/entered-shapes.ts'
import { dateShape, idParams, idShape, keyShape, languageShape, moneyShape } from '../platform/http/shapes.ts'
import { apiKeyEndpoints } from './api-key-contract.ts'
import { organizationShape } from './organization-shape.ts'

export const roleShape = z.enum(['admin', 'director', 'accountant', 'sales', 'project', 'readonly'])

const personShape = z
  .object({
    id: keyShape,
    name: z.string(),
    email: z.string(),
    phone: z.string().nullable(),
    signature: z.string().nullable(),
    role: roleShape,
    isActive: z.boolean(),
    canSignIn: z.boolean(),
  })
  .meta({ id: 'Person' })

const legalEntityShape = z
  .object({
    id: keyShape,
    name: z.string(),
    legalForm: z.string().nullable(),
    capital: z.string().nullable(),
    siren: z.string().nullable(),
    rcs: z.string().nullable(),
    vatNumber: z.string().nullable(),
    addressLine1: z.string().nullable(),
    addressLine2: z.string().nullable(),
    postcode: z.string().nullable(),
    city: z.string().nullable(),
    country: z.string(),
    phone: z.string().nullable(),
    email: z.string().nullable(),
    iban: z.string().nullable(),
    bic: z.string().nullable(),
    defaultTerms: z.string().nullable(),
    /** Hundredths of a percent a year: 1215 is 12.15 %. */
    lateInterestRate: z.int().min(0).max(10_000).nullable(),
    /** The rate of the law was chosen; a rate of its own comes first. */
    followsLegalRate: z.boolean(),
    /** Each day at the rate of its half-year, or the whole delay at that of the first. */
    rateReading: z.enum(['segmented', 'fixedAtStart']),
    /** '2026-H2': the half-year for which somebody said that the rate holds. */
    rateConfirmedFor: z
      .string()
      .regex(/^\d{4}-H[12]$/)
      .nullable(),
    smtp: z
      .object({
        host: z.string(),
        port: z.int(),
        security: z.enum(['tls', 'starttls', 'none']),
        username: z.string().nullable(),
        hasPassword: z.boolean(),
        fromName: z.string(),
        fromAddress: z.string(),
        replyTo: z.string().nullable(),
        testedAt: z.string().nullable(),
      })
      .nullable(),
  })
  .meta({ id: 'LegalEntity' })

const sessionShape = z
  .object({
    email: z.string(),
    person: personShape,
    organization: organizationShape,
    organizations: z.array(z.object({ id: keyShape, name: z.string(), isDemo: z.boolean() })),
    legalEntities: z.array(z.object({ id: keyShape, name: z.string() })),
    today: dateShape,
    hasSmtp: z.boolean(),
    /** What I can clear: tasks to do, messages to approve. */
    badges: z.object({ tasks: z.int(), reminders: z.int(), payments: z.int() }),
    /** The four items of the first days; an item is true once done. */
    checklist: z.object({
      invoices: z.boolean(),
      scenario: z.boolean(),
      sender: z.boolean(),
      colleague: z.boolean(),
      closed: z.boolean(),
    }),
  })
  .meta({ id: 'Session' })

const smtpInput = z.object({
  host: lineShape(255),
  port: z.int().min(1).max(65535),
  security: z.enum(['tls', 'starttls', 'none']),
  username: optionalLine(255),
  /** Absent: keep the one that is stored. */
  password: z.string().max(1000).optional(),
  fromName: lineShape(200),
  fromAddress: z.email().max(254),
  replyTo: z.email().max(254).nullable(),
})

const nameGiven = lineShape(200)
const lineGiven = optionalLine(200)
const emailGiven = z.email().max(254)
const phoneGiven = optionalLine(50)
const password = z.string().min(10).max(200)
const passwordTyped = z.string().min(1).max(200)

const legalEntityInput = legalEntityShape.omit({ id: true, smtp: true }).extend({
  name: nameGiven,
  legalForm: lineGiven,
  capital: lineGiven,
  siren: lineGiven,
  rcs: lineGiven,
  vatNumber: lineGiven,
  addressLine1: lineGiven,
  addressLine2: lineGiven,
  postcode: lineGiven,
  city: lineGiven,
  country: enteredCountry,
  phone: lineGiven,
  email: lineGiven,
  iban: lineGiven,
  bic: lineGiven,
  defaultTerms: lineGiven,
})

export const endpoints = {
  welcome: endpoint({
    method: 'GET',
    url: '/api/v1/welcome',
    summary: 'Is this installation still waiting for its first account?',
    access: 'public',
    answer: z.object({
      open: z.boolean(),
      /** Founded on the command line, and waiting for its first person. */
      organizationName: z.string().nullable(),
    }),
  }),
  createFirstAccount: endpoint({
    method: 'POST',
    url: '/api/v1/welcome',
    summary: 'Create the organisation (or take over the one that waits) and its first administrator, and sign in.',
    access: 'public',
    body: z.object({
      organizationName: nameGiven,
      siren: optionalLine(20).optional(),
      personName: nameGiven,
      email: emailGiven,
      password,
      language: languageShape.optional(),
    }),
    answer: z.object({ signedIn: z.literal(true) }),
  }),
  signIn: endpoint({
    method: 'POST',
    url: '/api/v1/session',
    summary: 'Sign in with e-mail and password.',
    access: 'public',
    body: z.object({ email: emailGiven, password: passwordTyped }),
    answer: z.object({ signedIn: z.literal(true) }),
  }),
  session: endpoint({
    method: 'GET',
    url: '/api/v1/session',
    summary: 'Who am I, where, and which day is it?',
    answer: sessionShape,
  }),
  signOut: endpoint({ method: 'DELETE', url: '/api/v1/session', summary: 'Sign out.', access: 'public' }),
  changeOwnPassword: endpoint({
    method: 'PUT',
    url: '/api/v1/session/password',
    thing: 'ownAccount',
    summary: 'Change one’s own password; the other sessions of the account are closed.',
    body: z.object({ current: passwordTyped, password }),
  }),

  sessions: endpoint({
    method: 'GET',
    url: '/api/v1/sessions',
    summary: 'The open sessions of this account.',
    answer: z.array(
      z.object({
        id: z.string(),
        current: z.boolean(),
        createdAt: z.string(),
        ip: z.string().nullable(),
        agent: z.string().nullable(),
      }),
    ),
  }),
  revokeSession: endpoint({
    method: 'DELETE',
    url: '/api/v1/sessions/:id',
    thing: 'ownAccount',
    summary: 'Close one of the open sessions of this account.',
    params: z.object({ id: z.string() }),
  }),
  chooseOrganization: endpoint({
    method: 'PUT',
    url: '/api/v1/session/organization',
    thing: 'ownAccount',
    summary: 'Work in another organisation of this account.',
    body: z.object({ organizationId: keyShape }),
  }),
  changeOrganization: endpoint({
    method: 'PATCH',
    url: '/api/v1/organization',
    thing: 'settings',
    summary: 'Change the rules of the organisation; only the fields given change.',
    body: organizationShape
      .omit({ id: true, isDemo: true })
      .extend({ name: nameGiven, timeZone: lineShape(100), baseCurrency: enteredCurrency })
      .partial(),
    answer: organizationShape,
  }),
  changeChecklist: endpoint({
    method: 'PATCH',
    url: '/api/v1/organization/checklist',
    summary: 'Mark an item of the first days.',
    body: z.object({ scenario: z.boolean().optional(), closed: z.boolean().optional() }),
  }),
  legalEntities: endpoint({
    method: 'GET',
    url: '/api/v1/legal-entities',
    summary: 'The firms that invoice.',
    answer: z.array(legalEntityShape),
  }),
  addLegalEntity: endpoint({
    method: 'POST',
    url: '/api/v1/legal-entities',
    thing: 'settings',
    summary: 'Add a firm that invoices.',
    body: z.object({ name: nameGiven }),
    answer: legalEntityShape,
  }),
  changeLegalEntity: endpoint({
    method: 'PATCH',
    url: '/api/v1/legal-entities/:id',
    thing: 'settings',
    summary: 'Change a firm that invoices; only the fields given change.',
    params: idParams,
    body: legalEntityInput.partial(),
    answer: legalEntityShape,
  }),
  setSmtp: endpoint({
    method: 'PUT',
    url: '/api/v1/legal-entities/:id/smtp',
    thing: 'sender',
    summary: 'Set the mail server of a firm.',
    params: idParams,
    body: smtpInput,
    answer: legalEntityShape,
  }),
  removeSmtp: endpoint({
    method: 'DELETE',
    url: '/api/v1/legal-entities/:id/smtp',
    thing: 'sender',
    summary: 'Forget the mail server: messages land in the test outbox again.',
    params: idParams,
  }),
  testSmtp: endpoint({
    method: 'POST',
    url: '/api/v1/legal-entities/:id/smtp/test',
    thing: 'sender',
    summary: 'Connect, authenticate and send a message to oneself with these settings.',
    params: idParams,
    body: smtpInput.extend({ sendTo: z.email().max(254) }),
    answer: z.object({
      ok: z.boolean(),
      steps: z.array(
        z.object({
          step: z.enum(['connect', 'secure', 'authenticate', 'send']),
          ok: z.boolean(),
          sentence: z.string(),
        }),
      ),
    }),
  }),
  people: endpoint({
    method: 'GET',
    url: '/api/v1/people',
    summary: 'Everybody in the organisation.',
    answer: z.array(personShape),
  }),
  addPerson: endpoint({
    method: 'POST',
    url: '/api/v1/people',
    thing: 'people',
    summary: 'Add a colleague; with a password the colleague can sign in.',
    body: z.object({
      name: nameGiven,
      email: emailGiven,
      role: roleShape,
      phone: phoneGiven.optional(),
      password: password.optional(),
    }),
    answer: personShape,
  }),
  changePerson: endpoint({
    method: 'PATCH',
    url: '/api/v1/people/:id',
    // One's own name, phone and signature are everybody's; the rest asks for the right on people.
    thing: 'ownAccount',
    summary: 'Change a colleague, or oneself; only the fields given change.',
    params: idParams,
    body: z.object({
      name: nameGiven.optional(),
      phone: phoneGiven.optional(),
      signature: noteShape(2000).nullable().optional(),
      role: roleShape.optional(),
      isActive: z.boolean().optional(),
      /** The first one lets the colleague sign in; a new one closes the colleague's sessions. */
      password: password.optional(),
    }),
    answer: personShape,
  }),
  ...apiKeyEndpoints,
  startDemo: endpoint({
    method: 'POST',
    url: '/api/v1/demo',
    summary: 'Make the example company and work in it.',
    answer: z.object({ organizationId: keyShape }),
  }),
  removeDemo: endpoint({
    method: 'DELETE',
    url: '/api/v1/demo',
    summary: 'Remove the example company and everything in it.',
  }),
  search: endpoint({
    method: 'GET',
    url: '/api/v1/search',
    summary: 'Customers, invoices and amounts that match what was typed.',
    query: z.object({ q: z.string().max(100), limit: z.coerce.number().int().min(1).max(20).optional() }),
    answer: z.object({
      customers: z.array(
        z.object({ id: keyShape, name: z.string(), code: z.string(), late: z.array(moneyShape), daysLate: z.int() }),
      ),
      invoices: z.array(
        z.object({
          id: keyShape,
          number: z.string(),
          customerName: z.string(),
          amountDue: moneyShape,
          daysLate: z.int(),
        }),
      ),
    }),
  }),
  journal: endpoint({
    method: 'GET',
    url: '/api/v1/journal',
    summary: 'Who did what, latest first.',
    query: z.object({ before: idShape.optional(), limit: z.coerce.number().int().min(1).max(200).optional() }),
    answer: z.array(
      z.object({
        id: keyShape,
        at: z.string(),
        person: z.string().nullable(),
        origin: z.string(),
        act: z.string(),
        thing: z.string(),
        thingId: keyShape.nullable(),
        details: z.record(z.string(), z.unknown()),
      }),
    ),
  }),
}
