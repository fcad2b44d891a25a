import { type RefObject, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useHotkey } from '../hotkeys/use-hotkey.ts'
import type { RowId } from './columns.ts'
import { allToggled, extended, type Selection, toggled } from './selection.ts'

export interface RowKeys {
  readonly ids: readonly RowId[]
  readonly currentId: RowId | undefined
  readonly selection: Selection | undefined
  readonly onSelect: ((selection: Selection) => void) | undefined
  /** All results, beyond the rows loaded. */
  readonly onSelectAll: (() => void) | undefined
  /** J and K arrive on this row. */
  readonly onArrive: ((index: number) => void) | undefined
  /** Brings a row that is not drawn into view. */
  readonly reveal: (index: number) => void
}

/** J and K move the focus from row to row, Shift extends the selection, Ctrl A takes all. */
export function useRowKeys(box: RefObject<HTMLElement | null>, list: RowKeys) {
  const { t } = useTranslation('ui')
  const [cursorId, setCursorId] = useState<RowId | undefined>(list.currentId)
  const waiting = useRef<RowId | null>(null)
  const anchor = useRef<RowId | null>(null)

  const move = (by: 1 | -1, extend: boolean) => {
    const at = list.ids.indexOf(cursorId ?? list.currentId ?? '')
    const index = Math.min(Math.max(at + by, 0), list.ids.length - 1)
    const [id, from] = [list.ids[index], list.ids[at]]
    if (id === undefined) return
    waiting.current = id
    setCursorId(id)
    list.reveal(index)
    list.onArrive?.(index)
    if (extend && list.selection) list.onSelect?.(extended(list.selection, list.ids, { from: from ?? id, to: id }))
  }

  // The row may only be drawn after the list has scrolled to it: each render tries until it is there.
  useEffect(() => {
    if (waiting.current === null) return
    const row = box.current?.querySelector<HTMLElement>(
      `[data-row="${CSS.escape(String(waiting.current))}"] [data-opens]`,
    )
    if (!row) return
    waiting.current = null
    row.focus()
    row.closest('[data-row]')?.scrollIntoView({ block: 'nearest' })
  })

  const canSelect = list.selection !== undefined && list.onSelect !== undefined
  useHotkey('j', t('table.next'), () => move(1, false))
  useHotkey('k', t('table.previous'), () => move(-1, false))
  useHotkey(canSelect ? 'shift+j' : undefined, t('table.extendDown'), () => move(1, true))
  useHotkey(canSelect ? 'shift+k' : undefined, t('table.extendUp'), () => move(-1, true))
  useHotkey(canSelect ? 'ctrl+a' : undefined, t('table.selectAll'), () =>
    list.onSelectAll ? list.onSelectAll() : list.selection && list.onSelect?.(allToggled(list.selection, list.ids)),
  )

  const select = (id: RowId, extend: boolean) => {
    if (!list.selection) return
    const range = extend && anchor.current !== null ? { from: anchor.current, to: id } : undefined
    anchor.current = id
    list.onSelect?.(range ? extended(list.selection, list.ids, range) : toggled(list.selection, id))
  }
  return { select, arrive: setCursorId }
}
