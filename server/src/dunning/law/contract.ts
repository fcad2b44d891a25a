import { customerCategories } from '@quittance/core/customers/category.ts'
import { z } from 'zod'
import { endpoint } from '../../platform/http/endpoint.ts'
import { enteredDay, lineShape, noteShape, optionalLine } from '../../platform/http/entered-shapes.ts'
import { dateShape, idParams, keyShape, moneyShape, sumsShape } from '../../platform/http/shapes.ts'
import { roadEndpoints, roadShapes } from './road-contract.ts'

const halfYear = z
  .string()
  .regex(/^(19|20|21)\d\d-H[12]$/)
  .meta({ examples: ['2026-H2'] })
const rateShape = z.int().min(0).max(10_000)
const itemsGiven = z.array(keyShape).min(1).max(1000)
const ending = z.object({ reason: noteShape(500).nullable().optional() })

const halfYearRate = z
  .object({
    halfYear: z.string(),
    /** Hundredths of a percent, on the first day of the half-year; null: nobody entered it. */
    mainRefinancing: z.int().nullable(),
    legal: z.int().nullable(),
    derived: z.object({ statutory: z.int(), publicBuyer: z.int(), floor: z.int() }).nullable(),
    /** Comes with the program as published, or as two sources agree; entered here; or missing. */
    origin: z.enum(['published', 'concordant', 'entered', 'missing']),
    source: z.string().nullable(),
    readOn: dateShape.nullable(),
    enteredBy: z.string().nullable(),
  })
  .meta({ id: 'HalfYearRate' })

const decisionShape = z
  .object({
    id: keyShape,
    covers: z.enum(['interest', 'fee']),
    decision: z.enum(['claimed', 'waived']),
    reason: z.string(),
    decidedOn: dateShape,
    person: z.string().nullable(),
  })
  .meta({ id: 'InterestDecision' })

const segmentShape = z.object({
  from: dateShape,
  to: dateShape,
  days: z.int(),
  base: moneyShape,
  rate: z.int(),
  /** The segments add up to the interest of the invoice. */
  interest: moneyShape,
})

const limitationShape = z
  .object({
    since: dateShape,
    because: z.enum(['start', 'courtClaim', 'enforcement', 'acknowledgement', 'partPayment']),
    endsOn: dateShape,
    rule: z.enum(['commerce', 'consumer', 'publicBody']),
    stage: z.enum(['far', 'sixMonths', 'threeMonths', 'over']),
  })
  .meta({ id: 'Limitation' })

const invoiceLaw = z
  .object({
    invoice: z.object({ id: keyShape, number: z.string() }),
    dueDate: dateShape,
    amountDue: moneyShape,
    /** Its due lines with something left. */
    items: z.array(keyShape),
    /** null: nothing is or was late, or a private individual owes it. */
    interest: z
      .object({
        amount: moneyShape,
        fee: moneyShape,
        rate: z.int().nullable(),
        from: z.enum(['customer', 'firm', 'law', 'publicBuyer']),
        isChosen: z.boolean(),
        /** The half-year whose rate nobody entered: the amount is that up to `asOf`. */
        missing: z.string().nullable(),
        asOf: dateShape,
        /** Half-years in which the agreed rate lies below three times the legal rate. */
        belowFloor: z.array(z.string()),
        segments: z.array(segmentShape),
      })
      .nullable(),
    decisions: z.array(decisionShape),
    limitation: limitationShape.nullable(),
    writtenOffOn: dateShape.nullable(),
  })
  .meta({ id: 'InvoiceLaw' })

const formalNotice = z
  .object({
    id: keyShape,
    means: z.enum(['registeredLetter', 'electronicRegisteredLetter', 'letter', 'email', 'bailiff']),
    sentOn: dateShape,
    receivedOn: dateShape.nullable(),
    deadlineDays: z.int(),
    /** The last day of the time given. */
    deadline: dateShape,
    trackingNumber: z.string().nullable(),
    note: z.string().nullable(),
    proof: z.string().nullable(),
    invoices: z.array(z.string()),
    isEnded: z.boolean(),
  })
  .meta({ id: 'FormalNotice' })

const legalFile = z
  .object({
    id: keyShape,
    name: z.string(),
    size: z.int(),
    files: z.int(),
    /** SHA-256 of the manifest within it, as the journal keeps it. */
    seal: z.string(),
    madeOn: dateShape,
    person: z.string().nullable(),
  })
  .meta({ id: 'LegalFile' })

