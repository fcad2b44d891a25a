import { problemSentence } from '@quittance/core/imports/file-messages.ts'
import type { ReadingProblem } from '@quittance/core/imports/reading-problem.ts'

/** The file cannot be read as a table, found at once or only rows later; `problem` is what to show. */
export class ReadingError extends Error {
  override readonly name = 'ReadingError'
  readonly problem: ReadingProblem

  constructor(problem: ReadingProblem, options?: ErrorOptions) {
    super(problemSentence(problem, 'en'), options)
    this.problem = problem
  }
}
