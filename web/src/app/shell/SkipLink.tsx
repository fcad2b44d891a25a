import { useTranslation } from 'react-i18next'

/** The first stop of the keyboard: past the navigation, to the page. */
export function SkipLink() {
  const { t } = useTranslation('app')
  return (
    <a
      href="#content"
      data-print="hidden"
      className="fixed top-2 left-2 z-50 -translate-y-16 rounded-control bg-accent px-4 py-2 font-medium text-onaccent focus:translate-y-0"
    >
      {t('skip')}
    </a>
  )
}
