import type { ReactNode } from 'react'
import { Label, RadioButton, RadioField, RadioGroup } from 'react-aria-components'
import { cx } from '../class-names.ts'

export interface RadioCard<Value extends string> {
  readonly value: Value
  readonly title: ReactNode
  readonly note?: ReactNode
  readonly isDisabled?: boolean
}

export interface RadioCardsProps<Value extends string> {
  readonly label: string
  readonly labelHidden?: boolean | undefined
  readonly options: readonly RadioCard<Value>[]
  readonly value: Value | null
  readonly onChange: (value: Value) => void
  /** Side by side when the place allows. */
  readonly layout?: 'stack' | 'row' | undefined
}

/** A choice where each option deserves a sentence: a strategy, a preset scenario. */
export function RadioCards<Value extends string>(props: RadioCardsProps<Value>) {
  return (
    <RadioGroup value={props.value} onChange={(value) => props.onChange(value as Value)} className="min-w-0">
      <Label className={cx('block pb-1 text-table text-ink2', props.labelHidden && 'sr-only')}>{props.label}</Label>
      <div className={cx('grid gap-1.5', props.layout === 'row' && 'md:auto-cols-fr md:grid-flow-col')}>
        {props.options.map((option) => (
          <RadioField key={option.value} value={option.value} isDisabled={option.isDisabled ?? false}>
            <RadioButton className={cardClass}>
              <span aria-hidden="true" className={dotClass}>
                <span className="hidden size-1.5 rounded-full bg-onaccent group-data-[selected]:block" />
              </span>
              <span className="min-w-0 flex-1">
                <span className="flex items-center gap-2 font-medium">{option.title}</span>
                {option.note && <span className="block text-small text-ink2">{option.note}</span>}
              </span>
            </RadioButton>
          </RadioField>
        ))}
      </div>
    </RadioGroup>
  )
}

const cardClass = cx(
  'group motion-quick flex h-full items-center gap-2.5 rounded-control border border-line2 bg-surface px-2.5 py-2 text-body',
  'data-[hovered]:border-control data-[selected]:border-accent data-[selected]:bg-accentbg data-[disabled]:opacity-60',
  'data-[focus-visible]:ring-focus',
)
const dotClass = cx(
  'grid size-4 shrink-0 place-items-center rounded-full border border-control bg-surface',
  'group-data-[selected]:border-accent group-data-[selected]:bg-accent',
)
