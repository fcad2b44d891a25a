import { may } from '@quittance/core/people/may.ts'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../../app/api.ts'
import { paths } from '../../app/paths.ts'
import { useSession } from '../../app/session.ts'
import { importsQuery } from '../../imports/api.ts'
import { DropFile } from '../../imports/DropFile.tsx'
import { FreshSources } from '../../imports/FreshSources.tsx'
import { ImportList } from '../../imports/ImportList.tsx'
import { Card, SectionTitle } from '../../ui/Card.tsx'
import { DismissibleHint } from '../../ui/DismissibleHint.tsx'
import { ErrorState, NotYoursState, SkeletonLines } from '../../ui/states.tsx'
import { SettingsFrame } from '../settings/SettingsFrame.tsx'

/** Drop a file of invoices; what was brought in lately can be taken back. Not for a portfolio: every customer stands in a file. */
export function ImportsPage() {
  if (may(useSession().person, 'read', 'imports')) return <Imports />
  return (
    <SettingsFrame section="import">
      <NotYoursState />
    </SettingsFrame>
  )
}

function Imports() {
  const { t } = useTranslation('imports')
  const navigate = useNavigate()
  return (
    <SettingsFrame section="import">
      <DismissibleHint id="imports">{t('hint')}</DismissibleHint>
      <Card padded label={t('drop.title')} className="grid gap-3">
        <SectionTitle>{t('drop.title')}</SectionTitle>
        <DropFile onUploaded={(id) => void navigate({ to: paths.importedFile, params: { id: String(id) } })} />
      </Card>
      <FreshSources />
      <Recent />
    </SettingsFrame>
  )
}

function Recent() {
  const { t } = useTranslation('imports')
  const { data, error, refetch } = useQuery(importsQuery)
  return (
    <Card label={t('list.title')}>
      <SectionTitle className="px-4 pt-3 pb-1">{t('list.title')}</SectionTitle>
      {data && data.length > 0 && <ImportList rows={data} />}
      {data?.length === 0 && <p className="px-4 pb-4 text-body text-ink2">{t('list.none')}</p>}
      {!data && !error && <SkeletonLines />}
      {!data && error && (
        <ErrorState
          what={t('list.what')}
          onRetry={() => void refetch()}
          reference={error instanceof ApiError ? error.reference : undefined}
        />
      )}
    </Card>
  )
}
