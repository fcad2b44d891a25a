import type { Language } from '@quittance/core/money/format-money.ts'
import { useTranslation } from 'react-i18next'

/** The language of the screen; numbers and dates follow it. */
export function useLanguage(): Language {
  const { i18n } = useTranslation()
  return i18n.language === 'en' ? 'en' : 'fr'
}
