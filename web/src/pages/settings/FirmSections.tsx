import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../../app/api.ts'
import { type LegalEntity, legalEntitiesQuery } from '../../people/api.ts'
import { Card } from '../../ui/Card.tsx'
import { ErrorState, SkeletonLines } from '../../ui/states.tsx'

/** The same card for each firm that invoices. */
export function FirmSections({ children }: { readonly children: (firm: LegalEntity) => ReactNode }) {
  const { t } = useTranslation('settings')
  const { data: firms, error, refetch } = useQuery(legalEntitiesQuery)
  if (firms) return firms.map(children)
  return (
    <Card>
      {error ? (
        <ErrorState
          what={t('firm.what')}
          onRetry={() => void refetch()}
          reference={error instanceof ApiError ? error.reference : undefined}
        />
      ) : (
        <SkeletonLines lines={8} />
      )}
    </Card>
  )
}
