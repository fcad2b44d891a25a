import { variableNames } from '@quittance/core/dunning/write-reminder/message-variables.ts'
import { editDistance } from '@quittance/core/imports/edit-distance.ts'
import { longestTemplate, templateEngine } from './template-engine.ts'

/** What is wrong with a template, and where: lines and columns count from 1. */
export type TemplateProblem =
  | {
      readonly kind: 'unknownVariable'
      readonly line: number
      readonly column: number
      readonly name: string
      readonly suggestion: string | null
    }
  | { readonly kind: 'syntax'; readonly line: number; readonly column: number; readonly message: string }
  | { readonly kind: 'tooLong'; readonly line: 1; readonly column: 1; readonly longest: number }

/** All unknown variables of a template, or the first thing that cannot be read. Empty: the template can be used. */
export function validateTemplate(text: string): TemplateProblem[] {
  if (text.length > longestTemplate) return [{ kind: 'tooLong', line: 1, column: 1, longest: longestTemplate }]
  try {
    const found = templateEngine.parseAndAnalyzeSync(text).globals
    return Object.values(found)
      .flat()
      .flatMap((variable) => unknownVariable(variable.toArray(), variable.location))
      .toSorted((a, b) => a.line - b.line || a.column - b.column)
  } catch (error) {
    return [syntaxProblem(error)]
  }
}

const names = new Set(variableNames.map((variable) => variable.name))

function unknownVariable(segments: readonly unknown[], location: { row: number; col: number }): TemplateProblem[] {
  const name = segments.join('.')
  if (names.has(name)) return []
  return [{ kind: 'unknownVariable', line: location.row, column: location.col, name, suggestion: nearest(name) }]
}

/** The known name within a third of its length of letters changed; null when none is near. */
function nearest(name: string): string | null {
  let best: { readonly name: string; readonly distance: number } | null = null
  for (const known of names) {
    const distance = editDistance(name.toLowerCase(), known.toLowerCase())
    if (distance <= known.length / 3 && (!best || distance < best.distance)) best = { name: known, distance }
  }
  return best?.name ?? null
}

function syntaxProblem(error: unknown): TemplateProblem {
  if (!isLiquidError(error)) throw error
  const [line, column] = error.token.getPosition()
  const message = (error.originalError ?? error).message.replace(/, line:\d+, col:\d+[\s\S]*$/, '')
  return { kind: 'syntax', line: line ?? 1, column: column ?? 1, message }
}

interface LiquidError extends Error {
  readonly token: { getPosition(): number[] }
  readonly originalError?: Error
}

const isLiquidError = (error: unknown): error is LiquidError =>
  error instanceof Error && 'token' in error && typeof error.token === 'object'
