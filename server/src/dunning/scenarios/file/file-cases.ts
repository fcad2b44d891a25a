import { addDays, asDate, daysBetween } from '@quittance/core/calendar/calendar-date.ts'
import { formatDate } from '@quittance/core/calendar/format-date.ts'
import type { Scenario } from '@quittance/core/dunning/scenario.ts'
import {
  type CaseFailure,
  longestExpectation,
  runCase,
  type ScenarioCase,
} from '@quittance/core/dunning/scenario-cases.ts'
import type { DunningRules } from '@quittance/core/dunning/situation.ts'
import { minorUnitDigits } from '@quittance/core/money/currency.ts'
import type { Language } from '@quittance/core/money/format-money.ts'
import { asCurrency, money } from '@quittance/core/money/money.ts'
import type { FileProblem } from './explain-issue.ts'
import type { ScenarioFile } from './file-shape.ts'

export type FileCase = NonNullable<ScenarioFile['cases']>[number]

/** What a file proves, and by which rules. */
interface Proof {
  readonly scenario: Scenario
  readonly rules: DunningRules
  readonly baseCurrency: string
  readonly lineOf: (path: readonly (string | number)[]) => number
}

/**
 * Runs the cases of a file, and tells each expectation that was not met, with its line. Between two cases others have their
 * turn: a file may hold a hundred, of fifty invoices each.
 */
export async function failedCases(cases: readonly FileCase[], proof: Proof): Promise<FileProblem[]> {
  const failed: FileProblem[] = []
  for (const [index, one] of cases.entries()) {
    failed.push(...failedIn(one, index, proof))
    await new Promise(setImmediate)
  }
  return failed
}

function failedIn(one: FileCase, index: number, proof: Proof): FileProblem[] {
  const unsound = firstUnsound(one, index, proof)
  if (unsound) return [unsound]
  const known = new Set(proof.scenario.steps.map(({ key }) => key))
  return runCase(proof.scenario, caseOf(one, proof.baseCurrency), proof.rules).map((failure) => ({
    line: proof.lineOf(['cases', index, 'expect', failure.expectation]),
    field: `cases[${index + 1}].expect[${failure.expectation + 1}]`,
    ...tell(one.name, failure, known),
  }))
}

function caseOf(one: FileCase, baseCurrency: string): ScenarioCase {
  const currencyOf = (number: string) =>
    asCurrency(one.invoices.find((invoice) => invoice.number === number)?.currency ?? baseCurrency)
  const smallest = (units: number, number: string) => Math.round(units * 10 ** minorUnitDigits(currencyOf(number)))
  const first = asDate(one.invoices[0]?.due ?? '')
  return {
    name: one.name,
    category: one.category ?? 'company',
    invoices: one.invoices.map(({ number, due, amount }) => ({
      number,
      due: asDate(due),
      amount: money(smallest(amount, number), currencyOf(number)),
    })),
    payments: (one.payments ?? []).map(({ on, invoice, amount }) => ({
      on: asDate(on),
      invoice,
      amount: smallest(amount, invoice),
    })),
    disputes: (one.disputes ?? []).map(({ invoice, from, until }) => ({
      invoice,
      from: asDate(from),
      until: until === undefined ? null : asDate(until),
    })),
    expects: one.expect.map(({ on, day, gets, once }) => ({
      on: on === undefined ? addDays(first, day ?? 0) : asDate(on),
      gets,
      once: once ?? false,
    })),
  }
}

/** An expectation has one day; what is paid or disputed is one of the invoices of the case. */
function firstUnsound(one: FileCase, index: number, { lineOf }: Proof): FileProblem | null {
  const dayless = one.expect.findIndex(({ on, day }) => (on === undefined) === (day === undefined))
  if (dayless >= 0)
    return {
      line: lineOf(['cases', index, 'expect', dayless]),
      field: `cases[${index + 1}].expect[${dayless + 1}]`,
      fr: 'dites le jour par « on » ou par « day », l’un des deux.',
      en: 'tell the day by “on” or by “day”, one of the two.',
    }
  const first = one.invoices.map(({ due }) => due).toSorted()[0] ?? ''
  const far = one.expect.findIndex(
    ({ on }) => on !== undefined && daysBetween(asDate(first), asDate(on)) > longestExpectation,
  )
  if (far >= 0)
    return {
      line: lineOf(['cases', index, 'expect', far]),
      field: `cases[${index + 1}].expect[${far + 1}]`,
      fr: `ce jour est à plus de ${longestExpectation} jours de la première échéance du cas : corrigez la date.`,
      en: `this day is more than ${longestExpectation} days after the first due date of the case: correct the date.`,
    }
  const numbers = new Set(one.invoices.map(({ number }) => number))
  const stray = [...(one.payments ?? []), ...(one.disputes ?? [])].find(({ invoice }) => !numbers.has(invoice))
  return stray
    ? {
        line: lineOf(['cases', index]),
        field: `cases[${index + 1}]`,
        fr: `la facture « ${stray.invoice} » n’est pas dans ce cas : ajoutez-la à invoices, ou corrigez son numéro.`,
        en: `invoice “${stray.invoice}” is not in this case: add it to invoices, or correct its number.`,
      }
    : null
}

function tell(
  name: string,
  { expected, got, days }: CaseFailure,
  known: ReadonlySet<string>,
): { fr: string; en: string } {
  const { gets, on } = expected
  if (gets !== null && !known.has(gets))
    return {
      fr: `le cas « ${name} » attend l’étape « ${gets} », qui n’existe pas : écrivez la clé d’une étape du fichier.`,
      en: `case “${name}” expects step “${gets}”, which does not exist: write the key of a step of the file.`,
    }
  const list = (language: Language) => days.map((day) => formatDate(day, language)).join(', ')
  const fr = gets === null ? 'rien' : `« ${gets} »`
  const en = gets === null ? 'nothing' : `“${gets}”`
  return {
    fr: `le cas « ${name} » n’est pas tenu : le ${formatDate(on, 'fr')} on attend ${fr}, il part ${got === null ? 'rien' : `« ${got} »`}${gets === null ? '' : days.length === 0 ? ' ; cette étape ne part jamais' : ` ; cette étape part le ${list('fr')}`}. Corrigez les étapes, ou le cas.`,
    en: `case “${name}” does not hold: on ${formatDate(on, 'en')} ${en} is expected, ${got === null ? 'nothing' : `“${got}”`} goes out${gets === null ? '' : days.length === 0 ? '; that step never goes out' : `; that step goes out on ${list('en')}`}. Correct the steps, or the case.`,
  }
}
