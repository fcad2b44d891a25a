import { allocationDay } from '../../payments/enter-payment.ts'
import { insertAllocations, type NewAllocation } from '../../payments/queries.ts'
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

/** What credit notes settle by the letters of a ledger, less what they settle already: harmless when run again. */
export async function applyCreditNotes(importer: Importer, session: Session, file: SourceFileRow): Promise<void> {
  for (let from = 0; ; ) {
    const last = await importer.transaction(async (db) => {
      const now = await lockSourceFile(db, file.id)
      if (now?.state !== 'importing') return undefined
      const told = await creditAllocationsAfter(db, file.id, from, notesABatch)
      if (told.length > 0) await allocateNotes(db, { importer, session, file: file.id }, told)
      return told.at(-1)?.creditLine
    })
    if (last === undefined) return
    from = last
  }
}

async function allocateNotes(
  db: Db,
  { importer, session, file }: { readonly importer: Importer; readonly session: Session; readonly file: number },
  told: readonly SourceAllocation[],
): Promise<void> {
  const keys = [...new Set(told.flatMap(({ itemKey, creditKey }) => [itemKey, creditKey ?? itemKey]))]
  const lines = await linesOfEntries(db, session.legalEntity, keys)
  const left = new Map(lines.map(({ id, amountDue }) => [id, Math.abs(amountDue)]))
  const take = (id: number, part: number): void => void left.set(id, (left.get(id) ?? 0) - part)
  const settled = await settledByNotes(
    db,
    lines.map(({ id }) => id),
  )
  const made: NewAllocation[] = []
  for (const { itemKey, creditKey, amount } of told) {
    const notes = lines.filter((line) => line.item === creditKey && line.amountDue <= 0)
    const items = lines.filter((line) => line.item === itemKey && line.amountDue >= 0)
    const before = notes.flatMap((note) => items.map((item) => settled.get(`${note.id} ${item.id}`) ?? 0))
    let open = amount - before.reduce((sum, part) => sum + part, 0)
    for (const item of items)
      for (const note of notes) {
        const part = Math.min(open, left.get(item.id) ?? 0, left.get(note.id) ?? 0)
        if (part <= 0) continue
        open -= part
        take(item.id, part)
        take(note.id, part)
        const on = allocationDay({ source: note.issueDate, issued: item.issueDate, today: importer.today })
        made.push({ item: item.id, creditItem: note.id, amount: part, on })
      }
  }
  const allocations = (await insertAllocations(db, made)).map(({ id }) => id)
  await recordChanges(db, file, { created: { allocation: allocations }, changes: [] })
}

/** « credit item, item » → cents of the one that settle the other. */
async function settledByNotes(db: Db, items: readonly number[]): Promise<Map<string, number>> {
  const rows = await db.rows<{ note: number; item: number; amount: number }>(sql`
    select credit_item_id as note, open_item_id as item, sum(amount)::bigint as amount from allocation
    where organization_id = current_organization() and credit_item_id = any(${items})
    group by 1, 2`)
  return new Map(rows.map(({ note, item, amount }) => [`${note} ${item}`, amount]))
}
