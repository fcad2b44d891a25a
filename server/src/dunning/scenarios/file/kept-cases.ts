import type { Scenario } from '@quittance/core/dunning/scenario.ts'
import type { Language } from '@quittance/core/money/format-money.ts'
import type { Db } from '../../../platform/database/db.ts'
import { sql } from '../../../platform/database/sql.ts'
import type { RunContext } from '../../run/run-context.ts'
import { type FileCase, failedCases } from './file-cases.ts'

/** The cases a scenario came with, as its file wrote them. */
export async function keptCases(db: Db, scenario: number): Promise<FileCase[]> {
  const row = await db.maybe<{ cases: FileCase[] }>(sql`
    select cases from scenario where organization_id = current_organization() and id = ${scenario}`)
  return row?.cases ?? []
}

/** A file that brings cases replaces those that were kept; one that has none says nothing of them. */
export const keepCases = (db: Db, scenario: number, cases: readonly FileCase[]): Promise<number> =>
  db.run(sql`
    update scenario set cases = ${sql.json(cases)}
    where organization_id = current_organization() and id = ${scenario}`)

/** How many cases a scenario has, and what those that steps on screen would no longer hold say. */
export async function tryCases(db: Db, scenario: Scenario, run: RunContext, language: Language) {
  const cases = await keptCases(db, scenario.id)
  const proof = { scenario, rules: run.rules, baseCurrency: run.baseCurrency, lineOf: () => 0 }
  return { count: cases.length, failed: (await failedCases(cases, proof)).map((problem) => problem[language]) }
}
