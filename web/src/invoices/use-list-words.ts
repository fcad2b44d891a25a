import { useTranslation } from 'react-i18next'
import type { FilterName, InvoiceListSearch } from './list-search.ts'

export interface FilterWords {
  readonly name: string
  readonly value: string
}

/** A filter in force, as its chip and the empty list name it; `names` tells what the address only knows by number. */
export function useFilterWords(): (
  filter: FilterName,
  search: InvoiceListSearch,
  names: { readonly customer?: string | undefined; readonly owner?: string | undefined },
) => FilterWords {
  const { t } = useTranslation('invoices')
  return (filter, search, names) => {
    const numbered = (id: number | string | undefined) => t('filter.person', { id })
    switch (filter) {
      case 'q':
        return { name: t('filter.text'), value: search.q ?? '' }
      case 'retard':
        return { name: t('filter.late'), value: t('filter.atLeast', { count: search.retard ?? 0 }) }
      case 'suivi':
        return {
          name: t('filter.owner'),
          value: search.suivi === 'moi' ? t('filter.me') : (names.owner ?? numbered(search.suivi)),
        }
      case 'etape':
        return { name: t('filter.step'), value: search.etape ? t(`filter.stepName.${search.etape}`) : '' }
      case 'tranche':
        return { name: t('filter.bucket'), value: search.tranche ? t(`filter.bucketName.${search.tranche}`) : '' }
      case 'client':
        return { name: t('filter.customer'), value: names.customer ?? numbered(search.client) }
      case 'devise':
        return { name: t('filter.currency'), value: search.devise ?? '' }
    }
  }
}
