import { IconCheck, IconChevronDown } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Select as AriaSelect, Button, ListBox, ListBoxItem, Popover, SelectValue } from 'react-aria-components'
import { cx } from '../class-names.ts'
import { Glyph } from '../Glyph.tsx'
import { FieldFrame, type FieldTexts } from './FieldFrame.tsx'
import { type FieldSize, fieldBox, floatingBox, floatingItem } from './field-look.ts'

export interface Option<Value extends string> {
  readonly value: Value
  readonly label: string
  /** A second, grey line. */
  readonly note?: string
  readonly isDisabled?: boolean
}

export interface SelectProps<Value extends string> extends FieldTexts {
  readonly options: readonly Option<Value>[]
  /** Null shows the placeholder. */
  readonly value: Value | null
  readonly onChange: (value: Value) => void
  readonly placeholder?: string | undefined
  readonly size?: FieldSize | undefined
  readonly isDisabled?: boolean | undefined
  /** `absent` draws a dashed box: « Ne pas importer ». */
  readonly look?: 'plain' | 'absent' | undefined
  readonly name?: string | undefined
}

/** One choice among a known few (up to about 30; beyond, use ComboBox). */
export function Select<Value extends string>(props: SelectProps<Value>) {
  return (
    <AriaSelect
      value={props.value}
      onChange={(key) => key !== null && props.onChange(key as Value)}
      placeholder={props.placeholder ?? ''}
      isDisabled={props.isDisabled ?? false}
      isInvalid={props.error !== undefined}
      {...(props.name !== undefined && { name: props.name })}
      className={cx('min-w-0', props.className)}
    >
      <FieldFrame texts={props}>
        <Button
          className={cx(
            fieldBox(props.size, props.error !== undefined),
            'px-3 text-left focus-visible:ring-input data-[pressed]:bg-sunken disabled:bg-sunken disabled:text-ink3',
            props.look === 'absent' && 'border-dashed !text-ink3',
          )}
        >
          <SelectValue className="min-w-0 flex-1 truncate data-[placeholder]:text-ink3 [&_[slot=description]]:hidden" />
          <Glyph icon={IconChevronDown} className="text-ink3" />
        </Button>
      </FieldFrame>
      <Popover className={floatingBox} offset={4}>
        <OptionList options={props.options} />
      </Popover>
    </AriaSelect>
  )
}

/** The list inside a select's popover, with a check on the chosen one. */
export function OptionList<Value extends string>({ options }: { readonly options: readonly Option<Value>[] }) {
  return (
    <ListBox className="outline-none">
      {options.map((option) => (
        <ListBoxItem
          key={option.value}
          id={option.value}
          textValue={option.label}
          isDisabled={option.isDisabled ?? false}
          className={floatingItem}
        >
          {({ isSelected }) => (
            <OptionLine isSelected={isSelected} {...(option.note !== undefined && { note: option.note })}>
              {option.label}
            </OptionLine>
          )}
        </ListBoxItem>
      ))}
    </ListBox>
  )
}

/** One option: words, grey note, check. */
export function OptionLine(props: {
  readonly children: ReactNode
  readonly note?: string
  readonly isSelected: boolean
}) {
  return (
    <>
      <span className="min-w-0 flex-1">
        <span className="block truncate">{props.children}</span>
        {props.note && (
          <span slot="description" className="block truncate text-small text-ink3">
            {props.note}
          </span>
        )}
      </span>
      {props.isSelected && <Glyph icon={IconCheck} className="text-accent" />}
    </>
  )
}
