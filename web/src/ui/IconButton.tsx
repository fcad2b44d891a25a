import { Button as AriaButton } from 'react-aria-components'
import { type ButtonLook, buttonClass } from './button-look.ts'
import { cx } from './class-names.ts'
import { Glyph, type Icon } from './Glyph.tsx'
import { useHotkey } from './hotkeys/use-hotkey.ts'
import { Tooltip } from './Tooltip.tsx'

export interface IconButtonProps extends Pick<ButtonLook, 'variant' | 'size'> {
  readonly icon: Icon
  /** Read aloud, and shown when hovered. */
  readonly label: string
  readonly onPress?: (() => void) | undefined
  readonly hotkey?: string | undefined
  readonly isDisabled?: boolean | undefined
  readonly className?: string | undefined
}

/** A square button with an icon only; its label is a tooltip. Also the trigger of a Menu or a Dialog. */
export function IconButton({ icon, label, onPress, hotkey, isDisabled = false, className, ...look }: IconButtonProps) {
  useHotkey(hotkey, label, () => !isDisabled && onPress?.())
  const square = look.size === 'small' ? 'w-7 touch:w-11' : look.size === 'touch' ? 'w-[46px]' : 'w-[34px] touch:w-11'
  return (
    <Tooltip text={label} keys={hotkey}>
      <AriaButton
        aria-label={label}
        isDisabled={isDisabled}
        {...(onPress && { onPress })}
        className={buttonClass({ variant: 'quiet', ...look }, cx('!px-0', square, className))}
      >
        <Glyph icon={icon} />
      </AriaButton>
    </Tooltip>
  )
}
