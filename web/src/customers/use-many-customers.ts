import { useTranslation } from 'react-i18next'
import { useAct } from '../app/use-act.ts'
import { type CustomerRow, changeCustomer, type Pause, pauseCustomer, resumeCustomer } from './api.ts'

/** The same act on each customer of a selection, taken back for all of them. */
export function useManyCustomers() {
  const { t } = useTranslation('customers')
  const act = useAct()
  const each = async (rows: readonly CustomerRow[], work: (row: CustomerRow) => Promise<unknown>) => {
    for (const row of rows) await work(row)
  }
  return {
    assign: (rows: readonly CustomerRow[], person: { readonly id: number; readonly name: string }) =>
      act({
        work: () => each(rows, ({ id }) => changeCustomer(id, { collectorId: person.id })),
        done: () => t('selection.assigned', { count: rows.length, person: person.name }),
        undo: () => each(rows, ({ id, collector }) => changeCustomer(id, { collectorId: collector?.id ?? null })),
      }),
    /** Those already paused keep their pause when this one is taken back. */
    pause: (rows: readonly CustomerRow[], pause: Pause) => {
      const fresh = rows.filter(({ next }) => next?.because !== 'paused')
      return act({
        work: () => each(rows, ({ id }) => pauseCustomer(id, pause)),
        done: () => t('selection.paused', { count: rows.length }),
        undo: () => each(fresh, ({ id }) => resumeCustomer(id)),
      })
    },
  }
}
