import { useTranslation } from 'react-i18next'
import type { Along } from '../../app/together.ts'
import { useAct } from '../../app/use-act.ts'
import { type Answer, giveToCustomer, setDismissed, setRead, takeBackAnswer } from './api.ts'

/** Noting something from a message is reading it; one that was read before stays so when that is taken back. */
export const readingOf = ({ id, isRead }: Pick<Answer, 'id' | 'isRead'>): Along | undefined =>
  isRead ? undefined : { work: () => setRead(id, true), undo: () => setRead(id, false) }

/** What a person says of a message; each is told, and taken back by Z where it can be. */
export function useAnswerActs() {
  const { t } = useTranslation('answers')
  const act = useAct()
  return {
    read: ({ id, customer }: Pick<Answer, 'id' | 'customer'>, isRead: boolean) =>
      act({
        work: () => setRead(id, isRead),
        done: () => t(isRead ? 'done.read' : 'done.unread', { customer: customer?.name ?? '' }),
        undo: () => setRead(id, !isRead),
      }),
    dismiss: ({ id }: Pick<Answer, 'id'>, isDismissed: boolean) =>
      act({
        work: () => setDismissed(id, isDismissed),
        done: () => t(isDismissed ? 'done.dismissed' : 'done.kept'),
        undo: () => setDismissed(id, !isDismissed),
      }),
    give: (id: number, to: { customer: { id: number; name: string }; addsAddress: boolean }) =>
      act({
        work: () => giveToCustomer(id, { customerId: to.customer.id, addsAddress: to.addsAddress }),
        done: () => t('done.given', { customer: to.customer.name }),
        undo: (given) => takeBackAnswer(id, given),
      }),
  }
}
