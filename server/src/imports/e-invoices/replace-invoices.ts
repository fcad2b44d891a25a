import { writeInvoices, writeLines } from '../../invoices/bulk-queries.ts'
import { type Replaced, replacedAmong } from '../../invoices/payment-instructions.ts'
import { recordInJournal } from '../../people/journal.ts'
import type { Db } from '../../platform/database/db.ts'
import { invoicesMadeBy, recordChanges } from '../changes-made.ts'
import { lockSourceFile } from '../source-files.ts'

/**
 * A corrected invoice (384) takes the place of the first, which stops being due: it is worth nothing from then on, whichever
 * of the two came first. One with payments stays as it is. Undone with the import.
 */
export async function replaceInvoices(db: Db, source: number): Promise<void> {
  const file = await lockSourceFile(db, source)
  if (file?.state !== 'importing') return
  const replaced = await replacedAmong(db, file.legalEntityId, await invoicesMadeBy(db, source))
  if (replaced.length === 0) return
  const after = replaced.map((one) => ({ one, ...worthNothing(one) }))
  await writeInvoices(
    db,
    after.map(({ one, facts }) => ({ id: one.id, ...facts })),
  )
  await writeLines(
    db,
    after.flatMap(({ lines }) => lines),
  )
  await recordChanges(db, source, {
    created: {},
    changes: after.map(({ one, facts, lines }) => ({
      thing: 'invoice',
      id: one.id,
      before: { ...one.facts, lines: one.lines },
      after: { ...facts, lines },
    })),
  })
  for (const { id, number, by, facts } of replaced)
    await recordInJournal(db, {
      act: 'changed',
      thing: 'invoice',
      thingId: id,
      customerId: facts.customerId,
      invoiceId: id,
      details: {
        number,
        file: file.name,
        replacedBy: by,
        currency: facts.currency,
        changes: [{ field: 'total', from: facts.total, to: 0 }],
      },
    })
}

const worthNothing = ({ facts, lines }: Replaced) => ({
  facts: { ...facts, total: 0 },
  lines: lines.map((line) => ({ ...line, amount: 0 })),
})
