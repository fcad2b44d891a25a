import { useState } from 'react'
import type { Selection } from '../ui/table/selection.ts'
import { showToast } from '../ui/toasts/toast-queue.ts'

interface Known {
  readonly id: number
}

export interface ChosenRows<Row extends Known> {
  readonly rows: readonly Row[]
  readonly selection: Selection
  readonly onSelect: (selection: Selection) => void
  readonly onSelectAll: () => void
  readonly clear: () => void
}

/**
 * The rows selected in a list, with what is known of each; another list (`list` names its filters) starts with none.
 * Ctrl A takes all the results, also those not on screen yet; `tooMany` is said when that is more than can be acted on.
 */
export function useChosenRows<Row extends Known>(
  onScreen: readonly Row[],
  list: string,
  all: { readonly read: () => Promise<{ rows: readonly Row[]; isAll: boolean }>; readonly tooMany: string },
): ChosenRows<Row> {
  const [kept, setKept] = useState<{ readonly list: string; readonly rows: readonly Row[] }>({ list, rows: [] })
  const rows = kept.list === list ? kept.rows : []
  const choose = (chosen: readonly Row[]) => setKept({ list, rows: chosen })

  const onSelect = (selection: Selection) => {
    const known = new Map([...rows, ...onScreen].map((row) => [row.id, row]))
    choose([...selection].flatMap((id) => known.get(Number(id)) ?? []))
  }
  const onSelectAll = async () => {
    try {
      const found = await all.read()
      choose(found.rows)
      if (!found.isAll) showToast({ message: all.tooMany })
    } catch (problem) {
      showToast({ message: problem instanceof Error ? problem.message : String(problem), tone: 'danger' })
    }
  }
  return {
    rows,
    selection: new Set<number>(rows.map(({ id }) => id)) as Selection,
    onSelect,
    onSelectAll: () => void onSelectAll(),
    clear: () => choose([]),
  }
}
