import type { Language } from '@quittance/core/money/format-money.ts'
import i18next, { type FormatterModule } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { writeValue } from '../../ui/write-count.ts'

type Texts = Record<string, Record<string, unknown>>

// One chunk a language, every namespace in it: a new <language>/<word>.json is found by itself.
const load: Readonly<Record<Language, () => Promise<Texts>>> = {
  fr: async () => (await import('./fr.ts')).texts,
  en: async () => (await import('./en.ts')).texts,
}

/** « 10 000 factures »: every text writes its counts as people read them. */
const counts: FormatterModule = {
  type: 'formatter',
  init: () => undefined,
  add: () => undefined,
  addCached: () => undefined,
  format: (value, _as, lng, values) => writeValue(values?.interpolationkey, value, lng ?? '') as string,
}

/** Loads the texts of one language and shows them; the other language is only fetched when asked for. */
export async function startI18n(language: Language): Promise<void> {
  await i18next
    .use(initReactI18next)
    .use(counts)
    .init({
      lng: language,
      fallbackLng: false,
      defaultNS: 'app',
      resources: { [language]: await load[language]() },
      interpolation: {
        escapeValue: false, // React escapes
        alwaysFormat: true,
      },
      returnNull: false,
    })
}

/** Switches the language of the screen, fetching its texts the first time. */
export async function showLanguage(language: Language): Promise<void> {
  if (!i18next.hasResourceBundle(language, 'app')) {
    for (const [namespace, texts] of Object.entries(await load[language]())) {
      i18next.addResourceBundle(language, namespace, texts)
    }
  }
  await i18next.changeLanguage(language)
}
