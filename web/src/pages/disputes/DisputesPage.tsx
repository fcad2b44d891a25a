import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { paths } from '../../app/paths.ts'
import { ReadError } from '../../app/ReadError.tsx'
import { disputesQuery } from '../../disputes/api.ts'
import { DisputeDrawer } from '../../disputes/DisputeDrawer.tsx'
import { Breadcrumbs } from '../../ui/Breadcrumbs.tsx'
import { Card } from '../../ui/Card.tsx'
import { SegmentedControl } from '../../ui/form/SegmentedControl.tsx'
import { Switch } from '../../ui/form/Switch.tsx'
import { Page, PageHeader } from '../../ui/Page.tsx'
import { SkeletonLines } from '../../ui/states.tsx'
import { LinkTabs } from '../../ui/Tabs.tsx'
import { DisputeTable } from './DisputeTable.tsx'
import { type DisputesSearch, turnOf } from './route.ts'

const route = getRouteApi('/shell/litiges')
const tours = ['tous', 'nous', 'client', 'tiers'] as const

/** What do customers contest, and whose turn is it? */
export function DisputesPage() {
  const { t } = useTranslation(['disputes', 'invoices'])
  const search = route.useSearch()
  const navigate = useNavigate({ from: paths.disputes })
  const asked = {
    state: search.vue === 'depasses' ? 'overdue' : search.vue === 'resolus' ? 'resolved' : 'open',
    turn: turnOf(search.tour),
    owner: search.suivi === 'moi' ? 'mine' : 'everybody',
  } as const
  const { data, error, refetch } = useQuery(disputesQuery(asked))
  const change = (next: DisputesSearch) => void navigate({ search: next, replace: true })
  const { tour: _tour, ...withoutTurn } = search
  const { suivi: _mine, ...withoutMine } = search
  const { litige: shown, ...withoutShown } = search
  const tabs = [
    { id: 'ouverts', label: t('list.open'), count: data?.counts.open, link: { to: paths.disputes, search: {} } },
    {
      id: 'depasses',
      label: t('list.overdue'),
      count: data?.counts.overdue,
      link: { to: paths.disputes, search: { vue: 'depasses' as const } },
    },
    { id: 'resolus', label: t('list.resolved'), link: { to: paths.disputes, search: { vue: 'resolus' as const } } },
  ]
  return (
    <Page>
      <PageHeader
        above={
          <Breadcrumbs
            crumbs={[
              { label: t('invoices:title.litiges'), link: { to: paths.invoices, search: { vue: 'litiges' } } },
              { label: t('list.title') },
            ]}
          />
        }
        title={t('list.title')}
        note={data && t('list.count', { count: data.rows.length })}
      />
      <LinkTabs label={t('list.title')} tabs={tabs} currentId={search.vue ?? 'ouverts'} />
      <div className="flex flex-wrap items-center gap-3">
        <SegmentedControl
          label={t('whose')}
          value={search.tour ?? 'tous'}
          onChange={(tour) => change(tour === 'tous' ? withoutTurn : { ...search, tour })}
          options={tours.map((value) => ({ value, label: t(`list.turn.${value}`) }))}
        />
        <Switch
          isOn={search.suivi === 'moi'}
          onChange={(mine) => change(mine ? { ...search, suivi: 'moi' } : withoutMine)}
        >
          {t('list.mine')}
        </Switch>
      </div>
      <Card className="py-1">
        {error ? (
          <ReadError what={t('list.what')} error={error} onRetry={() => void refetch()} />
        ) : !data ? (
          <div className="p-4">
            <SkeletonLines lines={6} />
          </div>
        ) : data.rows.length === 0 ? (
          <p className="px-4 py-6 text-body text-ink2">{t(`list.none.${asked.state}`)}</p>
        ) : (
          <DisputeTable
            rows={data.rows}
            contested={data.contested}
            onOpen={(litige) => change({ ...search, litige })}
          />
        )}
      </Card>
      {shown !== undefined && <DisputeDrawer id={shown} onClose={() => change(withoutShown)} />}
    </Page>
  )
}
