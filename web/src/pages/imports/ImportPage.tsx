import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../../app/api.ts'
import { PageNotFound } from '../../app/PageError.tsx'
import { importQuery } from '../../imports/api.ts'
import { Card } from '../../ui/Card.tsx'
import { Page } from '../../ui/Page.tsx'
import { ErrorState, SkeletonLines } from '../../ui/states.tsx'
import { ImportFile } from './ImportFile.tsx'

const route = getRouteApi('/shell/reglages/import/$id')

/** One file: its columns, its check, its import. */
export function ImportPage() {
  const { t } = useTranslation('imports')
  const id = Number(route.useParams().id)
  const { data, error, refetch } = useQuery(importQuery(id))
  if (error instanceof ApiError && [400, 403, 404].includes(error.status)) return <PageNotFound />
  if (data) return <ImportFile key={id} file={data} />
  return (
    <Page>
      <Card className="mt-6">
        {error ? (
          <ErrorState
            what={t('what')}
            onRetry={() => void refetch()}
            reference={error instanceof ApiError ? error.reference : undefined}
          />
        ) : (
          <SkeletonLines lines={8} />
        )}
      </Card>
    </Page>
  )
}
