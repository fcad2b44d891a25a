import { z } from 'zod'
import { endpoint } from '../../platform/http/endpoint.ts'
import { enteredDay, lineShape, optionalLine } from '../../platform/http/entered-shapes.ts'
import { dateShape, idParams, keyShape, sumsShape } from '../../platform/http/shapes.ts'

const batchShape = z
  .object({
    id: keyShape,
    letters: z.int(),
    pages: z.int(),
    madeOn: dateShape,
    madeAt: z.string(),
    person: z.string().nullable(),
    /** The postal service that took it; null while nobody was given it. */
    service: z.string().nullable(),
    /** Where it put it. */
    place: z.string().nullable(),
    handedAt: z.string().nullable(),
    customers: z.array(
      z.object({
        task: keyShape,
        id: keyShape,
        name: z.string(),
        /** Of its task: a letter whose task was dropped after it was printed must not be posted. */
        state: z.enum(['toPost', 'sent', 'dropped']),
        postedOn: dateShape.nullable(),
        registeredNumber: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'LetterBatch' })

const postingShape = z
  .object({
    registeredNumber: z.string().nullable(),
    postedOn: dateShape,
    proofName: z.string().nullable(),
    /** The letter as it was posted is kept. */
    hasLetter: z.boolean(),
  })
  .meta({ id: 'LetterPosting' })

export const letterEndpoints = {
  letters: endpoint({
    method: 'GET',
    url: '/api/v1/letters',
    summary: 'Letters to print, and the batches that were printed.',
    answer: z.object({
      toPrint: z.array(
        z.object({
          task: keyShape,
          customer: z.object({ id: keyShape, name: z.string() }),
          dueOn: dateShape,
          /** What is left of its invoices. */
          amounts: sumsShape,
          invoices: z.int(),
        }),
      ),
      batches: z.array(batchShape),
      /** Postal services a batch can be given to. */
      services: z.array(z.string()),
    }),
  }),
  makeLetterBatch: endpoint({
    method: 'POST',
    url: '/api/v1/letter-batches',
    summary: 'Print letters together: one PDF in order and the list of their addresses. A letter is in one batch.',
    body: z.object({ tasks: z.array(keyShape).min(1).max(200) }),
    answer: z.object({
      batch: batchShape.nullable(),
      leftOut: z.array(z.object({ task: keyShape, customerName: z.string().nullable(), sentence: z.string() })),
    }),
  }),
  undoLetterBatch: endpoint({
    method: 'DELETE',
    url: '/api/v1/letter-batches/:id',
    summary: 'Its letters wait to be printed again; possible until it is handed over or a letter of it is posted.',
    params: idParams,
  }),
  letterBatchPdf: endpoint({
    method: 'GET',
    url: '/api/v1/letter-batches/:id/letters.pdf',
    summary: 'The sheets, in order; the same bytes each time.',
    params: idParams,
  }),
  letterBatchAddresses: endpoint({
    method: 'GET',
    url: '/api/v1/letter-batches/:id/addresses.csv',
    summary: 'One line a letter: its pages, its address as in the window, whether it is registered.',
    params: idParams,
  }),
  handLetterBatch: endpoint({
    method: 'PUT',
    url: '/api/v1/letter-batches/:id/deposit',
    summary: 'Give the batch to a postal service, once.',
    params: idParams,
    body: z.object({ service: lineShape(40) }),
    answer: batchShape,
  }),
  windowTest: endpoint({
    method: 'GET',
    url: '/api/v1/letters/window-test.pdf',
    summary: 'A letter with the frame of the envelope’s window, to try a printer with.',
  }),
  letterPosting: endpoint({
    method: 'GET',
    url: '/api/v1/tasks/:id/posting',
    summary: 'What the post gave back for this letter; null while nothing was noted.',
    params: idParams,
    answer: z.object({ posting: postingShape.nullable() }),
  }),
  recordPosting: endpoint({
    method: 'PUT',
    url: '/api/v1/tasks/:id/posting',
    summary: 'The letter was posted: on which day, under which registered number.',
    params: idParams,
    body: z.object({ registeredNumber: optionalLine(40), postedOn: enteredDay }),
    answer: z.object({ posting: postingShape.nullable() }),
  }),
  removePosting: endpoint({
    method: 'DELETE',
    url: '/api/v1/tasks/:id/posting',
    summary: 'Undo: forget what was noted of the post.',
    params: idParams,
  }),
  keepProof: endpoint({
    method: 'PUT',
    url: '/api/v1/tasks/:id/posting/proof',
    summary: 'The proof of deposit (PDF, PNG or JPEG, 10 MB at most).',
    params: idParams,
    upload: true,
  }),
  proof: endpoint({
    method: 'GET',
    url: '/api/v1/tasks/:id/posting/proof',
    summary: 'The proof of deposit itself.',
    params: idParams,
  }),
  postedLetter: endpoint({
    method: 'GET',
    url: '/api/v1/tasks/:id/posting/letter.pdf',
    summary: 'The letter as it was posted.',
    params: idParams,
  }),
}
