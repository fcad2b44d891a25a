import { type ReactNode, useEffect, useRef } from 'react'
import { useKeysIn } from '../ui/use-keys-in.ts'
import { focusCurrentRow } from './focus-current-row.ts'

export interface AnswerFieldsProps {
  /** No answer is chosen any more. */
  readonly onLeave: () => void
  /** Under the thumb, a field that takes the focus would bring up the keyboard. */
  readonly staysOut: boolean
  readonly children: ReactNode
}

const fields = 'input:not([type=hidden]):not(:disabled), textarea, select, button:not(:disabled)'

/** The fields of an answer: whoever chose it by its key is taken into them, and back to the list by Escape. */
export function AnswerFields({ onLeave, staysOut, children }: AnswerFieldsProps) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!staysOut) box.current?.querySelector<HTMLElement>(fields)?.focus()
  }, [staysOut])
  useKeysIn(box, (event) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return
    event.stopPropagation()
    onLeave()
    focusCurrentRow()
  })
  return <div ref={box}>{children}</div>
}
