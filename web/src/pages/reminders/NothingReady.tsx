import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { IconSend } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { answered, api } from '../../app/api.ts'
import { useAct } from '../../app/use-act.ts'
import { useMayWrite } from '../../app/use-may-write.ts'
import type { ReminderPage } from '../../dunning/api.ts'
import { Button } from '../../ui/Button.tsx'
import { formatDay } from '../../ui/format-day.ts'
import { EmptyState } from '../../ui/states.tsx'
import { useLanguage } from '../../ui/use-language.ts'

/** « Rien ne part aujourd'hui. Prochain départ : … » and the way to ask the rule again. */
export function NothingReady({ page }: { readonly page: ReminderPage | undefined }) {
  const { t } = useTranslation('dunning')
  const act = useAct()
  const language = useLanguage()
  const mayWrite = useMayWrite('business')
  const next = page?.nextDeparture
  const decide = () =>
    act({
      work: async () => answered(await api.POST('/api/v1/daily-run', {})),
      done: ({ messages }) => t('ready.decided', { count: messages }),
    })
  return (
    <EmptyState
      icon={IconSend}
      title={t('ready.empty')}
      action={mayWrite && <Button onPress={() => void decide()}>{t('ready.decide')}</Button>}
    >
      {next && t('ready.next', { date: formatDay(asDate(next), 'long', language) })}
    </EmptyState>
  )
}
