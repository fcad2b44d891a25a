import { IconMessage } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Glyph } from '../ui/Glyph.tsx'
import type { Reminder } from './api.ts'

/** Beside a name: this one leaves as an SMS. Nothing for an e-mail, which is usual. */
export function SmsMark({ reminder }: { readonly reminder: Pick<Reminder, 'channel'> }) {
  const { t } = useTranslation('dunning')
  if (reminder.channel !== 'sms') return null
  return (
    <span className="inline-flex shrink-0 items-center gap-1 text-small font-regular text-ink2">
      <Glyph icon={IconMessage} size={14} />
      {t('channel.sms')}
    </span>
  )
}
