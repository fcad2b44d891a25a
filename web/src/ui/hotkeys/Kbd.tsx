import { useTranslation } from 'react-i18next'
import { cx } from '../class-names.ts'
import { printHotkey } from './keys.ts'
import { useHotkeyIsOn } from './use-hotkey.ts'

const looks = {
  plain: 'border-line2 bg-surface text-ink2 border-b-2',
  onAccent: 'border-onaccent/45 text-onaccent',
  onFloating: 'border-onfloating/40 text-onfloating',
} as const

export interface KbdProps {
  /** As given to `useHotkey`: 'ctrl+k', 'g f', 'enter'. */
  readonly keys: string
  readonly look?: keyof typeof looks
  readonly className?: string
}

/** A key cap; nothing when the reader switched that hotkey off, nothing on touch screens. */
export function Kbd({ keys, look = 'plain', className }: KbdProps) {
  const printed = printHotkey(keys, useKeyNames())
  if (!useHotkeyIsOn(keys)) return null
  return (
    <span aria-hidden="true" className={cx('touch:hidden inline-flex', className)}>
      <kbd
        className={cx(
          'inline-flex h-[18px] min-w-[18px] items-center justify-center rounded-[5px] border px-1',
          'font-sans text-[0.65625rem]/4 font-medium whitespace-nowrap',
          looks[look],
        )}
      >
        {printed}
      </kbd>
    </span>
  )
}

/** The words printed on the special keys, in the reader's language. */
export function useKeyNames(): Readonly<Record<string, string>> {
  const { t } = useTranslation('ui')
  return {
    ctrl: /Mac|iPhone|iPad/.test(navigator.platform) ? '⌘' : 'Ctrl',
    enter: t('key.enter'),
    escape: t('key.escape'),
    space: t('key.space'),
    shift: t('key.shift'),
    tab: 'Tab',
  }
}
