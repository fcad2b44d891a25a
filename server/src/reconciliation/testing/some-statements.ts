import { createHash } from 'node:crypto'
import { asDate, type CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { asCurrency } from '@quittance/core/money/money.ts'
import type {
  AccountWritten,
  BankStatement,
  StatementLine,
} from '@quittance/core/reconciliation/statements/statement.ts'
import type { StatementFormat, StatementWarning } from '@quittance/core/reconciliation/statements/statement-file.ts'
import type { BroughtFile } from '../statements/keep-statements.ts'

/** The textbook IBAN of a French account, and its three parts. */
export const textbookIban = 'FR1420041010050500013M02606'
export const textbookParts = { bank: '20041', branch: '01005', number: '0500013M026' }

/** 'November 20': a day of November 2026. */
export const november = (day: number): CalendarDate => asDate(`2026-11-${String(day).padStart(2, '0')}`)

/** A transfer received on 20 November unless said otherwise. */
export const aStatementLine = (fields: Partial<StatementLine> = {}): StatementLine => ({
  fileLine: 1,
  entry: 0,
  bookedOn: november(20),
  valueOn: null,
  amount: 12_000,
  kind: 'transfer',
  operation: 'PMNT/RCDT/ESCT',
  label: 'VIR SEPA CASTEL F-2026-0118',
  remittance: 'F-2026-0118',
  creditorReference: null,
  documents: [],
  endToEndId: null,
  mandate: null,
  otherName: 'MENUISERIES CASTEL',
  otherUltimateName: null,
  otherIban: null,
  bankReference: null,
  isBatch: false,
  returned: null,
  original: null,
  charges: null,
  ...fields,
})

export const writtenAs = (account: Partial<AccountWritten>): AccountWritten => ({
  text: account.iban ?? '',
  iban: null,
  bank: null,
  branch: null,
  number: null,
  ...account,
})

export interface AStatement {
  readonly account?: Partial<AccountWritten>
  readonly currency?: string
  /** Opening and closing, with their days. */
  readonly opening?: readonly [number, CalendarDate]
  readonly closing?: readonly [number, CalendarDate]
}

/** Of the textbook account; without balances unless they are said. */
export const aStatement = (lines: readonly StatementLine[], fields: AStatement = {}): BankStatement => ({
  statementId: null,
  account: writtenAs(fields.account ?? { iban: textbookIban }),
  currency: asCurrency(fields.currency ?? 'EUR'),
  opening: fields.opening ? { amount: fields.opening[0], on: fields.opening[1] } : null,
  closing: fields.closing ? { amount: fields.closing[0], on: fields.closing[1] } : null,
  lines,
})

let serial = 0

/** A file of its own bytes each time: what comes twice is brought as the same value twice. */
export const aFile = (
  statements: readonly BankStatement[],
  { format = 'camt', warnings = [] }: { format?: StatementFormat; warnings?: readonly StatementWarning[] } = {},
): BroughtFile => ({
  name: `releve-${++serial}.xml`,
  sha256: createHash('sha256').update(String(serial)).digest(),
  texts: [
    {
      name: null,
      file: {
        format,
        version: null,
        facts: {},
        statements: statements.map((statement) => ({ statement, facts: {} })),
        warnings,
      },
    },
  ],
})
