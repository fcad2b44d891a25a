import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { documentType, largestDocument, mostDocuments } from '@quittance/core/disputes/document-type.ts'
import { recordInJournal } from '../people/journal.ts'
import type { Db } from '../platform/database/db.ts'
import { sql } from '../platform/database/sql.ts'
import { AppError, found } from '../platform/http/app-error.ts'
import { addEvent } from './events.ts'

export interface GivenDocument {
  readonly name: string
  readonly content: Buffer
}

/** AppError 400 for what is no PDF, PNG or JPEG of five megabytes at most. */
export function refuseDocument({ content }: GivenDocument): string {
  const type = content.length > largestDocument ? null : documentType(content)
  if (type !== null) return type
  throw new AppError('notADocument', 400, {
    fr: 'Ce fichier n’est pas un PDF ou une image (PNG, JPEG) de moins de 5 Mo : choisissez-en un autre.',
    en: 'This file is not a PDF or a picture (PNG, JPEG) under 5 MB: choose another one.',
  })
}

/** AppError 400 for what is no document, 409 where the dispute has as many as it may. Answers its id. */
export async function addDocument(
  db: Db,
  { dispute, customer, on }: { readonly dispute: number; readonly customer: number; readonly on: CalendarDate },
  document: GivenDocument,
): Promise<number> {
  const type = refuseDocument(document)
  const name = document.name.replace(/[\p{C}"\\/]/gu, '').slice(-120) || 'document'
  const added = await db.maybe<{ id: number }>(sql`
    insert into dispute_file (organization_id, dispute_id, name, media_type, content, added_by)
    select current_organization(), ${dispute}::bigint, ${name}, ${type}, ${document.content}::bytea, current_person()
    where (select count(*) from dispute_file f
      where f.organization_id = current_organization() and f.dispute_id = ${dispute}) < ${mostDocuments}
    returning id`)
  if (!added) {
    throw new AppError('tooManyDocuments', 409, {
      fr: `Ce litige a déjà ${mostDocuments} documents\u00a0: retirez-en un.`,
      en: `This dispute already has ${mostDocuments} documents: remove one.`,
    })
  }
  await addEvent(db, { dispute, kind: 'file', on, text: name })
  const about = { thing: 'dispute', thingId: dispute, customerId: customer }
  await recordInJournal(db, { ...about, act: 'dispute.documentAdded', details: { name } })
  return added.id
}

/** Null where the dispute has no such document. */
export const documentOf = (db: Db, { dispute, document }: { readonly dispute: number; readonly document: number }) =>
  db.maybe<{ name: string; mediaType: string; content: Buffer }>(sql`
    select name, media_type as "mediaType", content from dispute_file
    where organization_id = current_organization() and dispute_id = ${dispute} and id = ${document}`)

/** 404 where the dispute has no such document; the journal keeps its name. */
export async function removeDocument(
  db: Db,
  { dispute, customer }: { readonly dispute: number; readonly customer: number },
  document: number,
): Promise<void> {
  const { name } = found(
    await db.maybe<{ name: string }>(sql`
      delete from dispute_file
      where organization_id = current_organization() and dispute_id = ${dispute} and id = ${document} returning name`),
  )
  const about = { thing: 'dispute', thingId: dispute, customerId: customer }
  await recordInJournal(db, { ...about, act: 'dispute.documentRemoved', details: { name } })
}
