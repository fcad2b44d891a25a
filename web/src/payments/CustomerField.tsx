import { formatMoney } from '@quittance/core/money/format-money.ts'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { asMoney } from '../app/wire.ts'
import { ComboBox, type Found } from '../ui/form/ComboBox.tsx'
import type { FieldSize } from '../ui/form/field-look.ts'
import { useLanguage } from '../ui/use-language.ts'
import { findPayers } from './api.ts'

export interface CustomerFieldProps {
  readonly label: string
  readonly value: { readonly id: number; readonly name: string } | null
  readonly onChange: (customer: { readonly id: number; readonly name: string } | null) => void
  readonly labelHidden?: boolean
  readonly autoFocus?: boolean
  readonly size?: FieldSize
  readonly className?: string
}

/** Who pays, found by name, code or number; what each owes stands beside. */
export function CustomerField({ value, onChange, ...rest }: CustomerFieldProps) {
  const { t } = useTranslation('payments')
  const language = useLanguage()
  const search = useCallback(
    async (text: string, signal: AbortSignal): Promise<Found[]> =>
      (await findPayers(text, signal)).map(({ id, name, outstanding }) => ({
        id: String(id),
        label: name,
        note: outstanding.map((sum) => formatMoney(asMoney(sum), language)).join(' + '),
      })),
    [language],
  )
  return (
    <ComboBox
      {...rest}
      placeholder={t('drawer.customerPlaceholder')}
      value={value && { id: String(value.id), label: value.name }}
      onChange={(found) => onChange(found && { id: Number(found.id), name: found.label })}
      search={search}
    />
  )
}
