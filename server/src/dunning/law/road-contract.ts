import { insolvencyKinds } from '@quittance/core/dunning/law/insolvency.ts'
import { handoverReceivers, writeOffReasons } from '@quittance/core/tasks/decision.ts'
import { z } from 'zod'
import { endpoint } from '../../platform/http/endpoint.ts'
import { enteredDay, lineShape, noteShape, optionalLine } from '../../platform/http/entered-shapes.ts'
import { dateShape, idParams, keyShape, moneyShape } from '../../platform/http/shapes.ts'

const itemsGiven = z.array(keyShape).min(1).max(1000)
const ending = z.object({ reason: noteShape(500).nullable().optional() })
const receiver = z.enum(handoverReceivers)
const insolvencyKind = z.enum(insolvencyKinds)
const writeOffReason = z.enum(writeOffReasons)

/** How a claim ended, as the page of a customer tells it. */
export const roadShapes = {
  handovers: z.array(
    z
      .object({
        id: keyShape,
        receiver,
        receiverName: z.string(),
        reference: z.string().nullable(),
        note: z.string().nullable(),
        handedOverOn: dateShape,
        invoices: z.array(z.object({ number: z.string(), amountDue: moneyShape })),
        endedOn: dateShape.nullable(),
      })
      .meta({ id: 'Handover' }),
  ),
  insolvencies: z.array(
    z
      .object({
        id: keyShape,
        kind: insolvencyKind,
        judgedOn: dateShape,
        publishedOn: dateShape.nullable(),
        court: z.string().nullable(),
        officeHolder: z.string().nullable(),
        isCreditorAway: z.boolean(),
        declareBy: dateShape,
        declaredOn: dateShape.nullable(),
        note: z.string().nullable(),
        endedOn: dateShape.nullable(),
      })
      .meta({ id: 'Insolvency' }),
  ),
  writeOffs: z.array(
    z
      .object({
        id: keyShape,
        invoice: z.object({ id: keyShape, number: z.string() }),
        openItemId: keyShape,
        amount: moneyShape,
        reason: writeOffReason,
        note: z.string().nullable(),
        writtenOffOn: dateShape,
        isEnded: z.boolean(),
      })
      .meta({ id: 'WriteOff' }),
  ),
}

const insolvencyInput = z.object({
  kind: insolvencyKind,
  judgedOn: enteredDay,
  publishedOn: enteredDay.nullable().optional(),
  court: optionalLine(200).optional(),
  officeHolder: optionalLine(300).optional(),
  isCreditorAway: z.boolean().default(false),
  note: noteShape(2000).nullable().optional(),
})

export const roadEndpoints = {
  handOver: endpoint({
    method: 'POST',
    url: '/api/v1/customers/:id/handovers',
    thing: 'law',
    summary: 'Hand a customer over to an agency, a bailiff or a lawyer: from then on nothing leaves to it.',
    params: idParams,
    body: z.object({
      items: itemsGiven,
      receiver,
      receiverName: lineShape(200),
      reference: optionalLine(100).optional(),
      note: noteShape(2000).nullable().optional(),
      handedOverOn: enteredDay,
    }),
    answer: z.object({ id: keyShape }),
  }),
  endHandover: endpoint({
    method: 'PUT',
    url: '/api/v1/handovers/:id/end',
    thing: 'law',
    summary: 'The customer is ours again.',
    params: idParams,
    body: ending,
  }),
  resumeHandover: endpoint({
    method: 'DELETE',
    url: '/api/v1/handovers/:id/end',
    thing: 'law',
    summary: 'It is still handed over.',
    params: idParams,
  }),
  recordInsolvency: endpoint({
    method: 'POST',
    url: '/api/v1/customers/:id/insolvencies',
    thing: 'law',
    summary:
      'A collective procedure was opened: everything stops, and a task asks for the claim to be declared in time.',
    params: idParams,
    body: insolvencyInput,
    answer: z.object({ id: keyShape }),
  }),
  changeInsolvency: endpoint({
    method: 'PATCH',
    url: '/api/v1/insolvencies/:id',
    thing: 'law',
    summary: 'The day of publication, to whom and when the claim was declared; only what is given changes.',
    params: idParams,
    body: insolvencyInput
      .omit({ judgedOn: true, isCreditorAway: true })
      .extend({ isCreditorAway: z.boolean(), declaredOn: enteredDay.nullable() })
      .partial(),
  }),
  endInsolvency: endpoint({
    method: 'PUT',
    url: '/api/v1/insolvencies/:id/end',
    thing: 'law',
    summary: 'The procedure is over, or was recorded by mistake.',
    params: idParams,
    body: ending,
  }),
  resumeInsolvency: endpoint({
    method: 'DELETE',
    url: '/api/v1/insolvencies/:id/end',
    thing: 'law',
    summary: 'It is still under way.',
    params: idParams,
  }),
  writeOff: endpoint({
    method: 'POST',
    url: '/api/v1/customers/:id/write-offs',
    thing: 'law',
    summary: 'Give up due lines, with the reason: no longer chased nor expected; the books are not changed by it.',
    params: idParams,
    body: z.object({
      items: itemsGiven,
      reason: writeOffReason,
      note: noteShape(2000).nullable().optional(),
      writtenOffOn: enteredDay,
    }),
    answer: z.object({ ids: z.array(keyShape) }),
  }),
  endWriteOff: endpoint({
    method: 'PUT',
    url: '/api/v1/write-offs/:id/end',
    thing: 'law',
    summary: 'The due line is expected again.',
    params: idParams,
    body: ending,
  }),
  resumeWriteOff: endpoint({
    method: 'DELETE',
    url: '/api/v1/write-offs/:id/end',
    thing: 'law',
    summary: 'It is given up again.',
    params: idParams,
  }),
}
