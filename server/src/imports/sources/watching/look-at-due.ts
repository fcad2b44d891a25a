import { minutesInZone } from '@quittance/core/calendar/zone-day.ts'
import { places } from '../../../platform/places.ts'
import { type ImportsContext, importerOf } from '../../import-work.ts'
import { freshnessRules } from '../list-sources.ts'
import { type SourceRow, sourcesDue } from '../source-queries.ts'
import { lookAtSource } from './look-at-source.ts'

/** Folders looked at together: each may hold a line to its server and one file on the disk. */
const mostAtOnce = 4

/** Every watched folder of an organisation whose turn it is. What breaks for one is thrown once the others had theirs. */
export async function lookAtDue(work: ImportsContext, organization: number): Promise<number> {
  const { transaction } = await importerOf(work, { organization, person: null })
  const nowMs = work.clock.now()
  const { due, zone } = await transaction(async (db) => ({
    due: await sourcesDue(db, nowMs),
    zone: (await freshnessRules(db)).timeZone,
  }))
  const now = due.filter((source) => isWithinHours(source, minutesInZone(nowMs, zone)))
  // At once: a server that hangs does not hold up the folders beside it.
  const at = places(mostAtOnce)
  const looks = await Promise.allSettled(now.map(({ id }) => at(() => lookAtSource(work, organization, id))))
  const errors = looks.flatMap((look) => (look.status === 'rejected' ? [look.reason] : []))
  const taken = looks.reduce((sum, look) => sum + (look.status === 'fulfilled' ? look.value : 0), 0)
  if (errors.length > 0) throw errors.length === 1 ? errors[0] : new AggregateError(errors, 'Folders could not be read')
  return taken
}

const isWithinHours = ({ settings }: SourceRow, minute: number): boolean =>
  !settings?.hours || (minute >= settings.hours.from && minute < settings.hours.to)
