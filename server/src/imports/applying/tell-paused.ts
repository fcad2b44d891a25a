import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { Language } from '@quittance/core/money/format-money.ts'
import { holdLines } from '../../invoices/bulk-queries.ts'
import type { Db } from '../../platform/database/db.ts'
import type { InvoiceWritten } from './invoice-written.ts'

interface Told {
  readonly created: readonly InvoiceWritten[]
  readonly today: CalendarDate
  readonly language: Language
}

/** The new invoices that the file wants nobody reminded of: paused until somebody resumes them. A later file does not pause them anew. */
export async function tellPaused(db: Db, { created, today, language }: Told): Promise<void> {
  const lines = created
    .filter(({ planned }) => planned.row.kind !== 'creditNote' && planned.rows.some(({ row }) => row.paused))
    .flatMap(({ lines: all }) => all.map(({ id }) => id))
  await holdLines(db, lines, { on: today, note: pauseNote[language] })
}

const pauseNote: Readonly<Record<Language, string>> = {
  fr: 'Le fichier importé dit de ne pas relancer.',
  en: 'The imported file says not to remind.',
}
