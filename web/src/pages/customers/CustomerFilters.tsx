import { profileName } from '@quittance/core/payers/explain-profile.ts'
import { useTranslation } from 'react-i18next'
import { type CustomerListSearch, filtersIn, profileOf, profileSlugs, sortIn } from '../../customers/list-search.ts'
import { PersonFilter } from '../../invoices/PersonFilter.tsx'
import { FilterBar, FilterSelect } from '../../ui/Filters.tsx'
import { SearchBox } from '../../ui/form/SearchBox.tsx'
import { useSearchText } from '../../ui/form/use-search-text.ts'
import { SortSelect } from '../../ui/SortSelect.tsx'
import { useLanguage } from '../../ui/use-language.ts'

export interface CustomerFiltersProps {
  readonly search: CustomerListSearch
  /** The address with these changes; undefined takes a filter away. */
  readonly onChange: (changes: Record<string, unknown>) => void
}

/** The line of filters above the list of customers; each lives in the address. */
export function CustomerFilters({ search, onChange }: CustomerFiltersProps) {
  const { t } = useTranslation('customers')
  const { text, type } = useSearchText(search.q ?? '', (q) => onChange({ q: q === '' ? undefined : q }))
  return (
    <FilterBar
      activeCount={filtersIn(search).length}
      search={
        <SearchBox
          label={t('search.label')}
          placeholder={t('search.placeholder')}
          value={text}
          onChange={type}
          className="md:w-[236px]"
        />
      }
      end={<Order search={search} onChange={onChange} />}
    >
      {(['commercial', 'suivi'] as const).map((filter) => (
        <PersonFilter
          key={filter}
          name={t(`filter.${filter}`)}
          value={search[filter]}
          onChange={(who) => onChange({ [filter]: who })}
        />
      ))}
      <ProfileFilter search={search} onChange={onChange} />
    </FilterBar>
  )
}

function ProfileFilter({ search, onChange }: CustomerFiltersProps) {
  const { t } = useTranslation(['customers', 'payers'])
  const language = useLanguage()
  return (
    <FilterSelect
      name={t('customers:filter.profil')}
      neutral="all"
      value={search.profil ?? 'all'}
      onChange={(slug) => onChange({ profil: slug === 'all' ? undefined : slug })}
      options={[
        { value: 'all', label: t('payers:all') },
        ...profileSlugs.map((slug) => ({ value: slug, label: profileName(profileOf[slug], language) })),
      ]}
    />
  )
}

const sorts = [
  'retard-decroissant',
  'jours-decroissant',
  'encaisser-decroissant',
  'client-croissant',
  'client-decroissant',
  'retard-croissant',
  'jours-croissant',
  'encaisser-croissant',
] as const

function Order({ search, onChange }: CustomerFiltersProps) {
  const { t } = useTranslation('customers')
  const { tri, sens } = sortIn(search)
  return (
    <SortSelect
      label={t('sort.label')}
      tri={tri}
      sens={sens}
      orders={sorts}
      words={(order) => t(`sort.${order}`)}
      onChange={onChange}
    />
  )
}
