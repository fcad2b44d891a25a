import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { parseTypedDate } from '@quittance/core/calendar/parse-typed-date.ts'
import { addDefaultScenarios } from '../../dunning/scenarios/use-cases.ts'
import { recordInJournal } from '../../people/journal.ts'
import { addLegalEntity } from '../../people/legal-entities.ts'
import { changeOrganization } from '../../people/queries.ts'
import { today } from '../../platform/clock.ts'
import { type Db, type Scope, transaction } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'
import { lineShape } from '../../platform/http/entered-shapes.ts'
import { removeDemoOrganization } from '../demo/start-demo.ts'
import { organizations as organizationIds } from '../schedule.ts'
import { type Chosen, type Commanded, CommandRefusal } from './command.ts'

/** Rights of whoever may run the program on this machine: all of them, in the name of nobody. */
const scopeOf = (organization: number | null): Scope => ({
  organization,
  person: null,
  rights: 'all',
  origin: 'commandLine',
})

/** One transaction in an organisation. */
export const inOrganization =
  ({ database }: Pick<Commanded, 'database'>, organization: number) =>
  <T>(work: (db: Db) => Promise<T>): Promise<T> =>
    transaction(database.app, scopeOf(organization), work)

export async function everyOrganization(given: Pick<Commanded, 'database' | 'clock'>): Promise<Chosen[]> {
  const all: Chosen[] = []
  for (const id of await organizationIds(given)) {
    const row = await inOrganization(
      given,
      id,
    )((db) =>
      db.one<Omit<Chosen, 'today'>>(sql`
        select organization_id as id, name, is_demo as "isDemo", time_zone as "timeZone" from organization
        where organization_id = current_organization()`),
    )
    all.push({ ...row, today: today(given.clock, row.timeZone) })
  }
  return all
}

/** The organisation asked for by name or number; with none said, the only one there is beside the example. */
export async function chooseOrganization(given: Commanded): Promise<Chosen> {
  const { words } = given.terminal
  const all = await everyOrganization(given)
  const wanted = given.asked.organization
  if (all.length === 0) throw new CommandRefusal(words.noOrganization)
  const names = all.map((one) => `  ${one.id}  ${one.name}${one.isDemo ? ` (${words.example})` : ''}`).join('\n')
  const matching = wanted === undefined ? withoutSaying(all) : named(all, wanted)
  if (matching.length === 1 && matching[0]) return matching[0]
  throw new CommandRefusal(
    `${wanted === undefined ? words.severalOrganizations : words.unknownOrganization(wanted)}\n${names}`,
  )
}

const withoutSaying = (all: readonly Chosen[]): readonly Chosen[] => {
  const real = all.filter((one) => !one.isDemo)
  return real.length > 0 ? real : all
}

const named = (all: readonly Chosen[], wanted: string): readonly Chosen[] => {
  const byId = all.filter((one) => String(one.id) === wanted)
  return byId.length > 0 ? byId : all.filter((one) => one.name.toLowerCase() === wanted.trim().toLowerCase())
}

/**
 * For the first import: where there is no organisation yet (the example does not count), the one named is founded,
 * with one legal entity of its name, the scenarios of the house and nobody who signs in. A dry run founds an example
 * (`isTrial`), to be removed after it with `removeTrials`.
 */
export async function chooseOrFound(given: Commanded): Promise<Chosen & { readonly isTrial: boolean }> {
  const { asked, terminal } = given
  await removeTrials(given)
  const name = asked.organization?.trim()
  const isNew =
    name && (await everyOrganization(given)).every((one) => one.isDemo && one.name !== name && String(one.id) !== name)
  if (!isNew) return { ...(await chooseOrganization(given)), isTrial: false }
  if (!lineShape(200).safeParse(name).success) throw new CommandRefusal(terminal.words.nameTooLong)
  const id = await foundOrganization(given, { name, isTrial: asked.dryRun })
  terminal.remark(asked.dryRun ? terminal.words.wouldFound(name) : terminal.words.founded(name))
  const founded = (await everyOrganization(given)).find((one) => one.id === id)
  if (!founded) throw new Error('The organisation was founded and is not there.')
  return { ...founded, isTrial: asked.dryRun }
}

/** With one legal entity of its name, the scenarios of the house and nobody who signs in. Answers its number. */
export const foundOrganization = (
  { database, terminal }: Commanded,
  { name, isTrial }: { readonly name: string; readonly isTrial: boolean },
): Promise<number> =>
  transaction(database.app, scopeOf(null), async (db) => {
    const { id } = await db.one<{ id: number }>(sql`select found_organization(${name}, ${isTrial}) as id`)
    await db.run(sql`select set_config('app.organization', ${String(id)}, true)`)
    await changeOrganization(db, { language: terminal.language })
    await addLegalEntity(db, name)
    await addDefaultScenarios(db, terminal.language)
    await recordInJournal(db, { act: 'founded', thing: 'organization', thingId: id, details: { name } })
    return id
  })

/** Examples that nobody works in: what a dry run founded, or one that was cut short. */
export async function removeTrials(given: Pick<Commanded, 'database' | 'clock'>): Promise<void> {
  for (const { id, isDemo } of await everyOrganization(given)) {
    if (isDemo && (await inOrganization(given, id)(isEmptyOfPeople))) await removeDemoOrganization(given.database, id)
  }
}

const isEmptyOfPeople = async (db: Db): Promise<boolean> =>
  (
    await db.one<{ empty: boolean }>(sql`
      select not exists (select from person where organization_id = current_organization()) as empty`)
  ).empty

/** `--on`: 2026-11-23, 23/11/2026, -3, hier… With nothing said, the organisation's today. */
export function dayAsked({ asked, terminal }: Commanded, { today }: Pick<Chosen, 'today'>): CalendarDate {
  if (asked.on === undefined) return today
  const read = parseTypedDate(asked.on, { today })
  if (!read.ok) throw new CommandRefusal(terminal.words.badDay(asked.on))
  return read.date
}
