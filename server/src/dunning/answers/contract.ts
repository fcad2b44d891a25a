import { z } from 'zod'
import { endpoint } from '../../platform/http/endpoint.ts'
import { lineShape, optionalLine } from '../../platform/http/entered-shapes.ts'
import { dateShape, idParams, idShape, keyShape } from '../../platform/http/shapes.ts'

const classShape = z.enum([
  'reply',
  'autoReply',
  'outOfOffice',
  'bounce',
  'delayed',
  'delivered',
  'complaint',
  'receipt',
])

const customerRef = z.object({ id: keyShape, name: z.string() })

const answerRow = z
  .object({
    id: keyShape,
    /** What it is: a person's answer, a machine's, a message that did not arrive… */
    class: classShape,
    from: z.object({ name: z.string(), address: z.string() }),
    subject: z.string(),
    excerpt: z.string(),
    receivedAt: z.string(),
    receivedOn: dateShape,
    /** The day an absence is said to end. */
    returnsOn: dateShape.nullable(),
    /** null: nobody knows yet whose it is. */
    customer: customerRef.nullable(),
    files: z.int(),
    isRead: z.boolean(),
    isDismissed: z.boolean(),
  })
  .meta({ id: 'AnswerRow' })

const shownAnswer = answerRow
  .extend({
    /** What was written, without what it quotes and signs with. */
    body: z.string(),
    signature: z.string(),
    quoted: z.string(),
    /** As its writer's program made it, hostile until shown otherwise: only for a sandboxed frame without scripts. */
    html: z.string(),
    fileList: z.array(z.object({ position: z.int(), name: z.string(), type: z.string(), size: z.int() })),
    /** Too long, or built so that only its first words could be read. */
    isPartial: z.boolean(),
    /** The day the message as it came was removed, its files with it; null: it is kept. */
    sourceRemovedOn: dateShape.nullable(),
    size: z.int(),
    /** By what its customer was found. */
    foundBy: z.enum(['message', 'invoice', 'address', 'person']).nullable(),
    reminder: z.object({ id: keyShape, subject: z.string(), sentAt: z.string().nullable() }).nullable(),
    /** Its customer has the address it came from. What a stranger writes is to be checked, whatever it answers. */
    isFromContact: z.boolean(),
    readBy: z.string().nullable(),
    readAt: z.string().nullable(),
    /** Addresses it says were not reached. */
    undelivered: z.array(
      z.object({
        address: z.string(),
        fate: z.enum(['dead', 'wait', 'ours', 'complained']),
        status: z.string().nullable(),
        diagnostic: z.string(),
      }),
    ),
    /** Customers whose contacts write from the same domain, while it is nobody's. */
    likely: z.array(customerRef),
  })
  .meta({ id: 'Answer' })

const mailboxShape = z
  .object({
    isOn: z.boolean(),
    host: z.string(),
    port: z.int(),
    security: z.enum(['tls', 'starttls', 'none']),
    username: z.string(),
    hasPassword: z.boolean(),
    folder: z.string(),
    movesTo: z.string().nullable(),
    testedAt: z.string().nullable(),
    /** Messages from then on are read. */
    since: z.string().nullable(),
    /** The last time it was read to the end. */
    readAt: z.string().nullable(),
    /** What kept the last reading from its end. */
    problem: z.string().nullable(),
    problemSince: z.string().nullable(),
  })
  .meta({ id: 'Mailbox' })

const mailboxInput = z.object({
  isOn: z.boolean(),
  host: lineShape(255),
  port: z.int().min(1).max(65535),
  security: z.enum(['tls', 'starttls', 'none']),
  username: lineShape(255),
  /** Absent: keep the one that is stored. */
  password: z.string().max(1000).optional(),
  folder: lineShape(250),
  movesTo: optionalLine(250),
})

const rulesShape = z
  .object({
    /** An answer nobody has read keeps the customer's reminders back. */
    answersPause: z.boolean(),
    /** So many bounces for now in a row make an address useless. */
    softBouncesLimit: z.int().min(1).max(10),
    /** Months during which a message is kept as it came; its words stay. */
    sourcesKeptMonths: z.int().min(1).max(240),
  })
  .meta({ id: 'AnswerRules' })

/** What giving a message to a customer did besides: the contact its address became, the addresses it closed. */
const givenShape = z.object({ contact: keyShape.nullable(), closed: z.array(lineShape(320)).max(100) })

