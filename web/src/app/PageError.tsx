import { type ErrorComponentProps, useRouter } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { TextLink } from '../ui/ButtonLink.tsx'
import { Card } from '../ui/Card.tsx'
import { Page } from '../ui/Page.tsx'
import { ErrorState, NotYoursState } from '../ui/states.tsx'
import { ApiError } from './api.ts'

/** What a page becomes when it failed as a whole: retry, with the reference for support. */
export function PageError({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation('app')
  const router = useRouter()
  if (error instanceof ApiError && (error.status === 404 || error.status === 403)) return <PageNotFound />
  const retry = () => {
    reset()
    void router.invalidate()
  }
  return (
    <Page>
      <Card className="mt-6">
        <ErrorState
          what={t('error.page')}
          onRetry={retry}
          reference={error instanceof ApiError ? error.reference : undefined}
        />
      </Card>
    </Page>
  )
}

/** The same words whether a page does not exist or is not this person's to see. */
export function PageNotFound() {
  const { t } = useTranslation('app')
  return (
    <Page>
      <Card className="mt-6">
        <NotYoursState isPage action={<TextLink link={{ to: '/' }}>{t('error.backToStart')}</TextLink>} />
      </Card>
    </Page>
  )
}
