import { createContext, useContext, useEffect, useRef, useSyncExternalStore } from 'react'
import { remember, remembered } from '../remember.ts'
import { createHotkeyRegistry } from './registry.ts'

/** The hotkeys of this document. */
export const hotkeys = createHotkeyRegistry({ getItem: remembered, setItem: remember }, () => performance.now())

const fields =
  'input:not([type=checkbox], [type=radio], [type=button], [type=file]), textarea, select, [contenteditable=true], [contenteditable=plaintext-only]'
const ownKeys = '[role=menu], [role=listbox], [role=tree]'
const pressable = 'button, a[href], summary, [role=button], input'
/** Enter on a row that is open already would do nothing: it belongs to what stands beside the list. */
const openAlready = '[data-enter=beside]'

/** Listens to the document; returns how to stop. Called once, by the application. */
export function listenToHotkeys(): () => void {
  const press = (event: KeyboardEvent): boolean => {
    const target = event.target instanceof Element ? event.target : document.body
    if (event.defaultPrevented || event.isComposing || target.closest(ownKeys)) return false
    const plain = !event.ctrlKey && !event.metaKey
    const presses = event.key === ' ' || (event.key === 'Enter' && !target.closest(openAlready))
    if (plain && presses && target.closest(pressable)) return false
    const isUsed = hotkeys.press(event, target.closest(fields) !== null)
    if (isUsed) event.preventDefault()
    return isUsed
  }
  const hasCtrl = (event: KeyboardEvent) => event.ctrlKey || event.metaKey
  // Ctrl Enter on a button is not a press of it: taken on the way down, before the button sees it and stops it.
  const onTheWayDown = (event: KeyboardEvent) => hasCtrl(event) && press(event) && event.stopPropagation()
  const onTheWayUp = (event: KeyboardEvent) => !hasCtrl(event) && press(event)
  document.addEventListener('keydown', onTheWayDown, true)
  document.addEventListener('keydown', onTheWayUp)
  return () => {
    document.removeEventListener('keydown', onTheWayDown, true)
    document.removeEventListener('keydown', onTheWayUp)
  }
}

/** The layer hotkeys belong to: 0 on the page, one more inside each open dialog. */
export const HotkeyLayer = createContext(0)

/** While mounted, rests every hotkey below; a dialog calls it and provides the returned layer to its content. */
export function useHotkeyLayer(): number {
  const layer = useContext(HotkeyLayer) + 1
  useEffect(() => hotkeys.openLayer(layer), [layer])
  return layer
}

/**
 * Binds keys while the component is mounted: 'j', 'shift+j', 'ctrl+enter', 'g f'. Letters are ignored while typing in
 * a field; the reader can switch them off; the `?` dialog shows the label. Pass undefined keys to bind nothing.
 */
export function useHotkey(keys: string | undefined, label: string, run: () => void): void {
  const layer = useContext(HotkeyLayer)
  const latest = useRef(run)
  useEffect(() => {
    latest.current = run
  })
  useEffect(() => {
    if (keys === undefined) return undefined
    return hotkeys.add({ keys, label, layer, run: () => latest.current() })
  }, [keys, label, layer])
}

/** Whether these keys work now: a key cap is not shown for a hotkey that was switched off. */
export function useHotkeyIsOn(keys: string): boolean {
  useSyncExternalStore(hotkeys.watch, hotkeys.switchedOff)
  return hotkeys.isOn(keys)
}
