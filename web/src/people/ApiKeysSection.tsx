import { IconKey, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../app/api.ts'
import { useMayWrite } from '../app/use-may-write.ts'
import { Button } from '../ui/Button.tsx'
import { Card, Note, SectionTitle } from '../ui/Card.tsx'
import { Drawer } from '../ui/Drawer.tsx'
import { EmptyState, ErrorState, SkeletonLines } from '../ui/states.tsx'
import { ApiAddressCard } from './ApiAddressCard.tsx'
import { ApiKeyLine } from './ApiKeyLine.tsx'
import { apiKeysQuery, type MadeApiKey } from './api-keys.ts'
import { NewApiKeyForm } from './NewApiKeyForm.tsx'
import { NewApiKeySecret } from './NewApiKeySecret.tsx'

/** The programs that push invoices, each by its key; a key is shown once, and revoked, never shown again. */
export function ApiKeysSection() {
  const { t } = useTranslation('people')
  const mayWrite = useMayWrite('apiKeys')
  const [isMaking, setMaking] = useState(false)
  const [made, setMade] = useState<MadeApiKey | null>(null)
  const { data, error, refetch } = useQuery(apiKeysQuery)
  const close = () => {
    setMaking(false)
    setMade(null)
  }
  return (
    <>
      {!mayWrite && <Note>{t('keys.notYours')}</Note>}
      <Card label={t('keys.title')}>
        <SectionTitle
          className="!items-center px-4 py-2.5 max-md:flex-wrap"
          note={data && t('keys.note', { count: data.filter(({ revokedAt }) => revokedAt === null).length })}
          end={
            mayWrite && (
              <Button size="small" icon={IconPlus} hotkey="c" onPress={() => setMaking(true)}>
                {t('keys.open')}
              </Button>
            )
          }
        >
          {t('keys.title')}
        </SectionTitle>
        {data && data.length > 0 && (
          <ul aria-label={t('keys.title')}>
            {data.map((key) => (
              <ApiKeyLine key={key.id} apiKey={key} />
            ))}
          </ul>
        )}
        {data?.length === 0 && (
          <EmptyState icon={IconKey} title={t('keys.none')}>
            {t('keys.noneNote')}
          </EmptyState>
        )}
        {!data && !error && <SkeletonLines lines={4} />}
        {!data && error && (
          <ErrorState
            what={t('keys.what')}
            onRetry={() => void refetch()}
            reference={error instanceof ApiError ? error.reference : undefined}
          />
        )}
      </Card>
      <ApiAddressCard />
      <Drawer isOpen={isMaking} onClose={close} title={t(made ? 'keys.madeTitle' : 'keys.newTitle')}>
        {made ? <NewApiKeySecret made={made} onDone={close} /> : <NewApiKeyForm onMade={setMade} />}
      </Drawer>
    </>
  )
}
