import { asDate, type CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { workingDaysSince } from '@quittance/core/calendar/working-days.ts'
import { dayInZone } from '@quittance/core/calendar/zone-day.ts'
import { isFresh } from '@quittance/core/imports/freshness.ts'
import type { Language } from '@quittance/core/money/format-money.ts'
import type { z } from 'zod'
import type { Db } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'
import type { sourceShape } from './contract.ts'
import { allSources, type SourceRow, type WaitsBecause } from './source-queries.ts'

export type ShownSource = z.input<typeof sourceShape>

interface Rules {
  readonly freshnessDays: number | null
  readonly alsaceMoselle: boolean
  readonly timeZone: string
}

export const freshnessRules = (db: Db): Promise<Rules> =>
  db.one(sql`
    select freshness_days as "freshnessDays", alsace_moselle as "alsaceMoselle", time_zone as "timeZone"
    from organization where organization_id = current_organization()`)

/** Every source with its age on `today`, those in use first. */
export async function listSources(
  db: Db,
  { today, language }: { readonly today: CalendarDate; readonly language: Language },
): Promise<{ readonly sources: ShownSource[]; readonly freshnessDays: number | null }> {
  const rules = await freshnessRules(db)
  const waiting = Map.groupBy(await waitingFiles(db), ({ source }) => source)
  const missing = new Map((await missingBySource(db)).map((row) => [row.source, row.invoices]))
  const sources = (await allSources(db)).map((source) => ({
    ...shown(source, rules, { today, language }),
    waiting: (waiting.get(source.id) ?? []).map(({ id, name, because, toFix }) => ({
      id,
      name,
      sentence: waitsSentence(because, toFix, language),
    })),
    missing: missing.get(source.id) ?? 0,
  }))
  return { sources, freshnessDays: rules.freshnessDays }
}

function shown(
  { secretSealed, layout: _layout, trouble, ...source }: SourceRow & { readonly hasFiles: boolean },
  { freshnessDays, alsaceMoselle, timeZone }: Rules,
  { today, language }: { readonly today: CalendarDate; readonly language: Language },
): Omit<ShownSource, 'missing' | 'waiting'> {
  const { hasFiles, ...rest } = source
  const lastGoodOn = source.lastGoodImportAt ? dayInZone(Date.parse(source.lastGoodImportAt), timeZone) : null
  const limit = source.isGuarded ? freshnessDays : null
  return {
    ...rest,
    hasSecret: secretSealed !== null,
    lastGoodOn,
    ageDays: lastGoodOn && workingDaysSince(asDate(lastGoodOn), today, { alsaceMoselle }),
    isFresh: isFresh({ lastGoodOn, freshnessDays: limit }, today, { alsaceMoselle }),
    trouble: trouble?.sentence[language] ?? null,
    canRemove: !hasFiles && source.lastGoodImportAt === null,
  }
}

const waitingFiles = (db: Db) =>
  db.rows<{ id: number; source: number; name: string; because: WaitsBecause; toFix: number }>(sql`
    select id, source_id as source, name, waits_because as because, coalesce((summary ->> 'toFix')::integer, 0) as "toFix"
    from source_file
    where organization_id = current_organization() and source_id is not null and waits_because is not null
      and state in ('checked', 'failed')
    order by id`)

const missingBySource = (db: Db) =>
  db.rows<{ source: number; invoices: number }>(sql`
    select source_id as source, count(*) as invoices from invoice i
    where i.organization_id = current_organization() and i.missing_file_id is not null
      and exists (select from open_item o
        where o.organization_id = i.organization_id and o.invoice_id = i.id and o.amount_due <> 0)
    group by source_id`)

/** Why a file that came by itself waits, and what to do. */
export function waitsSentence(because: WaitsBecause, toFix: number, language: Language): string {
  if (because !== 'toFix') return sentences[because][language]
  return language === 'fr'
    ? `${toFix} ${toFix === 1 ? 'ligne est' : 'lignes sont'} à corriger : ouvrez le fichier, corrigez ou importez le reste.`
    : `${toFix} ${toFix === 1 ? 'row is' : 'rows are'} to fix: open the file, correct them or import the others.`
}

const sentences = {
  firstFile: {
    fr: 'C’est le premier fichier de cette source : vérifiez ses colonnes, puis importez-le. Les suivants entreront seuls.',
    en: 'This is the first file of this source: check its columns, then import it. The next ones go in by themselves.',
  },
  manyVanished: {
    fr: 'Il devrait contenir toutes les factures ouvertes, et il en manque beaucoup : vérifiez que l’export est complet, puis importez-le.',
    en: 'It should hold every open invoice, and many are missing: check that the export is complete, then import it.',
  },
  newColumns: {
    fr: 'Ses colonnes ne sont plus celles du fichier précédent : vérifiez-les, puis importez-le.',
    en: 'Its columns are no longer those of the file before: check them, then import it.',
  },
  notByItself: { fr: 'Il est vérifié et attend votre accord.', en: 'It is checked and waits for you.' },
  unreadable: {
    fr: 'Il ne peut pas être lu comme une liste de factures : ouvrez-le pour voir pourquoi.',
    en: 'It cannot be read as a list of invoices: open it to see why.',
  },
} as const
