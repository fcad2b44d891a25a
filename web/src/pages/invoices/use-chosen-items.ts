import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { allItems, type OpenItem } from '../../invoices/api.ts'
import type { ItemQuery } from '../../invoices/list-search.ts'
import type { Selection } from '../../ui/table/selection.ts'
import { showToast } from '../../ui/toasts/toast-queue.ts'

type Chosen = ReadonlyMap<number, OpenItem>

const nothing: Chosen = new Map()

/**
 * The rows selected in a list, with what is known of each; another list starts with none. Ctrl A takes all the
 * results, also those not on screen yet.
 */
export function useChosenItems(rows: readonly OpenItem[], query: ItemQuery) {
  const { t } = useTranslation('invoices')
  const { sort: _by, direction: _direction, ...filters } = query
  const list = JSON.stringify(filters)
  const [kept, setKept] = useState<{ readonly list: string; readonly chosen: Chosen }>({ list, chosen: nothing })
  const chosen = kept.list === list ? kept.chosen : nothing
  const choose = (items: readonly OpenItem[]) =>
    setKept({ list, chosen: new Map(items.map((item) => [item.id, item])) })

  const onSelect = (selection: Selection) => {
    const known = new Map([...chosen, ...rows.map((row) => [row.id, row] as const)])
    choose([...selection].flatMap((id) => known.get(Number(id)) ?? []))
  }
  const onSelectAll = async () => {
    try {
      const { rows: all, isAll } = await allItems(query)
      choose(all)
      if (!isAll) showToast({ message: t('selection.tooMany') })
    } catch (problem) {
      showToast({ message: problem instanceof Error ? problem.message : String(problem), tone: 'danger' })
    }
  }
  return {
    items: [...chosen.values()],
    selection: new Set<number>(chosen.keys()) as Selection,
    onSelect,
    onSelectAll: () => void onSelectAll(),
    clear: () => choose([]),
  }
}

export type ChosenItems = ReturnType<typeof useChosenItems>
