import type { Tone } from './api.ts'
import { slugOfTone, toneOfSlug } from './reminder-search.ts'
import type { Which } from './scenario-api.ts'

/** The query string of /relances/modeles. */
export interface TemplateSearch {
  readonly ton?: string | undefined
  readonly langue?: 'en' | undefined
}

/** Reads the query string: the cordial text in French when it says nothing. */
export function readTemplateSearch(search: Record<string, unknown>): TemplateSearch {
  const tone = typeof search.ton === 'string' ? toneOfSlug(search.ton) : undefined
  return { ...(tone && { ton: slugOfTone(tone) }), ...(search.langue === 'en' && { langue: 'en' as const }) }
}

export const whichTemplate = ({ ton, langue }: TemplateSearch): Which => ({
  tone: toneOfSlug(ton) ?? 'friendly',
  language: langue ?? 'fr',
})

export const searchOfTemplate = ({ tone, language }: { tone: Tone; language: 'fr' | 'en' }): TemplateSearch => ({
  ton: slugOfTone(tone),
  ...(language === 'en' && { langue: 'en' as const }),
})
