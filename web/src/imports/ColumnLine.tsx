import { IconArrowRight, IconCircleCheck, IconHelpCircle, IconMinus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Select } from '../ui/form/Select.tsx'
import { Glyph } from '../ui/Glyph.tsx'
import type { Column, Import } from './api.ts'

export interface ColumnLineProps {
  readonly column: Column
  readonly fields: Import['fields']
  /** What each field is already taken from, by field. */
  readonly givenBy: ReadonlyMap<string, string>
  readonly isDisabled: boolean
  readonly onChange: (field: string | null) => void
}

const looks = {
  sure: { icon: IconCircleCheck, color: 'text-paid' },
  check: { icon: IconHelpCircle, color: 'text-promise' },
  none: { icon: IconMinus, color: 'text-ink3' },
} as const

const nothing = '-'

/** One column of the file, with two samples, and what it is taken for. */
export function ColumnLine({ column, fields, givenBy, isDisabled, onChange }: ColumnLineProps) {
  const { t } = useTranslation('imports')
  const { icon, color } = looks[column.field === null ? 'none' : column.confidence]
  const header = column.header || t('columns.untitled', { place: column.position + 1 })
  const options = fields.map(({ field, label }) => {
    const other = field === column.field ? undefined : givenBy.get(field)
    return { value: field, label, ...(other !== undefined && { note: t('columns.taken', { column: other }) }) }
  })
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1.5 border-t border-line px-4 py-2.5 md:flex-nowrap">
      <div className="min-w-0 basis-full text-body md:flex-1 md:basis-0">
        <div className="truncate font-medium" title={header}>
          {header}
        </div>
        <div className="truncate text-small text-ink3">{column.samples.join(', ') || t('columns.empty')}</div>
      </div>
      <Glyph icon={IconArrowRight} className="hidden text-ink2 md:block" />
      <Select
        label={t('columns.is', { column: header })}
        labelHidden
        options={[{ value: nothing, label: t('columns.leaveOut') }, ...options]}
        value={column.field ?? nothing}
        onChange={(field) => onChange(field === nothing ? null : field)}
        look={column.field === null ? 'absent' : 'plain'}
        isDisabled={isDisabled}
        className="min-w-0 flex-1 md:w-[186px] md:flex-none"
      />
      <span title={t(`columns.${column.field === null ? 'none' : column.confidence}`)} className="flex">
        <Glyph icon={icon} className={color} />
        <span className="sr-only">{t(`columns.${column.field === null ? 'none' : column.confidence}`)}</span>
      </span>
    </li>
  )
}
