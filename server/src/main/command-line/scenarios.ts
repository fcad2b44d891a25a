import { readFileSync } from 'node:fs'
import { scenarioNameIn } from '@quittance/core/dunning/default-scenarios.ts'
import { dailyRun } from '../../dunning/run/daily-run.ts'
import { loadRunContext } from '../../dunning/run/run-context.ts'
import type { FileProblem } from '../../dunning/scenarios/file/explain-issue.ts'
import { exportScenario } from '../../dunning/scenarios/file/export-file.ts'
import { importScenario } from '../../dunning/scenarios/file/import-file.ts'
import { listScenarios } from '../../dunning/scenarios/use-cases.ts'
import { AppError } from '../../platform/http/app-error.ts'
import { assignScenario, scenarioNamed } from './assign-scenario.ts'
import { type Chosen, type Commanded, CommandRefusal, type ExitCode } from './command.ts'
import { chooseOrganization, inOrganization } from './organizations.ts'
import { shown } from './remind.ts'

/** Lists the scenarios, brings one in from a file (`import FILE`), writes one out (`export NAME`), or gives one to a customer (`assign NAME`). */
export async function scenariosCommand(given: Commanded): Promise<ExitCode> {
  const { asked, terminal } = given
  const { customer, invoice, what } = asked
  if (what !== 'assign' && (customer !== undefined || invoice !== undefined))
    throw new CommandRefusal(terminal.words.assignHow)
  const organization = await chooseOrganization(given)
  if (what === 'assign') return assignScenario(given, organization)
  if (what === undefined) return list(given, organization)
  if (what === 'import') return bringIn(given, organization)
  if (what === 'export') return writeOut(given, organization)
  throw new CommandRefusal(terminal.words.tooMuch(what))
}

async function list(given: Commanded, organization: Chosen): Promise<ExitCode> {
  const { terminal, asked } = given
  const rows = await inOrganization(given, organization.id)((db) => listScenarios(db, organization.today))
  if (asked.json) {
    const scenarios = rows.map(({ steps: _, ...row }) => row)
    await terminal.line(JSON.stringify({ command: 'scenarios', organization: shown(organization), scenarios }))
    return 0
  }
  for (const row of rows) {
    const days = row.steps.filter((step) => step.isActive).map((step) => step.delayDays)
    const name = scenarioNameIn(row.name, terminal.language)
    await terminal.line(terminal.words.scenarioRow(name, row.version, days.join(', '), row.customers))
  }
  return 0
}

async function bringIn(given: Commanded, organization: Chosen): Promise<ExitCode> {
  const { terminal, asked } = given
  if (asked.also === undefined) throw new CommandRefusal(terminal.words.fileMissing('scenarios import'))
  const text = readText(asked.also, terminal.words)
  const inTransaction = inOrganization(given, organization.id)
  try {
    const imported = await inTransaction(async (db) => {
      const run = await loadRunContext(db, given.clock.now())
      return importScenario(db, text, run, { dryRun: asked.dryRun })
    })
    if (!asked.dryRun) await dailyRun(inTransaction, given.clock.now())
    if (asked.json) {
      const answer = { command: 'scenarios', organization: shown(organization), dryRun: asked.dryRun, imported }
      await terminal.line(JSON.stringify(answer))
      return 0
    }
    await terminal.line(
      terminal.words.scenarioImported(imported.name, imported.outcome, imported.steps, imported.cases),
    )
    if (asked.dryRun) await terminal.line(terminal.words.nothingWritten)
    return 0
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'scenarioFileRefused') throw error
    const problems = (error.details as { problems: readonly FileProblem[] }).problems
    if (asked.json) {
      await terminal.line(
        JSON.stringify({ command: 'scenarios', organization: shown(organization), error: { problems } }),
      )
      return 2
    }
    for (const one of problems) {
      terminal.remark(terminal.words.fileProblem(one.line, one.field, terminal.language === 'fr' ? one.fr : one.en))
    }
    return 2
  }
}

function readText(path: string, words: Commanded['terminal']['words']): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    throw new CommandRefusal(words.noSuchFile(path))
  }
}

async function writeOut(given: Commanded, organization: Chosen): Promise<ExitCode> {
  const { terminal, asked } = given
  const name = asked.also?.trim()
  if (!name) throw new CommandRefusal(terminal.words.scenarioMissing)
  const inTransaction = inOrganization(given, organization.id)
  const text = await inTransaction(async (db) =>
    exportScenario(db, await scenarioNamed(db, name, { organization, words: terminal.words })),
  )
  await terminal.write(text)
  return 0
}
