import { type FormEvent, type KeyboardEvent, useId, useLayoutEffect, useRef } from 'react'
import { cx } from '../class-names.ts'
import { piecesOf, textOf } from './chip-text.ts'
import type { FieldTexts } from './FieldFrame.tsx'

export interface ChipTextProps extends FieldTexts {
  /** The text with its tokens: « Il reste {{ total.amountDue }}. » */
  readonly value: string
  readonly onChange: (value: string) => void
  /** What a token shows, and what it is called when hovered. */
  readonly chipOf: (token: string) => { readonly label: string; readonly title: string }
  readonly isOneLine?: boolean
  readonly autoFocus?: boolean
}

const chipClass =
  'mx-px inline-block max-w-full truncate rounded-pill bg-accentbg px-1.5 align-bottom font-medium text-accent select-all'

/** Words to write freely around chips that the program fills in: a chip can be taken out or moved, never changed. */
export function ChipText(props: ChipTextProps) {
  const { value, onChange, chipOf, isOneLine = false, autoFocus = false, error, description } = props
  const box = useRef<HTMLDivElement>(null)
  const said = useRef<string>(undefined)
  const [labelId, noteId] = [useId(), useId()]
  const note = error ?? description

  // The box belongs to who types; it is written anew only when the text came from elsewhere.
  useLayoutEffect(() => {
    if (!box.current || said.current === value) return
    said.current = value
    fill(box.current, value, chipOf)
  }, [value, chipOf])
  useLayoutEffect(() => {
    if (autoFocus) box.current?.focus()
  }, [autoFocus])

  // No field of HTML holds anything but plain words: this one says what it is.
  const editable = {
    role: 'textbox',
    tabIndex: 0,
    contentEditable: 'plaintext-only',
    suppressContentEditableWarning: true,
    'aria-labelledby': labelId,
    'aria-multiline': !isOneLine,
    'aria-invalid': error !== undefined,
    ...(note !== undefined && { 'aria-describedby': noteId }),
    onKeyDown: (event: KeyboardEvent<HTMLDivElement>) => {
      if (isOneLine && event.key === 'Enter' && !event.ctrlKey) event.preventDefault()
    },
    onInput: (event: FormEvent<HTMLDivElement>) => {
      const typed = textOf(event.currentTarget)
      said.current = isOneLine ? typed.replace(/\s*\n\s*/g, ' ') : typed
      onChange(said.current)
    },
  } as const

  return (
    <div className={cx('min-w-0', props.className)}>
      <span id={labelId} className="block pb-1 text-table text-ink2">
        {props.label}
      </span>
      <div
        ref={box}
        {...editable}
        className={cx(
          'w-full overflow-auto rounded-control border bg-surface px-3 text-body break-words whitespace-pre-wrap text-ink outline-none focus:ring-input',
          error === undefined ? 'border-control' : 'border-danger',
          isOneLine ? 'min-h-9 py-1.5' : 'min-h-80 py-2',
        )}
      />
      {note !== undefined && (
        <p id={noteId} className={cx('pt-1 text-small', error === undefined ? 'text-ink3' : 'font-medium text-danger')}>
          {note}
        </p>
      )}
    </div>
  )
}

function fill(box: HTMLDivElement, text: string, chipOf: ChipTextProps['chipOf']): void {
  const nodes = piecesOf(text).map((piece) => {
    if (piece.kind === 'words') return document.createTextNode(piece.words)
    const { label, title } = chipOf(piece.token)
    const chip = document.createElement('span')
    chip.contentEditable = 'false'
    chip.dataset.token = piece.token
    chip.className = chipClass
    chip.title = title
    chip.textContent = label
    return chip
  })
  box.replaceChildren(...nodes)
}