const noticeInput = z.object({
  items: itemsGiven,
  means: formalNotice.shape.means,
  sentOn: enteredDay,
  receivedOn: enteredDay.nullable().optional(),
  /** Eight at least; fifteen unless said otherwise. */
  deadlineDays: z.int().min(8).max(90).default(15),
  trackingNumber: optionalLine(60).optional(),
  note: noteShape(2000).nullable().optional(),
})

export const lawEndpoints = {
  ...roadEndpoints,
  rateTable: endpoint({
    method: 'GET',
    url: '/api/v1/late-interest-rates',
    summary: 'The rates by half-year, the latest first; one that is missing is told as missing.',
    answer: z.object({ current: z.string(), rates: z.array(halfYearRate) }),
  }),
  enterRate: endpoint({
    method: 'PUT',
    url: '/api/v1/late-interest-rates/:halfYear',
    thing: 'law',
    summary: 'Enter the rates of a half-year as published, with where and when they were read.',
    params: z.object({ halfYear }),
    body: z.object({
      mainRefinancing: z.int().min(-500).max(10_000),
      legal: rateShape,
      source: lineShape(300),
      readOn: enteredDay,
    }),
  }),
  forgetRate: endpoint({
    method: 'DELETE',
    url: '/api/v1/late-interest-rates/:halfYear',
    thing: 'law',
    summary: 'Take an entered rate away: that of the program holds again, or none.',
    params: z.object({ halfYear }),
  }),
  confirmRate: endpoint({
    method: 'PUT',
    url: '/api/v1/legal-entities/:id/rate-confirmation',
    thing: 'law',
    summary: 'Say that the rate of a firm holds for a half-year; null takes it back.',
    params: idParams,
    body: z.object({ halfYear: halfYear.nullable() }),
  }),
  agreeRate: endpoint({
    method: 'PUT',
    url: '/api/v1/customers/:id/late-interest-rate',
    thing: 'law',
    summary: 'The rate agreed with a customer, in hundredths of a percent a year; null: that of the firm.',
    params: idParams,
    body: z.object({ rate: rateShape.nullable(), note: noteShape(500).nullable() }),
  }),
  invoiceLaw: endpoint({
    method: 'GET',
    url: '/api/v1/invoices/:id/law',
    summary:
      'Late interest of an invoice with its segments, what was decided of it, and until when it can be claimed in court.',
    params: idParams,
    answer: invoiceLaw,
  }),
  customerLaw: endpoint({
    method: 'GET',
    url: '/api/v1/customers/:id/law',
    summary: 'Late interest, formal notices, limitation, end of the road and legal files of a customer.',
    params: idParams,
    answer: z
      .object({
        category: z.enum(customerCategories),
        customerRate: z.int().nullable(),
        /** The half-year under way, when nobody entered its rate. */
        missingRate: z.string().nullable(),
        terms: z.array(
          z.object({
            legalEntity: z.object({ id: keyShape, name: z.string() }),
            from: z.enum(['customer', 'firm', 'law', 'publicBuyer']).nullable(),
            rate: z.int().nullable(),
            isChosen: z.boolean(),
          }),
        ),
        /** What is late, and what was paid late in the last two years. */
        invoices: z.array(invoiceLaw),
        totals: z.object({ interest: sumsShape, fees: sumsShape, claimed: sumsShape, waived: sumsShape }),
        /** null: a formal notice may be sent. */
        noNoticeBecause: z.enum(['insolvent', 'publicBody', 'individual']).nullable(),
        formalNotices: z.array(formalNotice),
        /** Registered letters that were posted and are not recorded as formal notices, the latest first. */
        lettersToRecord: z.array(
          z.object({
            task: keyShape,
            postedOn: dateShape,
            trackingNumber: z.string(),
            invoices: z.array(z.object({ id: keyShape, number: z.string() })),
          }),
        ),
        limitationActs: z.array(
          z.object({
            id: keyShape,
            kind: z.enum(['courtClaim', 'enforcement', 'acknowledgement']),
            doneOn: dateShape,
            note: z.string(),
            invoices: z.array(z.string()),
            isEnded: z.boolean(),
          }),
        ),
        ...roadShapes,
        files: z.array(legalFile),
      })
      .meta({ id: 'CustomerLaw' }),
  }),
  decideInterest: endpoint({
    method: 'POST',
    url: '/api/v1/invoices/:id/interest-decisions',
    thing: 'law',
    summary:
      'Claim or waive the late interest or the fee of an invoice, with the reason; what was decided before ends.',
    params: idParams,
    body: z.object({
      covers: z
        .array(z.enum(['interest', 'fee']))
        .min(1)
        .max(2),
      decision: z.enum(['claimed', 'waived']),
      reason: noteShape(500).min(1),
    }),
    answer: z.object({ ids: z.array(keyShape), replaced: z.array(keyShape) }),
  }),
  endInterestDecision: endpoint({
    method: 'PUT',
    url: '/api/v1/interest-decisions/:id/end',
    thing: 'law',
    summary: 'Take a decision on late interest back.',
    params: idParams,
    body: ending,
  }),
  resumeInterestDecision: endpoint({
    method: 'DELETE',
    url: '/api/v1/interest-decisions/:id/end',
    thing: 'law',
    summary: 'It holds again.',
    params: idParams,
  }),
  recordNotice: endpoint({
    method: 'POST',
    url: '/api/v1/customers/:id/formal-notices',
    thing: 'law',
    summary: 'Record a formal notice that was sent; never to a public body, a private individual or the insolvent.',
    params: idParams,
    body: noticeInput,
    answer: z.object({ id: keyShape }),
  }),
  changeNotice: endpoint({
    method: 'PATCH',
    url: '/api/v1/formal-notices/:id',
    thing: 'law',
    summary: 'The day it was received, its number, a note; only what is given changes.',
    params: idParams,
    body: z
      .object({ receivedOn: enteredDay.nullable(), trackingNumber: optionalLine(60), note: noteShape(2000).nullable() })
      .partial(),
  }),
  noticeProof: endpoint({
    method: 'GET',
    url: '/api/v1/formal-notices/:id/proof',
    summary: 'The proof of deposit or of receipt.',
    params: idParams,
  }),
  attachNoticeProof: endpoint({
    method: 'PUT',
    url: '/api/v1/formal-notices/:id/proof',
    thing: 'law',
    summary: 'Attach the proof (PDF, PNG or JPEG, 10 MB at most).',
    params: idParams,
    upload: true,
  }),
  endNotice: endpoint({
    method: 'PUT',
    url: '/api/v1/formal-notices/:id/end',
    thing: 'law',
    summary: 'It was recorded by mistake.',
    params: idParams,
    body: ending,
  }),
  resumeNotice: endpoint({
    method: 'DELETE',
    url: '/api/v1/formal-notices/:id/end',
    thing: 'law',
    summary: 'It counts again.',
    params: idParams,
  }),
  recordLimitationAct: endpoint({
    method: 'POST',
    url: '/api/v1/customers/:id/limitation-acts',
    thing: 'law',
    summary:
      'Record what starts the period of limitation anew: a claim in court, an act of enforcement, an acknowledgement.',
    params: idParams,
    body: z.object({
      items: itemsGiven,
      kind: z.enum(['courtClaim', 'enforcement', 'acknowledgement']),
      doneOn: enteredDay,
      note: noteShape(2000).min(1),
    }),
    answer: z.object({ id: keyShape }),
  }),
  endLimitationAct: endpoint({
    method: 'PUT',
    url: '/api/v1/limitation-acts/:id/end',
    thing: 'law',
    summary: 'It was recorded by mistake.',
    params: idParams,
    body: ending,
  }),
  resumeLimitationAct: endpoint({
    method: 'DELETE',
    url: '/api/v1/limitation-acts/:id/end',
    thing: 'law',
    summary: 'It counts again.',
    params: idParams,
  }),
  makeLegalFile: endpoint({
    method: 'POST',
    url: '/api/v1/customers/:id/legal-files',
    thing: 'law',
    summary: 'Make the legal file of a customer and seal it: its hash goes into the journal.',
    params: idParams,
    answer: legalFile,
  }),
  legalFile: endpoint({
    method: 'GET',
    url: '/api/v1/legal-files/:id',
    summary: 'The sealed archive; refused when it is not what was sealed any more.',
    params: idParams,
  }),
  verifyLegalFile: endpoint({
    method: 'POST',
    url: '/api/v1/legal-files/verification',
    onlyAsks: true,
    summary: 'Is this archive what was sealed here? Each file against its manifest, the manifest against the journal.',
    upload: true,
    answer: z
      .object({
        verdict: z.enum(['sealed', 'unknownSeal', 'altered', 'notALegalFile']),
        seal: z.string().nullable(),
        madeOn: dateShape.nullable(),
        customer: z.object({ id: keyShape, name: z.string() }).nullable(),
        files: z.int(),
        /** Files that are not what the manifest says, are missing, or that it does not know. */
        problems: z.array(z.object({ file: z.string(), problem: z.enum(['changed', 'missing', 'unknown']) })),
      })
      .meta({ id: 'LegalFileVerdict' }),
  }),
}
