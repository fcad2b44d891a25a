import { useTranslation } from 'react-i18next'
import type { Reminder } from './api.ts'

/** What one must know of a message before its invoices are counted: amounts that moved, words of a person. */
export function ReminderNote({ reminder }: { readonly reminder: Reminder }) {
  const { t } = useTranslation('dunning')
  if (reminder.isChanged) return <span className="font-medium text-warn">{t('list.changed')}</span>
  return reminder.isEdited ? t('list.edited') : t('invoices', { count: reminder.items })
}
