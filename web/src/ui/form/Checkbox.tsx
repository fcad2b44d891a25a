import { IconCheck, IconMinus } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { CheckboxButton, CheckboxField } from 'react-aria-components'
import { cx } from '../class-names.ts'
import { Glyph } from '../Glyph.tsx'

export interface CheckboxProps {
  readonly isSelected: boolean
  readonly onChange: (isSelected: boolean) => void
  /** Some of the rows below, not all. */
  readonly isIndeterminate?: boolean | undefined
  /** Words beside the box; or `label` for a box alone in a table row. */
  readonly children?: ReactNode
  readonly label?: string | undefined
  readonly isDisabled?: boolean | undefined
  /** `round` for « fait » circles of a list of things to do. */
  readonly shape?: 'square' | 'round' | undefined
  readonly name?: string | undefined
  readonly className?: string | undefined
}

/** A box to tick, at once (no save button needed unless it stands in a form). */
export function Checkbox({ children, label, shape = 'square', className, ...props }: CheckboxProps) {
  return (
    <CheckboxField
      isSelected={props.isSelected}
      onChange={props.onChange}
      isIndeterminate={props.isIndeterminate ?? false}
      isDisabled={props.isDisabled ?? false}
      {...(props.name !== undefined && { name: props.name })}
      {...(label !== undefined && { 'aria-label': label })}
      className={cx('inline-flex min-w-0 align-middle', className)}
    >
      <CheckboxButton className="group relative flex min-w-0 items-center gap-2 text-body touch:min-h-11">
        {({ isSelected, isIndeterminate }) => (
          <>
            <span className={boxClass(shape, isSelected || isIndeterminate)}>
              {isIndeterminate ? (
                <Glyph icon={IconMinus} size={12} />
              ) : (
                isSelected && <Glyph icon={IconCheck} size={12} />
              )}
            </span>
            {/* 24 px to aim at, around a box of 16 */}
            <span aria-hidden="true" className="absolute top-1/2 -left-1 size-6 -translate-y-1/2" />
            {children && <span className="min-w-0">{children}</span>}
          </>
        )}
      </CheckboxButton>
    </CheckboxField>
  )
}

const boxClass = (shape: 'square' | 'round', on: boolean): string =>
  cx(
    'motion-quick grid size-4 touch:size-5 shrink-0 place-items-center border group-data-[focus-visible]:ring-focus',
    shape === 'round' ? 'rounded-full' : 'rounded-check',
    on ? 'border-accent bg-accent text-onaccent' : 'border-control bg-surface group-data-[hovered]:border-ink2',
    'group-data-[disabled]:opacity-50',
  )
