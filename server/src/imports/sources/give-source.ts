import { sourceName } from '@quittance/core/imports/source-name.ts'
import type { Db } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'
import type { SourceFileRow } from '../source-file-row.ts'

/** What a file of a source says: some invoices, every open one, or every one there is. */
export type Holds = 'some' | 'allOpen' | 'all'

/** The source of files of one layout dropped by hand, made with the first of them. Answers its number. */
export async function giveSource(
  db: Db,
  file: Pick<SourceFileRow, 'format' | 'id' | 'legalEntityId' | 'name' | 'signature' | 'sourceId'>,
  holds?: Holds,
): Promise<number> {
  const source =
    file.sourceId ??
    (await sourceOf(db, {
      legalEntity: file.legalEntityId,
      kind: 'upload',
      mark: file.signature ?? 'unknown',
      name: await nameFor(db, file),
      // A ledger has all invoices of its days, unless somebody says that it has not.
      holds: file.format?.kind === 'fec' ? 'all' : 'some',
    }))
  await db.run(sql`
    update source_file set source_id = ${source}
    where organization_id = current_organization() and id = ${file.id} and source_id is distinct from ${source}`)
  if (holds) {
    await db.run(sql`
      update source set holds = ${holds} where organization_id = current_organization() and id = ${source} and holds <> ${holds}`)
  }
  return source
}

/** Of a ledger or invoices the name of the file says nothing: « 123456789FEC20261231 ». */
async function nameFor(db: Db, { format, name }: Pick<SourceFileRow, 'format' | 'name'>): Promise<string> {
  const { language } = await db.one<{ language: 'en' | 'fr' }>(sql`
    select language from organization where organization_id = current_organization()`)
  if (format?.kind === 'fec') return language === 'fr' ? 'Journal comptable' : 'Accounting ledger'
  if (format?.kind === 'eInvoices') return language === 'fr' ? 'Factures électroniques' : 'E-invoices'
  return sourceName(name) ?? name
}

export interface MarkedSource {
  readonly legalEntity: number
  readonly kind: 'api' | 'upload'
  /** Tells sources of one kind apart: the layout of a file, the ledger, the key of a program. */
  readonly mark: string
  /** Given to a source that is made now; a person may change it. */
  readonly name: string
  /** Said of a source that is made now; absent: some of them. */
  readonly holds?: Holds
}

/** The source with this mark, made when it is not there. */
export async function sourceOf(
  db: Db,
  { legalEntity, kind, mark, name, holds = 'some' }: MarkedSource,
): Promise<number> {
  const { id } = await db.one<{ id: number }>(sql`
    insert into source (organization_id, legal_entity_id, kind, mark, name, holds)
    values (current_organization(), ${legalEntity}, ${kind}, ${mark}, ${name.slice(0, 60)}, ${holds})
    on conflict (organization_id, legal_entity_id, kind, mark) where mark is not null do update set is_active = true
    returning id`)
  return id
}
