import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { type InfiniteData, type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../../app/api.ts'
import { useAct } from '../../app/use-act.ts'
import {
  type Aside,
  approve,
  cancelApproval,
  type HeldCustomer,
  messageQuery,
  type Reminder,
  type ReminderPage,
  sendAnyway,
  setAside,
  settleUncertain,
  type Tone,
  takeBack,
  writeMessage,
} from '../../dunning/api.ts'
import { withChange } from '../../dunning/ready-pages.ts'
import { useDepartureWords } from '../../dunning/use-departure-words.ts'
import { formatDay } from '../../ui/format-day.ts'
import { useLanguage } from '../../ui/use-language.ts'

/** Shows the change in the list at once; the list is read again after the server has answered. */
function showAs(client: QueryClient, ids: readonly number[], change: Partial<Reminder> | 'gone'): void {
  client.setQueriesData<InfiniteData<ReminderPage>>(
    { queryKey: ['reminders', 'ready'] },
    (data) => data && { ...data, pages: withChange(data.pages, new Set(ids), change) },
  )
  if (change === 'gone' || change.state === undefined) return
  const { state } = change
  for (const id of ids) client.setQueryData(messageQuery(id).queryKey, (message) => message && { ...message, state })
}

/** What can be done with messages and with who is put aside; each says what happened, and what can be taken back is. */
export function useReminderActs() {
  const { t } = useTranslation('dunning')
  const act = useAct()
  const client = useQueryClient()
  const when = useDepartureWords()
  const language = useLanguage()

  return {
    approve: (reminders: readonly Reminder[]) => {
      const ids = reminders.map(({ id }) => id)
      const leaving = reminders.filter(({ leavesIfApproved }) => leavesIfApproved !== null).map(({ id }) => id)
      const mixed = reminders.some(({ channel }) => channel === 'sms')
      showAs(client, leaving, { state: 'ready' })
      const tests = ids.filter((id) => !leaving.includes(id))
      showAs(client, tests, 'gone')
      return act({
        work: () => approve(ids),
        done: ({ approved, leavesAt, inTestOutbox }) =>
          [
            leavesAt !== null && t(mixed ? 'mixed.done' : 'approve.done', { count: approved, when: when(leavesAt) }),
            inTestOutbox > 0 && t(leavesAt === null ? 'approve.doneTest' : 'mixed.inTest', { count: inTestOutbox }),
          ]
            .filter(Boolean)
            .join(' '),
        undo: leaving.length > 0 ? () => cancelApproval(leaving) : undefined,
      })
    },
    stop: (reminders: readonly Pick<Reminder, 'id' | 'state'>[], reason: string | null = null) => {
      const ids = reminders.filter(({ state }) => state === 'ready').map(({ id }) => id)
      showAs(client, ids, { state: 'pendingApproval', leavesAt: null })
      return act({
        work: () => cancelApproval(ids, reason),
        done: ({ cancelled, tooLate }) =>
          [
            cancelled > 0 ? t('approve.stopped', { count: cancelled }) : '',
            tooLate > 0 || cancelled === 0 ? t('approve.tooLate', { count: tooLate }) : '',
          ]
            .filter((said) => said !== '')
            .join(' '),
      })
    },
    setAside: (id: number, aside: Aside = {}) => {
      showAs(client, [id], 'gone')
      return act({
        work: () => setAside(id, aside),
        done: (day) => t('done.setAside', { date: formatDay(asDate(day), 'numeric', language) }),
        undo: () => takeBack(id),
      })
    },
    takeBack: (id: number) => act({ work: () => takeBack(id), done: () => t('done.takenBack') }),
    settle: (id: number, left: boolean) =>
      act({
        work: () => settleUncertain(id, left),
        done: () => (left ? t('done.settledLeft') : t('done.settledNot')),
      }),
    sendAnyway: (held: HeldCustomer, tone: Tone, then: (prepared: number | null) => void) =>
      act({
        work: async () => then((await sendAnyway(held.customer.id, tone)).id),
        done: () => t('done.prepared'),
      }),
    /** Answers what is wrong with the text, or undefined when it was kept; of an edit that came first the toast tells. */
    write: async (
      id: number,
      text: { subject: string; body: string } | null,
      seenEdit: string | null,
    ): Promise<{ readonly isKept: boolean; readonly refusal?: string }> => {
      let refusal: string | undefined
      const isDone = await act({
        work: async () => {
          try {
            await writeMessage(id, text, seenEdit)
          } catch (problem) {
            if (!(problem instanceof ApiError && problem.code === 'templateInvalid')) throw problem
            refusal = problem.message
          }
        },
        done: () => (refusal === undefined ? t(text ? 'done.edited' : 'done.editedBack') : undefined),
      })
      return { isKept: isDone && refusal === undefined, ...(refusal !== undefined && { refusal }) }
    },
  }
}
