import { useTranslation } from 'react-i18next'
import type { RemindersReceived } from './api.ts'

type Counts = Pick<RemindersReceived, 'total' | 'emails' | 'texts' | 'letters' | 'calls'>

/** « 4 relances reçues : 3 e-mails, 1 appel ». */
export function useReminderCountWords(): (counts: Counts) => string {
  const { t } = useTranslation('customers')
  return ({ total, emails, texts, letters, calls }) => {
    const parts = [
      emails > 0 && t('received.emails', { count: emails }),
      texts > 0 && t('received.texts', { count: texts }),
      letters > 0 && t('received.letters', { count: letters }),
      calls > 0 && t('received.calls', { count: calls }),
    ].filter(Boolean)
    const all = t('received.count', { count: total })
    return parts.length === 0 ? all : t('received.detail', { all, parts: parts.join(', ') })
  }
}
