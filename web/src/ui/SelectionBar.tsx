import { IconDots, IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Button, Toolbar } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { cx } from './class-names.ts'
import { Glyph, type Icon } from './Glyph.tsx'
import { useHotkey } from './hotkeys/use-hotkey.ts'
import { Menu, type MenuAct } from './Menu.tsx'
import { useIsOnline } from './use-is-online.ts'

export interface BulkAct {
  readonly id: string
  readonly label: string
  readonly icon: Icon
  readonly run: () => void
}

export interface SelectionBarProps {
  /** « 4 factures », and their sum. */
  readonly summary: ReactNode
  readonly acts: readonly BulkAct[]
  /** Behind •••. */
  readonly moreActs?: readonly MenuAct[]
  readonly onClear: () => void
}

const item =
  'motion-quick inline-flex h-8 touch:h-11 items-center gap-2 rounded-pill px-2.5 font-medium whitespace-nowrap hover:bg-onfloating/15 data-[focus-visible]:outline-onfloating'

/** The dark bar that floats over a list while rows are selected. Esc lets go of the selection. */
export function SelectionBar({ summary, acts, moreActs = [], onClear }: SelectionBarProps) {
  const { t } = useTranslation('ui')
  const isOnline = useIsOnline() // every act on a selection saves something; what only reads stands behind •••
  useHotkey('escape', t('selection.clear'), onClear)
  return (
    <div
      data-print="hidden"
      className="pointer-events-none fixed inset-x-2 bottom-[4.25rem] z-30 flex justify-center md:absolute md:bottom-11"
    >
      <Toolbar
        aria-label={t('selection.label')}
        className="pointer-events-auto flex max-w-full items-center gap-1 overflow-x-auto rounded-block bg-floating px-1.5 py-1 text-small text-onfloating shadow-float"
      >
        <span role="status" className="figures border-onfloating/25 border-r py-1 pr-3 pl-2 font-semibold">
          {summary}
        </span>
        {acts.map((act) => (
          <Button key={act.id} onPress={act.run} isDisabled={!isOnline} className={cx(item, 'disabled:opacity-50')}>
            <Glyph icon={act.icon} />
            {act.label}
          </Button>
        ))}
        {moreActs.length > 0 && (
          <Menu
            acts={moreActs}
            trigger={
              <Button aria-label={t('more')} className={item}>
                <Glyph icon={IconDots} />
              </Button>
            }
          />
        )}
        <Button aria-label={t('selection.clear')} onPress={onClear} className={cx(item, 'ml-1')}>
          <Glyph icon={IconX} />
        </Button>
      </Toolbar>
    </div>
  )
}
