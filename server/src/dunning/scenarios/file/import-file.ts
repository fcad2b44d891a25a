import { validateScenario } from '@quittance/core/dunning/validate-scenario.ts'
import type { Db } from '../../../platform/database/db.ts'
import { sql } from '../../../platform/database/sql.ts'
import { AppError, found } from '../../../platform/http/app-error.ts'
import type { RunContext } from '../../run/run-context.ts'
import { problemsIn } from '../../texts/message-texts.ts'
import { unguardedIn } from '../../texts/unguarded.ts'
import { type ScenarioRow, scenarioFrom, scenarioRows } from '../queries.ts'
import { completeStep, type EnteredStep } from '../step-rows.ts'
import { changeScenario, chooseDefaultScenario, createScenario, sameName } from '../use-cases.ts'
import type { FileProblem } from './explain-issue.ts'
import { failedCases } from './file-cases.ts'
import type { ScenarioFile } from './file-shape.ts'
import { type People, rulesOfFile, rulesToFile, stepOfFile, stepToFile } from './file-steps.ts'
import { keepCases } from './kept-cases.ts'
import { readScenarioFile } from './read-file.ts'

/** What an import did, or would do. */
export interface ImportedScenario {
  readonly id: number | null
  readonly name: string
  readonly version: number | null
  /** `unchanged`: the file says what is in force. */
  readonly outcome: 'added' | 'changed' | 'unchanged'
  readonly steps: number
  /** Cases that ran, all as expected. */
  readonly cases: number
}

const ours = async (db: Db): Promise<People> => {
  const rows = await db.rows<{ id: number; email: string }>(sql`
    select id, email from person where organization_id = current_organization() and email <> '' order by id`)
  return new Map(rows.map((row) => [row.id, row.email]))
}

/**
 * Reads a scenario, proves it by its cases and saves it: a new version of the one of that name, or a new scenario. A file
 * with anything wrong changes nothing and says where.
 */
export async function importScenario(
  db: Db,
  text: string,
  run: RunContext,
  { dryRun }: { readonly dryRun: boolean },
): Promise<ImportedScenario> {
  const read = readScenarioFile(text)
  if ('problems' in read) throw refused(read.problems)
  const { file, lineOf } = read
  const people = await ours(db)
  const steps = file.steps.map((step) => stepOfFile(step, people))
  const unknown = steps.indexOf(null)
  if (unknown >= 0) throw refused([unknownPerson(lineOf(['steps', unknown, 'assignee']), unknown)])
  const entered = steps.filter((step): step is EnteredStep => step !== null)
  await prove(file, entered, lineOf, run)
  const there = (await scenarioRows(db, run.today)).find((row) => sameName(row.name, file.name))
  const told = { name: file.name, steps: entered.length, cases: file.cases?.length ?? 0 }
  const outcome = !there ? 'added' : saysTheSame(there, file, entered, people) ? 'unchanged' : 'changed'
  if (dryRun) return { ...told, id: there?.id ?? null, version: there?.version ?? null, outcome }
  const id = await save(db, { there, file, entered, outcome }, run)
  if (file.cases) await keepCases(db, id, file.cases)
  for (const category of file.holdsFor ?? []) await chooseDefaultScenario(db, id, category, run.today)
  const saved = found((await scenarioRows(db, run.today)).find((row) => row.id === id))
  return { ...told, id, version: saved.version, outcome }
}

interface Saving {
  readonly there: ScenarioRow | undefined
  readonly file: ScenarioFile
  readonly entered: readonly EnteredStep[]
  readonly outcome: ImportedScenario['outcome']
}

async function save(db: Db, { there, file, entered, outcome }: Saving, { today }: RunContext): Promise<number> {
  const rules = rulesOfFile(file.rules ?? {})
  if (!there) return createScenario(db, { name: file.name, steps: entered, rules }, today)
  if (outcome === 'changed') await changeScenario(db, there.id, { name: there.name, steps: entered, rules }, today)
  return there.id
}

