import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { IconPrinter } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { paths } from '../../app/paths.ts'
import { ReadError } from '../../app/ReadError.tsx'
import { type CallSheet, callSheetQuery } from '../../tasks/api.ts'
import { CalledCustomer } from '../../tasks/CalledCustomer.tsx'
import { Breadcrumbs } from '../../ui/Breadcrumbs.tsx'
import { Card } from '../../ui/Card.tsx'
import { formatDay } from '../../ui/format-day.ts'
import { Page, PageHeader } from '../../ui/Page.tsx'
import { EmptyState, SkeletonLines } from '../../ui/states.tsx'
import { useLanguage } from '../../ui/use-language.ts'

const route = getRouteApi('/shell/a-faire/appels')

/** Whom do I call today, and what do I say? On one sheet, to be taken away from the screen. */
export function CallSheetPage() {
  const { t } = useTranslation('tasks')
  const { qui } = route.useSearch()
  const { data, error, refetch } = useQuery(callSheetQuery(qui === 'equipe' ? 'team' : 'mine'))
  if (data) return <Sheet sheet={data} />
  return (
    <Page>
      <PageHeader title={t('sheet.title')} />
      <Card padded>
        {error ? <ReadError what={t('sheet.what')} error={error} onRetry={refetch} /> : <SkeletonLines lines={8} />}
      </Card>
    </Page>
  )
}

function Sheet({ sheet }: { readonly sheet: CallSheet }) {
  const { t } = useTranslation('tasks')
  const language = useLanguage()
  const count = sheet.calls.length
  return (
    <Page>
      <PageHeader
        above={<Breadcrumbs crumbs={[{ label: t('title'), link: { to: paths.tasks } }, { label: t('sheet.title') }]} />}
        title={t('sheet.title')}
        note={`${formatDay(asDate(sheet.on), 'long', language)} · ${sheet.caller} · ${t('sheet.count', { count })}`}
        primary={{
          label: t('sheet.print'),
          icon: IconPrinter,
          hotkey: 'ctrl+p',
          disabledReason: count === 0 ? t('sheet.none') : undefined,
          onPress: () => window.print(),
        }}
      />
      {count === 0 ? (
        <Card>
          <EmptyState title={t('sheet.none')} />
        </Card>
      ) : (
        <ol data-print="dense" className="grid gap-3 print:gap-0">
          {sheet.calls.map((call, index) => (
            <CalledCustomer key={call.task.key} call={call} position={index + 1} />
          ))}
        </ol>
      )}
    </Page>
  )
}
