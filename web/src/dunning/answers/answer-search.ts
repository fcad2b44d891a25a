import type { AnswerView } from './api.ts'

const views = { 'a-lire': 'unread', 'a-classer': 'toSort', toutes: 'all' } as const satisfies Record<string, AnswerView>
export type AnswerSlug = keyof typeof views
export const answerSlugs = Object.keys(views) as readonly AnswerSlug[]

/** The query string of /relances/reponses. */
export interface AnswersSearch {
  readonly vue: AnswerSlug
  /** The message open beside the list. */
  readonly reponse?: number | undefined
}

/** Reads the query string; what is not known falls back, so that an old link still opens the page. */
export function readAnswersSearch(search: Record<string, unknown>): AnswersSearch {
  const vue = answerSlugs.find((slug) => slug === search.vue) ?? 'a-lire'
  const reponse = Number(search.reponse)
  return { vue, ...(Number.isInteger(reponse) && reponse > 0 && { reponse }) }
}

export const viewOfSlug = (slug: AnswerSlug): AnswerView => views[slug]
