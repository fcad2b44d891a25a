import { useTranslation } from 'react-i18next'
import { useSession } from '../app/session.ts'
import { AddFilterButton, FilterSelect } from '../ui/Filters.tsx'
import { Menu } from '../ui/Menu.tsx'
import type { OneFilter } from './InvoiceFilters.tsx'
import { bucketFilters } from './list-search.ts'

type RareFiltersProps = OneFilter & { readonly currencies: readonly string[] }

/** What the list can also be narrowed to: an ageing bucket, a currency where there are several. */
function useRareFilters({ search, currencies }: Pick<RareFiltersProps, 'search' | 'currencies'>) {
  const { t } = useTranslation('invoices')
  const base = useSession().organization.baseCurrency
  const known = [...new Set([base, ...currencies, ...(search.devise ? [search.devise] : [])])].sort()
  return {
    buckets: bucketFilters.map((value) => ({ value, label: t(`filter.bucketName.${value}`) })),
    currencies: known.length > 1 ? known.map((value) => ({ value, label: value })) : [],
  }
}

/** On a desk, the rare ones wait behind « + Filtre » and show as chips once in force. */
export function AddFilter({ search, onChange, ...known }: RareFiltersProps) {
  const { t } = useTranslation('invoices')
  const { buckets, currencies } = useRareFilters({ search, ...known })
  return (
    <Menu
      trigger={<AddFilterButton>{t('filter.add')}</AddFilterButton>}
      acts={[
        ...buckets.map(({ value, label }) => ({
          id: value,
          label: t('filter.pair', { name: t('filter.bucket'), value: label }),
          disabledReason: search.tranche === value ? t('filter.inForce') : undefined,
          run: () => onChange({ tranche: value }),
        })),
        ...currencies.map(({ value, label }, index) => ({
          id: value,
          label: t('filter.pair', { name: t('filter.currency'), value: label }),
          startsGroup: index === 0,
          disabledReason: search.devise === value ? t('filter.inForce') : undefined,
          run: () => onChange({ devise: value }),
        })),
      ]}
    />
  )
}

/** In the sheet of a phone, each has its place. */
export function RareSelects({ search, onChange, ...known }: RareFiltersProps) {
  const { t } = useTranslation('invoices')
  const { buckets, currencies } = useRareFilters({ search, ...known })
  const all = { value: 'all', label: t('filter.everyStep') } as const
  return (
    <>
      <FilterSelect
        name={t('filter.bucket')}
        neutral="all"
        value={search.tranche ?? 'all'}
        onChange={(tranche) => onChange({ tranche: tranche === 'all' ? undefined : tranche })}
        options={[all, ...buckets]}
      />
      {currencies.length > 0 && (
        <FilterSelect<string>
          name={t('filter.currency')}
          neutral="all"
          value={search.devise ?? 'all'}
          onChange={(devise) => onChange({ devise: devise === 'all' ? undefined : devise })}
          options={[all, ...currencies]}
        />
      )}
    </>
  )
}
