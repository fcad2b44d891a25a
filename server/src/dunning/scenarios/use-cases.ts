import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { CustomerCategory } from '@quittance/core/customers/category.ts'
import {
  defaultScenario,
  defaultScenarios,
  type Preset,
  scenarioNameIn,
} from '@quittance/core/dunning/default-scenarios.ts'
import type { ScenarioRules } from '@quittance/core/dunning/scenario.ts'
import { validateScenario } from '@quittance/core/dunning/validate-scenario.ts'
import type { Language } from '@quittance/core/money/format-money.ts'
import { recordInJournal } from '../../people/journal.ts'
import type { Db } from '../../platform/database/db.ts'
import { AppError, found, type Sentence } from '../../platform/http/app-error.ts'
import { emptyIn, problemsIn, refuseUnguarded } from '../texts/message-texts.ts'
import { followersByScenario, loadChoices } from './choices.ts'
import {
  addScenario,
  bringIntoForce,
  chooseDefault,
  nextVersion,
  replacePlanned,
  type ScenarioRow,
  scenarioRows,
  versionRows,
  waitingAt,
  writeVersion,
} from './queries.ts'
import { completeStep, type EnteredStep, rowOf, type StepRow, stepFrom } from './step-rows.ts'

/** The scenarios of the house, for a new organisation, each with the categories it holds for. */
export async function addDefaultScenarios(db: Db, language: Language): Promise<void> {
  for (const { preset, name, defaultFor, steps } of defaultScenarios) {
    const { id } = await addScenario(db, { name: name[language], preset })
    const first = { version: 1, name: name[language], effectiveOn: null, rules: {}, steps: steps.map(rowOf) }
    await writeVersion(db, id, first)
    for (const category of defaultFor) await chooseDefault(db, id, category)
  }
}

/** Every scenario as it is in force on a day, with how many follow it and wait at each step, and what waits for its day. */
export async function listScenarios(db: Db, today: CalendarDate) {
  const followers = await followersByScenario(db, await loadChoices(db))
  const waiting = new Map((await waitingAt(db)).map((row) => [`${row.scenario}/${row.step}`, row.waiting]))
  const rows = await scenarioRows(db, today)
  return rows.map((row) => ({
    ...row,
    customers: followers.get(row.id)?.length ?? 0,
    steps: row.steps.map((step) => ({ ...step, waiting: waiting.get(`${row.id}/${step.key}`) ?? 0 })),
  }))
}

/** With the version that waits for its day, if any; 404 for one nobody knows. */
export const oneScenario = async (db: Db, id: number, today: CalendarDate) => {
  const row = found((await listScenarios(db, today)).find((one) => one.id === id))
  const planned = (await versionRows(db, id)).find(({ version, isReplaced }) => version > row.version && !isReplaced)
  return { ...row, planned: planned ?? null }
}

/** A scenario as a person changes it; what is left out stays as it is. */
export interface ScenarioChange {
  readonly name: string
  readonly steps: readonly EnteredStep[]
  readonly rules?: ScenarioRules | undefined
  /** Left out: today. */
  readonly effectiveOn?: CalendarDate | undefined
  /** The latest version its author saw, in force or waiting for its day; left out: whatever there is. */
  readonly seenVersion?: number | undefined
}

/** Saves a new version. Invoices under way keep their place: what they have been through is remembered by step. */
export async function changeScenario(db: Db, id: number, changed: ScenarioChange, today: CalendarDate): Promise<void> {
  const before = found((await scenarioRows(db, today)).find((row) => row.id === id))
  const rules = changed.rules ?? before.rules
  const steps = changed.steps.map(completeStep)
  refuseUnsound(steps, rules)
  if (before.defaultFor.includes('publicBody')) refuseFormalNotice(steps)
  const effectiveOn = changed.effectiveOn ?? today
  if (effectiveOn < today) throw inThePast()
  await refuseNameOfAnother(db, changed.name, today, id)
  const { version, latest } = found(await nextVersion(db, id))
  if (changed.seenVersion !== undefined && changed.seenVersion !== latest) throw changedMeanwhile()
  await writeVersion(db, id, { version, name: changed.name, effectiveOn, rules, steps })
  await bringIntoForce(db, today)
  await recordInJournal(db, {
    act: 'scenario.changed',
    thing: 'scenario',
    thingId: id,
    details: {
      version,
      effectiveOn,
      before: before.steps.map((step) => step.delayDays),
      after: steps.map((step) => step.delayDays),
    },
  })
}

/** A scenario to add: steps of one's own, else those of a scenario of the house (Standard). */
export interface AddedScenario {
  readonly name: string
  readonly preset?: Preset | undefined
  readonly steps?: readonly EnteredStep[] | undefined
  readonly rules?: ScenarioRules | undefined
}

