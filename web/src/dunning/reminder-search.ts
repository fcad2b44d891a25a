import type { Tone } from './api.ts'

export const reminderViews = ['pretes', 'semaine', 'mises-de-cote', 'envoyees', 'essai', 'problemes'] as const
export type ReminderSlug = (typeof reminderViews)[number]

const toneSlugs: Readonly<Record<Tone, string>> = {
  courtesy: 'petit-rappel',
  friendly: 'cordial',
  neutral: 'neutre',
  firm: 'ferme',
  formalNotice: 'mise-en-demeure',
}
export const tones = Object.keys(toneSlugs) as readonly Tone[]

/** The query string of /relances. */
export interface RemindersSearch {
  readonly vue: ReminderSlug
  readonly ton?: string | undefined
  /** Followed by this person; 0: by nobody. */
  readonly suivi?: number | undefined
  /** Came from a mail before departure: asks until when, and why. */
  readonly geste?: 'mettre-de-cote' | undefined
  /** The message open beside the list. */
  readonly relance?: number | undefined
  /** Who is held and open beside the list: customer and legal entity, « 16-1 ». */
  readonly cote?: string | undefined
}

/** Reads the query string; what is not known falls back, so that an old link still opens the page. */
export function readRemindersSearch(search: Record<string, unknown>): RemindersSearch {
  const vue = reminderViews.find((view) => view === search.vue) ?? 'pretes'
  const ton = Object.values(toneSlugs).find((slug) => slug === search.ton)
  const relance = Number(search.relance)
  const suivi = search.suivi === undefined ? -1 : Number(search.suivi)
  const cote = typeof search.cote === 'string' && /^\d+-\d+$/.test(search.cote) ? search.cote : undefined
  return {
    vue,
    ...(ton && { ton }),
    ...(Number.isInteger(suivi) && suivi >= 0 && { suivi }),
    ...(search.geste === 'mettre-de-cote' && { geste: search.geste }),
    ...(Number.isInteger(relance) && relance > 0 && { relance }),
    ...(cote && { cote }),
  }
}

export const toneOfSlug = (slug: string | undefined): Tone | undefined => tones.find((tone) => toneSlugs[tone] === slug)
export const slugOfTone = (tone: Tone): string => toneSlugs[tone]
