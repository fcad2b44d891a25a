import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { paths } from '../app/paths.ts'
import type { Pause } from '../customers/api.ts'
import { showToast } from '../ui/toasts/toast-queue.ts'
import { actOnItems, giveBack, type OpenItem, prepareReminders, showItemsAs } from './api.ts'
import type { PlannedTask } from './PlanTaskDialog.tsx'

/**
 * What can be done with one due line or many, each said in a message and taken back by it. What is refused is said
 * too, and the lists are read again either way.
 */
export function useItemActs() {
  const { t } = useTranslation('invoices')
  const client = useQueryClient()
  const navigate = useNavigate()
  const refresh = () => client.invalidateQueries()

  const act = async (work: () => Promise<void>, done: string, undo?: () => Promise<void>) => {
    try {
      await work()
      showToast({
        message: done,
        ...(undo && {
          undo: async () => {
            await undo()
            await refresh()
          },
        }),
      })
    } catch (problem) {
      showToast({ message: messageOf(problem), tone: 'danger' })
    }
    await refresh()
  }
  const idsOf = (items: readonly OpenItem[]) => items.map(({ id }) => id)

  return {
    pause: (items: readonly OpenItem[], pause: Pause) => {
      showItemsAs(client, new Set(idsOf(items)), { isPaused: true })
      const fresh = idsOf(items.filter(({ isPaused }) => !isPaused))
      return act(
        () => actOnItems(idsOf(items), { kind: 'pause', ...pause }),
        t('selection.paused', { count: items.length }),
        fresh.length > 0 ? () => actOnItems(fresh, { kind: 'resume' }) : undefined,
      )
    },
    resume: (items: readonly OpenItem[]) => {
      showItemsAs(client, new Set(idsOf(items)), { isPaused: false })
      return act(() => actOnItems(idsOf(items), { kind: 'resume' }), t('pause.resumed'))
    },
    assign: (items: readonly OpenItem[], person: { readonly id: number; readonly name: string }) => {
      showItemsAs(client, new Set(idsOf(items)), { owner: person })
      return act(
        () => actOnItems(idsOf(items), { kind: 'assign', personId: person.id }),
        t('selection.assigned', { count: items.length, person: person.name }),
        () => giveBack(items),
      )
    },
    plan: (items: readonly OpenItem[], task: PlannedTask) =>
      act(() => actOnItems(idsOf(items), { kind: 'task', ...task }), t('selection.planned', { count: items.length })),
    /** Prepares the messages and goes to where they are approved; nothing leaves. */
    remind: async (items: readonly OpenItem[]) => {
      const { prepared, refusals } = await prepareReminders(items)
      const [refusal] = refusals
      if (refusal) {
        const message = t('selection.notPrepared', { count: refusals.length, ...refusal })
        showToast({ message, tone: 'danger' })
      }
      await refresh()
      if (prepared === 0) return
      showToast({ message: t('selection.prepared', { count: prepared }) })
      await navigate({ href: `${paths.reminders}?vue=pretes` })
    },
  }
}

/** What went wrong, in the server's own words when it has any. */
const messageOf = (problem: unknown): string => (problem instanceof Error ? problem.message : String(problem))
