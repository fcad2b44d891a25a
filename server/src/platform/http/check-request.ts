import type { FastifySchemaCompiler } from 'fastify'
import { z } from 'zod'
import { AppError, type Sentence } from './app-error.ts'
import { explainIssue, other } from './explain-issue.ts'

/** Parses params, query and body with the shapes of the contract. A refusal names every field and what to do. */
export const checkRequest: FastifySchemaCompiler<z.ZodType> =
  ({ schema }) =>
  (given: unknown) => {
    const unwritable = ownCheckers.has(schema) ? null : findUnwritable(given)
    if (unwritable) return { error: refusal([{ field: unwritable, message: noSuchCharacter }]) }
    const read = z.safeParse(schema, given)
    return read.success ? { value: read.data } : { error: refusalOf(read.error.issues, given) }
  }

const ownCheckers = new WeakSet<z.ZodType>()

/** Of a list of which each item is taken or refused by itself: the handler calls `checkItem` for each. */
export function checksItsItems<S extends z.ZodType>(shape: S): S {
  ownCheckers.add(shape)
  return shape
}

/** One item of such a list, or all that is wrong with it, place by place. */
export function checkItem<S extends z.ZodType>(
  shape: S,
  given: unknown,
): { readonly ok: true; readonly value: z.output<S> } | { readonly ok: false; readonly faults: readonly Fault[] } {
  const read = z.safeParse(shape, given)
  if (!read.success) return { ok: false, faults: faultsOf(read.error.issues, given) }
  // Only now: what has the shape is no deeper than the shape.
  const unwritable = findUnwritable(read.data)
  if (unwritable !== null) return { ok: false, faults: [{ field: unwritable, message: noSuchCharacter }] }
  return { ok: true, value: read.data }
}

export interface Fault {
  readonly field: string
  readonly message: Sentence
}

const faultsOf = (issues: readonly z.core.$ZodIssue[], given: unknown): Fault[] =>
  issues.map((issue) => ({ field: issue.path.join('.'), message: explainIssue(issue, valueAt(given, issue.path)) }))

function refusalOf(issues: readonly z.core.$ZodIssue[], given: unknown): AppError {
  return refusal(faultsOf(issues, given))
}

function refusal(fields: readonly Fault[]): AppError {
  const { fr, en } = fields[0]?.message ?? other
  const name = fields[0]?.field
  const sentence = name
    ? { fr: `${name} : ${fr}.`, en: `${name}: ${en}.` }
    : { fr: `${begun(fr)}.`, en: `${begun(en)}.` }
  return new AppError('invalidRequest', 400, sentence, { fields })
}

/** Where no name stands before it, a sentence begins with a capital. */
export const begun = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

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
