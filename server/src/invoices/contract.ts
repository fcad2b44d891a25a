import { z } from 'zod'
import { historyEntry, nextStepShape } from '../customers/contract.ts'
import { endpoint } from '../platform/http/endpoint.ts'
import {
  enteredAmount,
  enteredDay,
  enteredMoney,
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
  moneyShape,
  personRef,
  sumsShape,
  untilShape,
} from '../platform/http/shapes.ts'
import { invoiceViews, itemFilters, itemOrder } from './list-shapes.ts'
import { savedViewEndpoints } from './saved-view-contract.ts'

export const invoiceKind = z.enum(['invoice', 'deposit', 'interim', 'creditNote'])
export const itemStatus = z.enum(['open', 'partiallyPaid', 'paid'])

/** One due line as lists show it. */
export const openItemRow = z
  .object({
    id: keyShape,
    invoiceId: keyShape,
    invoiceNumber: z.string(),
    kind: invoiceKind,
    /** « 2 sur 2 » when the invoice has several due lines; null for one. */
    part: z.object({ position: z.int(), of: z.int() }).nullable(),
    customer: z.object({ id: keyShape, name: z.string() }),
    subject: z.string().nullable(),
    project: z.string().nullable(),
    issueDate: dateShape,
    dueDate: dateShape,
    /** No document says it: the customer's terms, or the firm's, gave it. */
    isDueAssumed: z.boolean(),
    /** Negative: days still to go. */
    daysLate: z.int(),
    amount: moneyShape,
    amountDue: moneyShape,
    status: itemStatus,
    isDisputed: z.boolean(),
    /** The part contested, the rest being chased; null where all of it is, or nothing. */
    disputedPart: moneyShape.nullable(),
    /** The end of the extra delay that holds. */
    delayedUntil: dateShape.nullable(),
    isPaused: z.boolean(),
    promisedFor: dateShape.nullable(),
    lastReminder: z.object({ on: dateShape, label: z.string() }).nullable(),
    next: nextStepShape.nullable(),
    owner: personRef.nullable(),
    salesRep: personRef.nullable(),
    /** What ended the chase of it: given up, or its customer handed over or under a procedure. */
    end: z.enum(['writtenOff', 'handedOver', 'insolvency']).nullable(),
    /** As of today and never claimed by itself, only where it was asked for; null when nobody chose a rate. */
    lateInterest: moneyShape.nullable().optional(),
  })
  .meta({ id: 'OpenItemRow' })

