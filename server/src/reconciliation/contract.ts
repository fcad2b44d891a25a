import {
  isEnough,
  type StatementColumn,
  type StatementMapping,
  statementColumns,
} from '@quittance/core/reconciliation/statements/table/statement-columns.ts'
import { z } from 'zod'
import { endpoint } from '../platform/http/endpoint.ts'
import { enteredCurrency, lineShape } from '../platform/http/entered-shapes.ts'
import { cursorShape, dateShape, idParams, idShape, keyShape, moneyShape, sumsShape } from '../platform/http/shapes.ts'

const thing = 'bank'

export const confidenceShape = z.enum(['almostCertain', 'probable', 'toCheck', 'toSearch'])
export const lineKindShape = z.enum([
  'transfer',
  'directDebit',
  'chequeDeposit',
  'card',
  'billOfExchange',
  'returned',
  'fee',
  'other',
])
const customerRef = z.object({ id: keyShape, name: z.string(), code: z.string() })
const reasonShape = z.enum(['bankFee', 'discount', 'rounding'])

/** « bookedOn,label,,amount »: what each column of a list holds, nothing between two commas for one that is left out. */
const columnsSaid = z
  .string()
  .max(1000)
  .refine((text) => mappingIn(text) !== null, {
    params: {
      sentence: {
        fr: 'dites quelles colonnes sont le jour, le libellé, et le montant ou débit et crédit, chacune une fois',
        en: 'say which columns are the day, the words, and the amount or debit and credit, each once',
      },
    },
  })
  .transform((text) => mappingIn(text) ?? undefined)

function mappingIn(text: string): StatementMapping | null {
  const names = text.split(',').map((name) => name.trim() || null)
  const isColumn = (name: string | null): name is StatementColumn | null =>
    name === null || statementColumns.some((column) => column === name)
  return names.every(isColumn) && isEnough(names) ? names : null
}

export const bankAccountRow = z
  .object({
    id: keyShape,
    legalEntity: z.object({ id: keyShape, name: z.string() }),
    name: z.string(),
    iban: z.string().nullable(),
    /** As its statements write it; null until one came. */
    written: z.string().nullable(),
    currency: z.string(),
    isActive: z.boolean(),
    /** Balance its last statement closes with. */
    balance: moneyShape.nullable(),
    lastStatementOn: dateShape.nullable(),
    lastBroughtAt: z.string().nullable(),
    /** Days no statement covers between two that do; and closing balances the next opening does not follow. */
    gaps: z.array(z.object({ from: dateShape, to: dateShape, missing: moneyShape.nullable(), sentence: z.string() })),
  })
  .meta({ id: 'BankAccountRow' })

export const bankStatementRow = z
  .object({
    id: keyShape,
    account: z.object({ id: keyShape, name: z.string() }),
    fileName: z.string(),
    format: z.enum(['camt', 'cfonb120', 'mt940', 'ofx', 'csv']),
    from: dateShape.nullable(),
    to: dateShape.nullable(),
    opening: moneyShape.nullable(),
    closing: moneyShape.nullable(),
    /** What entries and balances lack to join; null when they do, or cannot be compared. */
    difference: moneyShape.nullable(),
    lines: z.int(),
    newLines: z.int(),
    warnings: z.array(z.string()),
    broughtAt: z.string(),
  })
  .meta({ id: 'BankStatementRow' })

export const proposalShape = z
  .object({
    /** Rank in the list, from 0: what is sent back to choose it. */
    rank: z.int(),
    /** What accepting it does, as a print: sent back with its rank, so that nothing else is accepted in its place. */
    basis: z.string(),
    /** 'returned': one of our payments came back. */
    kind: z.enum(['paysItems', 'alreadyRecorded', 'customerCredit', 'notACustomer', 'returned']),
    confidence: confidenceShape,
    customer: customerRef.nullable(),
    /** « Nordelec Industrie règle 2 factures » */
    title: z.string(),
    /** One more fact under the title of another possibility. */
    detail: z.string().nullable(),
    allocations: z.array(
      z.object({
        openItemId: keyShape,
        invoiceId: keyShape,
        invoiceNumber: z.string(),
        customer: customerRef,
        dueDate: dateShape,
        /** Negative: not due yet. */
        daysLate: z.int(),
        amountDue: moneyShape,
        allocated: moneyShape,
        difference: z.object({ reason: reasonShape, amount: moneyShape }).nullable(),
      }),
    ),
    payments: z.array(keyShape),
    /** Kept as the customer's credit. */
    credit: moneyShape,
    /** Line less allocations and credit: zero. */
    gap: moneyShape,
    evidence: z.array(z.object({ speaks: z.enum(['for', 'against']), sentence: z.string() })),
    /** What happens on acceptance. */
    effects: z.array(z.object({ kind: z.enum(['task', 'reminder', 'item', 'credit']), sentence: z.string() })),
  })
  .meta({ id: 'BankProposal' })

