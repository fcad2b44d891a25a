import type { Language } from '@quittance/core/money/format-money.ts'
import { recordInJournal } from '../../people/journal.ts'
import type { Db } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'
import { AppError } from '../../platform/http/app-error.ts'

export interface MessageLanguage {
  /** ISO 639-1. */
  readonly code: string
  /** In which dates, amounts and tables are written, and the tones that were not translated. */
  readonly fallback: Language
}

/** The languages an organisation writes in beyond French and English. */
export const messageLanguages = (db: Db): Promise<MessageLanguage[]> =>
  db.rows<MessageLanguage>(sql`
    select code, fallback from message_language where organization_id = current_organization() order by code`)

/** The same with the customers who speak it: who is told of a fallback. */
export const languagesInUse = (db: Db): Promise<(MessageLanguage & { customers: number })[]> =>
  db.rows(sql`
    select l.code, l.fallback, (select count(*)::int from customer c where c.organization_id = l.organization_id and c.language = l.code) as customers
    from message_language l where l.organization_id = current_organization() order by l.code`)

/** Adds a language or changes what it falls back to; French and English are always there. */
export async function addLanguage(db: Db, { code, fallback }: MessageLanguage): Promise<void> {
  if (code === 'fr' || code === 'en') throw alreadyThere()
  if (!isLanguage(code)) throw unknownLanguage(code)
  await db.run(sql`
    insert into message_language (organization_id, code, fallback, added_by) values (current_organization(), ${code}, ${fallback}, current_person())
    on conflict (organization_id, code) do update set fallback = excluded.fallback`)
  await recordInJournal(db, { act: 'messageLanguage.added', thing: 'messageLanguage', details: { code, fallback } })
}

/** Takes a language away with its texts; refused while customers speak it. */
export async function removeLanguage(db: Db, code: string): Promise<void> {
  const language = (await languagesInUse(db)).find((one) => one.code === code)
  if (!language) return
  if (language.customers > 0) throw stillSpoken(language.customers)
  await db.run(sql`delete from message_template where organization_id = current_organization() and language = ${code}`)
  await db.run(sql`delete from message_language where organization_id = current_organization() and code = ${code}`)
  await recordInJournal(db, { act: 'messageLanguage.removed', thing: 'messageLanguage', details: { code } })
}

/** A code that names a language: its name is not the code itself. */
const isLanguage = (code: string): boolean => new Intl.DisplayNames(['en'], { type: 'language' }).of(code) !== code

const alreadyThere = (): AppError =>
  new AppError('languageThere', 409, {
    fr: 'Le français et l’anglais sont toujours là : ajoutez une autre langue.',
    en: 'French and English are always there: add another language.',
  })

const unknownLanguage = (code: string): AppError =>
  new AppError('unknownLanguage', 400, {
    fr: `« ${code} » n’est pas un code de langue : de pour l’allemand, es pour l’espagnol, it pour l’italien.`,
    en: `“${code}” is not the code of a language: de for German, es for Spanish, it for Italian.`,
  })

const stillSpoken = (customers: number): AppError =>
  new AppError('languageSpoken', 409, {
    fr: `${customers} client${customers > 1 ? 's' : ''} ${customers > 1 ? 'reçoivent' : 'reçoit'} cette langue : changez d’abord leur langue.`,
    en: `${customers} customer${customers > 1 ? 's' : ''} receive${customers > 1 ? '' : 's'} this language: change theirs first.`,
  })
