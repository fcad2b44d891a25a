import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Today } from '../../ui/today.ts'
import { openPalette, usePaletteActions } from '../palette/palette-store.ts'
import { BottomBar } from '../shell/BottomBar.tsx'
import { type NavEntry, navFor } from '../shell/nav.ts'
import { PersonButton } from '../shell/PersonButton.tsx'
import { Sidebar } from '../shell/Sidebar.tsx'
import { SkipLink } from '../shell/SkipLink.tsx'
import { day } from './samples.ts'

/** The shell with every entry, as the mock-ups draw it, without a server. */
export function GalleryShell(props: { readonly current: NavEntry['name']; readonly children: ReactNode }) {
  const { t } = useTranslation('app')
  const nav = navFor('director', () => true)
  const badges = { tasks: 9, payments: 12, reminders: 11, opportunities: 2 }
  usePaletteActions('gallery', [{ id: 'pay', label: 'Saisir un règlement', hotkey: 'r', run: () => {} }])
  return (
    <Today value={day('2026-11-23')}>
      <SkipLink />
      <div className="flex min-h-dvh">
        <Sidebar
          nav={nav}
          badges={badges}
          organization="Atelier Vauquelin"
          current={props.current}
          onSearch={openPalette}
          person={<PersonButton name="Claire Besson" role={t('role.accountant')} onSignOut={() => {}} />}
        />
        <main id="content" tabIndex={-1} className="min-w-0 flex-1 outline-none max-md:pb-[4.5rem]">
          {props.children}
        </main>
      </div>
      <BottomBar nav={nav} badges={badges} current={props.current} onMore={openPalette} />
    </Today>
  )
}
