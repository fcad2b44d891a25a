import type { ScenarioCategory } from '@quittance/core/dunning/default-scenarios.ts'
import type { Assignee, Channel, Scenario, Step, Tone } from '@quittance/core/dunning/scenario.ts'
import type { Db } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'

export interface StepRow {
  readonly key: string
  readonly delayDays: number
  readonly channel: Channel
  readonly tone: Tone
  readonly assignee: 'salesRep' | 'collector' | 'director' | 'person'
  readonly assigneeId: number | null
  readonly isActive: boolean
}
export interface ScenarioRow {
  readonly id: number
  readonly name: string
  readonly preset: 'gentle' | 'standard' | 'firm' | 'publicBody' | null
  readonly version: number
  /** The categories whose customers follow it when they have none of their own. */
  readonly defaultFor: ScenarioCategory[]
  readonly steps: readonly StepRow[]
}

/** Every scenario at its current version, steps in order. */
export const scenarioRows = (db: Db): Promise<ScenarioRow[]> =>
  db.rows<ScenarioRow>(sql`
    select s.id, s.name, s.preset, s.version,
      array(select d.category from default_scenario d
        where d.organization_id = s.organization_id and d.scenario_id = s.id
        order by array_position(array['company', 'publicBody', 'individual'], d.category)) as "defaultFor",
      coalesce((select json_agg(json_build_object('key', t.key, 'delayDays', t.delay_days, 'channel', t.channel, 'tone', t.tone,
          'assignee', t.assignee, 'assigneeId', t.assignee_id, 'isActive', t.is_active) order by t.position)
        from scenario_step t
        where t.organization_id = s.organization_id and t.scenario_id = s.id and t.version = s.version), '[]') as steps
    from scenario s where s.organization_id = current_organization() order by s.id`)

/** A row as the decision wants it. */
export const scenarioFrom = (row: ScenarioRow): Scenario => ({
  id: row.id,
  version: row.version,
  name: row.name,
  steps: row.steps.map(stepFrom),
})

export function stepFrom(row: StepRow): Step {
  const assignee: Assignee =
    row.assignee === 'person' && row.assigneeId !== null
      ? { person: row.assigneeId }
      : (row.assignee as Exclude<Assignee, object>)
  return {
    key: row.key,
    delayDays: row.delayDays,
    channel: row.channel,
    tone: row.tone,
    assignee,
    active: row.isActive,
  }
}

export async function loadScenarios(db: Db): Promise<Map<number, Scenario>> {
  return new Map((await scenarioRows(db)).map((row) => [row.id, scenarioFrom(row)]))
}

export const addScenario = (
  db: Db,
  scenario: { name: string; preset: ScenarioRow['preset'] },
): Promise<{ id: number }> =>
  db.one(sql`
    insert into scenario (organization_id, name, preset)
    values (current_organization(), ${scenario.name}, ${scenario.preset}) returning id`)

/** The steps of one version, in order. */
export const writeSteps = (db: Db, scenario: number, version: number, steps: readonly StepRow[]): Promise<number> =>
  db.run(sql`
    insert into scenario_step (organization_id, scenario_id, version, position, key, delay_days, channel, tone, assignee, assignee_id, is_active)
    select current_organization(), ${scenario}, ${version}, s.position, s.key, s.delay_days, s.channel, s.tone, s.assignee, s.assignee_id, s.is_active
    from unnest(${steps.map((_, index) => index + 1)}::int[], ${steps.map((s) => s.key)}::text[], ${steps.map((s) => s.delayDays)}::int[],
      ${steps.map((s) => s.channel)}::text[], ${steps.map((s) => s.tone)}::text[], ${steps.map((s) => s.assignee)}::text[],
      ${steps.map((s) => s.assigneeId)}::bigint[], ${steps.map((s) => s.isActive)}::boolean[])
      as s(position, key, delay_days, channel, tone, assignee, assignee_id, is_active)`)

/** The next version number of a scenario under its new name; null when there is no such scenario. */
export const nextVersion = (db: Db, scenario: number, name: string): Promise<{ version: number } | null> =>
  db.maybe(sql`
    update scenario set version = version + 1, name = ${name}
    where organization_id = current_organization() and id = ${scenario} returning version`)

/** In place of the one before: a category is never without. */
export const chooseDefault = (db: Db, scenario: number, category: ScenarioCategory): Promise<number> =>
  db.run(sql`
    insert into default_scenario (organization_id, category, scenario_id)
    values (current_organization(), ${category}, ${scenario})
    on conflict (organization_id, category) do update set scenario_id = excluded.scenario_id`)

/** How many customers follow each scenario, and how many late items wait at each step. */
export const followers = (db: Db) =>
  db.rows<{ scenario: number; customers: number }>(sql`
    select coalesce(c.scenario_id, usual.scenario_id) as scenario, count(*)::int as customers
    from customer c
    left join default_scenario usual on usual.organization_id = c.organization_id and usual.category = c.category
    where c.organization_id = current_organization() group by 1`)

export const waitingAt = (db: Db) =>
  db.rows<{ scenario: number; step: string; waiting: number }>(sql`
    select coalesce(c.scenario_id, usual.scenario_id) as scenario, d.step_key as step, count(*)::int as waiting
    from current_decision d
    join customer c on c.organization_id = d.organization_id and c.id = d.customer_id
    left join default_scenario usual on usual.organization_id = c.organization_id and usual.category = c.category
    where d.organization_id = current_organization() and d.step_key is not null group by 1, 2`)
