import { IconDots } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { cx } from '../../ui/class-names.ts'
import { Glyph } from '../../ui/Glyph.tsx'
import type { Nav, NavEntry } from './nav.ts'
import type { Badges } from './Sidebar.tsx'

export interface BottomBarProps {
  readonly nav: Nav
  readonly badges: Badges
  readonly current: NavEntry['name'] | undefined
  /** « Plus » opens the rest of the pages, search and the account. */
  readonly onMore: () => void
}

const thumbOrder: readonly NavEntry['name'][] = ['portfolio', 'tasks', 'invoices', 'payments', 'customers', 'reminders']

/** Under 768 px: four pages under the thumb, and « Plus ». */
export function BottomBar({ nav, badges, current, onMore }: BottomBarProps) {
  const { t } = useTranslation('app')
  const entries = nav.groups
    .flatMap((group) => group.entries)
    .sort((a, b) => rank(a.name) - rank(b.name))
    .slice(0, 4)
  return (
    <nav
      aria-label={t('nav.label')}
      data-print="hidden"
      className="fixed inset-x-0 bottom-0 z-30 grid auto-cols-fr grid-flow-col border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      {entries.map(({ name, path, icon }) => (
        <Link
          key={name}
          to={path}
          aria-current={name === current ? 'page' : undefined}
          className={item(name === current)}
        >
          <span className="relative flex">
            <Glyph icon={icon} size={22} />
            {(badges[name] ?? 0) > 0 && (
              <span className="figures absolute -top-1 -right-3 grid h-4 min-w-4 place-items-center rounded-full bg-accent px-1 text-[0.625rem] font-semibold text-onaccent">
                {badges[name]}
              </span>
            )}
          </span>
          {t(`nav.${name}`)}
        </Link>
      ))}
      <button type="button" onClick={onMore} className={item(false)}>
        <span className="flex">
          <Glyph icon={IconDots} size={22} />
        </span>
        {t('nav.more')}
      </button>
    </nav>
  )
}

const item = (isHere: boolean): string =>
  cx(
    'flex min-h-[58px] flex-col items-center justify-center gap-1 text-[0.6875rem]/4 font-medium focus-visible:outline-offset-[-3px]',
    isHere ? 'text-accent' : 'text-ink2',
  )

function rank(name: NavEntry['name']): number {
  const at = thumbOrder.indexOf(name)
  return at < 0 ? thumbOrder.length : at
}
