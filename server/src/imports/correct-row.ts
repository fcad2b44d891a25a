import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { isTypable } from '@quittance/core/imports/fields.ts'
import type { Language } from '@quittance/core/money/format-money.ts'
import type { Db } from '../platform/database/db.ts'
import { sql } from '../platform/database/sql.ts'
import { AppError } from '../platform/http/app-error.ts'
import { openToChange, unknownField } from './change-reading.ts'
import { foundOf } from './checking/preview.ts'
import { readingOf } from './checking/recognise.ts'
import { openCustomerList } from './customers/plan-customers.ts'
import { foundCustomers, stageCustomers } from './customers/stage-customers.ts'
import { openSession } from './planning/open-session.ts'
import { isDayFile } from './pushing/is-day-file.ts'
import { keepCorrection } from './refused-rows.ts'
import { checkAgain, keepCorrected } from './source-files.ts'
import { rowsOn, settleRows, sourceCustomers } from './staging/source-rows.ts'
import { stageRows } from './staging/stage-rows.ts'

/** Rows told anew while one waits; one customer may be named on more of them, and then the whole file is checked. */
const mostRowsAtOnce = 1000

/**
 * Keeps a value typed in place of a refused one and tells the rows it is about anew, those only. Answers whether the file
 * is to be checked again, from its first row, because they are too many.
 */
export async function correctRow(
  db: Db,
  today: CalendarDate,
  id: number,
  { line, field, value }: { readonly line: number; readonly field: string; readonly value: string },
): Promise<{ readonly isToCheck: boolean }> {
  const file = await openToChange(db, id)
  if (!isTypable(field)) throw unknownField(field)
  const { columns, mapping, format, choices, legalEntityId: legalEntity } = file
  if (file.state === 'checking') throw stillChecking()
  const lines = await keepCorrection(db, id, { line, field, value })
  if (lines.length === 0 || !columns || !mapping || !format) throw notRefused(line)
  if (lines.length > mostRowsAtOnce && !(await isDayFile(db, id))) {
    await checkAgain(db, id, { choices, legalEntity })
    return { isToCheck: true }
  }
  if (file.state === 'imported') await settleRows(db, id)
  const reading = readingOf({ columns, mapping, format })
  const drafted = await sourceCustomers(db, id)
  const session = await openSession(db, { legalEntity, language: await languageOf(db), today, reading, drafted })
  const rows = await rowsOn(db, id, lines)
  if (format.list === 'customers') {
    await stageCustomers(db, await openCustomerList(db, session, format.currency), id, rows)
    await keepCorrected(db, id, (await foundCustomers(db, id)).summary)
    return { isToCheck: false }
  }
  await stageRows(db, session, id, rows)
  const { summary } = await foundOf(db, session, id)
  await keepCorrected(db, id, summary)
  return { isToCheck: false }
}

const languageOf = async (db: Db): Promise<Language> => {
  const { language } = await db.one<{ language: Language }>(sql`
    select language from organization where organization_id = current_organization()`)
  return language
}

const stillChecking = (): AppError =>
  new AppError('stillChecking', 409, {
    fr: 'Le fichier est encore en cours de vérification. Attendez la fin, puis corrigez.',
    en: 'The file is still being checked. Wait for the end, then correct it.',
  })

const notRefused = (line: number): AppError =>
  new AppError('notRefused', 409, {
    fr: `La ligne ${line} n’est plus à corriger. Rechargez la page.`,
    en: `Line ${line} is no longer to be fixed. Reload the page.`,
  })
