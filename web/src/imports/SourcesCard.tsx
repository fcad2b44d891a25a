import { IconPlugConnected, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../app/api.ts'
import { useMayWrite } from '../app/use-may-write.ts'
import { Button } from '../ui/Button.tsx'
import { Card, SectionTitle } from '../ui/Card.tsx'
import { Drawer } from '../ui/Drawer.tsx'
import { EmptyState, ErrorState, SkeletonLines } from '../ui/states.tsx'
import { SourceEditor } from './SourceEditor.tsx'
import { SourceLine } from './SourceLine.tsx'
import { sourcesQuery } from './source-api.ts'

/** Where invoices keep coming from, each with its age; those who may can add a folder and change each source. */
export function SourcesCard() {
  const { t } = useTranslation('imports')
  const mayWrite = useMayWrite('settings')
  const [edited, setEdited] = useState<number | 'new' | null>(null)
  const { data, error, refetch } = useQuery(sourcesQuery)
  const source = data?.sources.find(({ id }) => id === edited)
  const close = () => setEdited(null)
  return (
    <>
      <Card label={t('source.title')}>
        <SectionTitle
          className="!items-center px-4 py-2.5 max-md:flex-wrap"
          end={
            mayWrite && (
              <Button size="small" icon={IconPlus} hotkey="c" onPress={() => setEdited('new')}>
                {t('source.add')}
              </Button>
            )
          }
        >
          {t('source.title')}
        </SectionTitle>
        {data && data.sources.length > 0 && (
          <ul aria-label={t('source.title')} className="border-t border-line">
            {data.sources.map((one) => (
              <SourceLine key={one.id} source={one} onEdit={mayWrite ? () => setEdited(one.id) : undefined} />
            ))}
          </ul>
        )}
        {data?.sources.length === 0 && (
          <EmptyState icon={IconPlugConnected} title={t('source.none')}>
            {t('source.noneNote')}
          </EmptyState>
        )}
        {!data && !error && <SkeletonLines lines={4} />}
        {!data && error && (
          <ErrorState
            what={t('source.what')}
            onRetry={() => void refetch()}
            reference={error instanceof ApiError ? error.reference : undefined}
          />
        )}
      </Card>
      <Drawer
        isOpen={edited !== null}
        onClose={close}
        title={source ? t('source.editTitle', { name: source.name }) : t('source.addTitle')}
      >
        {data && <SourceEditor key={edited} source={source ?? null} folders={data.folders} onDone={close} />}
      </Drawer>
    </>
  )
}
