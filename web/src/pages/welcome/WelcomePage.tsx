import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, Navigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '../../app/paths.ts'
import { sessionQuery, useSession } from '../../app/session.ts'
import { welcomeQuery } from '../../people/access.ts'
import { FirstAccountForm } from '../../people/FirstAccountForm.tsx'
import { Card } from '../../ui/Card.tsx'
import { Today } from '../../ui/today.ts'
import { ColleaguesStep } from './ColleaguesStep.tsx'
import { InvoicesStep } from './InvoicesStep.tsx'
import { RhythmStep } from './RhythmStep.tsx'
import { SenderStep } from './SenderStep.tsx'
import { currentStep, type WelcomeStep } from './welcome-steps.ts'

const route = getRouteApi('/public/bienvenue')

/** The first visit: an account, then what makes the first day useful. Where one is, the server and the address say. */
export function WelcomePage() {
  const { open, organizationName } = useSuspenseQuery(welcomeQuery).data
  return open ? <FirstAccount waiting={organizationName} /> : <GuidedSteps />
}

function FirstAccount({ waiting }: { readonly waiting: string | null }) {
  const { t } = useTranslation('people')
  const client = useQueryClient()
  const enter = async () => {
    await client.fetchQuery(sessionQuery) // it was refused until now, and that answer is kept
    await client.invalidateQueries()
  }
  return (
    <div className="mx-auto max-w-md">
      <h1 className="pb-1 text-title">{t('firstAccount.title')}</h1>
      <p className="pb-4 text-body text-ink2">
        {waiting === null ? t('firstAccount.lead') : t('firstAccount.waiting', { name: waiting })}
      </p>
      <Card className="p-5">
        <FirstAccountForm waiting={waiting} onCreated={enter} />
      </Card>
      <p className="pt-3 text-small text-ink3">{t('firstAccount.admin')}</p>
    </div>
  )
}

const stepPages: Readonly<Record<WelcomeStep, () => ReactNode>> = {
  factures: InvoicesStep,
  rythme: RhythmStep,
  envoi: SenderStep,
  equipe: ColleaguesStep,
}

function GuidedSteps() {
  const { checklist, today } = useSession()
  const step = currentStep(route.useSearch().etape, checklist)
  if (step === null) return <Navigate to={paths.tasks} replace />
  const StepPage = stepPages[step]
  return (
    <Today value={asDate(today)}>
      <StepPage />
    </Today>
  )
}
