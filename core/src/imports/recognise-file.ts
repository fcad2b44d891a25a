import { isBucketHeader } from './aged-columns.ts'
import { looksLikeAmount } from './column-values.ts'
import type { DetectedColumn } from './detect-columns.ts'
import { type Field, mappingOfFields, missingNeeds } from './fields.ts'
import { headerTokens } from './header-words.ts'

/** What a table is a list of. Only `invoices` and `customers` can be imported as such; the others have their own sentence. */
export type FileKind =
  | 'invoices'
  | 'bankStatement'
  | 'payments'
  | 'accountingJournal'
  | 'salesLines'
  | 'agedBalance'
  | 'customers'
  | 'unknown'

interface Look {
  /** Token sets of the headers. */
  readonly headers: readonly ReadonlySet<string>[]
  readonly fields: ReadonlySet<Field>
  readonly columns: readonly DetectedColumn[]
  readonly rows: readonly (readonly string[])[]
}

/** Tells a list of invoices from the other tables people drop by mistake, by its headers and some hundred rows. */
export function recogniseFile(columns: readonly DetectedColumn[], rows: readonly (readonly string[])[]): FileKind {
  const look: Look = {
    headers: columns.map((column) => new Set(headerTokens(column.header))),
    fields: new Set(columns.flatMap((column) => (column.field ? [column.field] : []))),
    columns,
    rows,
  }
  if (isAccountingJournal(look)) return 'accountingJournal'
  const missing = missingNeeds(mappingOfFields(look.fields))
  const hasDue = look.fields.has('dueDate')
  if (isAgedBalance(look)) return 'agedBalance'
  if (isSalesLines(look) && missing.includes('amount')) return 'salesLines'
  if (hasDue && (missing.length === 0 || (missing.length === 1 && missing[0] === 'invoiceNumber'))) return 'invoices'
  if (isBankStatement(look)) return 'bankStatement'
  if (isPayments(look)) return 'payments'
  if (isCustomers(look)) return 'customers'
  return missing.length <= 1 && !missing.includes('amount') ? 'invoices' : 'unknown'
}

const says = (look: Look, ...tokens: readonly string[]): boolean =>
  look.headers.some((header) => tokens.every((token) => header.has(token)))

/** Account numbers of several classes in one column (411…, 445…, 70…), or the columns of the French FEC. */
function isAccountingJournal(look: Look): boolean {
  const plain = look.columns.map((column) => column.header.toLowerCase().replace(/[^a-z]/g, ''))
  if (['journalcode', 'comptenum', 'ecriturenum'].filter((name) => plain.includes(name)).length >= 2) return true
  const sided = says(look, 'debit') || says(look, 'credit') || says(look, 'sens')
  const journal = says(look, 'journal') || says(look, 'journaux') || says(look, 'account')
  if (says(look, 'debit') && says(look, 'credit') && holdsLetters(look)) return true
  if (!sided || !journal) return false
  return look.columns.some((_, column) => holdsAccountsOfSeveralClasses(look, column)) || isLedgerOfCustomers(look)
}

/** Lines lettered together are settled: with them it is a ledger, without it may be what is open of one. */
const holdsLetters = ({ headers, rows }: Look): boolean =>
  headers.some(
    (header, column) =>
      (header.has('lettrage') || header.has('lettre') || header.has('let')) &&
      rows.some((row) => (row[column] ?? '').trim() !== ''),
  )

/** A journal column, and amounts on the credit side in journals that never owe: the payments of a ledger of customers. */
function isLedgerOfCustomers({ headers, columns, rows }: Look): boolean {
  const journal = headers.findIndex((header) => header.has('journal') && !header.has('kind'))
  const [debit, credit] = [
    columns.findIndex(({ field }) => field === 'debit'),
    columns.findIndex(({ field }) => field === 'credit'),
  ]
  if (journal < 0 || debit < 0 || credit < 0) return false
  const journalsOf = (column: number): Set<string> =>
    new Set(rows.filter((row) => /[1-9]/.test(row[column] ?? '')).map((row) => (row[journal] ?? '').trim()))
  const owing = journalsOf(debit)
  return [...journalsOf(credit)].some((name) => !owing.has(name) && owing.size > 0)
}

