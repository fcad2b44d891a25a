import { useEffect, useRef, useSyncExternalStore } from 'react'
import type { Icon } from '../../ui/Glyph.tsx'

export interface PaletteItem {
  readonly id: string
  readonly label: string
  /** The grey words at the end: the amount late, the number. */
  readonly note?: string
  readonly icon?: Icon
  readonly hotkey?: string
  /** Other words that find it. */
  readonly keywords?: string
  readonly run: () => void
}

/** Asked 150 ms after the last letter; the signal aborts an answer nobody waits for. */
export type PaletteSearch = (text: string, signal: AbortSignal) => Promise<readonly PaletteItem[]>

export interface PaletteSource {
  /** The heading of its results: Clients, Factures, Actions. */
  readonly label: string
  readonly search: PaletteSearch
}

interface State {
  readonly isOpen: boolean
  /** By group; asked when the palette is drawn, so that what runs is what the page means by then. */
  readonly actions: ReadonlyMap<string, () => readonly PaletteItem[]>
  readonly sources: ReadonlyMap<string, PaletteSource>
  /** What was opened lately, asked each time the palette opens. */
  readonly recent: () => readonly PaletteItem[]
}

const none: State['recent'] = () => []
let state: State = { isOpen: false, actions: new Map(), sources: new Map(), recent: none }
const watchers = new Set<() => void>()

function become(change: Partial<State>): void {
  state = { ...state, ...change }
  for (const watcher of watchers) watcher()
}

/** Opens the palette (Ctrl K, the search box of the sidebar). */
export const openPalette = (): void => become({ isOpen: true })
export const closePalette = (): void => become({ isOpen: false })

function without<Value>(map: ReadonlyMap<string, Value>, key: string): ReadonlyMap<string, Value> {
  const rest = new Map(map)
  rest.delete(key)
  return rest
}

/** Offers the acts `current` answers, whenever the palette asks for them. Returns how to take them away. */
export function offerActions(group: string, current: () => readonly PaletteItem[]): () => void {
  become({ actions: new Map(state.actions).set(group, current) })
  return () => become({ actions: without(state.actions, group) })
}

/** While mounted, offers these acts in the palette; `group` names them, so that a page replaces its own only. */
export function usePaletteActions(group: string, items: readonly PaletteItem[]): void {
  const latest = useRef(items)
  useEffect(() => {
    latest.current = items
  })
  useEffect(() => offerActions(group, () => latest.current), [group])
}

/** While mounted, what is typed in the palette is also looked up here (customers, invoices). Keep `search` stable. */
export function usePaletteSource(id: string, label: string, search: PaletteSearch): void {
  useEffect(() => {
    become({ sources: new Map(state.sources).set(id, { label, search }) })
    return () => become({ sources: without(state.sources, id) })
  }, [id, label, search])
}

/** While mounted, what the palette shows before anything is typed. Keep `recent` stable. */
export function usePaletteRecent(recent: State['recent']): void {
  useEffect(() => {
    become({ recent })
    return () => become({ recent: none })
  }, [recent])
}

/** What the palette holds now. */
export const palette = (): State => state

export const usePalette = (): State =>
  useSyncExternalStore((watcher) => {
    watchers.add(watcher)
    return () => watchers.delete(watcher)
  }, palette)
