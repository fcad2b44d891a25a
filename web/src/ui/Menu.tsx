import { IconDots } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover, Separator } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { ButtonLook } from './button-look.ts'
import { cx } from './class-names.ts'
import { floatingBox, floatingItem } from './form/field-look.ts'
import { Glyph, type Icon } from './Glyph.tsx'
import { Kbd } from './hotkeys/Kbd.tsx'
import { IconButton } from './IconButton.tsx'
import { useIsOnline } from './use-is-online.ts'

export interface MenuAct {
  readonly id: string
  readonly label: string
  readonly icon?: Icon
  readonly run: () => void
  readonly tone?: 'danger'
  /** Shown disabled, with this sentence under it. */
  readonly disabledReason?: string | undefined
  /** Printed only; the page binds it with `useHotkey`, for the menu is closed. */
  readonly hotkey?: string
  /** A hairline above. */
  readonly startsGroup?: boolean
}

/** The acts behind a button: `trigger` is any button of the kit. */
export function Menu({ acts, trigger }: { readonly acts: readonly MenuAct[]; readonly trigger: ReactElement }) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className={floatingBox} placement="bottom end" offset={4}>
        <AriaMenu className="outline-none" onAction={(key) => acts.find((act) => act.id === key)?.run()}>
          {acts.flatMap((act) => [
            ...(act.startsGroup
              ? [<Separator key={`${act.id} line`} className="mx-2 my-1 border-t border-line" />]
              : []),
            <MenuLine key={act.id} act={act} />,
          ])}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}

function MenuLine({ act }: { readonly act: MenuAct }) {
  const { t } = useTranslation('ui')
  // What may be refused saves something: without a network it could only fail.
  const isCutOff = !useIsOnline() && 'disabledReason' in act
  const disabledReason = isCutOff ? t('offline') : act.disabledReason
  return (
    <MenuItem
      id={act.id}
      textValue={act.label}
      isDisabled={disabledReason !== undefined}
      className={cx(floatingItem, act.tone === 'danger' && 'text-danger')}
    >
      {act.icon && <Glyph icon={act.icon} className={act.tone === 'danger' ? '' : 'text-ink2'} />}
      <span className="min-w-0 flex-1">
        <span className="block">{act.label}</span>
        {disabledReason && <span className="block max-w-64 text-small">{disabledReason}</span>}
      </span>
      {act.hotkey && <Kbd keys={act.hotkey} />}
    </MenuItem>
  )
}

/** The ••• button of a page or a row. */
export function MoreMenu(props: { readonly acts: readonly MenuAct[]; readonly label?: string } & ButtonLook) {
  const { t } = useTranslation('ui')
  const { acts, label = t('more'), variant = 'secondary', size } = props
  return <Menu acts={acts} trigger={<IconButton icon={IconDots} label={label} variant={variant} size={size} />} />
}
