import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { Outlet, useNavigate, useRouter, useRouterState } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PaymentEntry } from '../../payments/PaymentEntry.tsx'
import { DemoBand } from '../../people/DemoBand.tsx'
import { SignInAgain } from '../../people/SignInAgain.tsx'
import { cx } from '../../ui/class-names.ts'
import { useHotkey } from '../../ui/hotkeys/use-hotkey.ts'
import { Today } from '../../ui/today.ts'
import { PaletteSearch } from '../palette/PaletteSearch.tsx'
import { openPalette, usePaletteActions } from '../palette/palette-store.ts'
import { useSession } from '../session.ts'
import { BottomBar } from './BottomBar.tsx'
import { MoreDrawer } from './MoreDrawer.tsx'
import { type NavEntry, navFor } from './nav.ts'
import { OfflineBand } from './OfflineBand.tsx'
import { PersonButton } from './PersonButton.tsx'
import { Sidebar } from './Sidebar.tsx'
import { SkipLink } from './SkipLink.tsx'
import { signOut } from './sign-out.ts'
import { useBadges } from './use-badges.ts'

/** Everything around a signed-in page. The page itself renders one `Page` with one `PageHeader`. */
export function AppShell() {
  const { t } = useTranslation('app')
  const session = useSession()
  const router = useRouter()
  const navigate = useNavigate()
  const path = useRouterState({ select: (state) => state.location.pathname })
  const [isMoreOpen, setMoreOpen] = useState(false)

  const nav = navFor(session.person.role, (page) => page in router.routesByPath)
  const entries = [...nav.groups.flatMap((group) => group.entries), ...nav.foot]
  const current = entries.findLast((entry) => path === entry.path || path.startsWith(`${entry.path}/`))?.name
  const badges = useBadges()
  const leave = () => void signOut()
  usePaletteActions(
    'pages',
    entries.map(({ name, path: to, icon }) => ({
      id: `page-${name}`,
      label: t(`nav.${name}`),
      icon,
      run: () => void navigate({ to }),
    })),
  )

  return (
    <Today value={asDate(session.today)}>
      <SkipLink />
      <PaletteSearch />
      <PaymentEntry />
      <SignInAgain />
      <div className="flex min-h-dvh">
        <Sidebar
          nav={nav}
          badges={badges}
          organization={session.organization.name}
          current={current}
          onSearch={openPalette}
          person={<PersonButton name={session.person.name} role={t(`role.${session.person.role}`)} onSignOut={leave} />}
        />
        <div
          className={cx(
            'min-w-0 flex-1 max-md:pb-[4.5rem]',
            session.organization.isDemo && '[--band-height:2.25rem]', // a page one window high leaves it room
          )}
        >
          <OfflineBand />
          <DemoBand />
          <main id="content" tabIndex={-1} className="outline-none">
            <Outlet />
          </main>
        </div>
      </div>
      <BottomBar nav={nav} badges={badges} current={current} onMore={() => setMoreOpen(true)} />
      <MoreDrawer
        nav={nav}
        isOpen={isMoreOpen}
        onClose={() => setMoreOpen(false)}
        onSearch={() => {
          setMoreOpen(false)
          openPalette()
        }}
        onSignOut={leave}
      />
      {entries.map((entry) => (
        <GoHotkey key={entry.name} entry={entry} onGo={() => void navigate({ to: entry.path })} />
      ))}
    </Today>
  )
}

function GoHotkey({ entry, onGo }: { readonly entry: NavEntry; readonly onGo: () => void }) {
  const { t } = useTranslation('app')
  useHotkey(entry.key && `g ${entry.key}`, t('nav.goTo', { page: t(`nav.${entry.name}`) }), onGo)
  return null
}
