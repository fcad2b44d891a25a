import type { ScenarioOrigin } from '@quittance/core/dunning/choose-scenario.ts'
import { type CheckFirst, exclusionReasons, holdReasons } from '@quittance/core/dunning/decision.ts'
import { channels, tones } from '@quittance/core/dunning/scenario.ts'
import { z } from 'zod'

/** Every one of `All` is named: a reason that is added must be published too. */
const everyOne =
  <All extends string>() =>
  <const Named extends readonly All[]>(named: [All] extends [Named[number]] ? Named : never): Named =>
    named

const checks = everyOne<CheckFirst['because']>()(['staleSource', 'missingInvoice', 'aboveCeiling', 'stepToApprove'])
const origins = everyOne<ScenarioOrigin['from']>()(['invoice', 'customer', 'rule', 'organization'])

const day = z.string().meta({ format: 'date' })
const until = z.union([day, z.literal('furtherNotice')])
const named = z.strictObject({ id: z.int(), name: z.string() })
const code = z.string().regex(/^[A-Z]{3}$/)
const sum = z.strictObject({ amount: z.int().describe('In the smallest unit of the currency.'), currency: code })
const sums = z.array(sum)

const step = z.strictObject({
  key: z.string(),
  level: z
    .int()
    .describe('1 for the first step after the due date, 0 before it; a repeat has that of what it repeats.'),
  delayDays: z.int().describe('From the due date.'),
  channel: z.enum(channels),
  tone: z.enum(tones),
})

const item = z.strictObject({
  invoice: z.string(),
  kind: z.enum(['invoice', 'deposit', 'interim', 'creditNote']),
  issueDate: day,
  dueDate: day,
  daysLate: z.int().describe('Zero or less up to the due date.'),
  amountDue: sum,
  level: z.int().describe('The highest level behind it.'),
  levelByAge: z.int().describe('The highest level whose day has come.'),
  state: z.enum(['listed', 'excluded', 'waiting', 'notDue', 'credit']),
  because: z.enum(exclusionReasons).nullable(),
  until: until.nullable(),
  climbs: z.string().nullable().describe('The key of the step it takes with the contact of the day.'),
  taken: z.array(z.string()).describe('Keys of the steps behind it.'),
})

const customer = z.strictObject({
  customer: named.extend({ code: z.string() }),
  legalEntity: named,
  decision: z.enum(['take', 'hold', 'rest']),
  reason: z.enum(['stepDue', ...holdReasons, 'nothingOverdue', 'noStepDue', 'finished']),
  sentence: z.string(),
  until: until.nullable(),
  needs: z.enum(['allocateCredit', 'correctAddress', 'resolveUncertain']).nullable(),
  scenario: z.string(),
  scenarioFrom: z.enum(origins).nullable(),
  step: step.nullable(),
  sentAs: z.enum(channels).nullable(),
  carrying: z.strictObject({ invoice: z.string(), dueDate: day, daysLate: z.int() }).nullable(),
  next: z.strictObject({ on: day, step, invoice: z.string() }).nullable(),
  openItems: z.array(item),
  late: sums,
  credits: sums,
  toPay: sums,
  fees: sums,
  toApprove: z.array(z.enum(checks)),
})

/** What `remind --dry-run --json` prints. Fields may be added in time: readers pass over what they do not know. */
export const remindShape = z.strictObject({
  command: z.literal('remind'),
  organization: named,
  on: day,
  dryRun: z.literal(true),
  customers: z.array(customer),
  totals: z.strictObject({
    customers: z.int(),
    emails: z.int(),
    invoices: z.int(),
    tasks: z.int(),
    held: z.int(),
    rest: z.int(),
    toPay: sums,
    fees: sums,
  }),
})

/** The same as JSON Schema, published in the manual. */
export const remindSchema = () => ({
  ...z.toJSONSchema(remindShape, {
    override: ({ jsonSchema }) => {
      delete jsonSchema.additionalProperties
    },
  }),
  title: 'What quittance remind --dry-run --json prints',
})
