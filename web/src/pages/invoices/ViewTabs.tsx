import { IconPlus, IconUsers } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '../../app/paths.ts'
import { useMayWrite } from '../../app/use-may-write.ts'
import { viewsQuery } from '../../invoices/api.ts'
import type { ColumnId } from '../../invoices/list-columns.ts'
import { filtersIn, type InvoiceListSearch, type InvoiceView, viewOf, views } from '../../invoices/list-search.ts'
import { SaveViewDialog } from '../../invoices/SaveViewDialog.tsx'
import { type SavedView, searchOf } from '../../invoices/saved-search.ts'
import { savedViewCountsQuery, savedViewsQuery } from '../../invoices/saved-views.ts'
import { useSavedViewActs } from '../../invoices/use-saved-view-acts.ts'
import { Button } from '../../ui/Button.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { LinkTabs } from '../../ui/Tabs.tsx'
import { SavedViewMenu } from './SavedViewMenu.tsx'

export interface ViewTabsProps {
  readonly search: InvoiceListSearch
  /** The columns on screen, kept with the view. */
  readonly columns: readonly ColumnId[]
  /** The saved view on screen, if it is one. */
  readonly saved: SavedView | undefined
}

const rare: ReadonlySet<InvoiceView> = new Set(['disparues', 'en-perte'])

/** Nothing was narrowed, sorted or arranged: little is there to keep, and the button takes little place. */
const isHouseView = (search: InvoiceListSearch): boolean =>
  filtersIn(search).length === 0 && search.tri === undefined && search.colonnes === undefined

/** The views with their counts, the house's and one's own. A count opens exactly its list, without other filters. */
export function ViewTabs({ search, columns, saved }: ViewTabsProps) {
  const { t } = useTranslation('invoices')
  const counts = useQuery(viewsQuery).data
  const kept = useQuery(savedViewsQuery).data ?? []
  const keptCounts = useQuery({ ...savedViewCountsQuery, enabled: kept.length > 0 }).data
  const [isNaming, setNaming] = useState(false)
  const mayShare = useMayWrite('business')
  const acts = useSavedViewActs(kept)
  // Few firms ever have one that vanished or was written off: the view is there with the first.
  const isOffered = (view: InvoiceView) => !rare.has(view) || search.vue === view || Boolean(counts?.[viewOf[view]])
  return (
    <>
      <LinkTabs
        label={t('view.label')}
        currentId={saved ? `saved-${saved.id}` : (search.vue ?? 'en-retard')}
        tabs={[
          ...views.filter(isOffered).map((view) => ({
            id: view,
            label: t(`view.${view}`),
            count: counts?.[viewOf[view]],
            link: { to: paths.invoices, search: { vue: view } },
          })),
          ...kept.map((view) => ({
            id: `saved-${view.id}`,
            label: view.name,
            count: keptCounts?.get(view.id),
            link: { to: paths.invoices, search: searchOf(view.search) },
            ...(view.sharedBy !== null && { icon: IconUsers, note: t('saved.by', { name: view.sharedBy }) }),
          })),
        ]}
        end={
          saved?.mayChange ? (
            <SavedViewMenu view={saved} views={kept} mayShare={mayShare} />
          ) : isHouseView(search) ? (
            <IconButton size="small" icon={IconPlus} label={t('saved.title')} onPress={() => setNaming(true)} />
          ) : (
            <Button variant="quiet" size="small" icon={IconPlus} onPress={() => setNaming(true)}>
              {t('saved.title')}
            </Button>
          )
        }
      />
      <SaveViewDialog
        isOpen={isNaming}
        start={null}
        taken={kept.filter(({ sharedBy }) => sharedBy === null).map(({ name }) => name)}
        onClose={() => setNaming(false)}
        onSave={(named) => {
          setNaming(false)
          void acts.save({ search, columns }, named)
        }}
      />
    </>
  )
}
