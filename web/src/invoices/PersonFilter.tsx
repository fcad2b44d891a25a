import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useSession } from '../app/session.ts'
import { FilterSelect } from '../ui/Filters.tsx'
import { assigneesQuery } from './api.ts'

export interface PersonFilterProps {
  /** Suivi par, Commercial */
  readonly name: string
  /** Whoever reads is « moi », so that the address means the same list for each. Undefined: everybody. */
  readonly value: number | 'moi' | undefined
  readonly onChange: (who: number | 'moi' | undefined) => void
}

/** A list narrowed to what is in one person's hands. */
export function PersonFilter({ name, value, onChange }: PersonFilterProps) {
  const { t } = useTranslation('invoices')
  const me = useSession().person.id
  const people = useQuery(assigneesQuery).data ?? []
  const chosen = value === undefined ? 'all' : String(value)
  const others = people.filter(({ id }) => id !== me).map(({ id, name: label }) => ({ value: String(id), label }))
  const isKnown = chosen === 'all' || chosen === 'moi' || others.some((one) => one.value === chosen)
  return (
    <FilterSelect
      name={name}
      neutral="all"
      value={chosen}
      onChange={(who) => onChange(who === 'all' ? undefined : who === 'moi' ? 'moi' : Number(who))}
      options={[
        { value: 'all', label: t('filter.everybody') },
        { value: 'moi', label: t('filter.me') },
        ...others,
        ...(isKnown ? [] : [{ value: chosen, label: t('filter.person', { id: chosen }) }]),
      ]}
    />
  )
}
