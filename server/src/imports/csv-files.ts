import { type Field, fieldLabel, isField } from '@quittance/core/imports/fields.ts'
import { refusalTitle } from '@quittance/core/imports/messages.ts'
import type { Language } from '@quittance/core/money/format-money.ts'
import type { Db } from '../platform/database/db.ts'
import { found } from '../platform/http/app-error.ts'
import { csvLine } from '../platform/http/csv-line.ts'
import { asRefusal, refusedRowsAfter } from './refused-rows.ts'
import { columnOf } from './show-import.ts'
import type { SourceFileRow } from './source-file-row.ts'
import { sourceFile } from './source-files.ts'

/** A file to send, made while it goes out. */
export interface CsvFile {
  readonly name: string
  readonly text: AsyncIterable<string> | Iterable<string>
}

type InTransaction = <T>(work: (db: Db) => Promise<T>) => Promise<T>

/** Rows fetched at once; a slow reader holds no transaction. */
const rowsAtOnce = 1000

/** The refused rows as they were, the line and the reason after them: corrected there, the file can be imported again. */
export async function refusedCsv(transaction: InTransaction, id: number, language: Language): Promise<CsvFile> {
  const file = found(await transaction((db) => sourceFile(db, id)))
  const headers = shownColumns(file).map((position) => file.columns?.[position]?.header ?? '')
  const separator = separatorOf(language)
  async function* text(): AsyncGenerator<string> {
    yield byteOrderMark + csvLines([[...headers, ...reasonHeaders[language]]], separator)
    for (let after = 0; ; ) {
      const rows = await transaction((db) => refusedRowsAfter(db, id, { after, count: rowsAtOnce }))
      yield csvLines(
        rows.map((row) => withReasons(row, file, language)),
        separator,
      )
      const last = rows.at(-1)
      if (!last || rows.length < rowsAtOnce) return
      after = last.line
    }
  }
  const base = file.name.replace(/\.[^.]+$/, '')
  return { name: `${base} - ${language === 'fr' ? 'à corriger' : 'to fix'}.csv`, text: text() }
}

/** All but those a reader fills for itself: of these only the name of the file says something to a person. */
function shownColumns({ columns, mapping }: SourceFileRow): number[] {
  const isShown = (field: Field | null | undefined): boolean => !field || isField(field) || field === 'invoiceFile'
  return (columns ?? []).flatMap((_, position) => (isShown(mapping?.[position]) ? [position] : []))
}

type RefusedLine = Awaited<ReturnType<typeof refusedRowsAfter>>[number]

function withReasons({ line, cells, refusals }: RefusedLine, file: SourceFileRow, language: Language): string[] {
  const width = file.columns?.length ?? 0
  const reasons = (refusals ?? []).map((refusal) =>
    refusalTitle(asRefusal(refusal, columnOf(file, refusal.field)), language),
  )
  const padded = shownColumns(file).map((position) => cells[position] ?? '')
  return [...padded, ...cells.slice(width), String(line), reasons.join(' · ')]
}

const reasonHeaders = { fr: ['Ligne', 'Ce qui ne va pas'], en: ['Line', 'What is wrong'] } as const

const modelFields: readonly Field[] = [
  'invoiceNumber',
  'customerName',
  'customerCode',
  'issueDate',
  'dueDate',
  'totalAmount',
  'amountDue',
  'currency',
  'invoicingEmail',
  'salesRep',
  'project',
]

const modelRows = {
  fr: [
    [
      'F-2026-0961',
      'Brasserie Saint-Aubin',
      'C001',
      '20/11/2026',
      '20/12/2026',
      '2160,00',
      '2160,00',
      'EUR',
      'factures@saint-aubin.example',
      '',
      'Entretien annuel',
    ],
    [
      'F-2026-0957',
      'Menuiseries Castel',
      'C002',
      '15/11/2026',
      '15/12/2026',
      '6540,00',
      '1540,00',
      'EUR',
      'compta@castel.example',
      '',
      '',
    ],
  ],
  en: [
    [
      'INV-2026-0961',
      'Saint-Aubin Brewery',
      'C001',
      '2026-11-20',
      '2026-12-20',
      '2160.00',
      '2160.00',
      'EUR',
      'invoices@saint-aubin.example',
      '',
      'Yearly service',
    ],
    [
      'INV-2026-0957',
      'Castel Joinery',
      'C002',
      '2026-11-15',
      '2026-12-15',
      '6540.00',
      '1540.00',
      'EUR',
      'accounts@castel.example',
      '',
      '',
    ],
  ],
} as const

/** A file to start from: headers every import knows, two invoices. */
export const modelCsv = (language: Language): CsvFile => ({
  name: language === 'fr' ? 'modele-factures.csv' : 'invoices-model.csv',
  text: [
    byteOrderMark,
    csvLines([modelFields.map((field) => fieldLabel(field, language)), ...modelRows[language]], separatorOf(language)),
  ],
})

/** UTF-8 with its mark and the separator of the language, as spreadsheets want them. */
const byteOrderMark = '\ufeff'
const separatorOf = (language: Language): string => (language === 'fr' ? ';' : ',')

const csvLines = (rows: readonly (readonly string[])[], separator: string): string =>
  rows.map((row) => csvLine(row, separator)).join('')