const saysTheSame = (
  there: ScenarioRow,
  file: ScenarioFile,
  entered: readonly EnteredStep[],
  people: People,
): boolean =>
  JSON.stringify([there.steps.map((row) => stepToFile(row, people)), rulesToFile(there.rules)]) ===
  JSON.stringify([
    entered.map((step) => stepToFile(completeStep(step), people)),
    rulesToFile(rulesOfFile(file.rules ?? {})),
  ])

/** The rules of every scenario, then the cases of this one. */
async function prove(
  file: ScenarioFile,
  entered: readonly EnteredStep[],
  lineOf: (path: readonly (string | number)[]) => number,
  run: RunContext,
): Promise<void> {
  const rules = rulesOfFile(file.rules ?? {})
  const rows = entered.map(completeStep)
  const scenario = scenarioFrom({ id: 0, version: 0, name: file.name, steps: rows, rules })
  const plain = scenario.steps.filter((step) => step.repeatOf === undefined)
  const fr = validateScenario(plain, 'fr', rules)
  const en = validateScenario(plain, 'en', rules)
  const unsound = fr.map((problem, index): FileProblem => {
    const path = problem.step === null ? ['rules'] : ['steps', problem.step]
    const field = problem.step === null ? 'rules' : `steps[${problem.step + 1}]`
    return { line: lineOf(path), field, fr: problem.sentence, en: en[index]?.sentence ?? problem.sentence }
  })
  const unread = file.steps.flatMap((step, index) => unreadIn(step, index, lineOf))
  const wrong = [...unsound, ...unread, ...noticeToPublicBody(file, lineOf)]
  if (wrong.length > 0) throw refused(wrong)
  const proof = { scenario, rules: run.rules, baseCurrency: run.baseCurrency, lineOf }
  const failed = await failedCases(file.cases ?? [], proof)
  if (failed.length > 0) throw refused(failed)
}

/** A file for public bodies has no formal notice: it could not be theirs. */
function noticeToPublicBody(
  { holdsFor = [], steps }: ScenarioFile,
  lineOf: (path: readonly (string | number)[]) => number,
): FileProblem[] {
  const notice = steps.findIndex(({ tone, active = true }) => active && tone === 'formalNotice')
  if (notice < 0 || !holdsFor.includes('publicBody')) return []
  return [
    {
      line: lineOf(['steps', notice, 'tone']),
      field: `steps[${notice + 1}].tone`,
      fr: 'une mise en demeure ne s’adresse pas à un organisme public : changez ce ton, ou retirez publicBody de holdsFor.',
      en: 'a formal notice is not for a public body: change this tone, or take publicBody out of holdsFor.',
    },
  ]
}

/** What is wrong with the own words of a step, line by line of the file. */
const unreadIn = (
  { texts = [], tone }: ScenarioFile['steps'][number],
  step: number,
  lineOf: (path: readonly (string | number)[]) => number,
): FileProblem[] =>
  texts.flatMap(({ subject = '', body }, text) => {
    const [[fr], [en]] = [problemsIn({ subject, body }, 'fr'), problemsIn({ subject, body }, 'en')]
    const told =
      fr && en
        ? { fr: fr.sentence, en: en.sentence }
        : (unguardedIn(subject, tone) ?? unguardedIn(body, tone))?.sentence
    const field = `steps[${step + 1}].texts[${text + 1}]`
    return told ? [{ line: lineOf(['steps', step, 'texts', text]), field, ...told }] : []
  })

const unknownPerson = (line: number, step: number): FileProblem => ({
  line,
  field: `steps[${step + 1}].assignee`,
  fr: 'personne de chez vous n’a cette adresse : écrivez-en une autre, ou salesRep, collector, director.',
  en: 'nobody of yours has this address: write another, or salesRep, collector, director.',
})

function refused(problems: readonly FileProblem[]): AppError {
  const [first] = problems
  const where = first?.field ? `, ${first.field}` : ''
  return new AppError(
    'scenarioFileRefused',
    400,
    { fr: `Ligne ${first?.line}${where} : ${first?.fr}`, en: `Line ${first?.line}${where}: ${first?.en}` },
    { problems: problems.slice(0, 50) },
  )
}
