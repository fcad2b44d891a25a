import { useEffect, useRef, useState } from 'react'

const restMillis = 250

/**
 * The text of a search box whose settled value lives elsewhere (the address): what is typed shows at once and is told
 * after a quarter of a second of rest. A value changed from outside takes the place of what was typed.
 */
export function useSearchText(settled: string, tell: (text: string) => void) {
  const [draft, setDraft] = useState<{ readonly text: string; readonly over: string } | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const type = (text: string) => {
    setDraft({ text, over: settled })
    clearTimeout(timer.current)
    timer.current = setTimeout(() => tell(text.trim()), restMillis)
  }
  return { text: draft && draft.over === settled ? draft.text : settled, type }
}
