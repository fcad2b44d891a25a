import { useTranslation } from 'react-i18next'
import { KeyValueList } from '../ui/KeyValueList.tsx'
import type { ReminderMessage } from './api.ts'

/** From, to, copy, subject: what the customer sees before opening. */
export function MessageHead({ message }: { readonly message: ReminderMessage }) {
  const { t } = useTranslation('dunning')
  const to = message.to.join(', ')
  if (message.channel === 'sms') return <SmsHead message={message} />
  return (
    <div className="border-b border-line px-[18px] py-2.5 text-small break-words">
      <KeyValueList
        layout="columns"
        items={[
          { key: t('message.from'), value: message.from },
          { key: t('message.to'), value: to === '' ? <strong>{t('message.nobody')}</strong> : to },
          { key: t('message.cc'), value: message.cc.join(', ') || t('message.noCopy') },
          ...(message.replyTo ? [{ key: t('message.replyTo'), value: message.replyTo }] : []),
          { key: t('message.subject'), value: <strong className="font-semibold">{message.subject}</strong> },
        ]}
      />
    </div>
  )
}

/** Of an SMS: the mobile it goes to, and how many the operator counts. */
function SmsHead({ message }: { readonly message: ReminderMessage }) {
  const { t } = useTranslation('dunning')
  const to = message.to.join(', ')
  return (
    <div className="border-b border-line px-[18px] py-2.5 text-small break-words">
      <KeyValueList
        layout="columns"
        items={[
          { key: t('message.to'), value: to === '' ? <strong>{t('message.noMobile')}</strong> : to },
          { key: t('message.size'), value: <strong className="font-semibold">{message.subject}</strong> },
        ]}
      />
    </div>
  )
}
