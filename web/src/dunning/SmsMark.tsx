import { IconMessage } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Glyph } from '../ui/Glyph.tsx'
import type { Reminder } from './api.ts'

/** Beside a name: this one leaves as an SMS. Nothing for an e-mail, which is usual. */
export function SmsMark({ reminder }: { readonly reminder: Pick<Reminder, 'channel'> }) {
  const { t } = useTranslation('dunning')
  if (reminder.channel !== 'sms') return null
  return (
    <span
      role="img"
      aria-label={t('channel.sms')}
      title={t('channel.sms')}
      className="relative z-10 inline-flex shrink-0 text-ink2"
    >
      <Glyph icon={IconMessage} />
    </span>
  )
}
