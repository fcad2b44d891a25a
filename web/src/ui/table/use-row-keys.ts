import { type RefObject, useCallback, useEffect, useRef } from 'react'
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
  // Where J and K stand. Not state: moving the focus redraws nothing.
  const cursor = useRef<RowId | undefined>(list.currentId)
  const waiting = useRef(false)
  const anchor = useRef<RowId | null>(null)

  const focusCursor = () => {
    const row = box.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(String(cursor.current))}"]`)
    waiting.current = !row
    row?.querySelector<HTMLElement>('[data-opens]')?.focus({ preventScroll: true })
    row?.scrollIntoView({ block: 'nearest' })
  }
  // A row far away is drawn only after the list has scrolled to it: each render looks for it again.
  useEffect(() => {
    if (waiting.current) focusCursor()
  })

  // What is open beside the list may change without J and K: a press on the panel's arrows, a row that has gone.
  useEffect(() => {
    if (list.currentId !== undefined) cursor.current = list.currentId
  }, [list.currentId])

  const move = (by: 1 | -1, extend: boolean) => {
    const known = cursor.current !== undefined && list.ids.includes(cursor.current)
    const at = list.ids.indexOf((known ? cursor.current : list.currentId) ?? '')
    const index = Math.min(Math.max(at + by, 0), list.ids.length - 1)
    const [id, from] = [list.ids[index], list.ids[at]]
    if (id === undefined) return
    cursor.current = id
    focusCursor()
    if (waiting.current) list.reveal(index)
    list.onArrive?.(index)
    if (extend && list.selection) list.onSelect?.(extended(list.selection, list.ids, { from: from ?? id, to: id }))
  }

  const canSelect = list.selection !== undefined && list.onSelect !== undefined
  useHotkey('j', t('table.next'), () => move(1, false))
  useHotkey('k', t('table.previous'), () => move(-1, false))
  useHotkey(canSelect ? 'shift+j' : undefined, t('table.extendDown'), () => move(1, true))
  useHotkey(canSelect ? 'shift+k' : undefined, t('table.extendUp'), () => move(-1, true))
  useHotkey(canSelect ? 'ctrl+a' : undefined, t('table.selectAll'), () =>
    list.onSelectAll ? list.onSelectAll() : list.selection && list.onSelect?.(allToggled(list.selection, list.ids)),
  )

  // The same functions on every render, so that rows already drawn are left alone while the list scrolls.
  const latest = useRef(list)
  useEffect(() => {
    latest.current = list
  })
  const select = useCallback((id: RowId, extend: boolean) => {
    const { selection, onSelect, ids } = latest.current
    if (!selection) return
    const range = extend && anchor.current !== null ? { from: anchor.current, to: id } : undefined
    anchor.current = id
    onSelect?.(range ? extended(selection, ids, range) : toggled(selection, id))
  }, [])
  const arrive = useCallback((id: RowId) => {
    cursor.current = id
  }, [])
  return { select, arrive }
}
