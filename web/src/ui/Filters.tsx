import { IconChevronDown, IconFilter, IconPlus, IconX } from '@tabler/icons-react'
import { type ReactNode, useId, useState } from 'react'
import { Select as AriaSelect, Button, Popover, SelectValue } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { Button as ActButton } from './Button.tsx'
import { cx } from './class-names.ts'
import { Drawer } from './Drawer.tsx'
import { floatingBox } from './form/field-look.ts'
import { type Option, OptionList } from './form/Select.tsx'
import { Glyph, type Icon } from './Glyph.tsx'
import { useIsMobile } from './use-media-query.ts'

const box =
  'motion-quick inline-flex h-[30px] touch:h-11 max-w-full items-center gap-2 rounded-control border px-2.5 text-small whitespace-nowrap'

export interface FilterBarProps {
  /** The search box of the list: always in sight. */
  readonly search?: ReactNode
  readonly children: ReactNode
  /** At the end: order, columns. */
  readonly end?: ReactNode
  /** How many filters are in force, for the button that opens them on a phone. */
  readonly activeCount: number
}

/** The line of filters above a list; on a phone, the search and a sheet with the rest. */
export function FilterBar({ search, children, end, activeCount }: FilterBarProps) {
  const { t } = useTranslation('ui')
  const [isOpen, setOpen] = useState(false)
  if (!useIsMobile()) {
    return (
      <search className="flex flex-wrap items-center gap-2">
        {search}
        {children}
        {end && <div className="ml-auto flex items-center gap-2">{end}</div>}
      </search>
    )
  }
  return (
    <search className="flex items-center gap-2 *:first:flex-1">
      {search}
      <ActButton icon={IconFilter} onPress={() => setOpen(true)}>
        {t('filter.open', { count: activeCount })}
      </ActButton>
      <Drawer isOpen={isOpen} onClose={() => setOpen(false)} title={t('filter.title')}>
        <div className="flex flex-col items-start gap-3">
          {children}
          {end}
        </div>
      </Drawer>
    </search>
  )
}

export interface FilterChipProps {
  /** Retard */
  readonly name: string
  /** plus de 0 j */
  readonly value: string
  readonly onRemove: () => void
}

/** A filter in force, with its cross. */
export function FilterChip({ name, value, onRemove }: FilterChipProps) {
  const { t } = useTranslation('ui')
  return (
    <span className={cx(box, 'border-accentln bg-accentbg pr-1 text-accent md:max-w-80')}>
      <span className="truncate">
        <span className="font-semibold">{name}</span> {value}
      </span>
      <Button
        aria-label={t('filter.remove', { name, value })}
        onPress={onRemove}
        className="grid size-6 touch:size-10 place-items-center rounded-pill hover:bg-surface"
      >
        <Glyph icon={IconX} size={14} />
      </Button>
    </span>
  )
}

export interface FilterSelectProps<Value extends string> {
  /** Suivi par */
  readonly name: string
  readonly icon?: Icon | undefined
  readonly options: readonly Option<Value>[]
  readonly value: Value
  readonly onChange: (value: Value) => void
  /** The icon says it to who sees; the name is read aloud only. */
  readonly nameHidden?: boolean | undefined
  /** The value that filters nothing: shown in ink, others in accent. */
  readonly neutral?: Value | undefined
}

/** A filter with its value in the button: « Suivi par tout le monde ». */
export function FilterSelect<Value extends string>(props: FilterSelectProps<Value>) {
  const [nameId, valueId] = [useId(), useId()]
  const isActive = props.neutral !== undefined && props.value !== props.neutral
  return (
    <AriaSelect
      aria-label={props.name}
      value={props.value}
      onChange={(key) => key !== null && props.onChange(key as Value)}
      className="min-w-0"
    >
      <Button
        aria-labelledby={`${nameId} ${valueId}`}
        className={cx(
          box,
          isActive
            ? 'border-accentln bg-accentbg text-accent'
            : 'border-line2 bg-surface text-ink2 hover:border-control',
        )}
      >
        {props.icon && <Glyph icon={props.icon} />}
        <span id={nameId} className={cx(props.nameHidden && 'sr-only')}>
          {props.name}
        </span>{' '}
        <span id={valueId} className={cx('truncate font-semibold', !isActive && 'text-ink')}>
          <SelectValue />
        </span>
        <Glyph icon={IconChevronDown} size={14} className="text-ink3" />
      </Button>
      <Popover className={floatingBox} offset={4}>
        <OptionList options={props.options} />
      </Popover>
    </AriaSelect>
  )
}

/** « + Filtre »: the trigger of a Menu that lists the filters not in use yet. */
export function AddFilterButton({ children }: { readonly children: ReactNode }) {
  return (
    <Button className={cx(box, 'border-dashed border-line2 bg-transparent font-medium text-ink2 hover:border-control')}>
      <Glyph icon={IconPlus} className="text-ink3" />
      {children}
    </Button>
  )
}
