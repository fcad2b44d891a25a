/** What this browser keeps for its reader: theme, language, closed hints. Null when unknown or storage is refused. */
export function remembered(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

/** Kept until the reader clears the browser; lost with the page when storage is refused. */
export function remember(key: string, value: string): void {
  try {
    localStorage.setItem(key, value)
  } catch {
    // Storage refused by the browser: the choice lasts as long as the page.
  }
}
