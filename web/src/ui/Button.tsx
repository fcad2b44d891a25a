import type { ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { type ButtonLook, buttonClass } from './button-look.ts'
import { Glyph, type Icon } from './Glyph.tsx'
import { Kbd } from './hotkeys/Kbd.tsx'
import { useHotkey } from './hotkeys/use-hotkey.ts'
import { Tooltip } from './Tooltip.tsx'
import { useIsOnline } from './use-is-online.ts'

export interface ButtonProps extends ButtonLook {
  readonly children: ReactNode
  readonly icon?: Icon | undefined
  readonly onPress?: (() => void) | undefined
  /** Binds these keys to the button and prints them on it; see `useHotkey`. */
  readonly hotkey?: string | undefined
  /** What the `?` dialog says; needed with `hotkey` when the content is not plain text. */
  readonly hotkeyLabel?: string | undefined
  readonly type?: 'button' | 'submit' | undefined
  readonly form?: string | undefined
  /** Says why the act is not possible now: the button stays reachable, does nothing and shows this sentence. */
  readonly disabledReason?: string | undefined
  /** It saves something, though it looks like a button that does not: without a network it rests. */
  readonly saves?: boolean | undefined
  /** The act is under way: the button keeps its place and answers no second press. */
  readonly isPending?: boolean | undefined
  readonly pressed?: boolean | undefined
  readonly className?: string | undefined
}

/** The button. One filled (`primary`) button a page at most; the label names the effect. */
export function Button(props: ButtonProps) {
  const { t } = useTranslation('ui')
  const { children, icon, onPress, hotkey, isPending = false, pressed } = props
  const isCutOff = !useIsOnline() && saves(props)
  const disabledReason = isCutOff ? t('offline') : props.disabledReason
  const label = props.hotkeyLabel ?? (typeof children === 'string' ? children : '')
  const rests = disabledReason !== undefined || isPending
  useHotkey(hotkey, label, () => !rests && onPress?.())

  const button = (
    <AriaButton
      type={props.type ?? 'button'}
      {...(props.form !== undefined && { form: props.form })}
      {...(!rests && onPress && { onPress })}
      {...(rests && { 'aria-disabled': true, onPress: () => {} })}
      {...(rests && props.type === 'submit' && { type: 'button' as const })}
      {...(pressed !== undefined && { 'aria-pressed': pressed })}
      className={buttonClass(props, props.className)}
    >
      {icon && <Glyph icon={icon} className={props.variant === 'primary' ? '' : 'text-ink2'} />}
      <span className="truncate">{children}</span>
      {hotkey && <Kbd keys={hotkey} look={props.variant === 'primary' ? 'onAccent' : 'plain'} />}
    </AriaButton>
  )
  return disabledReason === undefined ? button : <Tooltip text={disabledReason}>{button}</Tooltip>
}

/** Filled, coloured and refusable buttons save or send: without a network they could only fail. */
const saves = (props: ButtonProps): boolean =>
  props.saves || 'disabledReason' in props || ['primary', 'accent', 'danger'].includes(props.variant ?? '')