export const bankLineRow = z
  .object({
    id: keyShape,
    account: z.object({ id: keyShape, name: z.string() }).nullable(),
    bookedOn: dateShape,
    valueOn: dateShape.nullable(),
    amount: moneyShape,
    kind: lineKindShape,
    label: z.string(),
    /** The recognised name, else what the bank wrote. */
    title: z.string(),
    /** « 2 factures, au centime » */
    subtitle: z.string(),
    confidence: confidenceShape,
    state: z.enum(['toMatch', 'matched', 'notACustomer']),
    /** Of a matched line: by whom, or by itself, and until when a plain undo is offered. */
    match: z
      .object({
        id: keyShape,
        kind: z.enum(['paysItems', 'alreadyRecorded', 'customerCredit', 'notACustomer', 'returned']),
        byItself: z.boolean(),
        matchedBy: z.string().nullable(),
        matchedAt: z.string(),
        payments: z.array(keyShape),
      })
      .nullable(),
    isReturned: z.boolean(),
  })
  .meta({ id: 'BankLineRow' })

export const bankLine = bankLineRow
  .extend({
    payerName: z.string().nullable(),
    payerIban: z.string().nullable(),
    endToEndId: z.string().nullable(),
    bankReference: z.string().nullable(),
    /** Characters of `label` that speak for the first proposal: from, to (excluded). */
    marks: z.array(z.object({ from: z.int(), to: z.int() })),
    proposals: z.array(proposalShape),
    /** Whose reminders wait for it, with its sentence. */
    holds: z.array(z.object({ customer: customerRef, sentence: z.string() })),
  })
  .meta({ id: 'BankLine' })

const settled = z.object({
  line: bankLineRow,
  /** Lines still to match, for badge and title. */
  toMatch: z.int(),
})

