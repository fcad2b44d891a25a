import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { CustomerCategory } from '@quittance/core/customers/category.ts'
import type { Preset } from '@quittance/core/dunning/default-scenarios.ts'
import { type Scenario, type ScenarioRules, withRepeats } from '@quittance/core/dunning/scenario.ts'
import type { Db } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'
import { type StepRow, stepFrom } from './step-rows.ts'

/** A scenario at one of its versions. */
export interface ScenarioRow {
  readonly id: number
  readonly name: string
  readonly preset: Preset | null
  readonly version: number
  readonly rules: ScenarioRules
  /** The categories whose customers follow it when they have none of their own. */
  readonly defaultFor: CustomerCategory[]
  readonly steps: readonly StepRow[]
}

/** Every scenario at the version in force on a day, steps in order. */
export const scenarioRows = (db: Db, on: CalendarDate): Promise<ScenarioRow[]> =>
  db.rows<ScenarioRow>(sql`
    select s.id, coalesce(v.name, s.name) as name, s.preset, f.version, coalesce(v.rules, '{}') as rules,
      array(select d.category from default_scenario d
        where d.organization_id = s.organization_id and d.scenario_id = s.id
        order by array_position(array['company', 'publicBody', 'individual'], d.category)) as "defaultFor",
      ${stepsAt} as steps
    from scenario s
    cross join lateral (select coalesce((
      select max(x.version) from scenario_version x
      where x.organization_id = s.organization_id and x.scenario_id = s.id and x.replaced_at is null
        and (x.effective_on is null or x.effective_on <= ${on})), s.version) as version) f
    left join scenario_version v on v.organization_id = s.organization_id and v.scenario_id = s.id and v.version = f.version
    where s.organization_id = current_organization() order by s.id`)

/** The steps of a version f of a scenario s. */
const stepsAt = sql`
  coalesce((select json_agg(json_build_object('key', t.key, 'delayDays', t.delay_days, 'channel', t.channel, 'tone', t.tone,
      'assignee', t.assignee, 'assigneeId', t.assignee_id, 'isActive', t.is_active, 'label', t.label, 'sender', t.sender,
      'recipients', t.recipients, 'copies', t.copies, 'departureMinute', t.departure_minute, 'release', t.release,
      'feeFixed', t.fee_fixed, 'feeBasisPoints', t.fee_basis_points, 'texts', t.texts) order by t.position)
    from scenario_step t
    where t.organization_id = s.organization_id and t.scenario_id = s.id and t.version = f.version), '[]')`

/** A version as its history tells it. */
export interface VersionRow {
  readonly version: number
  readonly name: string
  readonly effectiveOn: CalendarDate | null
  readonly rules: ScenarioRules
  readonly writtenAt: string
  readonly by: string | null
  /** It never took effect: another was written before its day. */
  readonly isReplaced: boolean
  readonly steps: StepRow[]
}

/** The versions of a scenario, latest first. */
export const versionRows = (db: Db, scenario: number): Promise<VersionRow[]> =>
  db.rows<VersionRow>(sql`
    select f.version, f.name, f.effective_on as "effectiveOn", f.rules, f.written_at as "writtenAt", p.name as by,
      f.replaced_at is not null as "isReplaced", ${stepsAt} as steps
    from scenario_version f
    join scenario s on s.organization_id = f.organization_id and s.id = f.scenario_id
    left join person p on p.organization_id = f.organization_id and p.id = f.written_by
    where f.organization_id = current_organization() and f.scenario_id = ${scenario}
    order by f.version desc`)

/** A row as the decision wants it, its repeats at its end. */
export const scenarioFrom = (row: Pick<ScenarioRow, 'id' | 'version' | 'name' | 'steps' | 'rules'>): Scenario =>
  withRepeats({ id: row.id, version: row.version, name: row.name, steps: row.steps.map(stepFrom), rules: row.rules })

/** Those in force on that day, by their id. */
export async function loadScenarios(db: Db, on: CalendarDate): Promise<Map<number, Scenario>> {
  return new Map((await scenarioRows(db, on)).map((row) => [row.id, scenarioFrom(row)]))
}

/** Without a version: it is written apart. */
export const addScenario = (
  db: Db,
  scenario: { name: string; preset: ScenarioRow['preset'] },
): Promise<{ id: number }> =>
  db.one(sql`
    insert into scenario (organization_id, name, preset)
    values (current_organization(), ${scenario.name}, ${scenario.preset}) returning id`)

