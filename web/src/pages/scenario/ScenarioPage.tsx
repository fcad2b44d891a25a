import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError, referenceOf } from '../../app/api.ts'
import { PageNotFound } from '../../app/PageError.tsx'
import { latestVersion, type OneScenario, scenarioQuery } from '../../dunning/scenario-api.ts'
import { Card } from '../../ui/Card.tsx'
import { Page } from '../../ui/Page.tsx'
import { ErrorState, SkeletonLines } from '../../ui/states.tsx'
import { ScenarioDraft } from './ScenarioDraft.tsx'

/** The scenario a draft was begun on, and the latest version its author knows of. */
interface Kept {
  readonly scenario: OneScenario
  readonly seenVersion: number
}

const route = getRouteApi('/shell/relances/scenarios/$id')

/** Decide once, see the consequences at once. */
export function ScenarioPage() {
  const { t } = useTranslation('dunning')
  const id = Number(route.useParams().id)
  const { data, error, refetch } = useQuery(scenarioQuery(id))
  // What a person works on stays as they opened it, whatever is saved elsewhere meanwhile.
  const [kept, setKept] = useState<Kept | null>(null)
  if (error instanceof ApiError && (error.status === 404 || error.status === 400)) return <PageNotFound />
  if (data) {
    const { scenario, seenVersion } =
      kept?.scenario.id === id ? kept : { scenario: data, seenVersion: latestVersion(data) }
    return (
      <ScenarioDraft
        key={`${scenario.id}-${scenario.version}-${latestVersion(scenario)}`}
        scenario={scenario}
        latest={data}
        seenVersion={seenVersion}
        onTouch={() => setKept({ scenario, seenVersion })}
        onSeen={() => setKept({ scenario, seenVersion: latestVersion(data) })}
        onFresh={() => setKept(null)}
      />
    )
  }
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
