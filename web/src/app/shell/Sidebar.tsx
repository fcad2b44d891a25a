import { IconSearch } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { cx } from '../../ui/class-names.ts'
import { Glyph } from '../../ui/Glyph.tsx'
import { Kbd } from '../../ui/hotkeys/Kbd.tsx'
import { Logo } from './Logo.tsx'
import type { Nav, NavEntry } from './nav.ts'

export type Badges = Readonly<Partial<Record<NavEntry['name'], number>>>

export interface SidebarProps {
  readonly nav: Nav
  readonly badges: Badges
  readonly organization: string
  /** The entry of the page on screen. */
  readonly current: NavEntry['name'] | undefined
  readonly onSearch: () => void
  /** The person and their menu, at the very bottom. */
  readonly person: ReactNode
}

/** 224 px of navigation; 56 px of icons under 1200 px; not shown under 768 px, where BottomBar stands in. */
export function Sidebar({ nav, badges, organization, current, onSearch, person }: SidebarProps) {
  const { t } = useTranslation('app')
  return (
    <aside
      data-print="hidden"
      className="sticky top-0 flex h-dvh w-14 shrink-0 flex-col border-r border-line bg-sidebar px-2 pb-[7px] max-md:hidden wide:w-56 wide:px-[11px]"
    >
      <div className="flex h-[62px] items-center gap-2.5 wide:px-[7px] max-wide:justify-center">
        <Logo />
        <div className="min-w-0 max-wide:hidden">
          <div className="text-[0.9375rem]/4.5 font-bold">{t('product')}</div>
          <div className="truncate text-[0.71875rem]/4 text-ink3">{organization}</div>
        </div>
      </div>
      <SearchButton onPress={onSearch} />
      <nav aria-label={t('nav.label')} className="mt-2.5 min-h-0 flex-1 overflow-y-auto [scrollbar-width:none]">
        {nav.groups.map((group) => (
          <div
            key={group.id}
            className="pt-3.5 max-wide:border-b max-wide:border-line max-wide:pb-3 max-wide:last:border-b-0"
          >
            <div id={`nav-${group.id}`} className="px-2 pb-2 text-micro text-ink3 max-wide:sr-only">
              {t(`nav.group.${group.id}`)}
            </div>
            <NavList entries={group.entries} labelledBy={`nav-${group.id}`} badges={badges} current={current} />
          </div>
        ))}
      </nav>
      <div className="pt-2">
        <NavList entries={nav.foot} badges={badges} current={current} />
      </div>
      <div className="mt-2 border-t border-line pt-2">{person}</div>
    </aside>
  )
}

function SearchButton({ onPress }: { readonly onPress: () => void }) {
  const { t } = useTranslation('app')
  return (
    <button
      type="button"
      onClick={onPress}
      aria-keyshortcuts="Control+K"
      className="motion-quick flex h-8 items-center gap-2.5 rounded-control border border-line2 bg-surface px-2.5 text-left text-table text-ink2 hover:border-control max-wide:justify-center max-wide:px-0"
    >
      <Glyph icon={IconSearch} className="text-ink3" />
      <span className="min-w-0 flex-1 truncate max-wide:sr-only">{t('palette.open')}</span>
      <span className="max-wide:hidden">
        <Kbd keys="ctrl+k" />
      </span>
    </button>
  )
}

interface NavListProps {
  readonly entries: readonly NavEntry[]
  readonly labelledBy?: string
  readonly badges: Badges
  readonly current: NavEntry['name'] | undefined
}

function NavList({ entries, labelledBy, badges, current }: NavListProps) {
  const { t } = useTranslation('app')
  return (
    <ul aria-labelledby={labelledBy} className="grid gap-0.5">
      {entries.map(({ name, path, icon }) => {
        const isHere = name === current
        const count = badges[name] ?? 0
        return (
          <li key={name}>
            <Link
              to={path}
              aria-current={isHere ? 'page' : undefined}
              title={t(`nav.${name}`)}
              className={cx(
                'motion-quick relative flex h-[31px] items-center gap-2.5 rounded-control border px-2 text-body max-wide:h-9 max-wide:justify-center max-wide:px-0',
                isHere
                  ? 'border-line bg-surface font-semibold text-ink'
                  : 'border-transparent font-medium text-ink2 hover:bg-neutralbg hover:text-ink',
              )}
            >
              <Glyph icon={icon} size={17} className={isHere ? 'text-accent' : 'text-ink3'} />
              <span className="min-w-0 flex-1 truncate max-wide:sr-only">{t(`nav.${name}`)}</span>
              {count > 0 && <NavCount count={count} isHere={isHere} />}
            </Link>
          </li>
        )
      })}
    </ul>
  )
}

function NavCount({ count, isHere }: { readonly count: number; readonly isHere: boolean }) {
  const { t } = useTranslation('app')
  return (
    <span
      className={cx(
        'figures pr-0.5 text-small font-semibold max-wide:absolute max-wide:-top-1 max-wide:right-0 max-wide:rounded-full max-wide:bg-accent max-wide:px-1 max-wide:text-[0.625rem]/4 max-wide:text-onaccent',
        isHere ? 'text-accent' : 'text-ink2',
      )}
    >
      <span aria-hidden="true">{count}</span>
      <span className="sr-only">{t('nav.waiting', { count })}</span>
    </span>
  )
}
