import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ApiError, referenceOf } from '../../app/api.ts'
import { PageNotFound } from '../../app/PageError.tsx'
import { scenarioQuery } from '../../dunning/scenario-api.ts'
import { Card } from '../../ui/Card.tsx'
import { Page } from '../../ui/Page.tsx'
import { ErrorState, SkeletonLines } from '../../ui/states.tsx'
import { ScenarioDraft } from './ScenarioDraft.tsx'

const route = getRouteApi('/shell/relances/scenarios/$id')

/** Decide once, see the consequences at once. */
export function ScenarioPage() {
  const { t } = useTranslation('dunning')
  const id = Number(route.useParams().id)
  const { data, error, refetch } = useQuery(scenarioQuery(id))
  if (error instanceof ApiError && (error.status === 404 || error.status === 400)) return <PageNotFound />
  if (data) return <ScenarioDraft key={`${data.id}-${data.version}`} scenario={data} />
  return (
    <Page>
      <Card className="mt-6">
        {error ? (
          <ErrorState what={t('scenario.what')} onRetry={() => void refetch()} reference={referenceOf(error)} />
        ) : (
          <SkeletonLines lines={8} />
        )}
      </Card>
    </Page>
  )
}