/** A new scenario that nobody follows yet, in force at once. */
export async function createScenario(db: Db, created: AddedScenario, today: CalendarDate): Promise<number> {
  const { name, rules = {} } = created
  await refuseNameOfAnother(db, name, today)
  const steps = created.steps?.map(completeStep) ?? defaultScenario(created.preset ?? 'standard').steps.map(rowOf)
  refuseUnsound(steps, rules)
  const { id } = await addScenario(db, { name, preset: null })
  await writeVersion(db, id, { version: 1, name, effectiveOn: null, rules, steps })
  await recordInJournal(db, { act: 'scenario.added', thing: 'scenario', thingId: id, details: { name: created.name } })
  return id
}

/** The history of a scenario, latest version first. */
export async function versionsOf(db: Db, id: number, today: CalendarDate) {
  const { version } = found((await scenarioRows(db, today)).find((row) => row.id === id))
  return (await versionRows(db, id)).map((row) => ({ ...row, isInForce: row.version === version }))
}

/** The version that waits for its day never takes effect; a second time changes nothing. */
export async function dropPlanned(db: Db, id: number, today: CalendarDate): Promise<void> {
  found((await scenarioRows(db, today)).find((row) => row.id === id))
  const dropped = await replacePlanned(db, id)
  if (dropped === 0) return
  await recordInJournal(db, { act: 'scenario.plannedDropped', thing: 'scenario', thingId: id, details: { dropped } })
}

/** A scenario that would surprise is not kept; the first of what is wrong is told, with its step. */
function refuseUnsound(steps: readonly StepRow[], rules: ScenarioRules): void {
  const all = steps.map(stepFrom)
  refuseTexts(steps)
  const [fr] = validateScenario(all, 'fr', rules)
  const [en] = validateScenario(all, 'en', rules)
  if (!fr || !en) return
  throw new AppError(
    'scenarioInvalid',
    400,
    { fr: fr.sentence, en: en.sentence },
    { step: fr.step, field: fr.field, because: fr.because },
  )
}

/** The own words of a step are held to what the texts of the tones are. */
function refuseTexts(steps: readonly StepRow[]): void {
  for (const [step, { texts, tone, channel }] of steps.entries()) {
    for (const text of texts) {
      const empty = emptyIn(text, channel === 'sms' || channel === 'call' ? channel : 'email')
      if (empty) throw emptyText(step, empty)
      const [[fr], [en]] = [problemsIn(text, 'fr'), problemsIn(text, 'en')]
      if (fr && en) throw new AppError('templateInvalid', 400, { fr: fr.sentence, en: en.sentence }, { step })
      refuseUnguarded(text, tone)
    }
  }
}

const emptyText = (step: number, { fr, en }: Sentence): AppError =>
  new AppError('stepTextEmpty', 400, { fr: `Étape ${step + 1}. ${fr}`, en: `Step ${step + 1}. ${en}` }, { step })

/** In whichever language the presets are read. */
export const sameName = (a: string, b: string): boolean =>
  scenarioNameIn(a, 'en').toLowerCase() === scenarioNameIn(b, 'en').toLowerCase()

/** A file and a list name a scenario by its name alone: two of one name could not be told apart. */
async function refuseNameOfAnother(db: Db, name: string, today: CalendarDate, own?: number): Promise<void> {
  const rows = await scenarioRows(db, today)
  const before = rows.find((row) => row.id === own)
  const isKept = before !== undefined && sameName(before.name, name)
  if (isKept || !rows.some((row) => row.id !== own && sameName(row.name, name))) return
  throw new AppError('scenarioNameTaken', 409, {
    fr: `Un autre scénario s’appelle « ${name} » : donnez-lui un autre nom.`,
    en: `Another scenario is called “${name}”: give this one another name.`,
  })
}

const changedMeanwhile = (): AppError =>
  new AppError('scenarioChangedMeanwhile', 409, {
    fr: 'Une autre version a été enregistrée depuis que vous avez ouvert ce scénario. Vos modifications restent à l’écran : voyez cette version avant d’enregistrer la vôtre.',
    en: 'Another version was saved since you opened this scenario. Your changes stay on screen: look at that version before you save yours.',
  })

const inThePast = (): AppError =>
  new AppError('dateInThePast', 400, {
    fr: 'Une version ne prend pas effet dans le passé : choisissez aujourd’hui ou un jour à venir.',
    en: 'A version does not take effect in the past: choose today or a day to come.',
  })

/** The scenario of a category from now on; AppError 409 for public bodies where it has a formal notice. */
export async function chooseDefaultScenario(
  db: Db,
  id: number,
  category: CustomerCategory,
  today: CalendarDate,
): Promise<void> {
  const before: ScenarioRow = found((await scenarioRows(db, today)).find((row) => row.id === id))
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
