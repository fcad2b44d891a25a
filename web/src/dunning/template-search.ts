import { slugOfTone, toneOfSlug } from './reminder-search.ts'
import type { TextTone, Which } from './text-api.ts'

/** What to say of a payment that is not there has no tone of its own. */
const notFound = 'introuvable'
const toneOf = (slug: string | undefined): TextTone | undefined =>
  slug === notFound ? 'paymentNotFound' : toneOfSlug(slug)
const slugOf = (tone: TextTone): string => (tone === 'paymentNotFound' ? notFound : slugOfTone(tone))

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
  const tone = typeof search.ton === 'string' ? toneOf(search.ton) : undefined
  const canal = tone === 'paymentNotFound' ? 'appel' : search.canal
  return {
    ...((canal === 'sms' || canal === 'appel') && { canal }),
    ...(tone && { ton: slugOf(tone) }),
    ...(isLanguage(search.langue) && { langue: search.langue }),
  }
}

export const whichTemplate = ({ ton, langue, canal }: TemplateSearch): Which => ({
  channel: canal === 'appel' ? 'call' : (canal ?? 'email'),
  tone: toneOf(ton) ?? 'friendly',
  language: langue ?? 'fr',
})

export const searchOfTemplate = ({ tone, language, channel }: Which): TemplateSearch => ({
  ...(channel === 'sms' && { canal: 'sms' as const }),
  ...(channel === 'call' && { canal: 'appel' as const }),
  ton: channel === 'call' || tone !== 'paymentNotFound' ? slugOf(tone) : slugOf('friendly'),
  ...(language !== 'fr' && { langue: language }),
})

const isLanguage = (value: unknown): value is string =>
  typeof value === 'string' && /^[a-z]{2}$/.test(value) && value !== 'fr'
