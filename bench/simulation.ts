import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { dayInZone } from '@quittance/core/calendar/zone-day.ts'
import { demoDay } from '@quittance/core/testing/demo-company/demo-day.ts'
import { loadRunContext } from '@quittance/server/dunning/run/run-context.ts'
import { type SimulationAsked, simulateScenario } from '@quittance/server/dunning/scenarios/simulate-scenario.ts'
import { transaction } from '@quittance/server/platform/database/db.ts'
import { fillCompany, foundCompany, sizeOf } from './company.ts'
import { openBench } from './database.ts'

/**
 * `node bench/simulation.ts [ITEMS]`: what a draft would do over thirty days beside the version in force, for a company of
 * so many open items, as one line of JSON. `longestTurnMs`: how long anybody else waited at most for this process.
 */
const items = Number(process.argv[2] ?? 100_000)
const today = demoDay(dayInZone(Date.now(), 'Europe/Paris'))
const folder = mkdtempSync(join(tmpdir(), 'quittance-simulation-'))
chmodSync(folder, 0o755)
const bench = await openBench(folder, 'simulation')
try {
  const company = await foundCompany(bench, 'Banc')
  await fillCompany(bench, company, sizeOf(items, 20261123), today)
  await bench.asSuperuser('vacuum (analyze)')
  const nowMs = Date.parse(`${today}T07:00:00Z`)
  const simulated = (isDraft: boolean) =>
    transaction(bench.database.app, company.scope, async (db) => {
      const run = await loadRunContext(db, nowMs, today)
      const standard = [...run.scenarios.values()].find(({ name }) => name === 'Standard')
      if (!standard) throw new Error('The company has no scenario Standard.')
      const steps = isDraft ? standard.steps.map((step) => ({ ...step, delayDays: step.delayDays + 2 })) : null
      const asked: SimulationAsked = { scenario: standard.id, steps, rules: null, days: 30, customer: null, on: null }
      return simulateScenario(db, asked, run, 'fr')
    })
  const figures = { items, inForce: await timed(() => simulated(false)), draft: await timed(() => simulated(true)) }
  process.stdout.write(`${JSON.stringify(figures)}\n`)
} finally {
  await bench.close()
  rmSync(folder, { recursive: true, force: true })
}

async function timed(work: () => ReturnType<typeof simulateScenario>) {
  let longestTurnMs = 0
  let last = performance.now()
  const watch = setInterval(() => {
    longestTurnMs = Math.max(longestTurnMs, performance.now() - last - 10)
    last = performance.now()
  }, 10)
  const started = performance.now()
  const { customers, days } = await work()
  clearInterval(watch)
  const contacts = days.reduce((sum, day) => sum + day.emails + day.calls + day.letters + day.decisions, 0)
  return { ms: Math.round(performance.now() - started), longestTurnMs: Math.round(longestTurnMs), customers, contacts }
}
