import { largestAmount } from '@quittance/core/money/money.ts'
import { z } from 'zod'
import { checksItsItems } from '../../platform/http/check-request.ts'
import { endpoint } from '../../platform/http/endpoint.ts'
import { lineShape } from '../../platform/http/entered-shapes.ts'
import { keyShape } from '../../platform/http/shapes.ts'

/** Whole number of the smallest unit; which currencies there are is for the rules of imports to say. */
const amountShape = z.strictObject({
  amount: z.int().min(-largestAmount).max(largestAmount),
  currency: z
    .string()
    .max(10)
    .meta({ examples: ['EUR'] }),
})
const dayShape = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .meta({ examples: ['2026-10-31'] })
const textShape = z.string().max(5000)

const customerShape = z.strictObject({
  code: textShape.nullish().describe('How your software tells customers apart; worth giving.'),
  name: textShape.nullish().describe('Needed, or a code.'),
  siren: textShape.nullish().describe('SIREN or SIRET.'),
  vatNumber: textShape.nullish(),
  email: textShape.nullish().describe('Where invoices and reminders go.'),
  contactName: textShape.nullish(),
  phone: textShape.nullish(),
  salesRep: textShape.nullish().describe('Name, e-mail or initials of somebody of the organisation.'),
  addressLine1: textShape.nullish(),
  addressLine2: textShape.nullish(),
  postcode: textShape.nullish(),
  city: textShape.nullish(),
  country: textShape.nullish(),
  language: z.enum(['fr', 'en']).nullish(),
})

const fields = {
  number: textShape.describe('The number printed on the invoice.'),
  kind: z
    .enum(['invoice', 'deposit', 'interim', 'creditNote'])
    .nullish()
    .describe('Absent: as its number or the sign of its total says.'),
  customer: customerShape,
  issueDate: dayShape.nullish(),
  dueDate: dayShape.nullish().describe('Absent: from the payment terms, counted from the issue date.'),
  total: amountShape.nullish().describe('Including tax.'),
  amountDue: amountShape.nullish().describe('What is left to pay. Absent: the total less what is paid.'),
  paid: amountShape.nullish(),
  paidOn: dayShape.nullish(),
  dueLines: z
    .array(z.strictObject({ dueDate: dayShape, amount: amountShape, amountDue: amountShape.nullish() }))
    .min(1)
    .max(200)
    .nullish()
    .describe('Several due dates, in place of dueDate, amountDue and paid. They make the total.'),
  paymentTerms: textShape.nullish(),
  paymentMeans: textShape.nullish(),
  project: textShape.nullish(),
  subject: textShape.nullish(),
  orderReference: textShape.nullish(),
  disputed: z.boolean().nullish(),
  paused: z.boolean().nullish().describe('Not to be reminded of until somebody resumes it.'),
  reminderLevel: z.int().min(0).max(99).nullish().describe('How many reminders other software sent of it.'),
}

/** What due lines say line by line is not said once more of the whole. */
const besideDueLines = ['dueDate', 'amountDue', 'paid'] as const

const inDueLines = {
  fr: 'retirez-le, ou dites-le sur chaque échéance de dueLines',
  en: 'take it out, or say it on each line of dueLines',
}

function refuseSaidTwice({ value, issues }: z.core.ParsePayload<z.output<z.ZodObject<typeof fields>>>): void {
  for (const field of value.dueLines ? besideDueLines : []) {
    if (value[field] === null || value[field] === undefined) continue
    issues.push({ code: 'custom', path: [field], input: value[field], params: { sentence: inDueLines } })
  }
}

/** Your own identifier of the invoice, the same at each push: one of a firm. */
const externalIdShape = lineShape(100)

const invoiceExample = {
  number: 'F-2026-118',
  customer: { code: 'CASTEL', name: 'Menuiseries Castel', siren: '552100554', email: 'compta@castel.example' },
  issueDate: '2026-10-01',
  dueDate: '2026-10-31',
  total: { amount: 120000, currency: 'EUR' },
  amountDue: { amount: 45000, currency: 'EUR' },
}

export const pushedShape = z
  .strictObject(fields)
  .check(refuseSaidTwice)
  .meta({ examples: [invoiceExample] })
export const pushedItemShape = z.strictObject({ externalId: externalIdShape, ...fields }).check(refuseSaidTwice)

/** Each item is read by itself, so that one that makes no sense leaves the others alone; the document shows its shape. */
const { $schema: _schema, ...itemSchema } = z.toJSONSchema(pushedItemShape, { io: 'input', reused: 'inline' })
const looseItem = z.unknown().meta({ ...itemSchema, examples: [{ externalId: '8412', ...invoiceExample }] })

const faultShape = z.object({
  /** Where it stands in what was sent, as `customer.name` or `dueLines.1.amount`. */
  field: z.string(),
  code: z.string(),
  value: z.string().nullable(),
  /** What is wrong and what to do. */
  sentence: z.string(),
  /** A value that would be right as far as we can tell, and where it goes. */
  suggestion: z.object({ field: z.string(), value: z.string() }).nullable(),
})

export const resultShape = z
  .object({
    externalId: z.string().nullable(),
    number: z.string().nullable(),
    result: z.enum(['created', 'changed', 'unchanged', 'refused']),
    refusals: z.array(faultShape),
    warnings: z.array(z.object({ code: z.string(), sentence: z.string() })),
  })
  .meta({ id: 'PushResult' })

/** Bytes of a batch. */
const mostBytes = 8_000_000
export const mostItems = 1000

export const pushEndpoints = {
  pushInvoice: endpoint({
    method: 'PUT',
    // The path is that of an invoice: OpenAPI knows only one name for what stands there.
    url: '/api/v1/invoices/:id',
    keys: 'only',
    summary: 'Push one invoice under your own identifier (externalId); sending it again changes nothing.',
    description:
      'PUT /api/v1/invoices/{externalId}. Checked by the rules of an imported file. An invoice known by its number, from a file or by hand, is taken over, not doubled. Refused: 422 with details.refusals.',
    params: z.object({
      id: externalIdShape.describe(
        'externalId: your identifier of the invoice, the same at each push; 100 characters.',
      ),
    }),
    body: pushedShape,
    answer: resultShape.extend({ importId: keyShape }),
  }),
  pushInvoices: endpoint({
    method: 'PUT',
    url: '/api/v1/invoices',
    keys: 'only',
    mostBytes,
    summary: 'Push up to 1,000 invoices; each goes in whole or is refused by itself, those not named stay as they are.',
    description:
      'The answer is 200 with one result an item, in their order. What is refused leaves the others alone. Sending the same again changes nothing.',
    body: checksItsItems(z.object({ invoices: z.array(looseItem).min(1).max(mostItems) })),
    answer: z.object({
      /** Its report, by GET /api/v1/imports/{id}; null when nothing could be read. */
      importId: keyShape.nullable(),
      created: z.int(),
      changed: z.int(),
      unchanged: z.int(),
      refused: z.int(),
      results: z.array(resultShape),
    }),
  }),
}
