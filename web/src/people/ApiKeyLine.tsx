import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../app/session.ts'
import { useAct } from '../app/use-act.ts'
import { useMayWrite } from '../app/use-may-write.ts'
import { Button } from '../ui/Button.tsx'
import { cx } from '../ui/class-names.ts'
import { Dialog } from '../ui/Drawer.tsx'
import { formatDay, formatMoment } from '../ui/format-day.ts'
import { StatusPill } from '../ui/Pill.tsx'
import { useLanguage } from '../ui/use-language.ts'
import { type ApiKey, revokeApiKey } from './api-keys.ts'

/** One key: what it may, who made it, when it was last of use. */
export function ApiKeyLine({ apiKey }: { readonly apiKey: ApiKey }) {
  const { t } = useTranslation('people')
  const { timeZone } = useSession().organization
  const language = useLanguage()
  const mayWrite = useMayWrite('apiKeys')
  const { name, ending, legalEntity, mayApply, madeBy, madeAt, lastUsedOn, revokedAt } = apiKey
  const day = (at: string) => formatMoment(new Date(at), 'dayAndTime', language, timeZone)
  const use = lastUsedOn
    ? t('keys.used', { day: formatDay(asDate(lastUsedOn), 'numeric', language) })
    : t('keys.unused')
  return (
    <li className="flex min-h-14 flex-wrap items-center gap-x-3 gap-y-2 border-t border-line px-4 py-2 text-body">
      <span className={cx('min-w-52 flex-1', revokedAt !== null && 'text-ink3')}>
        <span className="flex min-w-0 flex-wrap items-baseline gap-x-2">
          <span className="min-w-0 truncate font-medium">{name}</span>
          <code className="font-mono text-small text-ink3">qtc_…{ending}</code>
        </span>
        <span className="block text-small text-ink3">
          {legalEntity.name} · {t(mayApply ? 'keys.applies' : 'keys.waits')}
        </span>
        <span className="block text-small text-ink3">
          {t('keys.made', { name: madeBy, day: day(madeAt) })} · {use}
        </span>
      </span>
      <StatusPill tone={revokedAt === null ? 'paid' : 'neutral'}>
        {revokedAt === null ? t('keys.inForce') : t('keys.revokedOn', { day: day(revokedAt) })}
      </StatusPill>
      {revokedAt === null && mayWrite && <Revoke apiKey={apiKey} />}
    </li>
  )
}

/** Asks first: a key that is revoked never opens anything again. */
function Revoke({ apiKey: { id, name } }: { readonly apiKey: ApiKey }) {
  const { t } = useTranslation('people')
  const act = useAct()
  const [isAsking, setAsking] = useState(false)
  const revoke = () => {
    setAsking(false)
    void act({ work: () => revokeApiKey(id), done: () => t('keys.revoked', { name }) })
  }
  return (
    <>
      <Button size="small" icon={IconTrash} variant="danger" onPress={() => setAsking(true)}>
        {t('keys.revoke')}
        <span className="sr-only"> {name}</span>
      </Button>
      <Dialog
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        role="alertdialog"
        title={t('keys.revokeTitle', { name })}
        footer={
          <div className="flex flex-wrap justify-end gap-2.5">
            <Button onPress={() => setAsking(false)}>{t('keys.keep')}</Button>
            <Button variant="danger" onPress={revoke}>
              {t('keys.revoke')}
            </Button>
          </div>
        }
      >
        <p className="text-body">{t('keys.revokeLead')}</p>
      </Dialog>
    </>
  )
}
