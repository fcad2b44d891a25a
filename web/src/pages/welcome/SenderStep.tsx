import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../../app/api.ts'
import { useSession } from '../../app/session.ts'
import { legalEntitiesQuery } from '../../people/api.ts'
import { SmtpEditor } from '../../people/SmtpEditor.tsx'
import { Card } from '../../ui/Card.tsx'
import { ErrorState, SkeletonLines } from '../../ui/states.tsx'
import { StepFrame, useGoOn } from './StepFrame.tsx'

/** The address messages come from, or later. */
export function SenderStep() {
  const { t } = useTranslation('people')
  const { checklist } = useSession()
  const goOn = useGoOn('envoi')
  const { data, error, refetch } = useQuery(legalEntitiesQuery)
  const firm = data?.[0]
  const reference = error instanceof ApiError ? error.reference : undefined
  return (
    <StepFrame step="envoi" hasOwnPrimary={!checklist.sender}>
      <Card padded label={t('steps.envoi.short')}>
        {firm ? (
          <SmtpEditor firm={firm} onSaved={goOn} />
        ) : error ? (
          <ErrorState what={t('smtp.what')} onRetry={() => void refetch()} reference={reference} />
        ) : (
          <SkeletonLines lines={6} />
        )}
      </Card>
    </StepFrame>
  )
}
