import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { holdLabel } from '@quittance/core/dunning/explain.ts'
import type { Language } from '@quittance/core/money/format-money.ts'
import { catchUpBalances } from '../../customers/balances.ts'
import type { Db } from '../../platform/database/db.ts'
import { readCursor, writeCursor } from '../../platform/http/cursor.ts'
import { heldPage, heldTotals } from './list-queries.ts'
import { sayer, untilWords } from './words.ts'

interface Asked {
  readonly cursor?: string | undefined
  readonly limit: number
}

/** A page of the customers held back with the reason of each, and how many there are and owe in all. */
export async function listHeld(db: Db, asked: Asked, today: CalendarDate, language: Language) {
  await catchUpBalances(db, today)
  const rows = await heldPage(db, { after: readCursor(asked.cursor, 'number'), limit: asked.limit })
  const say = await sayer(
    db,
    rows.map((row) => row.decision),
    language,
  )
  const last = rows.length === asked.limit ? rows.at(-1) : undefined
  return {
    rows: rows.map((row) => ({
      customer: row.customer,
      legalEntityId: row.legalEntityId,
      because: row.decision.because,
      label: row.decision.kind === 'hold' ? holdLabel(row.decision.because, language) : '',
      sentence: say.decision(row.decision, row.customer.name),
      until: untilWords(row.decision.kind === 'hold' ? row.decision.until : null, language),
      total: row.late,
      reminderId: row.reminderId,
      note: row.note,
    })),
    ...(await heldTotals(db)),
    nextCursor: last ? writeCursor(last) : null,
  }
}
