/** Why a file cannot be read as a table at all. */
export type ReadingProblemCode =
  | 'empty'
  | 'noHeader'
  | 'noRows'
  | 'oneColumn'
  | 'notText'
  | 'pdf'
  | 'xml'
  | 'webPage'
  | 'json'
  | 'archive'
  | 'oldOrProtectedWorkbook'
  | 'openDocument'
  | 'damagedWorkbook'
  | 'workbookTooLarge'
  | 'fileTooLarge'
  | 'noTableInWorkbook'
  | 'unknownSheet'
  | 'quoteNeverClosed'
  | 'cellTooLarge'
  | 'tooManyColumns'
  | 'journalHoldsPayments'
  | 'formulasWithoutResults'
  | 'endlessBlankLines'
  | 'amountsTooLarge'
  | 'ledgerTooLarge'
  | 'ledgerUnreadable'
  | 'wrongEncoding'
  | 'unknownEncoding'
  | 'brokenXml'
  | 'xmlDocumentType'
  | 'xmlTooLarge'
  | 'brokenPdf'
  | 'protectedPdf'
  | 'pdfTooLarge'
  | 'pdfTooHeavy'
  | 'damagedArchive'
  | 'archiveTooLarge'
  | 'tooManyFiles'
  | 'partTooLarge'
  | 'noInvoices'
  | 'mixedFiles'
  | StatementProblemCode

/** Why a bank statement cannot be read as a whole. */
export type StatementProblemCode =
  | 'noStatement'
  | 'unknownRecord'
  | 'recordOutsideStatement'
  | 'statementNotClosed'
  | 'recordUnreadable'
  | 'signUncertain'
  | 'statementTooLarge'
  | 'listNotClosed'

/** `line` is the physical line of the file where it shows, from 1; `value` what stood there or was asked for. */
export interface ReadingProblem {
  readonly code: ReadingProblemCode
  readonly line?: number
  readonly value?: string
  /** Which part of the line, where that is known: a record's code, a tag. */
  readonly field?: string
}
