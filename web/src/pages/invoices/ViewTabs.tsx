import { useTranslation } from 'react-i18next'
import { paths } from '../../app/paths.ts'
import { type InvoiceListSearch, viewOf, views } from '../../invoices/list-search.ts'
import { LinkTabs } from '../../ui/Tabs.tsx'

export interface ViewTabsProps {
  readonly search: InvoiceListSearch
  /** By the server's names of the views; absent until the list is there. */
  readonly counts: Readonly<Record<string, number>> | undefined
}

/** The saved views with their counts; the filters stay when the view changes, the order does not. */
export function ViewTabs({ search, counts }: ViewTabsProps) {
  const { t } = useTranslation('invoices')
  const { tri: _by, sens: _direction, ...filters } = search
  return (
    <LinkTabs
      label={t('view.label')}
      currentId={search.vue ?? 'en-retard'}
      tabs={views.map((view) => ({
        id: view,
        label: t(`view.${view}`),
        count: counts?.[viewOf[view]],
        link: { to: paths.invoices, search: { ...filters, vue: view } },
      }))}
    />
  )
}
