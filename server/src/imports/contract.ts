import { z } from 'zod'
import { endpoint } from '../platform/http/endpoint.ts'
import { dateShape, idParams, keyShape, sumsShape } from '../platform/http/shapes.ts'
import { pushEndpoints } from './pushing/contract.ts'
import { sourceEndpoints } from './sources/contract.ts'

export const importState = z.enum(['checking', 'checked', 'importing', 'imported', 'failed', 'undone'])

const columnShape = z.object({
  position: z.int(),
  header: z.string(),
  samples: z.array(z.string()),
  /** Target field, or null: not imported. */
  field: z.string().nullable(),
  confidence: z.enum(['sure', 'check', 'none']),
})

export const importShape = z
  .object({
    id: keyShape,
    name: z.string(),
    state: importState,
    uploadedAt: z.string(),
    uploadedBy: z.string().nullable(),
    /** The program that sent it; `pushedOn` when it is not a file, but all that was pushed on that day. */
    program: z.object({ name: z.string(), pushedOn: dateShape.nullable() }).nullable(),
    importedAt: z.string().nullable(),
    undoUntil: z.string().nullable(),
    undoneAt: z.string().nullable(),
    /** `share`: of the work under way (check, then import), 0 to 1; rows alone do not tell how long the rest takes. */
    progress: z.object({ rows: z.int(), total: z.int().nullable(), share: z.number().min(0).max(1) }),
    format: z
      .object({
        kind: z.enum(['csv', 'xlsx', 'fec', 'eInvoices']),
        encoding: z.string().nullable(),
        separator: z.string().nullable(),
        decimal: z.enum([',', '.', 'auto']),
        dateOrder: z.enum(['dmy', 'mdy', 'ymd', 'auto']),
        headerLine: z.int(),
        /** What the table is beyond one line an invoice. */
        forms: z.array(
          z.enum(['twoLineHeader', 'mergedCells', 'customerTitles', 'customerOnFirstRow', 'agedColumns', 'journal']),
        ),
        sheet: z.string().nullable(),
        /** The visible sheets of a workbook. */
        sheets: z.array(z.string()),
        /** Lines that hold text and no invoice: a title above, a total below. The first hundred. */
        leftOut: z.array(
          z.object({
            line: z.int(),
            why: z.enum(['aboveHeader', 'comment', 'total', 'repeatedHeader', 'customerTitle', 'page']),
            text: z.string(),
          }),
        ),
        /** How a ledger is written otherwise than the law says, and was read all the same. */
        repairs: z.array(z.object({ code: z.string(), sentence: z.string() })),
      })
      .nullable(),
    columns: z.array(columnShape),
    /** The fields a column may be, with their labels in the language of the person. */
    fields: z.array(z.object({ field: z.string(), label: z.string(), isNeeded: z.boolean() })),
    isRemembered: z.boolean(),
    summary: z
      .object({
        ready: z.int(),
        toFix: z.int(),
        newInvoices: z.int(),
        changedInvoices: z.int(),
        unchangedInvoices: z.int(),
        newCustomers: z.int(),
        /** Of a list of customers, which has no invoices; null for the others. */
        customers: z.object({ added: z.int(), changed: z.int(), unchanged: z.int() }).nullable(),
        total: sumsShape,
        amountDue: sumsShape,
        alreadyLate: z.int(),
        from: dateShape.nullable(),
        to: dateShape.nullable(),
        /** What was understood but is worth saying; such rows go in. */
        warnings: z.array(z.object({ code: z.string(), count: z.int(), firstLine: z.int(), sentence: z.string() })),
      })
      .nullable(),
    refusals: z.array(
      z.object({
        line: z.int(),
        invoiceNumber: z.string().nullable(),
        field: z.string(),
        code: z.string(),
        value: z.string().nullable(),
        suggestion: z.string().nullable(),
        /** What is wrong, alone; the sentence adds line, column and the next move. */
        title: z.string(),
        sentence: z.string(),
        correction: z.string().nullable(),
      }),
    ),
    refusalCount: z.int(),
    preview: z.array(
      z.object({
        line: z.int(),
        invoiceNumber: z.string(),
        customerName: z.string(),
        issueDate: dateShape.nullable(),
        dueDate: dateShape.nullable(),
        total: z.object({ amount: z.int(), currency: z.string() }),
        amountDue: z.object({ amount: z.int(), currency: z.string() }),
      }),
    ),
    /** The files within it, where it holds electronic invoices. */
    files: z
      .object({
        count: z.int(),
        invoices: z.int(),
        creditNotes: z.int(),
        /** PDFs that go to their invoice with the import, and those that have. */
        toAttach: z.int(),
        attached: z.int(),
        /** What they are written as: « Factur-X BASIC ». */
        forms: z.array(z.object({ form: z.string(), count: z.int() })),
        /** Those to look at first, 500 at most. */
        listed: z.array(
          z.object({
            position: z.int(),
            name: z.string(),
            state: z.string(),
            number: z.string().nullable(),
            sentence: z.string(),
            /** What is left to pay of its invoice, below zero for a credit note; null where none is read. */
            amountDue: z.object({ amount: z.int(), currency: z.string() }).nullable(),
          }),
        ),
      })
      .nullable(),
    error: z.object({ code: z.string(), sentence: z.string() }).nullable(),
    legalEntityId: keyShape,
    /** Where it comes from; null for the first file of its kind, as long as it is not in. */
    source: z.object({ id: keyShape, name: z.string(), holds: z.enum(['some', 'allOpen', 'all']) }).nullable(),
    /** Invoices its source had stated and this file no longer holds. */
    missing: z.int(),
    /** What a ledger holds as a whole, in cents of a euro; null for other files. */
    ledger: z
      .object({
        lines: z.int(),
        debit: z.int(),
        credit: z.int(),
        /** Account 411. */
        customerDebit: z.int(),
        customerCredit: z.int(),
        entriesOutOfBalance: z.int(),
        letteredGroups: z.int(),
        /** Letters whose debits and credits do not come to nothing: what is left of them stays open. */
        lettersOutOfBalance: z.array(z.object({ customer: z.string(), letters: z.string(), balance: z.int() })),
        unreadable: z.int(),
        from: dateShape.nullable(),
        to: dateShape.nullable(),
        payments: z.int(),
        paid: z.int(),
        /** What gives the due dates a ledger does not have, where the customer has no terms. */
        firmTerms: z.string().nullable(),
        /** The name of the file bears the SIREN of another firm. */
        otherSiren: z.string().nullable(),
      })
      .nullable(),
  })
  .meta({ id: 'Import' })