/** What a version says beside its steps; null: it takes effect at once. */
export interface NewVersion {
  readonly version: number
  readonly name: string
  readonly effectiveOn: CalendarDate | null
  readonly rules: ScenarioRules
  readonly steps: readonly StepRow[]
}

/** Writes a version; those that waited for a day to come never take effect. */
export async function writeVersion(db: Db, scenario: number, written: NewVersion): Promise<void> {
  const { version, name, effectiveOn, rules, steps } = written
  if (effectiveOn !== null) await replacePlanned(db, scenario)
  await db.run(sql`
    insert into scenario_version (organization_id, scenario_id, version, name, effective_on, rules, written_by)
    values (current_organization(), ${scenario}, ${version}, ${name}, ${effectiveOn}, ${sql.json(rules)}, current_person())`)
  await writeSteps(db, scenario, version, steps)
}

/** Versions that wait for their day never take effect. */
export const replacePlanned = (db: Db, scenario: number): Promise<number> =>
  db.run(sql`
    update scenario_version set replaced_at = clock_timestamp()
    where organization_id = current_organization() and scenario_id = ${scenario} and replaced_at is null
      and version > (select version from scenario where organization_id = current_organization() and id = ${scenario})`)

const writeSteps = (db: Db, scenario: number, version: number, steps: readonly StepRow[]): Promise<number> =>
  db.run(sql`
    insert into scenario_step (organization_id, scenario_id, version, position, key, delay_days, channel, tone, assignee, assignee_id,
      is_active, label, sender, recipients, copies, departure_minute, release, fee_fixed, fee_basis_points, texts)
    select current_organization(), ${scenario}, ${version}, s.position, s.key, s."delayDays", s.channel, s.tone, s.assignee,
      s."assigneeId", s."isActive", s.label, s.sender, s.recipients, s.copies, s."departureMinute", s.release, s."feeFixed",
      s."feeBasisPoints", s.texts
    from jsonb_to_recordset(${sql.json(steps.map((step, index) => ({ ...step, position: index + 1 })))}::jsonb) as s (
      position int, key text, "delayDays" int, channel text, tone text, assignee text, "assigneeId" bigint, "isActive" boolean,
      label text, sender text, recipients text[], copies jsonb, "departureMinute" int, release text, "feeFixed" bigint,
      "feeBasisPoints" int, texts jsonb)`)

/**
 * The number the next version of a scenario gets, and the latest that counts (in force, or waiting for its day); null when
 * there is no such scenario. Locks it until the transaction ends.
 */
export const nextVersion = (db: Db, scenario: number): Promise<{ version: number; latest: number } | null> =>
  db.maybe(sql`
    select greatest(version, (select max(v.version) from scenario_version v
        where v.organization_id = s.organization_id and v.scenario_id = s.id)) + 1 as version,
      greatest(version, (select max(v.version) from scenario_version v
        where v.organization_id = s.organization_id and v.scenario_id = s.id and v.replaced_at is null)) as latest
    from scenario s where s.organization_id = current_organization() and s.id = ${scenario} for update of s`)

/** The version in force of every scenario, and its name, on a day; harmless when run again. */
export const bringIntoForce = (db: Db, on: CalendarDate): Promise<number> =>
  db.run(sql`
    update scenario s set version = f.version, name = f.name
    from (
      select distinct on (v.scenario_id) v.scenario_id, v.version, v.name from scenario_version v
      where v.organization_id = current_organization() and v.replaced_at is null
        and (v.effective_on is null or v.effective_on <= ${on})
      order by v.scenario_id, v.version desc) f
    where s.organization_id = current_organization() and s.id = f.scenario_id and s.version < f.version`)

/** In place of the one before: a category is never without. */
export const chooseDefault = (db: Db, scenario: number, category: CustomerCategory): Promise<number> =>
  db.run(sql`
    insert into default_scenario (organization_id, category, scenario_id)
    values (current_organization(), ${category}, ${scenario})
    on conflict (organization_id, category) do update set scenario_id = excluded.scenario_id`)

/** How many late items wait at each step of each scenario. */
export const waitingAt = (db: Db) =>
  db.rows<{ scenario: number; step: string; waiting: number }>(sql`
    select scenario_id as scenario, step_key as step, count(*)::int as waiting
    from current_decision
    where organization_id = current_organization() and step_key is not null and scenario_id is not null group by 1, 2`)
