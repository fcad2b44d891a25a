import type { FastifyRequest } from 'fastify'
import type { Db } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'
import { AppError } from '../../platform/http/app-error.ts'
import type { KeyBearer } from '../../platform/http/serve.ts'
import { sourceOf } from '../sources/give-source.ts'

/** A file as it was sent: by a program (null: by a person), to be imported as soon as it is checked or not. */
export interface Sending {
  readonly key: KeyBearer | null
  readonly applies: boolean
}

/** Throws AppError 403 where the key does not say that its files may go in without a person. */
export function mayBeSent({ key, applies }: Sending): Sending {
  if (key && applies && !key.mayApply) throw mayNotApply()
  return { key, applies }
}

/** Whether a field before the file of a form asks for it. */
export function asksToApply(fields: Awaited<ReturnType<FastifyRequest['file']>>): boolean {
  const field = fields?.fields.apply
  return !Array.isArray(field) && field?.type === 'field' && field.value === 'true'
}

/** Keeps who sent a file and what is asked of it; a program is the source of its files. */
export async function noteSending(db: Db, file: number, { key, applies }: Sending): Promise<void> {
  const source = key && (await sourceOf(db, sourceOfKey(key)))
  await db.run(sql`
    update source_file set api_key_id = ${key?.id ?? null}, apply_asked = ${applies}, source_id = coalesce(${source}, source_id)
    where organization_id = current_organization() and id = ${file}`)
}

/** The program that sent a file, for the journal, which knows persons only; nothing of a person's own file. */
export const programOf = async (db: Db, file: number): Promise<{ readonly program?: string }> =>
  (await db.maybe<{ program: string }>(sql`
    select k.name as program from source_file f
    join api_key k on k.organization_id = f.organization_id and k.id = f.api_key_id
    where f.organization_id = current_organization() and f.id = ${file} and f.applied_by is null`)) ?? {}

export const sourceOfKey = ({ id, name, legalEntity }: KeyBearer) =>
  ({ legalEntity, kind: 'api', mark: String(id), name }) as const

const mayNotApply = (): AppError =>
  new AppError('mayNotApply', 403, {
    fr: 'Cette clé d’API n’a pas le droit d’importer sans vous : envoyez le fichier sans « apply », puis importez-le dans Réglages, Données ; ou créez une clé qui en a le droit.',
    en: 'This API key may not import without you: send the file without “apply”, then import it in Settings, Data; or make a key that may.',
  })
