import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { paths } from '../app/paths.ts'
import { useAct } from '../app/use-act.ts'
import type { Pause } from '../customers/api.ts'
import { showToast } from '../ui/toasts/toast-queue.ts'
import {
  actOnItems,
  dropTasks,
  giveBack,
  type Invoice,
  type OpenItem,
  pauseAgain,
  prepareReminders,
  showItemsAs,
} from './api.ts'
import type { PlannedTask } from './PlanTaskDialog.tsx'

/**
 * What can be done with one due line or many, each said in a message and taken back by it. What is refused is said
 * too, and the lists are read again either way.
 */
export function useItemActs() {
  const { t } = useTranslation('invoices')
  const client = useQueryClient()
  const navigate = useNavigate()
  const act = useAct()

  const idsOf = (items: readonly OpenItem[]) => items.map(({ id }) => id)

  return {
    pause: (items: readonly OpenItem[], pause: Pause) => {
      showItemsAs(client, new Set(idsOf(items)), { isPaused: true })
      const fresh = idsOf(items.filter(({ isPaused }) => !isPaused))
      return act({
        work: () => actOnItems(idsOf(items), { kind: 'pause', ...pause }),
        done: () => t('selection.paused', { count: items.length }),
        undo: fresh.length > 0 ? () => actOnItems(fresh, { kind: 'resume' }) : undefined,
      })
    },
    resume: (items: Invoice['items']) => {
      showItemsAs(client, new Set(idsOf(items)), { isPaused: false })
      return act({
        work: () => actOnItems(idsOf(items), { kind: 'resume' }),
        done: () => t('pause.resumed'),
        undo: () => pauseAgain(items),
      })
    },
    assign: (items: readonly OpenItem[], person: { readonly id: number; readonly name: string }) => {
      showItemsAs(client, new Set(idsOf(items)), { owner: person })
      return act({
        work: () => actOnItems(idsOf(items), { kind: 'assign', personId: person.id }),
        done: () => t('selection.assigned', { count: items.length, person: person.name }),
        undo: () => giveBack(items),
      })
    },
    plan: (items: readonly OpenItem[], task: PlannedTask) =>
      act({
        work: () => actOnItems(idsOf(items), { kind: 'task', ...task }),
        done: () => t('selection.planned', { count: items.length }),
        undo: dropTasks,
      }),
    /** Prepares the messages and goes to where they are approved; nothing leaves. */
    remind: async (items: readonly OpenItem[]) => {
      const { prepared, refusals } = await prepareReminders(items)
      const [refusal] = refusals
      if (refusal) {
        const message = t('selection.notPrepared', { count: refusals.length, ...refusal })
        showToast({ message, tone: 'danger' })
      }
      await client.invalidateQueries()
      if (prepared === 0) return
      showToast({ message: t('selection.prepared', { count: prepared }) })
      await navigate({ href: `${paths.reminders}?vue=pretes` })
    },
  }
}
