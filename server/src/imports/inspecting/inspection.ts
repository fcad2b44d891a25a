import type { ReadingProblem } from '@quittance/core/imports/reading-problem.ts'

/** Something a reader should know: `code` is stable, `sentence` is for people. */
export interface InspectionWarning {
  readonly code: string
  readonly line?: number
  readonly field?: string
  readonly value?: string
  /** Which file of an archive. */
  readonly file?: string
}

/**
 * What a file holds, or why it is refused. Facts are named as in docs/formats.md and never change their meaning: amounts
 * are decimal texts, days ISO dates, null what the file does not say.
 */
export type Inspection =
  | {
      readonly kind: string
      readonly facts: Readonly<Record<string, unknown>>
      readonly warnings: readonly InspectionWarning[]
    }
  | { readonly kind: string; readonly error: ReadingProblem }
