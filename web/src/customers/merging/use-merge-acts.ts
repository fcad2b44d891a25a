import { useTranslation } from 'react-i18next'
import { useAct } from '../../app/use-act.ts'
import { mergeCustomers, type Named, sayMayBeDouble, sayNotDouble, separateCustomers } from './api.ts'

interface Two {
  readonly kept: Named
  readonly other: Named
}

/** Merging and separating, each said in a message and taken back by it. */
export function useMergeActs() {
  const { t } = useTranslation('customers')
  const act = useAct()
  return {
    merge: ({ kept, other }: Two) =>
      act({
        work: () => mergeCustomers({ kept: kept.id, other: other.id }),
        done: () => t('merge.done', { kept: kept.name, other: other.name }),
        undo: () => separateCustomers(other.id),
      }),
    separate: ({ kept, other }: Two) =>
      act({
        work: () => separateCustomers(other.id),
        done: () => t('separate.done', { kept: kept.name, other: other.name }),
        undo: () => mergeCustomers({ kept: kept.id, other: other.id }),
      }),
    notDouble: ({ kept, other }: Two) =>
      act({
        work: () => sayNotDouble({ kept: kept.id, other: other.id }),
        done: () => t('doubles.said'),
        undo: () => sayMayBeDouble({ kept: kept.id, other: other.id }),
      }),
  }
}
