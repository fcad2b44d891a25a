import { defaultScenarios, type ScenarioCategory } from '@quittance/core/dunning/default-scenarios.ts'
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

/** The scenarios of the house, for a new organisation, each with the categories it holds for. */
export async function addDefaultScenarios(db: Db, language: 'fr' | 'en'): Promise<void> {
  for (const { preset, name, defaultFor, steps } of defaultScenarios) {
    const { id } = await addScenario(db, { name: name[language], preset })
    await writeSteps(db, id, 1, steps.map(rowOf))
    for (const category of defaultFor) await chooseDefault(db, id, category)
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
  if (before.defaultFor.includes('publicBody')) refuseFormalNotice(changed.steps)
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

export async function chooseDefaultScenario(db: Db, id: number, category: ScenarioCategory): Promise<void> {
  const before = await oneScenario(db, id)
  if (category === 'publicBody') refuseFormalNotice(before.steps)
  await chooseDefault(db, id, category)
  await recordInJournal(db, {
    act: 'scenario.madeDefault',
    thing: 'scenario',
    thingId: id,
    details: { category, name: before.name },
  })
}

/** Public bodies pay by public accountants, under the code de la commande publique: they get no formal notice. */
function refuseFormalNotice(steps: readonly Pick<StepRow, 'tone' | 'isActive'>[]): void {
  if (!steps.some((step) => step.isActive && step.tone === 'formalNotice')) return
  throw new AppError('formalNoticeToPublicBody', 409, {
    fr: 'Ce scénario contient une mise en demeure, qui ne s’adresse pas à un organisme public : changez le ton de cette étape, ou désactivez-la.',
    en: 'This scenario has a formal notice, which is not for a public body: change the tone of that step, or switch it off.',
  })
}
