import { type Scope, transaction } from '../../platform/database/db.ts'
import { loadDemo } from '../demo/load-demo.ts'
import { removeDemoOrganization } from '../demo/start-demo.ts'
import type { Commanded, ExitCode } from './command.ts'
import { everyOrganization, removeTrials } from './organizations.ts'
import { shown } from './remind.ts'

/** Makes the example company for the first account there is (or for nobody), or removes it. */
export async function demoCommand(given: Commanded): Promise<ExitCode> {
  return given.asked.remove ? removeDemos(given) : makeDemo(given)
}

async function makeDemo(given: Commanded): Promise<ExitCode> {
  const { terminal, asked, database, clock } = given
  const { words, language } = terminal
  await removeTrials(given)
  const there = (await everyOrganization(given)).find((one) => one.isDemo)
  if (there) {
    if (asked.json) await terminal.line(JSON.stringify({ command: 'demo', organization: shown(there), isNew: false }))
    else await terminal.line(words.demoThere(there.name, there.id))
    return 0
  }
  const account = await firstAccount(given)
  const scope: Scope = { organization: null, person: null, rights: 'all', origin: 'commandLine' }
  await transaction(database.app, scope, (db) => loadDemo(db, { account, language, nowMs: clock.now() }))
  const made = (await everyOrganization(given)).find((one) => one.isDemo)
  if (!made) throw new Error('The example company was made and is not there.')
  if (asked.json) await terminal.line(JSON.stringify({ command: 'demo', organization: shown(made), isNew: true }))
  else await terminal.line(words.demoMade(made.name, made.id))
  if (account === null) terminal.remark(words.demoForNobody)
  return 0
}

async function removeDemos(given: Commanded): Promise<ExitCode> {
  const { terminal, asked, database } = given
  const demos = (await everyOrganization(given)).filter((one) => one.isDemo)
  for (const { id } of demos) await removeDemoOrganization(database, id)
  if (asked.json) await terminal.line(JSON.stringify({ command: 'demo', removed: demos.map(shown) }))
  else await terminal.line(terminal.words.demoRemoved(demos.length))
  return 0
}

/** Who opened this installation, so that the example shows among their organisations. */
async function firstAccount({ database }: Commanded): Promise<string | null> {
  const { rows } = await database.auth.query<{ id: string }>('select id from "user" order by "createdAt", id limit 1')
  return rows[0]?.id ?? null
}
