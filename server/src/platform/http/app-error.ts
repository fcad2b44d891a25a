export interface Sentence {
  readonly fr: string
  readonly en: string
}

/**
 * A refusal to the caller: what happened, what is safe, what to do next. Made HTTP in one place.
 * A bug is not one of these: it stops that piece of work and answers 500 with a reference.
 */
export class AppError extends Error {
  readonly code: string
  readonly status: number
  readonly sentence: Sentence
  readonly details: Readonly<Record<string, unknown>>

  constructor(code: string, status: number, sentence: Sentence, details: Record<string, unknown> = {}) {
    super(`${code}: ${sentence.en}`)
    this.code = code
    this.status = status
    this.sentence = sentence
    this.details = details
  }
}

/** The same answer for what does not exist and for what is not yours to see. */
export const notFound = (): AppError =>
  new AppError('notFound', 404, {
    fr: 'Cette page n’existe pas ou n’est pas dans votre portefeuille.',
    en: 'This page does not exist or is not in your portfolio.',
  })

/** `row`, or the 404 that says the same for "absent" and "not yours". */
export function found<T>(row: T | null | undefined): T {
  if (row === null || row === undefined) throw notFound()
  return row
}
