import { useSyncExternalStore } from 'react'
import { remember, remembered } from '../ui/remember.ts'

export type ThemeChoice = 'light' | 'dark' | 'system'

const key = 'quittance.theme' // also read by public/before-paint.js
const isChoice = (text: string | null): text is ThemeChoice => text === 'light' || text === 'dark' || text === 'system'

let choice: ThemeChoice = 'system'
const watchers = new Set<() => void>()
const systemIsDark = () => matchMedia('(prefers-color-scheme: dark)')

function paint(): void {
  const dark = choice === 'dark' || (choice === 'system' && systemIsDark().matches)
  document.documentElement.dataset.theme = dark ? 'dark' : 'light'
  for (const watcher of watchers) watcher()
}

/** Follows the system while the choice is « système ». Called once; the first paint is before-paint.js. */
export function startTheme(): void {
  const stored = remembered(key)
  if (isChoice(stored)) choice = stored
  systemIsDark().addEventListener('change', paint)
  paint()
}

/** Changes the theme at once and remembers it in this browser. */
export function chooseTheme(next: ThemeChoice): void {
  choice = next
  remember(key, next)
  paint()
}

/** The reader's choice, not the colours in force. */
export const useThemeChoice = (): ThemeChoice => useSyncExternalStore(watch, () => choice)

/** The colours in force. */
export const useIsDark = (): boolean =>
  useSyncExternalStore(watch, () => document.documentElement.dataset.theme === 'dark')

function watch(watcher: () => void): () => void {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}