export const endpoints = {
  ...pushEndpoints,
  ...sourceEndpoints,
  imports: endpoint({
    method: 'GET',
    url: '/api/v1/imports',
    thing: 'imports',
    summary: 'Files imported lately.',
    answer: z.array(
      z.object({
        id: keyShape,
        name: z.string(),
        state: importState,
        uploadedAt: z.string(),
        /** The person who dropped it, or the program that sent it; null for a folder and the command line. */
        from: z.string().nullable(),
        rows: z.int(),
        invoices: z.int(),
        /** Customers a list of customers added or changed; null for other files. */
        customers: z.int().nullable(),
        canUndo: z.boolean(),
        /** Nothing of it is in: it may go. */
        canRemove: z.boolean(),
      }),
    ),
  }),
  uploadFile: endpoint({
    method: 'POST',
    url: '/api/v1/imports',
    thing: 'imports',
    summary:
      'Send a file of invoices, or several electronic invoices and PDFs at once (multipart fields "file"); it is read and checked, nothing is written yet.',
    keys: 'also',
    description:
      'It is checked in the background: ask GET /api/v1/imports/{id} until its state is no longer checking (or importing). With apply=true, in the address or as a field before the file, the ready rows go in without a person; a key needs the right to it.',
    query: z.object({ apply: z.enum(['true', 'false']).optional() }),
    upload: true,
    answer: z.object({ id: keyShape }),
  }),
  import: endpoint({
    method: 'GET',
    url: '/api/v1/imports/:id',
    thing: 'imports',
    summary: 'One file: how it is read, what is ready, what is to fix.',
    keys: 'also',
    params: idParams,
    answer: importShape,
  }),
  changeMapping: endpoint({
    method: 'PUT',
    url: '/api/v1/imports/:id/mapping',
    thing: 'imports',
    summary: 'Say which column is what, or how to read dates, decimals and text; the file is checked again.',
    params: idParams,
    body: z.object({
      columns: z.array(z.object({ position: z.int(), field: z.string().nullable() })).optional(),
      decimal: z.enum([',', '.', 'auto']).optional(),
      dateOrder: z.enum(['dmy', 'mdy', 'ymd', 'auto']).optional(),
      encoding: z.string().optional(),
      separator: z.string().optional(),
      sheet: z.string().optional(),
      legalEntityId: keyShape.optional(),
    }),
  }),
  correctRow: endpoint({
    method: 'PUT',
    url: '/api/v1/imports/:id/corrections',
    thing: 'imports',
    summary: 'Type a value in place of a refused one; that row is checked again.',
    params: idParams,
    body: z.object({ line: z.int(), field: z.string(), value: z.string().max(500) }),
    answer: importShape,
  }),
  applyImport: endpoint({
    method: 'POST',
    url: '/api/v1/imports/:id/application',
    thing: 'imports',
    summary: 'Import the rows that are ready; the others stay to be fixed.',
    params: idParams,
    body: z.object({
      rememberMapping: z.boolean().default(true),
      /** Items already late: chased before Quittance up to this step of the default scenario. */
      chasedUpTo: z.string().nullable().default(null),
      /** What files of this source hold, remembered for the next ones; absent: as it was. */
      holds: z.enum(['some', 'allOpen', 'all']).optional(),
    }),
  }),
  undoImport: endpoint({
    method: 'DELETE',
    url: '/api/v1/imports/:id/application',
    thing: 'imports',
    summary: 'Undo the whole import, for 24 hours and as long as nothing was built on it; one that is going in stops.',
    params: idParams,
  }),
  ledgerBalances: endpoint({
    method: 'GET',
    url: '/api/v1/imports/:id/balances',
    thing: 'imports',
    summary: 'Customer by customer, what the ledger says and what Quittance has; who differs first, 300 at most.',
    params: idParams,
    answer: z.object({
      balances: z.array(
        z.object({
          customerCode: z.string(),
          customerName: z.string(),
          customerId: keyShape.nullable(),
          /** Account 411, in cents. */
          debit: z.int(),
          credit: z.int(),
          balance: z.int(),
          /** Accounts 413 and 416, and money received to 4191: debit less credit. */
          besides: z.int(),
          /** Left to pay less what is not allocated: as it will be, and today once the file is in. */
          here: z.int(),
          difference: z.int(),
        }),
      ),
      customers: z.int(),
      /** Customers whose balance differs. */
      differing: z.int(),
      /** Those that have no line of account 411: money received to 4191, bills of 413. */
      onlyBesides: z.int(),
      isIn: z.boolean(),
    }),
  }),
  wouldVanish: endpoint({
    method: 'GET',
    url: '/api/v1/imports/:id/vanished',
    thing: 'imports',
    summary: 'Which invoices of its source would be marked as missing, were this list said to hold every open one.',
    params: idParams,
    answer: z.object({
      count: z.int(),
      /** Open invoices of its source in all. */
      of: z.int(),
      /** The first twenty. */
      numbers: z.array(z.string()),
      /** A row whose number cannot be read may be any of them: then none would be marked. */
      hasUnread: z.boolean(),
    }),
  }),
  removeImport: endpoint({
    method: 'DELETE',
    url: '/api/v1/imports/:id',
    thing: 'imports',
    summary: 'Remove a file of which nothing was imported.',
    params: idParams,
  }),
  refusedRows: endpoint({
    method: 'GET',
    url: '/api/v1/imports/:id/refused.csv',
    thing: 'imports',
    summary: 'The refused rows with the reason beside each, as CSV.',
    params: idParams,
  }),
  modelFile: endpoint({ method: 'GET', url: '/api/v1/imports/model.csv', summary: 'An example file to start from.' }),
}
