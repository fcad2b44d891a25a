import { canBeSwitchedOff, type KeyPress, keyName, worksInFields } from './keys.ts'

export interface Hotkey {
  /** 'j', 'ctrl+k', 'g f' (one key, then another): see `keyName`. */
  readonly keys: string
  /** What it does, in the reader's language; the `?` dialog lists it. */
  readonly label: string
  readonly run: () => void
  /** Open dialogs are layers: only the hotkeys of the topmost one work. 0 is the page. */
  readonly layer: number
}

/** Where the choice of switched-off hotkeys is kept; localStorage in the browser. */
export interface Memory {
  getItem(key: string): string | null
  setItem(key: string, value: string): void
}

const memoryKey = 'quittance.hotkeys.off'
const sequenceMillis = 1500

/** All the hotkeys of the page now, which of them are off, and the dispatch of a key press to one of them. */
export function createHotkeyRegistry(memory: Memory, now: () => number) {
  let entries: readonly Hotkey[] = []
  let off: ReadonlySet<string> = new Set((memory.getItem(memoryKey) ?? '').split('\n').filter(Boolean))
  let pending = { key: '', until: 0 }
  /** One each open dialog; a dialog that follows another may open before that one is gone. */
  const layers = new Set<{ readonly layer: number }>()
  const topLayer = () => Math.max(0, ...[...layers].map(({ layer }) => layer))
  const watchers = new Set<() => void>()
  const changed = () => watchers.forEach((watcher) => void watcher())

  const isOn = (keys: string): boolean => !canBeSwitchedOff(keys) || !(off.has(keys) || off.has('*'))

  const working = (): readonly Hotkey[] => {
    const top = entries.reduce((layer, entry) => Math.max(layer, entry.layer), topLayer())
    return entries.filter((entry) => entry.layer === top && isOn(entry.keys))
  }

  return {
    /** Adds a hotkey; the last one added wins over an earlier one on the same keys. Returns how to take it away. */
    add(hotkey: Hotkey): () => void {
      entries = [...entries, hotkey]
      changed()
      return () => {
        entries = entries.filter((entry) => entry !== hotkey)
        changed()
      }
    },
    /** A dialog opens: the hotkeys below it rest until the returned function is called. */
    openLayer(layer: number): () => void {
      const open = { layer }
      layers.add(open)
      return () => {
        layers.delete(open)
      }
    },
    /** Runs the hotkey of this press, if any; true when the press was used. */
    press(event: KeyPress, inField: boolean): boolean {
      const name = keyName(event)
      if (name === undefined || (inField && !worksInFields(name))) return false
      const wanted = pending.until > now() ? `${pending.key} ${name}` : name
      pending = { key: '', until: 0 }
      const hotkeys = working()
      const found =
        hotkeys.findLast((entry) => entry.keys === wanted) ?? hotkeys.findLast((entry) => entry.keys === name)
      if (found) {
        found.run()
        return true
      }
      if (!hotkeys.some((entry) => entry.keys.startsWith(`${name} `))) return false
      pending = { key: name, until: now() + sequenceMillis }
      return true
    },
    isOn,
    /** Switches one hotkey off or on; '*' stands for all that can be switched off. */
    setOn(keys: string, on: boolean): void {
      const next = new Set(off)
      if (on) next.delete(keys)
      else next.add(keys)
      off = next
      memory.setItem(memoryKey, [...off].join('\n'))
      changed()
    },
    list: (): readonly Hotkey[] => entries,
    /** Changes identity whenever a hotkey is switched: for useSyncExternalStore. */
    switchedOff: (): ReadonlySet<string> => off,
    watch(watcher: () => void): () => void {
      watchers.add(watcher)
      return () => watchers.delete(watcher)
    },
  }
}

export type HotkeyRegistry = ReturnType<typeof createHotkeyRegistry>
