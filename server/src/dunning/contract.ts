import { z } from 'zod'
import { endpoint } from '../platform/http/endpoint.ts'
import { enteredDay, lineShape } from '../platform/http/entered-shapes.ts'
import {
  cursorShape,
  dateShape,
  idParams,
  idShape,
  keyShape,
  moneyShape,
  personRef,
  sumsShape,
} from '../platform/http/shapes.ts'
import { letterEndpoints } from './letters/contract.ts'
import { textEndpoints } from './texts/contract.ts'

export const toneShape = z.enum(['courtesy', 'friendly', 'neutral', 'firm', 'formalNotice'])
export const channelShape = z.enum(['email', 'call', 'letter', 'decision'])
export const reminderState = z.enum([
  'pendingApproval',
  'ready',
  'sending',
  'sent',
  'inTestOutbox',
  'failed',
  'uncertain',
  'cancelled',
  'held',
])

export const reminderRow = z
  .object({
    id: keyShape,
    customer: z.object({ id: keyShape, name: z.string() }),
    state: reminderState,
    tone: toneShape,
    /** « J+14 » */
    stepLabel: z.string().nullable(),
    items: z.int(),
    total: sumsShape,
    decidedOn: dateShape,
    /** When it leaves, or is tried again. */
    leavesAt: z.string().nullable(),
    /** Its last try met a refusal for now. */
    isTriedAgain: z.boolean(),
    sentAt: z.string().nullable(),
    /** Why it is held, failed, cancelled, uncertain or tried again; why this tone. */
    sentence: z.string(),
    isEdited: z.boolean(),
  })
  .meta({ id: 'ReminderRow' })

/** A customer who is late and whom nobody writes to today, and why. */
export const heldRow = z
  .object({
    customer: z.object({ id: keyShape, name: z.string() }),
    legalEntityId: keyShape,
    because: z.string(),
    label: z.string(),
    sentence: z.string(),
    until: z.string().nullable(),
    total: sumsShape,
    reminderId: keyShape.nullable(),
  })
  .meta({ id: 'HeldRow' })

export const messagePreview = z
  .object({
    id: keyShape.nullable(),
    customer: z.object({ id: keyShape, name: z.string() }),
    state: reminderState,
    tone: toneShape,
    from: z.string(),
    replyTo: z.string().nullable(),
    to: z.array(z.string()),
    cc: z.array(z.string()),
    subject: z.string(),
    text: z.string(),
    /** A complete, self-contained HTML document, to show in a sandboxed frame. */
    html: z.string(),
    attachments: z.array(z.object({ name: z.string(), invoiceId: keyShape })),
    /** Why this step, this tone, today. */
    why: z.string(),
    stepLabel: z.string().nullable(),
    stepInvoice: z.string().nullable(),
    /** What the message could not say for lack of a setting. */
    missing: z.array(z.string()),
    isEdited: z.boolean(),
    /** The body as a person may rewrite it: the words of this message, the table and the bank details as variables. */
    draft: z.string(),
    serverReply: z.string().nullable(),
  })
  .meta({ id: 'MessagePreview' })

const stepShape = z
  .object({
    key: z.string(),
    delayDays: z.int().min(-90).max(720),
    channel: channelShape,
    tone: toneShape,
    assignee: z.enum(['salesRep', 'collector', 'director', 'person']),
    assigneeId: keyShape.nullable(),
    isActive: z.boolean(),
  })
  .meta({ id: 'ScenarioStep' })

const scenarioShape = z
  .object({
    id: keyShape,
    name: z.string(),
    preset: z.enum(['gentle', 'standard', 'firm', 'publicBody']).nullable(),
    version: z.int(),
    /** Whose customers follow it when they have none of their own; each category has one scenario. */
    defaultFor: z.array(z.enum(['company', 'publicBody', 'individual'])),
    customers: z.int(),
    steps: z.array(stepShape.extend({ waiting: z.int() })),
  })
  .meta({ id: 'Scenario' })

