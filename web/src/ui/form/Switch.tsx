import type { ReactNode } from 'react'
import { SwitchButton, SwitchField, Text } from 'react-aria-components'
import { cx } from '../class-names.ts'

export interface SwitchProps {
  readonly isOn: boolean
  readonly onChange: (isOn: boolean) => void
  readonly children: ReactNode
  readonly description?: ReactNode
  /** The words after the switch instead of before; hidden words are still read aloud. */
  readonly words?: 'before' | 'after' | 'hidden' | undefined
  readonly isDisabled?: boolean | undefined
}

/** On or off, effective at once. */
export function Switch({ isOn, onChange, children, description, words = 'before', isDisabled = false }: SwitchProps) {
  return (
    <SwitchField isSelected={isOn} onChange={onChange} isDisabled={isDisabled} className="min-w-0">
      <SwitchButton
        className={cx(
          'group flex items-center gap-2.5 text-body touch:min-h-11',
          words === 'before' && 'flex-row-reverse justify-end',
        )}
      >
        <span
          aria-hidden="true"
          className={cx(
            'motion-quick flex h-5 w-[34px] shrink-0 items-center rounded-full border px-0.5 group-data-[focus-visible]:ring-focus',
            isOn ? 'justify-end border-accent bg-accent' : 'justify-start border-control bg-surface',
            isDisabled && 'opacity-50',
          )}
        >
          <span className={cx('size-3.5 rounded-full', isOn ? 'bg-onaccent' : 'bg-control')} />
        </span>
        <span className={cx('min-w-0', words === 'hidden' && 'sr-only')}>{children}</span>
      </SwitchButton>
      {description && (
        <Text slot="description" className="block pt-0.5 text-small text-ink3">
          {description}
        </Text>
      )}
    </SwitchField>
  )
}
