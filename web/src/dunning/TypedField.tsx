import { useState } from 'react'
import { TextInput } from '../ui/form/TextInput.tsx'

export interface TypedFieldProps<Value> {
  readonly label: string
  readonly description?: string
  /** As it is written when nobody types. */
  readonly value: string
  /** Undefined: it does not read. */
  readonly read: (text: string) => Value | undefined
  readonly onRead: (value: Value) => void
  readonly error?: string | undefined
  /** Said while what is typed does not read; nothing changes meanwhile. */
  readonly refusal: string
  readonly end?: string
  /** What holds while nothing is written. */
  readonly placeholder?: string
}

/** A field read while it is typed: what does not read is said under it, and the last value that did stays. */
export function TypedField<Value>({ value, read, onRead, refusal, error, end, ...texts }: TypedFieldProps<Value>) {
  const [typed, setTyped] = useState(value)
  const isRead = read(typed) !== undefined
  return (
    <TextInput
      {...texts}
      value={typed}
      error={isRead ? error : refusal}
      {...(end !== undefined && { end: <span className="text-small">{end}</span> })}
      onChange={(text) => {
        setTyped(text)
        const found = read(text)
        if (found !== undefined) onRead(found)
      }}
    />
  )
}
