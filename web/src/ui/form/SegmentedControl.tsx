import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { cx } from '../class-names.ts'

export interface SegmentedControlProps<Value extends string> {
  readonly label: string
  readonly options: readonly { readonly value: Value; readonly label: string }[]
  readonly value: Value
  readonly onChange: (value: Value) => void
  /** Each segment takes the same width, over the whole line. */
  readonly isWide?: boolean | undefined
  readonly size?: 'small' | 'medium' | undefined
}

/** Two to five short words, one of them on: means of payment, tone, language. */
export function SegmentedControl<Value extends string>(props: SegmentedControlProps<Value>) {
  const { options, isWide = false, size = 'medium' } = props
  return (
    <ToggleButtonGroup
      aria-label={props.label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[props.value]}
      onSelectionChange={(keys) => {
        const [key] = keys
        if (key !== undefined) props.onChange(key as Value)
      }}
      className={cx(
        'inline-flex max-w-full gap-0.5 overflow-x-auto rounded-control bg-neutralbg p-[2px]',
        isWide && 'flex w-full',
      )}
    >
      {options.map((option) => (
        <ToggleButton
          key={option.value}
          id={option.value}
          className={cx(
            'motion-quick truncate rounded-[7px] text-table text-ink2 touch:min-h-10 data-[hovered]:text-ink',
            'data-[selected]:bg-surface data-[selected]:font-semibold data-[selected]:text-ink data-[selected]:shadow-lift',
            'dark:data-[selected]:bg-line2 focus-visible:outline-offset-[-2px]',
            size === 'small' ? 'h-[22px] px-2' : isWide ? 'h-7 px-1' : 'h-7 px-2.5',
            isWide && 'min-w-0 flex-1',
          )}
        >
          {option.label}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
