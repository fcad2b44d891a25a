import { useTranslation } from 'react-i18next'
import { paths } from '../../app/paths.ts'
import { type InvoiceView, viewOf, views } from '../../invoices/list-search.ts'
import { LinkTabs } from '../../ui/Tabs.tsx'

export interface ViewTabsProps {
  readonly current: InvoiceView
  /** By the server's names of the views; absent until the list is there. */
  readonly counts: Readonly<Record<string, number>> | undefined
}

/** The saved views with their counts. A count opens exactly its list, hence without the filters of another. */
export function ViewTabs({ current, counts }: ViewTabsProps) {
  const { t } = useTranslation('invoices')
  return (
    <LinkTabs
      label={t('view.label')}
      currentId={current}
      tabs={views.map((view) => ({
        id: view,
        label: t(`view.${view}`),
        count: counts?.[viewOf[view]],
        link: { to: paths.invoices, search: { vue: view } },
      }))}
    />
  )
}
