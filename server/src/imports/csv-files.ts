import { type Field, fieldLabel } from '@quittance/core/imports/fields.ts'
import { refusalTitle } from '@quittance/core/imports/messages.ts'
import type { Db } from '../platform/database/db.ts'
import { found } from '../platform/http/app-error.ts'
import type { Language } from '../platform/http/language.ts'
import { asRefusal, mostRefusedRows, refusedRowsOf } from './refused-rows.ts'
import { columnOf } from './show-import.ts'
import { sourceFile } from './source-files.ts'

/** A small file to send. */
export interface CsvFile {
  readonly name: string
  readonly text: string
}

/** The refused rows as they were, the line and the reason after them: corrected there, the file can be imported again. */
export async function refusedCsv(db: Db, id: number, language: Language): Promise<CsvFile> {
  const file = found(await sourceFile(db, id))
  const rows = await refusedRowsOf(db, id)
  const headers = (file.columns ?? []).map(({ header }) => header)
  const lines = rows.map(({ line, cells, refusals }) => {
    const reasons = refusals.map((refusal) => refusalTitle(asRefusal(refusal, columnOf(file, refusal.field)), language))
    const padded = headers.map((_, position) => cells[position] ?? '')
    return [...padded, ...cells.slice(headers.length), String(line), reasons.join(' · ')]
  })
  const more = (file.summary?.toFix ?? 0) - rows.length
  const after = more > 0 ? [[leftOut[language](more)]] : []
  const base = file.name.replace(/\.[^.]+$/, '')
  return {
    name: `${base} - ${language === 'fr' ? 'à corriger' : 'to fix'}.csv`,
    text: csv([[...headers, ...reasonHeaders[language]], ...lines, ...after], language),
  }
}

const reasonHeaders = { fr: ['Ligne', 'Ce qui ne va pas'], en: ['Line', 'What is wrong'] } as const

const leftOut = {
  fr: (more: number) => `# ${more} autres lignes à corriger ne sont pas ici (${mostRefusedRows} au plus)`,
  en: (more: number) => `# ${more} other rows to fix are not here (${mostRefusedRows} at most)`,
} as const

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
  text: csv([modelFields.map((field) => fieldLabel(field, language)), ...modelRows[language]], language),
})

/** UTF-8 with its mark, as spreadsheets want it; the separator of the language. */
function csv(rows: readonly (readonly string[])[], language: Language): string {
  const separator = language === 'fr' ? ';' : ','
  return `\ufeff${rows.map((row) => row.map((cell) => quoted(cell, separator)).join(separator)).join('\r\n')}\r\n`
}

/** A text that a spreadsheet would run as a formula gets an apostrophe; amounts and phone numbers keep their sign. */
function quoted(cell: string, separator: string): string {
  const safe = /^[=@\t\r]|^[+-](?![\d\s.,()€$£-]*$)/.test(cell) ? `'${cell}` : cell
  return /["\r\n]/.test(safe) || safe.includes(separator) ? `"${safe.replaceAll('"', '""')}"` : safe
}
