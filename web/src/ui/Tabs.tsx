import { Link, type LinkProps } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Tab as AriaTab, Tabs as AriaTabs, TabList, TabPanel } from 'react-aria-components'
import { cx } from './class-names.ts'
import { Glyph, type Icon } from './Glyph.tsx'
import { CountBadge } from './Pill.tsx'

export interface LinkTab {
  readonly id: string
  readonly label: string
  readonly count?: number | undefined
  readonly icon?: Icon
  /** Read aloud and shown when hovered: what the icon says. */
  readonly note?: string
  /** Where this view lives: the view is in the URL, so it can be shared. */
  readonly link: LinkProps
}

export interface LinkTabsProps {
  readonly label: string
  readonly tabs: readonly LinkTab[]
  readonly currentId: string
  /** After the last tab: « Enregistrer cette vue ». */
  readonly end?: ReactNode
}

const strip = 'flex gap-0.5 shrink-0 overflow-x-auto border-b border-line [scrollbar-width:none]'
const tab = (current: boolean): string =>
  cx(
    'motion-quick -mb-px flex h-9 shrink-0 items-center gap-2 border-b-2 px-2.5 text-table touch:h-11',
    'focus-visible:rounded-pill focus-visible:outline-offset-[-3px]',
    current
      ? 'border-accent font-semibold text-ink'
      : 'border-transparent font-medium text-ink2 hover:text-ink data-[hovered]:text-ink',
  )

/** The views of a list, each with its count; a view is an address. */
export function LinkTabs({ label, tabs, currentId, end }: LinkTabsProps) {
  return (
    <nav aria-label={label} className={cx(strip, 'md:-mt-2 md:flex-wrap')}>
      {tabs.map(({ id, label: words, count, icon, note, link }) => (
        <Link
          key={id}
          {...link}
          ref={id === currentId ? keepInStrip : undefined}
          aria-current={id === currentId ? 'page' : undefined}
          title={note}
          className={tab(id === currentId)}
        >
          {icon && <Glyph icon={icon} size={14} className="text-ink3" />}
          <span className="max-w-56 truncate">{words}</span>
          {note && <span className="sr-only">{note}</span>}
          {count !== undefined && <CountBadge count={count} active={id === currentId} />}
        </Link>
      ))}
      {end && <span className="ml-1 flex shrink-0 items-center">{end}</span>}
    </nav>
  )
}

export interface PanelTab {
  readonly id: string
  readonly label: string
  readonly count?: number | undefined
  readonly panel: ReactNode
}

export interface PanelTabsProps {
  readonly label: string
  readonly tabs: readonly PanelTab[]
  readonly currentId: string
  readonly onChange: (id: string) => void
}

/** Also once the counts have come in and moved what follows them. */
function keepInStrip(current: HTMLElement | null): (() => void) | undefined {
  if (!current?.parentElement) return undefined
  const watch = new ResizeObserver(() => bringIntoStrip(current))
  for (const tab of current.parentElement.children) watch.observe(tab)
  return () => watch.disconnect()
}

/** A strip wider than a phone starts with the current tab in sight; the page itself does not move. */
function bringIntoStrip(current: HTMLElement | null): void {
  const list = current?.parentElement
  if (!list) return
  const [at, box] = [current.getBoundingClientRect(), list.getBoundingClientRect()]
  if (at.left < box.left || at.right > box.right) list.scrollLeft += at.left - box.left - 16
}

/** Tabs within a card, for parts of one page (customer page). Arrow keys move between them. */
export function PanelTabs({ label, tabs, currentId, onChange }: PanelTabsProps) {
  return (
    <AriaTabs selectedKey={currentId} onSelectionChange={(id) => onChange(String(id))} className="min-w-0">
      <TabList aria-label={label} className={cx(strip, 'px-2')}>
        {tabs.map(({ id, label: words, count }) => (
          <AriaTab
            key={id}
            id={id}
            {...(id === currentId && { ref: bringIntoStrip })}
            className={({ isSelected }) => cx(tab(isSelected), 'cursor-default')}
          >
            {words}
            {count !== undefined && <CountBadge count={count} active={id === currentId} />}
          </AriaTab>
        ))}
      </TabList>
      {tabs.map(({ id, panel }) => (
        <TabPanel key={id} id={id} className="outline-offset-[-2px]">
          {panel}
        </TabPanel>
      ))}
    </AriaTabs>
  )
}
