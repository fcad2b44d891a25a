import type { FastifySchemaCompiler } from 'fastify'
import { z } from 'zod'
import { AppError, type Sentence } from './app-error.ts'
import { explainIssue, other } from './explain-issue.ts'

/** Parses params, query and body with the shapes of the contract. A refusal names every field and what to do. */
export const checkRequest: FastifySchemaCompiler<z.ZodType> =
  ({ schema }) =>
  (given: unknown) => {
    const unwritable = findUnwritable(given)
    if (unwritable) return { error: refusal([{ field: unwritable, message: noSuchCharacter }]) }
    const read = z.safeParse(schema, given)
    return read.success ? { value: read.data } : { error: refusalOf(read.error.issues, given) }
  }

function refusalOf(issues: readonly z.core.$ZodIssue[], given: unknown): AppError {
  const fields = issues.map((issue) => {
    return { field: issue.path.join('.'), message: explainIssue(issue, valueAt(given, issue.path)) }
  })
  return refusal(fields)
}

function refusal(fields: readonly { readonly field: string; readonly message: Sentence }[]): AppError {
  const { fr, en } = fields[0]?.message ?? other
  const name = fields[0]?.field
  const sentence = name ? { fr: `${name} : ${fr}.`, en: `${name}: ${en}.` } : { fr: `${fr}.`, en: `${en}.` }
  return new AppError('invalidRequest', 400, sentence, { fields })
}

const valueAt = (given: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | null | undefined)?.[key], given)

/** Where a text stands that no database can hold: a zero character, or half a pair of UTF-16. null: nowhere. */
function findUnwritable(given: unknown): string | null {
  const open: { readonly path: string; readonly value: unknown }[] = [{ path: '', value: given }]
  for (let one = open.pop(); one; one = open.pop()) {
    const { path, value } = one
    if (typeof value === 'string' && !isWritable(value)) return path
    if (typeof value !== 'object' || value === null) continue
    for (const [key, each] of Object.entries(value)) {
      const within = path === '' ? key : `${path}.${key}`
      if (!isWritable(key)) return path
      open.push({ path: within, value: each })
    }
  }
  return null
}

const isWritable = (text: string): boolean => text.isWellFormed() && !text.includes('\u0000')

const noSuchCharacter: Sentence = {
  fr: 'retirez le caractère interdit',
  en: 'take out the forbidden character',
}
