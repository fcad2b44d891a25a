import { stringify } from 'yaml'
import type { Db } from '../../../platform/database/db.ts'
import { sql } from '../../../platform/database/sql.ts'
import type { ScenarioRow } from '../queries.ts'
import { fileFormat, type ScenarioFile } from './file-shape.ts'
import { rulesToFile, stepToFile } from './file-steps.ts'
import { keptCases } from './kept-cases.ts'

/** A scenario as a file to read, to keep or to bring in elsewhere; it names people by their e-mail address. */
export async function exportScenario(db: Db, row: ScenarioRow): Promise<string> {
  const rows = await db.rows<{ id: number; email: string }>(sql`
    select id, email from person where organization_id = current_organization() and email <> ''`)
  const people = new Map(rows.map((person) => [person.id, person.email]))
  const rules = rulesToFile(row.rules)
  const cases = await keptCases(db, row.id)
  const file: ScenarioFile = {
    format: fileFormat,
    name: row.name,
    ...(row.defaultFor.length > 0 && { holdsFor: row.defaultFor }),
    ...(Object.keys(rules).length > 0 && { rules }),
    steps: row.steps.map((step) => stepToFile(step, people)),
    ...(cases.length > 0 && { cases }),
  }
  return stringify(file, { lineWidth: 0 })
}

/** « secteur-public.yaml » */
export const fileNameOf = (name: string): string =>
  `${
    name
      .normalize('NFD')
      .replaceAll(/\p{M}/gu, '')
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-|-$/g, '') || 'scenario'
  }.yaml`
