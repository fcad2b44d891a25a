import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { Reading } from '@quittance/core/imports/row-cells.ts'
import type { Language } from '@quittance/core/money/format-money.ts'
import type { Db } from '../../platform/database/db.ts'
import type { SourceCustomer } from '../staging/source-rows.ts'
import { openDirectory } from './directory.ts'
import type { Session } from './plan-batch.ts'
import { firmsOf } from './whose-invoice.ts'

interface Setting {
  readonly legalEntity: number
  readonly language: Language
  readonly today: CalendarDate
  readonly reading: Reading
  /** Customers that rows of the file named before. */
  readonly drafted: readonly SourceCustomer[]
}

/** All that planning looks at besides the rows and their invoices. */
export async function openSession(db: Db, { drafted, ...setting }: Setting): Promise<Session> {
  const { legalEntity, language } = setting
  const firms = await firmsOf(db, legalEntity)
  return { ...setting, firms, directory: await openDirectory(db, { legalEntity, language, drafted }) }
}
