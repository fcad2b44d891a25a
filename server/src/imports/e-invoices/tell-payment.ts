import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { Language } from '@quittance/core/money/format-money.ts'
import { holdLines } from '../../invoices/bulk-queries.ts'
import { addInstructions } from '../../invoices/payment-instructions.ts'
import type { Db } from '../../platform/database/db.ts'
import type { InvoiceWritten } from '../applying/invoice-written.ts'
import type { Planned } from '../planning/plan-batch.ts'

interface Written {
  readonly created: readonly InvoiceWritten[]
  readonly planned: readonly Planned[]
  readonly today: CalendarDate
  readonly language: Language
}

/**
 * Keeps what electronic invoices say of their payment, of those known before too; nobody is chased for what is owed to a
 * factor. Answers the invoices that had no such word and were there before.
 */
export async function tellPayment(db: Db, { created, planned, today, language }: Written): Promise<number[]> {
  const given = [
    ...created.map(({ id, planned: one }) => ({ invoice: id, instruction: one.row.instruction })),
    ...planned.flatMap(({ known, row }) => (known ? [{ invoice: known.id, instruction: row.instruction }] : [])),
  ]
  const added = await addInstructions(
    db,
    given.flatMap(({ invoice, instruction }) => (instruction ? [{ invoice, instruction }] : [])),
  )
  for (const { planned: one, lines } of created) {
    const { instruction, kind } = one.row
    if (!instruction?.isFactored || kind === 'creditNote') continue
    const ids = lines.map(({ id }) => id)
    await holdLines(db, ids, { on: today, note: heldNote(instruction.payee, language) })
  }
  const isNew = new Set(created.map(({ id }) => id))
  return added.filter((id) => !isNew.has(id))
}

const heldNote = (payee: string | null, language: Language): string =>
  language === 'fr'
    ? `Cédée à un affactureur${payee ? ` (${payee})` : ''} : c’est à lui qu’elle est due.`
    : `Sold to a factor${payee ? ` (${payee})` : ''}: it is owed to them.`
