import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { dayInZone } from '@quittance/core/calendar/zone-day.ts'
import { demoDay } from '@quittance/core/testing/demo-company/demo-day.ts'
import { loadRunContext } from '@quittance/server/dunning/run/run-context.ts'
import { keptResults } from '@quittance/server/dunning/scenarios/kept-results.ts'
import { type ReplayAsked, replayScenario } from '@quittance/server/dunning/scenarios/replay/replay-scenario.ts'
import { type SimulationAsked, simulateScenario } from '@quittance/server/dunning/scenarios/simulate-scenario.ts'
import { type Db, transaction } from '@quittance/server/platform/database/db.ts'
import { fillCompany, foundCompany, sizeOf } from './company.ts'
import { openBench } from './database.ts'

/**
 * `node bench/simulation.ts [ITEMS]`: what a draft would do over thirty days beside the version in force, and what it would
 * have done over the last twelve months, for a company of so many open items, as one line of JSON. `longestTurnMs`: how long
 * anybody else waited at most for this process; `cpuMs`: what this process computed, whoever else kept the machine busy.
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
  const asked = async (isDraft: boolean, db: Db) => {
    const run = await loadRunContext(db, nowMs, today)
    const standard = [...run.scenarios.values()].find(({ name }) => name === 'Standard')
    if (!standard) throw new Error('The company has no scenario Standard.')
    const steps = isDraft ? standard.steps.map((step) => ({ ...step, delayDays: step.delayDays + 2 })) : null
    return { run, draft: { scenario: standard.id, steps, rules: null, within: null } satisfies ReplayAsked }
  }
  const simulated = (isDraft: boolean) => () =>
    transaction(bench.database.app, company.scope, async (db) => {
      const { run, draft } = await asked(isDraft, db)
      const simulation: SimulationAsked = { ...draft, days: 30, customer: null }
      return simulateScenario(db, simulation, run, { language: 'fr' })
    })
  const replayed = (isDraft: boolean) => () =>
    transaction(bench.database.app, company.scope, async (db) => {
      const { run, draft } = await asked(isDraft, db)
      return replayScenario(db, draft, run, { language: 'fr' })
    })
  const kept = keptResults()
  /** A week of what was computed for the year, as when its customers are opened. */
  const week = { from: asDate('2026-03-02'), until: asDate('2026-03-08') }
  const keeping = (within: ReplayAsked['within']) => () =>
    transaction(bench.database.app, { ...company.scope, person: 1 }, async (db) => {
      const { run, draft } = await asked(false, db)
      return replayScenario(db, { ...draft, within }, run, { language: 'fr', kept })
    })
  const figures = {
    items,
    inForce: await timed(simulated(false)),
    draft: await timed(simulated(true)),
    replay: await timed(replayed(false)),
    replayOfDraft: await timed(replayed(true)),
    replayToKeep: await timed(keeping(null)),
    weekOfReplay: await timed(keeping(week)),
  }
  process.stdout.write(`${JSON.stringify(figures)}\n`)
} finally {
  await bench.close()
  rmSync(folder, { recursive: true, force: true })
}

interface Simulated {
  readonly customers: number
  readonly days: readonly { emails: number; texts: number; calls: number; letters: number; decisions: number }[]
}

async function timed(work: () => Promise<Simulated>) {
  let longestTurnMs = 0
  let last = performance.now()
  const watch = setInterval(() => {
    longestTurnMs = Math.max(longestTurnMs, performance.now() - last - 10)
    last = performance.now()
  }, 10)
  const started = performance.now()
  const processor = process.cpuUsage()
  const { customers, days } = await work()
  clearInterval(watch)
  const contacts = days.reduce((sum, day) => sum + day.emails + day.texts + day.calls + day.letters + day.decisions, 0)
  const { user, system } = process.cpuUsage(processor)
  return {
    ms: Math.round(performance.now() - started),
    cpuMs: Math.round((user + system) / 1000),
    longestTurnMs: Math.round(longestTurnMs),
    customers,
    contacts,
  }
}
