import { parseIsoDate } from '@quittance/core/calendar/calendar-date.ts'
import { customerCategories } from '@quittance/core/customers/category.ts'
import { channels, contactRoles, releases, senders, tones } from '@quittance/core/dunning/scenario.ts'
import { scenarioBounds } from '@quittance/core/dunning/validate-scenario.ts'
import { z } from 'zod'

/** First line of every file; another format would carry another number. */
export const fileFormat = 'quittance-scenario/1'

const day = z
  .string()
  .refine((text) => parseIsoDate(text) !== undefined)
  .meta({ format: 'date', description: 'A day, like 2026-01-31.' })
const amount = z.number().min(0).max(1_000_000_000).multipleOf(0.01)
const days = z.int().min(scenarioBounds.earliestDay).max(scenarioBounds.latestDay)
const hour = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

const copy = z
  .string()
  .regex(/^(salesRep|collector|director|contact:(accountsPayable|invoices|escalation|other)|[^\s@]+@[^\s@]+\.[^\s@]+)$/)

const step = z.strictObject({
  key: z
    .string()
    .max(scenarioBounds.keyLength)
    .optional()
    .describe('Stable name: what was sent is remembered under it.'),
  day: days.describe('Days after the due date; negative: before it.'),
  channel: z.enum(channels),
  tone: z.enum(tones),
  label: z
    .string()
    .max(scenarioBounds.labelLength)
    .optional()
    .describe('What a task asks for, or the name of the step.'),
  active: z.boolean().optional().describe('false: the step is skipped.'),
  assignee: z
    .string()
    .regex(/^(salesRep|collector|director|[^\s@]+@[^\s@]+)$/)
    .optional()
    .describe('Who does a call, letter, task or decision: a role, or the e-mail address of one of yours.'),
  sender: z.enum(senders).optional(),
  recipients: z.array(z.enum(contactRoles)).min(1).optional(),
  copies: z.array(copy).max(scenarioBounds.copies).optional(),
  hour: hour.optional().describe('When it leaves, like 10:30; absent: as the organisation says.'),
  release: z.enum(releases).optional(),
  fee: z
    .strictObject({
      fixed: amount.max(10_000).optional(),
      percent: z.number().min(0).max(100).multipleOf(0.01).optional(),
    })
    .optional()
    .describe('Never asked of consumers or public bodies.'),
  texts: z
    .array(
      z.strictObject({
        language: z
          .string()
          .regex(/^[a-z]{2}$/)
          .describe('fr, en, or one the organisation added.'),
        subject: z.string().max(300).optional().describe('An SMS has none.'),
        body: z.string().min(1).max(20_000),
      }),
    )
    .max(12)
    .optional()
    .describe('Its own words, in place of the texts of its tone.'),
})

const rules = z.strictObject({
  daysBetweenContacts: z.int().min(0).max(scenarioBounds.spacingDays).optional(),
  tolerance: amount.optional().describe('An open item with less left is not chased.'),
  approvalAbove: amount.optional().describe('Above it a person approves each message.'),
  repeat: z
    .strictObject({ everyDays: z.int().min(1).max(365), atMost: z.int().min(1).max(scenarioBounds.repeats) })
    .optional()
    .describe('The last step again, at the end of the schedule.'),
  everyDay: z
    .boolean()
    .optional()
    .describe('true: it goes on at week-ends and on public holidays too; absent or false: on working days only.'),
})

const expectation = z.strictObject({
  on: day.optional(),
  day: days.optional().describe('Days after the due date of the first invoice, in place of `on`.'),
  gets: z.string().nullable().describe('The key of the step that goes out on that day; null: nothing does.'),
  once: z.boolean().optional().describe('That step goes out on no other day of the case.'),
})

const testCase = z.strictObject({
  name: z.string().min(1).max(200),
  category: z.enum(customerCategories).optional(),
  invoices: z
    .array(
      z.strictObject({
        number: z.string().min(1).max(60),
        due: day,
        amount,
        currency: z
          .string()
          .regex(/^[A-Z]{3}$/)
          .optional(),
      }),
    )
    .min(1)
    .max(50),
  payments: z
    .array(z.strictObject({ on: day, invoice: z.string(), amount }))
    .max(200)
    .optional(),
  disputes: z
    .array(z.strictObject({ invoice: z.string(), from: day, until: day.optional() }))
    .max(50)
    .optional(),
  expect: z.array(expectation).min(1).max(100),
})

/** A scenario as a file: what a person reads and writes, in units and hours, with the cases that prove it. */
export const fileShape = z
  .strictObject({
    format: z.literal(fileFormat),
    name: z.string().trim().min(1).max(200),
    holdsFor: z
      .array(z.enum(customerCategories))
      .optional()
      .describe('Categories whose customers follow it, unless something else is said of them.'),
    rules: rules.optional().describe('What is absent is as the organisation says.'),
    steps: z.array(step).min(1).max(scenarioBounds.steps),
    cases: z.array(testCase).max(100).optional().describe('Run at each import; one that fails refuses the file.'),
  })
  .meta({ title: 'A scenario of Quittance' })

export type ScenarioFile = z.infer<typeof fileShape>

/** The published schema (JSON Schema 2020-12) of such a file. */
export const fileSchema = () => ({ ...z.toJSONSchema(fileShape, { unrepresentable: 'any' }) })
