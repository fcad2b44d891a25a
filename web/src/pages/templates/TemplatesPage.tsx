import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../../app/api.ts'
import { whichTemplate } from '../../dunning/template-search.ts'
import { type MessageTemplate, templatesQuery } from '../../dunning/text-api.ts'
import { Card } from '../../ui/Card.tsx'
import { Page, PageHeader } from '../../ui/Page.tsx'
import { ErrorState, SkeletonLines } from '../../ui/states.tsx'
import { ReminderTabs } from '../reminders/ReminderTabs.tsx'
import { TemplateDraft } from './TemplateDraft.tsx'

const route = getRouteApi('/shell/relances/modeles')

/** What we write, in each tone and language. */
export function TemplatesPage() {
  const { t } = useTranslation('dunning')
  const which = whichTemplate(route.useSearch())
  const { data, error, refetch } = useQuery(templatesQuery(which.channel))
  // A language that was taken away leaves its address behind: then French.
  const chosen =
    data?.find(({ tone, language }) => tone === which.tone && language === which.language) ??
    data?.find(({ tone, language }) => tone === which.tone && language === 'fr')
  if (data && chosen) {
    return <OneText key={`${chosen.channel} ${chosen.tone} ${chosen.language}`} all={data} saved={chosen} />
  }
  return (
    <Page height="fill">
      <PageHeader title={t('template.title')} note={t('template.note')} />
      <ReminderTabs current="modeles" />
      <Card>
        {error ? (
          <ErrorState
            what={t('template.what')}
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

interface OneTextProps {
  readonly all: readonly MessageTemplate[]
  readonly saved: MessageTemplate
}

/** A text that was saved is no longer a draft; what a person writes stays as begun, whatever is saved elsewhere meanwhile. */
function OneText({ all, saved }: OneTextProps) {
  const [kept, setKept] = useState<MessageTemplate | null>(null)
  const chosen = kept ?? saved
  return (
    <TemplateDraft
      key={`${chosen.subject}${chosen.body}`}
      all={all}
      chosen={chosen}
      saved={saved}
      onTouch={() => setKept(chosen)}
      onFresh={() => setKept(null)}
    />
  )
}
