import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../app/api.ts'
import { useSession } from '../app/session.ts'
import { useAct } from '../app/use-act.ts'
import { Button } from '../ui/Button.tsx'
import { Card, SectionTitle } from '../ui/Card.tsx'
import { formatMoment } from '../ui/format-day.ts'
import { StatusPill } from '../ui/Pill.tsx'
import { ErrorState, SkeletonLines } from '../ui/states.tsx'
import { useLanguage } from '../ui/use-language.ts'
import { type OpenSession, revokeSession, sessionsQuery } from './access.ts'
import { deviceName } from './device-name.ts'

/** Where one is signed in; each session but this one can be closed. */
export function SessionList() {
  const { t } = useTranslation('people')
  const { data, error, refetch } = useQuery(sessionsQuery)
  return (
    <Card label={t('sessions.title')}>
      <div className="px-4 pt-3 pb-2">
        <SectionTitle>{t('sessions.title')}</SectionTitle>
        <p className="text-body text-ink2">{t('sessions.lead')}</p>
      </div>
      {data && (
        <ul aria-label={t('sessions.title')}>
          {data.map((session) => (
            <SessionLine key={session.id} session={session} />
          ))}
        </ul>
      )}
      {!data && !error && <SkeletonLines />}
      {!data && error && (
        <ErrorState
          what={t('sessions.what')}
          onRetry={() => void refetch()}
          reference={error instanceof ApiError ? error.reference : undefined}
        />
      )}
    </Card>
  )
}

function SessionLine({ session }: { readonly session: OpenSession }) {
  const { t } = useTranslation('people')
  const { timeZone } = useSession().organization
  const language = useLanguage()
  const act = useAct()
  const device = deviceName(session.agent)
  const when = formatMoment(new Date(session.createdAt), 'dayAndTime', language, timeZone)
  const close = () => void act({ work: () => revokeSession(session.id), done: () => t('sessions.closed') })
  return (
    <li className="flex min-h-12 flex-wrap items-center gap-x-3 gap-y-1 border-t border-line px-4 py-2 text-body">
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium">{device ? t('sessions.on', device) : t('sessions.unknown')}</span>
        <span className="figures block truncate text-small text-ink3">
          {t('sessions.since')} {when}
          {session.ip && ` · ${session.ip}`}
        </span>
      </span>
      {session.current ? (
        <StatusPill tone="paid">{t('sessions.current')}</StatusPill>
      ) : (
        <Button size="small" onPress={close}>
          {t('sessions.close')}
          <span className="sr-only">{t('sessions.closeThis', { when })}</span>
        </Button>
      )}
    </li>
  )
}
