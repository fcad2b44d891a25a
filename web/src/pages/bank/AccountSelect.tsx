import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { bankAccountsQuery } from '../../reconciliation/api.ts'
import { Select } from '../../ui/form/Select.tsx'

export interface AccountSelectProps {
  readonly chosen: number | undefined
  readonly onChange: (account: number | undefined) => void
}

/** Which account; nothing to choose while there is only one. */
export function AccountSelect({ chosen, onChange }: AccountSelectProps) {
  const { t } = useTranslation('reconciliation')
  const accounts = useQuery(bankAccountsQuery).data?.rows.filter(({ isActive }) => isActive) ?? []
  if (accounts.length === 0) return null
  const short = (iban: string | null) => (iban ? ` ··${iban.slice(-3)}` : '')
  const [only] = accounts
  if (accounts.length === 1 && only && chosen === undefined) {
    return (
      <span className="text-table font-strong text-ink2">
        {only.name}
        <span className="font-regular text-ink3">{short(only.iban)}</span>
      </span>
    )
  }
  return (
    <Select
      label={t('account.label')}
      labelHidden
      value={chosen === undefined ? 'all' : String(chosen)}
      onChange={(value) => onChange(value === 'all' ? undefined : Number(value))}
      options={[
        { value: 'all', label: t('account.all') },
        ...accounts.map(({ id, name, iban }) => ({ value: String(id), label: `${name}${short(iban)}` })),
      ]}
    />
  )
}
