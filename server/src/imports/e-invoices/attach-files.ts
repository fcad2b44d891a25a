import { createHash } from 'node:crypto'
import { addFile, digestsOf } from '../../invoices/invoice-files.ts'
import type { Db } from '../../platform/database/db.ts'
import type { WorkShare } from '../applying/work-share.ts'
import { recordChanges } from '../changes-made.ts'
import type { Importer } from '../import-work.ts'
import { archiveParts, partBytes } from '../reading/e-invoices/archive-parts.ts'
import { natureOf } from '../reading/file-nature.ts'
import { readHead, type SourceFile } from '../reading/source-file.ts'
import { nothingWritten, type SourceFileRow } from '../source-file-row.ts'
import { keepWritten, lockSourceFile, noteShare } from '../source-files.ts'
import { openStoredFile } from '../stored-bytes.ts'
import { type DroppedState, type FileToAttach, filesToAttach, keepStates } from './dropped-files.ts'

/** PDFs attached in one transaction. */
const atOnce = 20

/**
 * Gives the invoices that are in their PDFs. One that has a file keeps it. Cut anywhere, the next run goes on; false: the
 * import was undone meanwhile.
 */
export async function attachFiles(
  importer: Importer,
  { id, legalEntityId }: SourceFileRow,
  share: Pick<WorkShare, 'ofFiles'>,
): Promise<boolean> {
  const wanted = { after: 0, count: atOnce, legalEntity: legalEntityId }
  if ((await importer.transaction((db) => filesToAttach(db, id, { ...wanted, count: 1 }))).length === 0) return true
  const stored = await openStoredFile(importer, id, (db, { part }) => noteShare(db, id, share.ofFiles(part, 0)))
  try {
    const bytesAt = await openParts(stored)
    let done = 0
    for (;;) {
      const last = await importer.transaction(async (db) => {
        const now = await lockSourceFile(db, id)
        if (now?.state !== 'importing') return null
        const files = await filesToAttach(db, id, wanted)
        const attached = await attach(db, id, { files, bytesAt })
        if (attached > 0) {
          const before = { ...nothingWritten, ...now.written }
          await keepWritten(db, id, { ...before, files: before.files + attached })
        }
        done += files.length
        await noteShare(db, id, share.ofFiles(1, done))
        return files.at(-1)?.turn ?? 0
      })
      if (last === null) return false
      if (last === 0) return true
      wanted.after = last
    }
  } finally {
    await stored.release()
  }
}

type BytesAt = (position: number) => Promise<Buffer>

/** The files of a source by their place in it. */
async function openParts(stored: SourceFile): Promise<BytesAt> {
  const isArchive = natureOf(await readHead(stored.path, 4096)) === 'zip'
  const whole = { name: '', packed: stored.size, unpacked: stored.size, isStored: true, at: 0 }
  if (!isArchive) return async () => (await readHead(stored.path, whole.unpacked)) as Buffer
  const parts = await archiveParts(stored)
  return async (position) => {
    const part = parts[position - 1]
    const bytes = part && (await partBytes(stored.path, part))
    if (!bytes) throw new Error(`The archive has no file at ${position}`)
    return bytes
  }
}

/** Answers how many invoices have a file now that had none. */
async function attach(
  db: Db,
  source: number,
  { files, bytesAt }: { readonly files: readonly FileToAttach[]; readonly bytesAt: BytesAt },
): Promise<number> {
  const there = await digestsOf(
    db,
    files.flatMap(({ invoice }) => invoice ?? []),
  )
  const added: number[] = []
  const states: { position: number; state: DroppedState }[] = []
  for (const { position, name, sha256, invoice } of files) {
    const digest = invoice === null ? undefined : there.get(invoice)
    if (invoice === null) states.push({ position, state: 'unknown' })
    else if (digest !== undefined)
      states.push({ position, state: digest === sha256 ? 'sameAttached' : 'otherAttached' })
    else {
      const content = await bytesAt(position)
      if (createHash('sha256').update(content).digest('hex') !== sha256)
        throw new Error(`${name} is no longer what it was`)
      const isNew = await addFile(db, invoice, { name, content })
      if (isNew) added.push(invoice)
      there.set(invoice, sha256 ?? '')
      states.push({ position, state: isNew ? 'attached' : 'otherAttached' })
    }
  }
  await keepStates(db, source, states)
  await recordChanges(db, source, { created: { invoiceFile: added }, changes: [] })
  return added.length
}