export const endpoints = {
  bankAccounts: endpoint({
    method: 'GET',
    url: '/api/v1/bank-accounts',
    summary: 'The accounts of the firm, how fresh they are, and what is missing between their statements.',
    thing,
    answer: z.object({ rows: z.array(bankAccountRow), matchesByItself: z.boolean() }),
  }),
  addBankAccount: endpoint({
    method: 'POST',
    url: '/api/v1/bank-accounts',
    summary: 'Name an account of the firm before its first statement comes.',
    thing,
    body: z.object({
      legalEntityId: keyShape.optional(),
      name: lineShape(80).min(1),
      iban: lineShape(60).nullable().default(null),
      written: lineShape(60).nullable().default(null),
      currency: enteredCurrency.default('EUR'),
    }),
    answer: bankAccountRow,
  }),
  changeBankAccount: endpoint({
    method: 'PATCH',
    url: '/api/v1/bank-accounts/:id',
    summary: 'Rename an account, give it to another firm of the organisation, or stop expecting statements of it.',
    thing,
    params: idParams,
    body: z.object({
      name: lineShape(80).min(1).optional(),
      legalEntityId: keyShape.optional(),
      iban: lineShape(60).nullable().optional(),
      isActive: z.boolean().optional(),
    }),
    answer: bankAccountRow,
  }),
  bringStatement: endpoint({
    method: 'POST',
    url: '/api/v1/bank-statements',
    summary: 'Bring a bank statement: CAMT.053, CFONB120, MT940, OFX, CSV, or a ZIP of them. Harmless the second time.',
    thing,
    keys: 'also',
    description:
      'Multipart, one field "file". A program sends statements of the accounts of the firm its key is for; what they pay is only applied by itself where the organisation has switched that on and the key may import without a person.',
    /** Of which account a file is that names none (a list of movements); otherwise the file says. */
    query: z.object({ account: idShape.optional(), columns: columnsSaid.optional() }),
    upload: true,
    answer: z.object({
      statements: z.array(bankStatementRow),
      newLines: z.int(),
      /** Lines that an earlier statement had brought. */
      knownLines: z.int(),
      /** Credits that found an almost certain match, and how many of them were applied by themselves. */
      almostCertain: z.int(),
      applied: z.int(),
    }),
  }),
  bankStatements: endpoint({
    method: 'GET',
    url: '/api/v1/bank-statements',
    summary: 'The statements that came, the newest first.',
    thing,
    query: z.object({ account: idShape.optional(), limit: z.coerce.number().int().min(1).max(200).default(50) }),
    answer: z.object({ rows: z.array(bankStatementRow) }),
  }),
  bankLines: endpoint({
    method: 'GET',
    url: '/api/v1/bank-lines',
    summary: 'Lines of the bank: those to match, those matched, those that concern no customer.',
    thing,
    query: z.object({
      view: z.enum(['toMatch', 'matched', 'notACustomer']).default('toMatch'),
      account: idShape.optional(),
      q: z.string().max(100).optional(),
      cursor: cursorShape.optional(),
      limit: z.coerce.number().int().min(1).max(200).default(100),
    }),
    answer: z.object({
      rows: z.array(bankLineRow),
      counts: z.object({ toMatch: z.int(), matched: z.int(), notACustomer: z.int() }),
      total: sumsShape,
      /** How many of those to match one click may apply. */
      almostCertain: z.int(),
      /** When matching last looked at a statement. */
      upToDateAt: z.string().nullable(),
      nextCursor: cursorShape.nullable(),
    }),
  }),
  bankLine: endpoint({
    method: 'GET',
    url: '/api/v1/bank-lines/:id',
    summary: 'One line with its proposals, the evidence for each, and what accepting does.',
    thing,
    params: idParams,
    answer: bankLine,
  }),
  matchLine: endpoint({
    method: 'POST',
    url: '/api/v1/bank-lines/:id/match',
    summary: 'Say what a line is: a proposal as it stands, another allocation, a customer’s credit, or no customer.',
    thing,
    params: idParams,
    body: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('proposal'), rank: z.int().min(0).max(9), basis: lineShape(400).optional() }),
      z.object({
        kind: z.literal('paysItems'),
        /** Who pays, when not the customer of the items (a parent). */
        customerId: keyShape.optional(),
        /** Negative for a credit note deducted. What is left becomes the payer's credit. */
        allocations: z
          .array(
            z.object({
              openItemId: keyShape,
              amount: z.int(),
              difference: z
                .object({ reason: reasonShape, amount: z.int().min(1) })
                .nullable()
                .default(null),
            }),
          )
          .min(1)
          .max(500),
      }),
      z.object({ kind: z.literal('customerCredit'), customerId: keyShape }),
      z.object({ kind: z.literal('alreadyRecorded'), payments: z.array(keyShape).min(1).max(200) }),
      z.object({
        kind: z.literal('notACustomer'),
        /** Learn it: lines of this IBAN or wording are put aside from now on. */
        always: z.boolean().default(false),
      }),
      z.object({ kind: z.literal('returned'), payment: keyShape }),
    ]),
    answer: settled,
  }),
  matchCertainLines: endpoint({
    method: 'POST',
    url: '/api/v1/bank-lines/certain',
    summary: 'Apply every almost certain proposal at once; each line is checked again and stands or falls alone.',
    thing,
    body: z.object({ account: keyShape.optional() }),
    answer: z.object({ applied: z.array(bankLineRow), left: z.int(), total: sumsShape, toMatch: z.int() }),
  }),
  undoMatch: endpoint({
    method: 'POST',
    url: '/api/v1/bank-lines/:id/undo',
    summary: 'Take a match back: its payments are reversed, the items are due again, the line waits once more.',
    thing,
    params: idParams,
    answer: settled,
  }),
  bankRules: endpoint({
    method: 'GET',
    url: '/api/v1/bank-rules',
    summary: 'What people taught the matching, in sentences.',
    thing,
    answer: z.object({
      rows: z.array(
        z.object({
          id: keyShape,
          sentence: z.string(),
          iban: z.string().nullable(),
          wording: z.string().nullable(),
          customer: customerRef.nullable(),
          taughtBy: z.string().nullable(),
          taughtAt: z.string(),
        }),
      ),
    }),
  }),
  removeBankRule: endpoint({
    method: 'DELETE',
    url: '/api/v1/bank-rules/:id',
    summary: 'Forget a rule: lines to come are looked at without it.',
    thing,
    params: idParams,
  }),
  statementColumns: endpoint({
    method: 'GET',
    url: '/api/v1/statement-columns',
    summary: 'What people said of the columns of lists whose titles do not say it.',
    thing,
    answer: z.object({
      rows: z.array(
        z.object({
          id: keyShape,
          headers: z.array(z.string()),
          /** One a title; null is left out. */
          columns: z.array(z.enum(statementColumns).nullable()),
          taughtBy: z.string().nullable(),
          taughtAt: z.string(),
        }),
      ),
    }),
  }),
  removeStatementColumns: endpoint({
    method: 'DELETE',
    url: '/api/v1/statement-columns/:id',
    summary: 'Forget what was said of such lists: the next one is asked about again.',
    thing,
    params: idParams,
  }),
  setMatching: endpoint({
    method: 'PUT',
    url: '/api/v1/bank-matching',
    summary: 'Whether almost certain matches apply by themselves.',
    thing: 'settings',
    body: z.object({ matchesByItself: z.boolean() }),
    answer: z.object({ matchesByItself: z.boolean() }),
  }),
}
