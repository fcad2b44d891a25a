import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { FilterBar, FilterChip, FilterSelect } from '../ui/Filters.tsx'
import { SearchBox } from '../ui/form/SearchBox.tsx'
import { useSearchText } from '../ui/form/use-search-text.ts'
import { SortSelect } from '../ui/SortSelect.tsx'
import { useIsMobile } from '../ui/use-media-query.ts'
import { filtersIn, type InvoiceListSearch, sortIn, stepFilters } from './list-search.ts'
import { PersonFilter } from './PersonFilter.tsx'
import { AddFilter, RareSelects } from './RareFilters.tsx'
import { useFilterWords } from './use-list-words.ts'

export interface InvoiceFiltersProps {
  readonly search: InvoiceListSearch
  /** The address with these changes; undefined takes a filter away. */
  readonly onChange: (change: { [Name in keyof InvoiceListSearch]?: InvoiceListSearch[Name] | undefined }) => void
  /** For the chip of a customer known by number only. */
  readonly customerName: string | undefined
  /** Those of the invoices in the list. */
  readonly currencies: readonly string[]
  /** « Colonnes », at the end of the line. */
  readonly columns?: ReactNode
}

/** The line of filters above the list of invoices; each lives in the address. */
export function InvoiceFilters({ search, onChange, customerName, currencies, columns }: InvoiceFiltersProps) {
  const { t } = useTranslation('invoices')
  const { text, type } = useSearchText(search.q ?? '', (q) => onChange({ q: q === '' ? undefined : q }))
  const wordsOf = useFilterWords()
  const isMobile = useIsMobile()
  const rare = { search, onChange, currencies }
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
      end={
        <>
          <Order search={search} onChange={onChange} />
          {!isMobile && columns}
        </>
      }
    >
      {(isMobile ? (['client'] as const) : (['client', 'devise', 'tranche'] as const)).map((filter) => {
        if (search[filter] === undefined) return null
        const words = wordsOf(filter, search, { customer: customerName })
        return <FilterChip key={filter} {...words} onRemove={() => onChange({ [filter]: undefined })} />
      })}
      <DelaySelect search={search} onChange={onChange} />
      <PersonFilter name={t('filter.owner')} value={search.suivi} onChange={(suivi) => onChange({ suivi })} />
      <FilterSelect
        name={t('filter.step')}
        neutral="all"
        value={search.etape ?? 'all'}
        onChange={(etape) => onChange({ etape: etape === 'all' ? undefined : etape })}
        options={[
          { value: 'all', label: t('filter.everyStep') },
          ...stepFilters.map((value) => ({ value, label: t(`filter.stepName.${value}`) })),
        ]}
      />
      {isMobile ? <RareSelects {...rare} /> : <AddFilter {...rare} />}
    </FilterBar>
  )
}

export type OneFilter = Pick<InvoiceFiltersProps, 'search' | 'onChange'>

const usualDelays = [8, 15, 30, 60, 90]

function DelaySelect({ search, onChange }: OneFilter) {
  const { t } = useTranslation('invoices')
  const delays = [...new Set([...usualDelays, ...(search.retard === undefined ? [] : [search.retard])])]
  return (
    <FilterSelect
      name={t('filter.late')}
      neutral="all"
      value={search.retard === undefined ? 'all' : String(search.retard)}
      onChange={(days) => onChange({ retard: days === 'all' ? undefined : Number(days) })}
      options={[
        { value: 'all', label: t('filter.anyDelay') },
        ...delays
          .sort((a, b) => a - b)
          .map((count) => ({ value: String(count), label: t('filter.atLeast', { count }) })),
      ]}
    />
  )
}

const sorts = [
  'retard-decroissant',
  'retard-croissant',
  'reste-decroissant',
  'reste-croissant',
  'montant-decroissant',
  'montant-croissant',
  'client-croissant',
  'client-decroissant',
  'facture-croissant',
  'facture-decroissant',
  'echeance-croissant',
  'echeance-decroissant',
] as const

function Order({ search, onChange }: OneFilter) {
  const { t } = useTranslation('invoices')
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
