import type { Language } from '@quittance/core/money/format-money.ts'
import { remember, remembered } from '../ui/remember.ts'
import { showLanguage, startI18n } from './i18n/start-i18n.ts'
import { queryClient } from './query-client.ts'

const key = 'quittance.language' // also read by public/before-paint.js

/** Shows the language chosen in this browser, else French. */
export async function startLocale(): Promise<void> {
  const language: Language = remembered(key) === 'en' ? 'en' : 'fr'
  await startI18n(language)
  document.documentElement.lang = language
}

/** Switches the language of the screen and remembers it in this browser. */
export async function chooseLanguage(language: Language): Promise<void> {
  await showLanguage(language)
  remember(key, language)
  document.documentElement.lang = language
  // The server's sentences are asked again in that language.
  await queryClient.invalidateQueries()
}
