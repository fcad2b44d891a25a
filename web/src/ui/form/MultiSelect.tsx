import { IconChevronDown } from '@tabler/icons-react'
import { Select as AriaSelect, Button, Popover, SelectValue } from 'react-aria-components'
import { cx } from '../class-names.ts'
import { Glyph } from '../Glyph.tsx'
import { FieldFrame, type FieldTexts } from './FieldFrame.tsx'
import { fieldBox, floatingBox } from './field-look.ts'
import { type Option, OptionList } from './Select.tsx'

export interface MultiSelectProps<Value extends string> extends FieldTexts {
  readonly options: readonly Option<Value>[]
  readonly value: readonly Value[]
  /** In the order of the options. */
  readonly onChange: (value: Value[]) => void
  /** What it means when nothing is chosen. */
  readonly placeholder: string
}

/** Several choices among a known few; the list stays open while one chooses. */
export function MultiSelect<Value extends string>(props: MultiSelectProps<Value>) {
  const { options, value, placeholder } = props
  const chosen = options.filter((option) => value.includes(option.value)).map(({ label }) => label)
  return (
    <AriaSelect
      selectionMode="multiple"
      value={[...value]}
      onChange={(keys) => props.onChange(options.map((option) => option.value).filter((one) => keys.includes(one)))}
      isInvalid={props.error !== undefined}
      className={cx('min-w-0', props.className)}
    >
      <FieldFrame texts={props}>
        <Button
          className={cx(
            fieldBox('medium', props.error !== undefined),
            'px-3 text-left focus-visible:ring-input data-[pressed]:bg-sunken',
          )}
        >
          <SelectValue className={cx('min-w-0 flex-1 truncate', chosen.length === 0 && 'text-ink3')}>
            {() => (chosen.length === 0 ? placeholder : chosen.join(', '))}
          </SelectValue>
          <Glyph icon={IconChevronDown} className="text-ink3" />
        </Button>
      </FieldFrame>
      <Popover className={floatingBox} offset={4}>
        <OptionList options={options} />
      </Popover>
    </AriaSelect>
  )
}
