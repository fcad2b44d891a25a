import { largestAmount } from '@quittance/core/money/money.ts'
import { z } from 'zod'
import { endpoint } from '../platform/http/endpoint.ts'
import { enteredDay, enteredMoney, lineShape, noteShape, optionalLine } from '../platform/http/entered-shapes.ts'
import { cursorShape, dateShape, idParams, idShape, keyShape, moneyShape, sumsShape } from '../platform/http/shapes.ts'

export const meansShape = z.enum(['transfer', 'cheque', 'card', 'directDebit', 'billOfExchange', 'cash', 'other'])

const allocationInput = z.object({ openItemId: keyShape, amount: z.int().min(1).max(largestAmount) })

export const paymentInput = z.object({
  customerId: keyShape,
  legalEntityId: keyShape.optional(),
  receivedOn: enteredDay,
  amount: enteredMoney,
  means: meansShape,
  reference: optionalLine(200),
  allocations: z.array(allocationInput).max(500),
  /** Closes the gap left on these items as a bank fee or a discount. */
  differences: z
    .array(allocationInput.extend({ reason: z.enum(['bankFee', 'discount']) }))
    .max(50)
    .default([]),
  /** Cheques handed in together: the bank credits their slip in one line. */
  slip: z
    .object({ number: lineShape(40).min(1), depositedOn: enteredDay })
    .nullable()
    .optional(),
  /** Made by the form once: sending the form twice is harmless. */
  entryKey: lineShape(80).min(8),
})

export const paymentRow = z
  .object({
    id: keyShape,
    receivedOn: dateShape,
    customer: z.object({ id: keyShape, name: z.string() }),
    amount: moneyShape,
    unallocated: moneyShape,
    means: meansShape,
    reference: z.string().nullable(),
    origin: z.enum(['manual', 'import', 'bank']),
    allocations: z.array(z.object({ invoiceId: keyShape, invoiceNumber: z.string(), amount: moneyShape })),
    enteredBy: z.string().nullable(),
    enteredAt: z.string(),
    /** Until then it can be undone without a reason. */
    undoUntil: z.string().nullable(),
    reversal: z
      .object({ on: dateShape, reason: z.enum(['rejected', 'mistake', 'undone']), note: z.string().nullable() })
      .nullable(),
  })
  .meta({ id: 'PaymentRow' })

export const depositSlipRow = z
  .object({
    id: keyShape,
    number: z.string(),
    depositedOn: dateShape,
    /** Sum of its cheques that stand, currency by currency. */
    total: sumsShape,
    payments: z.array(
      z.object({
        id: keyShape,
        customer: z.object({ id: keyShape, name: z.string() }),
        amount: moneyShape,
        isReversed: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'DepositSlipRow' })

export const endpoints = {
  depositSlips: endpoint({
    method: 'GET',
    url: '/api/v1/deposit-slips',
    summary: 'Cheques handed in together, the latest slip first.',
    query: z.object({ limit: z.coerce.number().int().min(1).max(200).default(50) }),
    answer: z.object({ rows: z.array(depositSlipRow) }),
  }),
  payments: endpoint({
    method: 'GET',
    url: '/api/v1/payments',
    summary: 'Who has just paid what?',
    query: z.object({
      customer: idShape.optional(),
      view: z.enum(['all', 'unallocated', 'reversed']).default('all'),
      q: z.string().max(100).optional(),
      cursor: cursorShape.optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    answer: z.object({
      rows: z.array(paymentRow),
      count: z.int(),
      /** A search that more than `count` payments match: they were not counted to the end, and the total is empty. */
      isAtLeast: z.boolean(),
      total: sumsShape,
      nextCursor: cursorShape.nullable(),
    }),
  }),
  payment: endpoint({
    method: 'GET',
    url: '/api/v1/payments/:id',
    summary: 'One payment with its allocation.',
    params: idParams,
    answer: paymentRow,
  }),
  proposeAllocation: endpoint({
    method: 'POST',
    onlyAsks: true,
    url: '/api/v1/payments/proposal',
    summary: 'How an amount would be allocated: what the customer owes, oldest first, or the exact set of items.',
    body: z.object({
      customerId: keyShape,
      amount: enteredMoney,
      receivedOn: enteredDay,
      preferItemId: keyShape.nullable().optional(),
    }),
    answer: z.object({
      items: z.array(
        z.object({
          openItemId: keyShape,
          invoiceId: keyShape,
          invoiceNumber: z.string(),
          dueDate: dateShape,
          daysLate: z.int(),
          amountDue: moneyShape,
          proposed: z.int(),
        }),
      ),
      unallocated: z.int(),
      /** The whole amount pays exactly these items. */
      isExact: z.boolean(),
      /** A payment of this customer with the same amount within three days. */
      looksLike: z.object({ paymentId: keyShape, receivedOn: dateShape }).nullable(),
      /** Largest gap that may be closed as a difference, smallest unit. */
      differenceLimit: z.int(),
    }),
  }),
  previewPayment: endpoint({
    method: 'POST',
    onlyAsks: true,
    url: '/api/v1/payments/preview',
    summary: 'What will happen if this payment is entered, in sentences.',
    body: paymentInput.omit({ entryKey: true }),
    answer: z.object({
      effects: z.array(z.object({ kind: z.enum(['task', 'reminder', 'item', 'credit']), sentence: z.string() })),
    }),
  }),
  enterPayment: endpoint({
    method: 'POST',
    url: '/api/v1/payments',
    summary: 'Enter a payment and its allocation, to the cent.',
    body: paymentInput,
    answer: paymentRow,
  }),
  allocateCredit: endpoint({
    method: 'POST',
    url: '/api/v1/payments/:id/allocations',
    summary: 'Allocate what is left of a payment.',
    params: idParams,
    body: z.object({ allocations: z.array(allocationInput).min(1).max(500) }),
    answer: paymentRow,
  }),
  allocateCreditNote: endpoint({
    method: 'POST',
    url: '/api/v1/open-items/:id/allocations',
    summary: 'Set a credit note against open items.',
    params: idParams,
    body: z.object({ allocations: z.array(allocationInput).min(1).max(500) }),
    /** In the order given. */
    answer: z.object({ allocations: z.array(keyShape) }),
  }),
  takeBackAllocation: endpoint({
    method: 'POST',
    url: '/api/v1/allocations/:id/reversal',
    summary: 'Take an allocation back: the item is due again, the payment or credit note is free, the trace stays.',
    params: idParams,
  }),
  reversePayment: endpoint({
    method: 'POST',
    url: '/api/v1/payments/:id/reversal',
    summary: 'A payment that bounced or was a mistake: its items are due again, the trace stays.',
    params: idParams,
    body: z.object({
      reason: z.enum(['rejected', 'mistake', 'undone']),
      on: enteredDay.optional(),
      note: noteShape(2000).nullable().optional(),
    }),
    answer: paymentRow,
  }),
}
