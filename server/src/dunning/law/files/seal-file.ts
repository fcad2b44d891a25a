import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { recordInJournal } from '../../../people/journal.ts'
import type { Db } from '../../../platform/database/db.ts'
import { sql } from '../../../platform/database/sql.ts'
import { AppError, found } from '../../../platform/http/app-error.ts'
import { houseLanguage } from '../../house-language.ts'
import type { InTransaction } from '../../run/daily-run.ts'
import { filesOf } from '../road-queries.ts'
import { gatherFile } from './gather-file.ts'
import { checkArchive } from './verify-archive.ts'
import { writeArchive } from './write-archive.ts'

const pieceBytes = 1024 * 1024

/** Makes the legal file of a customer, keeps it in pieces, and writes its seal into the journal; answers it as lists show it. */
export async function sealFile(db: Db, customer: number, today: CalendarDate) {
  const language = await houseLanguage(db)
  const { identity, entries } = await gatherFile(db, { customer, today, language })
  const folder = await mkdtemp(join(tmpdir(), 'quittance-legal-'))
  try {
    const path = join(folder, 'file.zip')
    const about = { customer: { code: identity.code, name: identity.name }, madeOn: today }
    const { files, manifestSha256 } = await writeArchive(path, about, entries)
    const { size } = await stat(path)
    const name = `${language === 'fr' ? 'dossier' : 'legal-file'}-${identity.code}-${today}.zip`
    const id = await keep(db, path, { customer, name, size, files, manifestSha256, today })
    await recordInJournal(db, {
      act: 'sealed',
      thing: 'legal_file',
      thingId: id,
      customerId: customer,
      details: { name, files, size, manifestSha256 },
    })
    return found((await filesOf(db, customer)).find((file) => file.id === id) ?? null)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

interface Kept {
  readonly customer: number
  readonly name: string
  readonly size: number
  readonly files: number
  readonly manifestSha256: string
  readonly today: CalendarDate
}

async function keep(
  db: Db,
  path: string,
  { customer, name, size, files, manifestSha256, today }: Kept,
): Promise<number> {
  const { id } = await db.one<{ id: number }>(sql`
    insert into legal_file (organization_id, customer_id, name, size, files, manifest_sha256, archive_sha256, made_on, made_by)
    values (current_organization(), ${customer}, ${name}, ${size}, ${files}, ${manifestSha256}, ${await hashOfFile(path)}, ${today}, current_person())
    returning id`)
  let position = 0
  for await (const piece of createReadStream(path, { highWaterMark: pieceBytes })) {
    await db.run(sql`
      insert into legal_file_part (organization_id, legal_file_id, position, content)
      values (current_organization(), ${id}, ${++position}, ${piece as Buffer})`)
  }
  return id
}

async function hashOfFile(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
  return hash.digest('hex')
}

const pieceOf = (db: Db, id: number, position: number) =>
  db.maybe<{ content: Buffer }>(sql`
    select content from legal_file_part
    where organization_id = current_organization() and legal_file_id = ${id} and position = ${position}`)

/** A piece at a time, each in a transaction of its own: a slow reader holds nothing. */
export async function* piecesOf(inTransaction: InTransaction, id: number): AsyncGenerator<Buffer> {
  for (let position = 1; ; position++) {
    const piece = await inTransaction((db) => pieceOf(db, id, position))
    if (!piece) return
    yield piece.content
  }
}

/** The archive as it was sealed; refused when its bytes are not those any more. */
export async function openSealed(inTransaction: InTransaction, id: number): Promise<{ name: string; size: number }> {
  const file = found(
    await inTransaction((db) =>
      db.maybe<{ name: string; size: number; sha256: string }>(sql`
        select name, size, archive_sha256 as sha256 from legal_file
        where organization_id = current_organization() and id = ${id}`),
    ),
  )
  const hash = createHash('sha256')
  for await (const piece of piecesOf(inTransaction, id)) hash.update(piece)
  if (hash.digest('hex') !== file.sha256) throw altered()
  return file
}

const altered = (): AppError =>
  new AppError('legalFileAltered', 409, {
    fr: 'Ce dossier n’est plus celui qui a été scellé : la base a été modifiée. Faites-en un nouveau, et prévenez votre administrateur.',
    en: 'This file is not what was sealed any more: the database was changed. Make a new one, and tell your administrator.',
  })

interface Seal {
  readonly madeOn: CalendarDate
  readonly customer: { readonly id: number; readonly name: string }
}

/** Is the archive at `path` what was sealed here? */
export async function verifyArchive(inTransaction: InTransaction, path: string) {
  const checked = await checkArchive(path, (await stat(path)).size)
  const nothing = { seal: null, madeOn: null, customer: null, files: 0, problems: [] }
  if (checked.kind === 'notALegalFile') return { verdict: 'notALegalFile' as const, ...nothing }
  const { manifestSha256: seal, files, problems } = checked
  const known = await inTransaction((db) =>
    db.maybe<Seal>(sql`
      select f.made_on as "madeOn", json_build_object('id', c.id, 'name', c.name) as customer
      from legal_file f join customer c on c.organization_id = f.organization_id and c.id = f.customer_id
      where f.organization_id = current_organization() and f.manifest_sha256 = ${seal}
        and exists (select from journal j where j.organization_id = f.organization_id and j.thing = 'legal_file' and j.thing_id = f.id
          and j.act = 'sealed' and j.details ->> 'manifestSha256' = ${seal})
      order by f.id desc limit 1`),
  )
  const verdict = problems.length > 0 ? ('altered' as const) : known ? ('sealed' as const) : ('unknownSeal' as const)
  return {
    verdict,
    seal,
    madeOn: known?.madeOn ?? null,
    customer: known?.customer ?? null,
    files,
    problems: problems.map((problem) => ({ ...problem })),
  }
}
