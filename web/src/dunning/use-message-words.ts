import { useTranslation } from 'react-i18next'
import type { Reminder } from './api.ts'

/** What these are called: e-mails, and messages as soon as an SMS is among them. */
export function useMessageWords(reminders: readonly Pick<Reminder, 'channel'>[]) {
  const { t } = useTranslation('dunning')
  const isMixed = reminders.some(({ channel }) => channel === 'sms')
  return {
    count: (count: number) => t(isMixed ? 'mixed.count' : 'note.emails', { count }),
    rule: t(isMixed ? 'mixed.rule' : 'list.rule'),
    chooseAll: t(isMixed ? 'mixed.chooseAll' : 'list.chooseAll'),
    approve: (count: number) =>
      count === 0
        ? t(isMixed ? 'mixed.approveNone' : 'primary.approveNone')
        : t(isMixed ? 'mixed.approve' : 'primary.approve', { count }),
    tickOne: t(isMixed ? 'mixed.none' : 'primary.none'),
    title: (count: number) => t(isMixed ? 'mixed.title' : 'approve.title', { count }),
    each: (count: number, when: string) => t(isMixed ? 'mixed.each' : 'approve.each', { count, when }),
  }
}
