import type { FastifySchemaCompiler } from 'fastify'
import { z } from 'zod'
import { AppError } from './app-error.ts'
import { explainIssue, other } from './explain-issue.ts'

/** Parses params, query and body with the shapes of the contract. A refusal names every field and what to do. */
export const checkRequest: FastifySchemaCompiler<z.ZodType> =
  ({ schema }) =>
  (given: unknown) => {
    const read = z.safeParse(schema, given)
    return read.success ? { value: read.data } : { error: refusalOf(read.error.issues, given) }
  }

function refusalOf(issues: readonly z.core.$ZodIssue[], given: unknown): AppError {
  const fields = issues.map((issue) => {
    return { field: issue.path.join('.'), message: explainIssue(issue, valueAt(given, issue.path)) }
  })
  const { fr, en } = fields[0]?.message ?? other
  const name = fields[0]?.field
  const sentence = name ? { fr: `${name} : ${fr}.`, en: `${name}: ${en}.` } : { fr: `${fr}.`, en: `${en}.` }
  return new AppError('invalidRequest', 400, sentence, { fields })
}

const valueAt = (given: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | null | undefined)?.[key], given)
