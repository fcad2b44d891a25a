import type { z } from 'zod'
import type { Sentence } from './app-error.ts'

type Issue = z.core.$ZodIssue

/** What to do about one value of a request that is not as the contract says; `value` is what stood there. */
export function explainIssue(issue: Issue, value: unknown): Sentence {
  if (value === undefined || value === null || value === '') {
    return { fr: 'indiquez une valeur', en: 'give a value' }
  }
  switch (issue.code) {
    case 'invalid_type':
      return kinds[issue.expected] ?? other
    case 'too_small':
      return atLeast(issue.origin, issue.minimum)
    case 'too_big':
      return atMost(issue.origin, issue.maximum)
    case 'invalid_format':
      return formats[issue.format] ?? other
    case 'invalid_value': {
      const choices = issue.values.map(String).join(', ')
      return { fr: `choisissez parmi : ${choices}`, en: `choose one of: ${choices}` }
    }
    case 'unrecognized_keys': {
      const keys = issue.keys.join(', ')
      return { fr: `ces champs n’existent pas : ${keys}`, en: `there are no such fields: ${keys}` }
    }
    case 'custom':
      return (issue.params?.sentence as Sentence | undefined) ?? other
    case 'not_multiple_of':
      return kinds.int ?? other
    default:
      return other
  }
}

export const other: Sentence = {
  fr: 'cette valeur n’est pas comprise, corrigez-la',
  en: 'this value is not understood, correct it',
}

const whole: Sentence = { fr: 'indiquez un nombre entier', en: 'give a whole number' }

const kinds: Readonly<Record<string, Sentence>> = {
  string: { fr: 'indiquez un texte', en: 'give a text' },
  number: { fr: 'indiquez un nombre', en: 'give a number' },
  int: whole,
  boolean: { fr: 'indiquez vrai ou faux', en: 'say true or false' },
  array: { fr: 'indiquez une liste', en: 'give a list' },
  object: { fr: 'indiquez ses champs', en: 'give its fields' },
  record: { fr: 'indiquez ses champs', en: 'give its fields' },
}

const formats: Readonly<Record<string, Sentence>> = {
  email: { fr: 'indiquez une adresse comme nom@exemple.fr', en: 'give an address like name@example.com' },
  date: { fr: 'indiquez un jour qui existe, comme 2026-11-23', en: 'give a day that exists, like 2026-11-23' },
  url: { fr: 'indiquez une adresse comme https://exemple.fr', en: 'give an address like https://example.com' },
  regex: { fr: 'corrigez son écriture', en: 'correct how it is written' },
}

function atLeast(origin: string, bound: number | bigint): Sentence {
  if (origin === 'string' && bound === 1) return { fr: 'indiquez une valeur', en: 'give a value' }
  if (origin === 'array' && bound === 1) return { fr: 'indiquez-en au moins un', en: 'give at least one' }
  if (origin === 'string') return { fr: `${bound} caractères au moins`, en: `at least ${bound} characters` }
  if (origin === 'array') return { fr: `${bound} éléments au moins`, en: `at least ${bound} elements` }
  return { fr: `indiquez ${bound} ou plus`, en: `give ${bound} or more` }
}

function atMost(origin: string, bound: number | bigint): Sentence {
  if (origin === 'string') return { fr: `${bound} caractères au plus`, en: `at most ${bound} characters` }
  if (origin === 'array') return { fr: `${bound} éléments au plus`, en: `at most ${bound} elements` }
  return { fr: `indiquez ${bound} ou moins`, en: `give ${bound} or less` }
}
