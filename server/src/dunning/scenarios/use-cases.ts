import { defaultScenarios } from '@quittance/core/dunning/default-scenarios.ts'
import type { Step } from '@quittance/core/dunning/scenario.ts'
import { validateScenario } from '@quittance/core/dunning/validate-scenario.ts'
import { recordInJournal } from '../../people/journal.ts'
import type { Db } from '../../platform/database/db.ts'
import { AppError, found } from '../../platform/http/app-error.ts'
import {
  addScenario,
  chooseDefault,
  followers,
  nextVersion,
  type StepRow,
  scenarioRows,
  stepFrom,
  waitingAt,
  writeSteps,
} from './queries.ts'

/** The scenarios of the house, for a new organisation; one scenario holds for one category at the most. */
export async function addDefaultScenarios(db: Db, language: 'fr' | 'en'): Promise<void> {
  for (const { preset, name, defaultFor, steps } of defaultScenarios) {
    const { id } = await addScenario(db, { name: name[language], preset, defaultFor: defaultFor[0] ?? null })
    await writeSteps(db, id, 1, steps.map(rowOf))
  }
}

export const rowOf = (step: Step): StepRow => ({
  key: step.key,
  delayDays: step.delayDays,
  channel: step.channel,
  tone: step.tone,
  assignee: typeof step.assignee === 'object' ? 'person' : step.assignee,
  assigneeId: typeof step.assignee === 'object' ? step.assignee.person : null,
  isActive: step.active,
})

/** Every scenario with how many follow it and wait at each step. */
export async function listScenarios(db: Db) {
  const customers = new Map((await followers(db)).map((row) => [row.scenario, row.customers]))
  const waiting = new Map((await waitingAt(db)).map((row) => [`${row.scenario}/${row.step}`, row.waiting]))
  return (await scenarioRows(db)).map((row) => ({
    ...row,
    customers: customers.get(row.id) ?? 0,
    steps: row.steps.map((step) => ({ ...step, waiting: waiting.get(`${row.id}/${step.key}`) ?? 0 })),
  }))
}

export const oneScenario = async (db: Db, id: number) => found((await listScenarios(db)).find((row) => row.id === id))

/** Saves a new version. Invoices under way keep their place: what they have been through is remembered by step. */
export async function changeScenario(
  db: Db,
  id: number,
  changed: { name: string; steps: readonly StepRow[] },
): Promise<void> {
  const steps = changed.steps.map(stepFrom)
  const [fr] = validateScenario(steps, 'fr')
  const [en] = validateScenario(steps, 'en')
  if (fr && en) throw new AppError('scenarioInvalid', 400, { fr: fr.sentence, en: en.sentence }, { step: fr.step })
  const before = await oneScenario(db, id)
  const { version } = found(await nextVersion(db, id, changed.name))
  await writeSteps(db, id, version, changed.steps)
  await recordInJournal(db, {
    act: 'scenario.changed',
    thing: 'scenario',
    thingId: id,
    details: {
      version,
      before: before.steps.map((step) => step.delayDays),
      after: changed.steps.map((step) => step.delayDays),
    },
  })
}

export async function chooseDefaultScenario(
  db: Db,
  id: number,
  category: 'company' | 'publicBody' | 'individual',
): Promise<void> {
  const before = await oneScenario(db, id)
  await chooseDefault(db, id, category)
  await recordInJournal(db, {
    act: 'scenario.madeDefault',
    thing: 'scenario',
    thingId: id,
    details: { category, name: before.name },
  })
}
