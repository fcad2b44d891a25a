import { Outlet } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { LanguageChoice } from './AppearanceChoices.tsx'
import { Logo } from './Logo.tsx'
import { SkipLink } from './SkipLink.tsx'

/** Around the pages before sign-in (/connexion, /bienvenue): the name, the language, one column. */
export function PublicLayout() {
  const { t } = useTranslation('app')
  return (
    <>
      <SkipLink />
      <div className="flex min-h-dvh flex-col">
        <header className="flex items-center gap-2.5 px-4 py-4 md:px-6">
          <Logo />
          <span className="flex-1 text-[0.9375rem] font-bold">{t('product')}</span>
          <LanguageChoice />
        </header>
        <main id="content" tabIndex={-1} className="mx-auto w-full max-w-2xl flex-1 px-4 pt-[4vh] pb-16 outline-none">
          <Outlet />
        </main>
      </div>
    </>
  )
}
