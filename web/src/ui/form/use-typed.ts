import { useState } from 'react'

interface Typed<Reading> {
  /** The stored value as it is written. */
  readonly tidy: string
  readonly read: (text: string) => Reading
  readonly onRead: (reading: Reading) => void
}

/**
 * What is typed freely into a field: read at each key, tidied on leaving the field. `refused` holds once the field was
 * left with something that cannot be read; `forget` shows the stored value again.
 */
export function useTyped<Reading extends { readonly ok: boolean }>({ tidy, read, onRead }: Typed<Reading>) {
  const [typed, setTyped] = useState<string | null>(null)
  const [left, setLeft] = useState(false)
  const text = typed ?? tidy
  const reading = read(text)
  return {
    typed,
    text,
    reading,
    refused: left && !reading.ok,
    type: (next: string) => {
      setTyped(next)
      onRead(read(next))
    },
    leave: () => {
      setLeft(true)
      if (reading.ok || typed === '') setTyped(null)
    },
    forget: () => setTyped(null),
  }
}