export const endpoints = {
  ...savedViewEndpoints,
  invoices: endpoint({
    method: 'GET',
    url: '/api/v1/open-items',
    summary: 'Due lines of invoices, by view and filters; the total is that of the whole list, not of the page.',
    query: z.object({
      ...itemFilters,
      ...itemOrder,
      owner: idShape.optional(),
      /** Reckoned for each row, only when asked. */
      with: z.enum(['lateInterest']).optional(),
      cursor: cursorShape.optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    answer: z.object({
      rows: z.array(openItemRow),
      count: z.int(),
      /** A search that more than `count` due lines match: they were not counted to the end, customers and total are empty. */
      isAtLeast: z.boolean(),
      customers: z.int(),
      total: sumsShape,
      nextCursor: cursorShape.nullable(),
      /** For an empty list: the next due date. */
      nextDueDate: dateShape.nullable(),
    }),
  }),
  itemViews: endpoint({
    method: 'GET',
    url: '/api/v1/open-items/views',
    summary: 'How many due lines are in each saved view; asked apart, so that no list waits for it.',
    answer: z.object(
      Object.fromEntries(invoiceViews.map((view) => [view, z.int()])) as Record<
        (typeof invoiceViews)[number],
        z.ZodInt
      >,
    ),
  }),
  invoice: endpoint({
    method: 'GET',
    url: '/api/v1/invoices/:id',
    summary: 'Why is it not paid, and what happens next?',
    params: idParams,
    answer: z
      .object({
        id: keyShape,
        number: z.string(),
        kind: invoiceKind,
        customer: z.object({ id: keyShape, name: z.string() }),
        legalEntity: z.object({ id: keyShape, name: z.string() }),
        issueDate: dateShape,
        subject: z.string().nullable(),
        project: z.string().nullable(),
        orderReference: z.string().nullable(),
        paymentTerms: z.string().nullable(),
        total: moneyShape,
        paid: moneyShape,
        amountDue: moneyShape,
        status: itemStatus,
        /** Of the oldest due line with something left; negative before it is due. */
        daysLate: z.int(),
        isDisputed: z.boolean(),
        items: z.array(
          openItemRow.extend({ pause: z.object({ until: untilShape, note: z.string().nullable() }).nullable() }),
        ),
        allocations: z.array(
          z.object({
            id: keyShape,
            openItemId: keyShape,
            on: dateShape,
            amount: moneyShape,
            source: z.enum(['payment', 'creditNote', 'difference']),
            paymentId: keyShape.nullable(),
            /** The open item of the credit note. */
            creditItemId: keyShape.nullable(),
            /** On the page of an invoice its credit note, on that of a credit note the invoice it was deducted from. */
            invoice: z.object({ id: keyShape, number: z.string() }).nullable(),
            label: z.string(),
            isReversed: z.boolean(),
          }),
        ),
        next: nextStepShape.nullable(),
        /** « Pourquoi rien ne part » or « Prochaine relance le … parce que … ». */
        why: z.object({ title: z.string(), sentence: z.string() }),
        history: z.array(historyEntry),
        /** As of today and never claimed by itself, paid late or not; null when nothing is or was late. */
        lateInterest: z
          .object({
            interest: moneyShape,
            recoveryFee: moneyShape,
            /** Of a year, in hundredths of a percent, today. */
            rate: z.int().nullable(),
            /** The half-year whose rate nobody entered: interest is told up to it. */
            missing: z.string().nullable(),
          })
          .nullable(),
        disputes: z.array(
          z.object({
            id: keyShape,
            reason: z.string(),
            /** A reason of the organisation’s own, in the place of ‘other’. */
            category: z.object({ id: keyShape, name: z.string() }).nullable(),
            note: z.string().nullable(),
            openedOn: dateShape,
            resolvedOn: dateShape.nullable(),
          }),
        ),
        promises: z.array(
          z.object({
            id: keyShape,
            promisedFor: dateShape,
            amount: moneyShape,
            state: z.enum(['pending', 'kept', 'partiallyKept', 'broken', 'withdrawn', 'replaced']),
          }),
        ),
        file: z.object({ name: z.string() }).nullable(),
        /** What an electronic invoice says of its payment. */
        instruction: z
          .object({
            reference: z.string().nullable(),
            iban: z.string().nullable(),
            payee: z.string().nullable(),
            isFactored: z.boolean(),
            contract: z.string().nullable(),
            preceding: z.string().nullable(),
            isCorrection: z.boolean(),
            lateInterest: z.string().nullable(),
            indemnity: z.string().nullable(),
            discount: z.string().nullable(),
          })
          .nullable(),
        /** The source that stated it last; null when it was entered by hand. */
        source: z.object({ id: keyShape, name: z.string() }).nullable(),
        /** A newer full file of that source no longer has it: since when, and which file. */
        missing: z.object({ since: dateShape, file: z.object({ id: keyShape, name: z.string() }) }).nullable(),
      })
      .meta({ id: 'Invoice' }),
  }),
  addInvoice: endpoint({
    method: 'POST',
    url: '/api/v1/invoices',
    summary: 'Enter an invoice by hand.',
    body: z.object({
      legalEntityId: keyShape.optional(),
      customerId: keyShape,
      number: lineShape(100),
      kind: invoiceKind.default('invoice'),
      issueDate: enteredDay,
      total: enteredMoney,
      subject: optionalLine(500).optional(),
      project: optionalLine(200).optional(),
      paymentTerms: optionalLine(200).optional(),
      /** Due lines; absent: from the payment terms of the invoice, the customer or the firm. */
      dueLines: z
        .array(z.object({ dueDate: enteredDay, amount: enteredAmount }))
        .min(1)
        .max(500)
        .optional(),
    }),
    answer: z.object({ id: keyShape }),
  }),
  stillOwed: endpoint({
    method: 'DELETE',
    url: '/api/v1/invoices/:id/missing',
    summary: 'It is owed although its source no longer states it: missing no more, until a file states it again.',
    params: idParams,
  }),
  missAgain: endpoint({
    method: 'PUT',
    url: '/api/v1/invoices/:id/missing',
    summary: 'Take that back: it is missing again, as that file of its source said.',
    params: idParams,
    body: z.object({ since: enteredDay, fileId: keyShape }),
  }),
  invoiceFile: endpoint({
    method: 'GET',
    url: '/api/v1/invoices/:id/file',
    summary: 'The document itself.',
    params: idParams,
  }),
  attachInvoiceFile: endpoint({
    method: 'PUT',
    url: '/api/v1/invoices/:id/file',
    summary: 'Attach the document (PDF, 5 MB at most).',
    params: idParams,
    upload: true,
  }),
  pauseItem: endpoint({
    method: 'PUT',
    url: '/api/v1/open-items/:id/pause',
    summary: 'Stop chasing one due line until a day, with a note.',
    params: idParams,
    body: z.object({ until: enteredUntil, note: noteShape(2000).nullable() }),
  }),
  resumeItem: endpoint({
    method: 'DELETE',
    url: '/api/v1/open-items/:id/pause',
    summary: 'Chase the due line again.',
    params: idParams,
  }),
  itemsAct: endpoint({
    method: 'POST',
    url: '/api/v1/open-items/actions',
    summary: 'The same act on several due lines: pause, resume, assign their customers to a collector, add a task.',
    body: z.object({
      items: z.array(keyShape).min(1).max(5000),
      act: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('pause'), until: enteredUntil, note: noteShape(2000).nullable() }),
        z.object({ kind: z.literal('resume') }),
        z.object({ kind: z.literal('assign'), personId: keyShape }),
        z.object({ kind: z.literal('task'), title: lineShape(200), dueOn: enteredDay, assigneeId: keyShape }),
      ]),
    }),
    /** `tasks`: those that were added, so that they can be taken back. */
    answer: z.object({ changed: z.int(), tasks: z.array(keyShape) }),
  }),
  exportItems: endpoint({
    method: 'GET',
    url: '/api/v1/open-items/export.csv',
    summary: 'The list as a CSV file, with the same view, filters and order.',
    query: z.object({
      ...itemFilters,
      ...itemOrder,
      owner: idShape.optional(),
    }),
  }),
}
