import { tones } from '@quittance/core/dunning/scenario.ts'
import { z } from 'zod'
import { endpoint } from '../platform/http/endpoint.ts'
import { enteredDay, noteShape, oneLine, optionalLine } from '../platform/http/entered-shapes.ts'
import { cursorShape, dateShape, idParams, idShape, keyShape, personRef, sumsShape } from '../platform/http/shapes.ts'
import { answerEndpoints } from './answers/contract.ts'
import { smsEndpoints } from './channels/sms/contract.ts'
import { lawEndpoints } from './law/contract.ts'
import { letterEndpoints } from './letters/contract.ts'
import { reminderStates } from './messages/queries.ts'
import { weekEndpoints } from './reminders/week-contract.ts'
import { scenarioEndpoints } from './scenarios/contract.ts'
import { textEndpoints } from './texts/contract.ts'

const toneShape = z.enum(tones)
/** By which way a message leaves; an SMS has no subject, no sender of its own, no copy and no attachment. */
const channelShape = z.enum(['email', 'sms'])
const reminderState = z.enum(reminderStates)

/** A message as lists show it. */
const reminderRow = z
  .object({
    id: keyShape,
    customer: z.object({ id: keyShape, name: z.string() }),
    state: reminderState,
    channel: channelShape,
    tone: toneShape,
    /** « J+14 » */
    stepLabel: z.string().nullable(),
    items: z.int(),
    /** What the invoices it lists owe. */
    total: sumsShape,
    /** What it takes off that, while it waits: credit notes and payments of the customer that are not allocated. */
    deducted: sumsShape,
    decidedOn: dateShape,
    /** When it leaves, or is tried again. */
    leavesAt: z.string().nullable(),
    /** When it leaves if it is approved now, at the hour of its step; null: nothing can leave, or it waits for no approval. */
    leavesIfApproved: z.string().nullable(),
    /** Its last try met a refusal for now. */
    isTriedAgain: z.boolean(),
    sentAt: z.string().nullable(),
    /** Why it is held, failed, cancelled, uncertain or tried again; why this tone. */
    sentence: z.string(),
    isEdited: z.boolean(),
    /** Amounts moved since it was edited, or since it was approved. */
    isChanged: z.boolean(),
    /** Who follows the customer. */
    collector: personRef.nullable(),
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
    /** Who put it aside, and why in their own words. */
    note: z.string().nullable(),
  })
  .meta({ id: 'HeldRow' })

/** A message as it left, or would leave now. */
const messagePreview = z
  .object({
    id: keyShape.nullable(),
    customer: z.object({ id: keyShape, name: z.string() }),
    state: reminderState,
    channel: channelShape,
    tone: toneShape,
    from: z.string(),
    replyTo: z.string().nullable(),
    to: z.array(z.string()),
    cc: z.array(z.string()),
    subject: z.string(),
    text: z.string(),
    /** A complete, self-contained HTML document, to show in a sandboxed frame. */
    html: z.string(),
    /** Bytes; null: the file is no longer there. */
    attachments: z.array(z.object({ name: z.string(), invoiceId: keyShape, size: z.int().nullable() })),
    /** Why this step, this tone, today. */
    why: z.string(),
    stepLabel: z.string().nullable(),
    stepInvoice: z.string().nullable(),
    /** What the message could not say for lack of a setting. */
    missing: z.array(z.string()),
    /** Who wrote it in their own words, and when. */
    edited: z.object({ by: z.string().nullable(), at: z.string() }).nullable(),
    /** What one must know of it: amounts that moved, a departure that was cancelled, why it is put aside. */
    notice: z.string().nullable(),
    /** As a person may rewrite it: the words of this message; what is owed, the table and the bank details as variables. */
    draft: z.object({ subject: z.string(), body: z.string() }),
    /** What the variables of the draft say today. */
    kept: z.array(z.object({ name: z.string(), value: z.string() })),
    serverReply: z.string().nullable(),
  })
  .meta({ id: 'MessagePreview' })

export const endpoints = {
  ...letterEndpoints,
  ...textEndpoints,
  ...smsEndpoints,
  ...answerEndpoints,
  ...lawEndpoints,
  reminders: endpoint({
    method: 'GET',
    url: '/api/v1/reminders',
    summary:
      'What is about to leave (what waits for approval first, the largest sum first), what left, what is in the test outbox.',
    query: z.object({
      view: z.enum(['ready', 'sent', 'testOutbox', 'problems']).default('ready'),
      customer: idShape.optional(),
      tone: toneShape.optional(),
      /** Who follows the customer; 0: nobody. */
      collector: z.coerce.number().int().min(0).optional(),
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
      /** All that is about to leave, whatever is asked for, by tone and by who follows the customer; empty for other views. */
      facets: z.array(
        z
          .object({
            tone: toneShape,
            channel: z.enum(['email', 'sms']),
            collector: personRef.nullable(),
            pending: z.int(),
            approved: z.int(),
          })
          .meta({ id: 'ReminderFacet' }),
      ),
      /** When approved messages leave: ISO instant, or null when nothing can leave (no SMTP, frozen). */
      departure: z.string().nullable(),
      nextDeparture: dateShape.nullable(),
      hasSmtp: z.boolean(),
      sendingFrozen: z.boolean(),
      automaticSending: z.boolean(),
    }),
  }),
  ...weekEndpoints,
  held: endpoint({
    method: 'GET',
    url: '/api/v1/reminders/held',
    summary: 'Who is late and not written to today, and why; the largest debt first.',
    query: z.object({
      cursor: cursorShape.optional(),
      limit: z.coerce.number().int().min(1).max(200).default(100),
    }),
    /** `count` and `total`: of all of them, whatever the page. */
    answer: z.object({
      rows: z.array(heldRow),
      count: z.int(),
      total: sumsShape,
      nextCursor: cursorShape.nullable(),
    }),
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
    summary:
      'Let these messages leave at the departure time, and not before the time to take them back is over; `now` does not wait for the departure time.',
    body: z.object({ reminders: z.array(keyShape).min(1).max(5000), now: z.boolean().default(false) }),
    answer: z.object({ approved: z.int(), leavesAt: z.string().nullable(), inTestOutbox: z.int() }),
  }),
  cancelApproval: endpoint({
    method: 'POST',
    url: '/api/v1/reminders/approval-cancellation',
    summary: 'Take messages back, one or all; possible until departure. Those that were quicker are counted.',
    body: z.object({ reminders: z.array(keyShape).min(1).max(5000), reason: optionalLine(300).optional() }),
    answer: z.object({ cancelled: z.int(), tooLate: z.int() }),
  }),
  setAside: endpoint({
    method: 'PUT',
    url: '/api/v1/reminders/:id/set-aside',
    summary: 'Not today: the message is put aside until a day.',
    params: idParams,
    body: z.object({ until: enteredDay.optional(), reason: optionalLine(300).optional() }),
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
    summary: 'Write this one message oneself; null in both goes back to the template.',
    params: idParams,
    body: z.object({
      subject: noteShape(300)
        .refine((text) => !/[\r\n\t]/.test(text), oneLine)
        .nullable(),
      body: noteShape(20_000).nullable(),
      /** When it was last edited, as its author saw it (null: never); when that changed since, nothing is saved (409). */
      seenEdit: z.iso.datetime({ offset: true }).nullable().optional(),
    }),
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
  ...scenarioEndpoints,
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
