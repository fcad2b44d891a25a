import { slugOfTone, toneOfSlug } from './reminder-search.ts'
import type { Which } from './text-api.ts'

/** The query string of /relances/modeles. */
export interface TemplateSearch {
  readonly ton?: string | undefined
  /** Absent: e-mails and letters. */
  readonly canal?: 'sms' | 'appel' | undefined
  /** Absent: French. */
  readonly langue?: string | undefined
}

/** Reads the query string: the cordial text in French when it says nothing. */
export function readTemplateSearch(search: Record<string, unknown>): TemplateSearch {
  const tone = typeof search.ton === 'string' ? toneOfSlug(search.ton) : undefined
  return {
    ...((search.canal === 'sms' || search.canal === 'appel') && { canal: search.canal }),
    ...(tone && { ton: slugOfTone(tone) }),
    ...(isLanguage(search.langue) && { langue: search.langue }),
  }
}

export const whichTemplate = ({ ton, langue, canal }: TemplateSearch): Which => ({
  channel: canal === 'appel' ? 'call' : (canal ?? 'email'),
  tone: toneOfSlug(ton) ?? 'friendly',
  language: langue ?? 'fr',
})

export const searchOfTemplate = ({ tone, language, channel }: Which): TemplateSearch => ({
  ...(channel === 'sms' && { canal: 'sms' as const }),
  ...(channel === 'call' && { canal: 'appel' as const }),
  ton: slugOfTone(tone),
  ...(language !== 'fr' && { langue: language }),
})

const isLanguage = (value: unknown): value is string =>
  typeof value === 'string' && /^[a-z]{2}$/.test(value) && value !== 'fr'