export const answerEndpoints = {
  answers: endpoint({
    method: 'GET',
    url: '/api/v1/answers',
    summary: 'Messages that came back, latest first: to read, to sort, or all.',
    query: z.object({
      view: z.enum(['unread', 'toSort', 'all']).optional(),
      before: idShape.optional(),
      limit: z.coerce.number().int().min(1).max(100).optional(),
    }),
    answer: z.object({ answers: z.array(answerRow), counts: z.object({ unread: z.int(), toSort: z.int() }) }),
  }),
  answerCounts: endpoint({
    method: 'GET',
    url: '/api/v1/answer-counts',
    summary: 'How many answers wait to be read, and how many to be given to a customer.',
    answer: z.object({ unread: z.int(), toSort: z.int() }),
  }),
  answer: endpoint({
    method: 'GET',
    url: '/api/v1/answers/:id',
    summary: 'One message: what was written, apart from what it quotes.',
    params: idParams,
    answer: shownAnswer,
  }),
  answerFile: endpoint({
    method: 'GET',
    url: '/api/v1/answers/:id/files/:position',
    summary: 'A file that came with it, to be kept, never shown by the browser.',
    params: z.object({ id: idShape, position: z.coerce.number().int().min(0) }),
  }),
  answerSource: endpoint({
    method: 'GET',
    url: '/api/v1/answers/:id/source',
    summary: 'The message as it came (RFC 5322).',
    params: idParams,
  }),
  customerAnswers: endpoint({
    method: 'GET',
    url: '/api/v1/customers/:id/answers',
    summary: 'What a customer wrote, latest first.',
    params: idParams,
    answer: z.object({ answers: z.array(answerRow) }),
  }),
  readAnswer: endpoint({
    method: 'PUT',
    url: '/api/v1/answers/:id/reading',
    summary: 'Somebody has read it, and reminders go on; or it is to be read again.',
    params: idParams,
    body: z.object({ isRead: z.boolean() }),
  }),
  giveAnswer: endpoint({
    method: 'PUT',
    url: '/api/v1/answers/:id/customer',
    summary: 'Say whose it is.',
    params: idParams,
    body: z.object({ customerId: idShape, addsAddress: z.boolean() }),
    answer: givenShape,
  }),
  takeBackAnswer: endpoint({
    method: 'PUT',
    url: '/api/v1/answers/:id/customer/end',
    summary: 'It was not that customer’s: the message waits to be sorted again, and what giving it did is undone.',
    params: idParams,
    body: givenShape,
  }),
  dismissAnswer: endpoint({
    method: 'PUT',
    url: '/api/v1/answers/:id/dismissal',
    summary: 'It concerns no customer; or it does after all.',
    params: idParams,
    body: z.object({ isDismissed: z.boolean() }),
  }),
  searchPayment: endpoint({
    method: 'POST',
    url: '/api/v1/answers/:id/payment-search',
    summary: 'The customer says it is paid: what is late waits, and somebody is asked to look for the payment.',
    params: idParams,
    answer: z.object({ task: keyShape.nullable(), items: z.array(keyShape), until: dateShape }),
  }),
  endPaymentSearch: endpoint({
    method: 'PUT',
    url: '/api/v1/answers/:id/payment-search/end',
    summary: 'Noted by mistake: reminders go on, and nobody looks for the payment.',
    params: idParams,
    body: z.object({ task: keyShape.nullable(), items: z.array(keyShape).min(1) }),
  }),
  answerRules: endpoint({
    method: 'GET',
    url: '/api/v1/answer-rules',
    summary: 'What an answer does to reminders.',
    answer: rulesShape,
  }),
  changeAnswerRules: endpoint({
    method: 'PUT',
    url: '/api/v1/answer-rules',
    thing: 'settings',
    summary: 'Change what an answer does to reminders; customers are decided again.',
    body: rulesShape,
    answer: rulesShape,
  }),
  mailbox: endpoint({
    method: 'GET',
    url: '/api/v1/legal-entities/:id/mailbox',
    summary: 'The mailbox of a firm that is read for answers.',
    params: idParams,
    answer: z.object({ mailbox: mailboxShape.nullable() }),
  }),
  setMailbox: endpoint({
    method: 'PUT',
    url: '/api/v1/legal-entities/:id/mailbox',
    thing: 'sender',
    summary: 'Set the mailbox of a firm, and whether it is read.',
    params: idParams,
    body: mailboxInput,
    answer: z.object({ mailbox: mailboxShape.nullable() }),
  }),
  removeMailbox: endpoint({
    method: 'DELETE',
    url: '/api/v1/legal-entities/:id/mailbox',
    thing: 'sender',
    summary: 'Read it no more; what came stays.',
    params: idParams,
  }),
  testMailbox: endpoint({
    method: 'POST',
    url: '/api/v1/legal-entities/:id/mailbox/test',
    thing: 'sender',
    summary: 'Connect, sign in and open the folder with these settings; nothing is read.',
    params: idParams,
    body: mailboxInput,
    answer: z.object({ ok: z.boolean(), messages: z.int().nullable(), sentence: z.string() }),
  }),
}
