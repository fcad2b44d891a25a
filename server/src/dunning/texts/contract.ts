import { tones } from '@quittance/core/dunning/scenario.ts'
import { z } from 'zod'
import { endpoint } from '../../platform/http/endpoint.ts'
import { keyShape } from '../../platform/http/shapes.ts'

/** Of calls also what to say of a payment that was announced and is not there. */
const tone = z.enum([...tones, 'paymentNotFound'])
const channel = z.enum(['email', 'sms', 'call'])
/** ISO 639-1: 'fr', 'en', or one the organisation added. */
const language = z
  .string()
  .regex(/^[a-z]{2}$/)
  .meta({ examples: ['fr'] })
const written = { subject: z.string().max(300).nullable(), body: z.string().max(20000).nullable() }
const typed = {
  channel: channel.default('email'),
  tone,
  language,
  subject: z.string().max(300),
  body: z.string().max(20000),
  customerId: keyShape.nullable(),
}

const templateShape = z
  .object({
    channel,
    tone,
    language,
    /** In which dates, amounts and tables are written. */
    fallback: z.enum(['fr', 'en']),
    subject: z.string(),
    body: z.string(),
    isDefault: z.boolean(),
  })
  .meta({ id: 'MessageTemplate' })

const languageShape = z
  .object({ code: language, fallback: z.enum(['fr', 'en']), customers: z.int() })
  .meta({ id: 'MessageLanguage' })

export const textEndpoints = {
  templates: endpoint({
    method: 'GET',
    url: '/api/v1/message-templates',
    summary:
      'The texts of each tone and language; of e-mails and letters, of SMS, or of calls; the last two have no subject.',
    query: z.object({ channel: channel.default('email') }),
    answer: z.array(templateShape),
  }),
  changeTemplate: endpoint({
    method: 'PUT',
    url: '/api/v1/message-templates/:tone/:language',
    thing: 'scenarios',
    summary: 'Write the text of a tone; null goes back to the text of the house.',
    params: z.object({ tone, language }),
    body: z.object({
      ...written,
      channel: channel.default('email'),
      /** The text its author saw; when it is another by now, nothing is saved (409). */
      seen: z.object({ subject: z.string().max(300), body: z.string().max(20000) }).optional(),
    }),
    answer: templateShape,
  }),
  previewTemplate: endpoint({
    method: 'POST',
    onlyAsks: true,
    url: '/api/v1/message-templates/preview',
    summary: 'A text shown on a real customer (or an example when there is none).',
    /** `onPaper`: an e-mail text as a letter says it. */
    body: z.object({ ...typed, onPaper: z.boolean().default(false) }),
    answer: z.object({
      subject: z.string(),
      html: z.string(),
      problems: z.array(z.object({ line: z.int(), sentence: z.string() })),
      /** A variable the text writes although this customer has no value for it: such a message would be kept back. */
      gap: z.string().nullable(),
      isExample: z.boolean(),
      customerName: z.string(),
    }),
  }),
  testTemplate: endpoint({
    method: 'POST',
    url: '/api/v1/message-templates/test',
    thing: 'scenarios',
    summary: 'Send the text to oneself, to nobody else.',
    body: z.object(typed),
    answer: z.object({ sent: z.boolean(), to: z.string(), sentence: z.string() }),
  }),
  messageLanguages: endpoint({
    method: 'GET',
    url: '/api/v1/message-languages',
    summary: 'The languages customers are written to, beyond French and English.',
    answer: z.array(languageShape),
  }),
  addMessageLanguage: endpoint({
    method: 'PUT',
    url: '/api/v1/message-languages/:code',
    thing: 'scenarios',
    summary: 'Write to customers in one more language; what is not translated leaves in the one it falls back to.',
    params: z.object({ code: language }),
    body: z.object({ fallback: z.enum(['fr', 'en']) }),
    answer: z.array(languageShape),
  }),
  removeMessageLanguage: endpoint({
    method: 'DELETE',
    url: '/api/v1/message-languages/:code',
    thing: 'scenarios',
    summary: 'Take a language away with its texts; refused while customers receive it.',
    params: z.object({ code: language }),
  }),
}
