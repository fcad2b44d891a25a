import { minutesInZone } from '@quittance/core/calendar/zone-day.ts'
import { type ImportsContext, importerOf } from '../../import-work.ts'
import { freshnessRules } from '../list-sources.ts'
import { type SourceRow, sourcesDue } from '../source-queries.ts'
import { lookAtSource } from './look-at-source.ts'

/** Every watched folder of an organisation whose turn it is. What breaks for one is thrown once the others had theirs. */
export async function lookAtDue(work: ImportsContext, organization: number): Promise<number> {
  const { transaction } = await importerOf(work, { organization, person: null })
  const nowMs = work.clock.now()
  const { due, zone } = await transaction(async (db) => ({
    due: await sourcesDue(db, nowMs),
    zone: (await freshnessRules(db)).timeZone,
  }))
  const errors: unknown[] = []
  let taken = 0
  for (const source of due) {
    if (!isWithinHours(source, minutesInZone(nowMs, zone))) continue
    try {
      taken += await lookAtSource(work, organization, source.id)
    } catch (error) {
      errors.push(error)
    }
  }
  if (errors.length > 0) throw errors.length === 1 ? errors[0] : new AggregateError(errors, 'Folders could not be read')
  return taken
}

const isWithinHours = ({ settings }: SourceRow, minute: number): boolean =>
  !settings?.hours || (minute >= settings.hours.from && minute < settings.hours.to)
