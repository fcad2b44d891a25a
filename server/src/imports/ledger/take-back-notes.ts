import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { insertAllocations } from '../../payments/queries.ts'
import type { Db } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'
import { recordChanges } from '../changes-made.ts'
import type { Importer } from '../import-work.ts'
import type { Session } from '../planning/plan-batch.ts'
import type { SourceFileRow } from '../source-file-row.ts'
import { lockSourceFile } from '../source-files.ts'
import { creditAllocationsAfter, type SourceAllocation } from './ledger-queries.ts'
import { linesOfEntries } from './lines-of-entries.ts'

const notesABatch = 500

/**
 * Letters were corrected: a credit note settles something else than an earlier export said. What an import deducted is
 * taken back, as of a payment, before the payments of this file look for what is left of its invoices. What a person
 * deducted stands. Harmless when run again.
 */
export async function takeBackNotes(importer: Importer, session: Session, file: SourceFileRow): Promise<void> {
  for (let from = 0; ; ) {
    const last = await importer.transaction(async (db) => {
      const now = await lockSourceFile(db, file.id)
      if (now?.state !== 'importing') return undefined
      const told = await creditAllocationsAfter(db, file.id, from, notesABatch)
      const allocations = await takeBack(db, session.legalEntity, told)
      if (allocations.length > 0)
        await recordChanges(db, file.id, { created: { allocation: allocations }, changes: [] })
      return told.at(-1)?.creditLine
    })
    if (last === undefined) return
    from = last
  }
}

async function takeBack(db: Db, legalEntity: number, told: readonly SourceAllocation[]): Promise<number[]> {
  if (told.length === 0) return []
  const keys = [...new Set(told.flatMap(({ itemKey, creditKey }) => [itemKey, creditKey ?? itemKey]))]
  const lines = await linesOfEntries(db, legalEntity, keys)
  const made = await madeByImports(
    db,
    lines.map(({ id }) => id),
  )
  if (made.length === 0) return []
  const wrong: Deducted[] = []
  for (const [creditKey, settles] of Map.groupBy(told, (one) => one.creditKey)) {
    const notes = lines.filter(({ item, amountDue }) => item === creditKey && amountDue <= 0)
    const own = made.filter(({ note }) => notes.some(({ id }) => id === note))
    const meant = new Set(
      lines.flatMap(({ id, item }) => (settles.some(({ itemKey }) => itemKey === item) ? [id] : [])),
    )
    const there = own.reduce((sum, { item, amount }) => sum + (meant.has(item) ? amount : 0), 0)
    const left = notes.reduce((sum, { amountDue }) => sum - amountDue, 0)
    const wanted = settles.reduce((sum, { amount }) => sum + amount, 0)
    if (wanted > there + left) wrong.push(...own.filter(({ item }) => !meant.has(item)))
  }
  const reversing = wrong.map(({ id, note, item, amount, on }) => ({
    item,
    creditItem: note,
    amount: -amount,
    on,
    reverses: id,
  }))
  return (await insertAllocations(db, reversing)).map(({ id }) => id)
}

interface Deducted {
  readonly id: number
  /** The due line of the credit note. */
  readonly note: number
  readonly item: number
  readonly amount: number
  readonly on: CalendarDate
}

/** Deductions in force that imports made of the letters of a ledger. */
const madeByImports = (db: Db, notes: readonly number[]): Promise<Deducted[]> =>
  db.rows(sql`
    select a.id, a.credit_item_id as note, a.open_item_id as item, a.amount, a.allocated_on as on from allocation a
    where a.organization_id = current_organization() and a.credit_item_id = any(${notes}) and a.reverses_id is null
      and not exists (select from allocation r where r.organization_id = a.organization_id and r.reverses_id = a.id)
      and exists (
        select from import_change c
        where c.organization_id = a.organization_id and c.thing = 'allocation' and a.id = any(c.created))
    order by a.id`)