function holdsAccountsOfSeveralClasses({ rows }: Look, column: number): boolean {
  const cells = rows.map((row) => (row[column] ?? '').trim()).filter(Boolean)
  const accounts = cells.filter((cell) => /^[1-7]\d{2,}[A-Z\d]*$/i.test(cell))
  const classes = new Set(accounts.map((cell) => cell[0]))
  return cells.length > 0 && accounts.length >= cells.length * 0.8 && classes.size >= 2
}

const isSalesLines = (look: Look): boolean =>
  (says(look, 'quantite') || says(look, 'quantity') || says(look, 'qty')) &&
  look.headers.some(
    (header) => header.has('unitaire') || header.has('unit') || header.has('article') || header.has('product'),
  )

/** Columns by age, and nothing that tells one invoice from the next: one line a customer. */
const isAgedBalance = (look: Look): boolean =>
  look.columns.filter(({ header }) => isBucketHeader(header)).length >= 2 &&
  (['invoiceNumber', 'issueDate', 'dueDate'] as const).every((field) => !look.fields.has(field))

/** A day, one text and what came in or went out, and nobody who would owe it: one line is enough. */
const isOfMovements = ({ columns, fields, headers }: Look): boolean =>
  headers.some((header) => header.has('date')) &&
  fields.has('subject') &&
  (['customerCode', 'customerName', 'invoiceNumber'] as const).every((field) => !fields.has(field)) &&
  ((fields.has('debit') && fields.has('credit')) ||
    columns.some((_, column) => headers[column]?.size === 1 && headers[column]?.has('amount')))

/** A running balance or a bank account, one text a line, no due date and no number of an invoice. */
function isBankStatement(look: Look): boolean {
  if (look.fields.has('dueDate') || says(look, 'invoice')) return false
  if (isOfMovements(look)) return true
  const bank =
    says(look, 'bank') ||
    says(look, 'sort') ||
    says(look, 'iban') ||
    says(look, 'date', 'amount') ||
    says(look, 'transaction')
  const movement = says(look, 'amount') || says(look, 'debit') || says(look, 'credit')
  const balance = says(look, 'left') || says(look, 'balance')
  const bothSigns = look.columns.some(
    ({ field }, column) =>
      (field === 'totalAmount' || field === null) &&
      look.rows.some((row) => /^-/.test(row[column]?.trim() ?? '') && looksLikeAmount(row[column] ?? '')),
  )
  const isListed =
    look.fields.has('invoiceNumber') && (look.fields.has('customerName') || look.fields.has('customerCode'))
  return movement && says(look, 'date') && (bank || (!isListed && says(look, 'subject') && (balance || bothSigns)))
}

/** How and when it was paid, and nothing of when it was due. */
const isPayments = (look: Look): boolean =>
  !look.fields.has('dueDate') &&
  !says(look, 'invoice', 'date') &&
  !says(look, 'invoice', 'number') &&
  (says(look, 'means', 'payment') ||
    says(look, 'date', 'payment') ||
    says(look, 'amount', 'payment') ||
    look.fields.has('paymentMeans')) &&
  says(look, 'date')

/** Names and what tells a customer, no amount and no day; a column of bare numbers may be the codes. */
function isCustomers(look: Look): boolean {
  const number = look.columns.find(({ field }) => field === 'invoiceNumber')
  const isInvoiced =
    number !== undefined && ['invoice', 'document'].some((word) => headerTokens(number.header).includes(word))
  const says = (fields: readonly Field[]): boolean => fields.some((field) => look.fields.has(field))
  return (
    says(['customerName', 'customerCode']) &&
    (number === undefined || (!isInvoiced && says(tellingFields))) &&
    !says(['totalAmount', 'amountDue', 'debit', 'credit', 'issueDate', 'dueDate'])
  )
}

/** What lists of invoices rarely say and those of customers do. */
const tellingFields = [
  'siren',
  'vatNumber',
  'addressLine1',
  'postcode',
  'city',
  'country',
  'phone',
  'invoicingEmail',
  'paymentTerms',
] as const satisfies readonly Field[]
