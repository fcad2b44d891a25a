import type { Language } from '@quittance/core/money/format-money.ts'
import type { z } from 'zod'

/** What is wrong in a file, where, and what to do about it. */
export interface FileProblem {
  readonly line: number
  /** « steps[2].channel » */
  readonly field: string
  readonly fr: string
  readonly en: string
}

type Issue = z.core.$ZodIssue
type Told = Pick<FileProblem, 'fr' | 'en'>

/** The path of a value as a person reads it. */
export const fieldOf = (path: readonly PropertyKey[]): string =>
  path
    .map((part) => (typeof part === 'number' ? `[${part + 1}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '')

/** What to write in place of what the shape refuses. */
export function explainIssue(issue: Issue): Told {
  switch (issue.code) {
    case 'invalid_value': {
      const values = issue.values.map(String).join(', ')
      return { fr: `écrivez l’une de ces valeurs : ${values}.`, en: `write one of these values: ${values}.` }
    }
    case 'unrecognized_keys': {
      const keys = issue.keys.join(', ')
      return {
        fr: `« ${keys} » n’existe pas ici : corrigez ce nom, ou retirez-le.`,
        en: `“${keys}” does not exist here: correct the name, or remove it.`,
      }
    }
    case 'invalid_type':
      return issue.input === undefined || issue.message.includes('undefined')
        ? { fr: 'il manque : ajoutez-le.', en: 'it is missing: add it.' }
        : { fr: `écrivez ${types.fr(issue.expected)}.`, en: `write ${types.en(issue.expected)}.` }
    case 'too_small':
      return {
        fr: `donnez au moins ${counted(issue.minimum, issue.origin, 'fr')}.`,
        en: `give at least ${counted(issue.minimum, issue.origin, 'en')}.`,
      }
    case 'too_big':
      return {
        fr: `donnez au plus ${counted(issue.maximum, issue.origin, 'fr')}.`,
        en: `give at most ${counted(issue.maximum, issue.origin, 'en')}.`,
      }
    case 'not_multiple_of':
      return { fr: 'donnez deux décimales au plus.', en: 'give two decimals at most.' }
    default:
      return formats
  }
}

/** « 200 signes », « 1 élément »: a number alone is a value. */
function counted(bound: number | bigint, origin: string, language: Language): string {
  const units = {
    fr: { string: 'signe', array: 'élément' },
    en: { string: 'character', array: 'item' },
  }[language]
  const unit = origin === 'string' || origin === 'array' ? units[origin] : undefined
  return unit === undefined ? String(bound) : `${bound} ${unit}${Number(bound) > 1 ? 's' : ''}`
}

const types = {
  fr: (expected: string) =>
    ({
      string: 'un texte',
      number: 'un nombre',
      int: 'un nombre entier',
      boolean: 'true ou false',
      array: 'une liste',
    })[expected] ?? 'un ensemble de champs',
  en: (expected: string) =>
    ({ string: 'a text', number: 'a number', int: 'a whole number', boolean: 'true or false', array: 'a list' })[
      expected
    ] ?? 'a set of fields',
}

const formats: Told = {
  fr: 'ce n’est pas écrit comme attendu : un jour s’écrit 2026-01-31, une heure 10:30, une copie salesRep, contact:escalation ou une adresse e-mail.',
  en: 'it is not written as expected: a day is written 2026-01-31, an hour 10:30, a copy salesRep, contact:escalation or an e-mail address.',
}