export const endpoints = {
  ...letterEndpoints,
  ...textEndpoints,
  reminders: endpoint({
    method: 'GET',
    url: '/api/v1/reminders',
    summary: 'What is about to leave, what left, what is in the test outbox.',
    query: z.object({
      view: z.enum(['ready', 'sent', 'testOutbox', 'problems']).default('ready'),
      customer: idShape.optional(),
      tone: toneShape.optional(),
      cursor: cursorShape.optional(),
      limit: z.coerce.number().int().min(1).max(200).default(100),
    }),
    answer: z.object({
      rows: z.array(reminderRow),
      count: z.int(),
      items: z.int(),
      total: sumsShape,
      nextCursor: cursorShape.nullable(),
      views: z.object({ ready: z.int(), held: z.int(), sent: z.int(), testOutbox: z.int(), problems: z.int() }),
      /** When approved messages leave: ISO instant, or null when nothing can leave (no SMTP, frozen). */
      departure: z.string().nullable(),
      nextDeparture: dateShape.nullable(),
      hasSmtp: z.boolean(),
      sendingFrozen: z.boolean(),
      automaticSending: z.boolean(),
    }),
  }),
  held: endpoint({
    method: 'GET',
    url: '/api/v1/reminders/held',
    summary: 'Who is late and not written to today, and why.',
    answer: z.object({ rows: z.array(heldRow), total: sumsShape }),
  }),
  reminder: endpoint({
    method: 'GET',
    url: '/api/v1/reminders/:id',
    summary: 'The exact message.',
    params: idParams,
    answer: messagePreview,
  }),
  reminderSource: endpoint({
    method: 'GET',
    url: '/api/v1/reminders/:id/message.eml',
    summary: 'The message as it left or would leave (RFC 5322).',
    params: idParams,
  }),
  approveReminders: endpoint({
    method: 'POST',
    url: '/api/v1/reminders/approval',
    summary: 'Let these messages leave at the departure time.',
    body: z.object({ reminders: z.array(keyShape).min(1).max(5000), now: z.boolean().default(false) }),
    answer: z.object({ approved: z.int(), leavesAt: z.string().nullable(), inTestOutbox: z.int() }),
  }),
  cancelApproval: endpoint({
    method: 'POST',
    url: '/api/v1/reminders/approval-cancellation',
    summary: 'Take an approval back; possible until departure.',
    body: z.object({ reminders: z.array(keyShape).min(1).max(5000) }),
    answer: z.object({ cancelled: z.int() }),
  }),
  setAside: endpoint({
    method: 'PUT',
    url: '/api/v1/reminders/:id/set-aside',
    summary: 'Not today: the message is put aside until a day.',
    params: idParams,
    body: z.object({ until: enteredDay.optional() }),
    answer: z.object({ until: dateShape }),
  }),
  takeBack: endpoint({
    method: 'DELETE',
    url: '/api/v1/reminders/:id/set-aside',
    summary: 'Undo: the message waits for approval again.',
    params: idParams,
  }),
  writeReminder: endpoint({
    method: 'PUT',
    url: '/api/v1/reminders/:id/text',
    summary: 'Write this one message oneself; null goes back to the template.',
    params: idParams,
    body: z.object({ subject: z.string().max(300).nullable(), body: z.string().max(20000).nullable() }),
    answer: messagePreview,
  }),
  settleUncertain: endpoint({
    method: 'PUT',
    url: '/api/v1/reminders/:id/certainty',
    summary: 'A person says whether an uncertain message left.',
    params: idParams,
    body: z.object({ left: z.boolean() }),
  }),
  sendAnyway: endpoint({
    method: 'POST',
    url: '/api/v1/customers/:id/reminders',
    summary:
      'Remind a customer now, case by case, although the scenario does not (logged); the message waits for approval.',
    params: idParams,
    body: z.object({ items: z.array(keyShape).optional(), tone: toneShape.optional() }),
    answer: messagePreview,
  }),
  decisions: endpoint({
    method: 'GET',
    url: '/api/v1/customers/:id/decisions',
    summary: 'Why: every decision for this customer on the days it changed, latest first.',
    params: idParams,
    answer: z.array(
      z.object({
        id: keyShape,
        on: dateShape,
        at: z.string(),
        kind: z.enum(['take', 'hold', 'rest']),
        because: z.string(),
        sentence: z.string(),
        excluded: z.array(z.string()),
      }),
    ),
  }),
  decideNow: endpoint({
    method: 'POST',
    url: '/api/v1/daily-run',
    summary: 'Decide for everybody now; harmless when run again.',
    answer: z.object({ customers: z.int(), messages: z.int(), tasks: z.int(), cancelled: z.int() }),
  }),
  scenarios: endpoint({
    method: 'GET',
    url: '/api/v1/scenarios',
    summary: 'The scenarios.',
    answer: z.array(scenarioShape),
  }),
  scenario: endpoint({
    method: 'GET',
    url: '/api/v1/scenarios/:id',
    summary: 'One scenario with its steps.',
    params: idParams,
    answer: scenarioShape,
  }),
  changeScenario: endpoint({
    method: 'PUT',
    url: '/api/v1/scenarios/:id',
    summary: 'Save the steps as a new version; invoices under way keep their place.',
    params: idParams,
    body: z.object({ name: lineShape(200), steps: z.array(stepShape).min(1).max(20) }),
    answer: scenarioShape,
  }),
  chooseDefaultScenario: endpoint({
    method: 'PUT',
    url: '/api/v1/scenarios/:id/default',
    summary: 'This scenario holds for the customers of a category that have none of their own.',
    params: idParams,
    body: z.object({ category: z.enum(['company', 'publicBody', 'individual']) }),
  }),
  simulateScenario: endpoint({
    method: 'POST',
    onlyAsks: true,
    url: '/api/v1/scenarios/:id/simulation',
    summary: 'What would leave over the next days with these steps, if nobody paid.',
    params: idParams,
    body: z.object({
      steps: z.array(stepShape).optional(),
      days: z.int().min(1).max(30).default(30),
      customerId: keyShape.optional(),
    }),
    answer: z.object({
      days: z.array(
        z.object({
          on: dateShape,
          emails: z.int(),
          calls: z.int(),
          letters: z.int(),
          decisions: z.int(),
          total: sumsShape,
        }),
      ),
      held: z.array(z.object({ because: z.string(), label: z.string(), customers: z.int() })),
    }),
  }),
  declareChased: endpoint({
    method: 'PUT',
    url: '/api/v1/customers/:id/chased-up-to',
    summary:
      'Say up to which step the late items of a customer were already chased, before Quittance; null takes it back.',
    params: idParams,
    body: z.object({ stepKey: z.string().nullable(), items: z.array(keyShape).optional() }),
    answer: z.object({ items: z.int() }),
  }),
  lateCallers: endpoint({
    method: 'GET',
    url: '/api/v1/assignees',
    summary: 'Who can be given a task.',
    answer: z.array(personRef),
  }),
}
export const moneyTotals = z.array(moneyShape)
