import {
  type FocusEvent,
  type FormEvent,
  type KeyboardEvent,
  type Ref,
  useId,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
} from 'react'
import { cx } from '../class-names.ts'
import { piecesOf, type TextPiece, textOf } from './chip-text.ts'
import type { FieldTexts } from './FieldFrame.tsx'

export interface Chip {
  readonly label: string
  readonly title: string
  /** What it says decides about other words: drawn apart from what it fills in. */
  readonly isCondition?: boolean
}

export interface ChipTextProps extends FieldTexts {
  /** The text with its tokens: « Il reste {{ total.amountDue }}. » */
  readonly value: string
  readonly onChange: (value: string) => void
  /** What a token shows, and what it is called when hovered. */
  readonly chipOf: (token: string) => Chip
  /** Conditions (`{% … %}`) are chips too, and what is typed or pasted as a token becomes one. */
  readonly isTemplate?: boolean
  readonly isReadOnly?: boolean
  /** Puts tokens where the cursor stood last. */
  readonly inserter?: Ref<(tokens: string) => void>
  readonly onFocus?: () => void
  readonly isOneLine?: boolean
  readonly autoFocus?: boolean
}

const chipClass = 'mx-px inline-block max-w-full truncate rounded-pill px-1.5 align-bottom font-medium select-all'
const chipLook = { value: 'bg-accentbg text-accent', condition: 'bg-neutralbg text-ink2 text-small' } as const

/** Words to write freely around chips that the program fills in: a chip can be taken out or moved, never changed. */
export function ChipText(props: ChipTextProps) {
  const { value, onChange, chipOf, isOneLine = false, autoFocus = false, error, description } = props
  const { isTemplate = false, isReadOnly = false, inserter } = props
  const box = useRef<HTMLDivElement>(null)
  const said = useRef<string>(undefined)
  const caret = useRef<number>(undefined)
  const goTo = useRef<number>(undefined)
  const which = isTemplate ? 'all' : 'values'
  const [labelId, noteId] = [useId(), useId()]
  const note = error ?? description

  // The box belongs to who types; it is written anew only when the text came from elsewhere.
  useLayoutEffect(() => {
    if (!box.current || said.current === value) return
    said.current = value
    fill(box.current, piecesOf(value, which), chipOf)
    if (goTo.current !== undefined) placeCaret(box.current, goTo.current)
    goTo.current = undefined
  }, [value, chipOf, which])
  useImperativeHandle(inserter, () => (inserted: string) => {
    const at = Math.min(caret.current ?? value.length, value.length)
    goTo.current = at + inserted.length
    caret.current = goTo.current
    onChange(value.slice(0, at) + inserted + value.slice(at))
  })
  useLayoutEffect(() => {
    if (autoFocus) box.current?.focus()
  }, [autoFocus])

  // No field of HTML holds anything but plain words: this one says what it is.
  const editable = {
    role: 'textbox',
    tabIndex: 0,
    contentEditable: isReadOnly ? 'false' : 'plaintext-only',
    suppressContentEditableWarning: true,
    'aria-labelledby': labelId,
    'aria-multiline': !isOneLine,
    'aria-invalid': error !== undefined,
    'aria-readonly': isReadOnly,
    ...(note !== undefined && { 'aria-describedby': noteId }),
    onKeyDown: (event: KeyboardEvent<HTMLDivElement>) => {
      if (isOneLine && event.key === 'Enter' && !event.ctrlKey) event.preventDefault()
    },
    onFocus: () => props.onFocus?.(),
    onBlur: (event: FocusEvent<HTMLDivElement>) => {
      caret.current = caretIn(event.currentTarget) ?? caret.current
    },
    onInput: (event: FormEvent<HTMLDivElement>) => {
      const typed = textOf(event.currentTarget)
      said.current = isOneLine ? typed.replace(/\s*\n\s*/g, ' ') : typed
      if (isTemplate && hasRawToken(event.currentTarget)) {
        const at = caretIn(event.currentTarget)
        fill(event.currentTarget, piecesOf(said.current, which), chipOf)
        if (at !== null) placeCaret(event.currentTarget, at)
      }
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
          isReadOnly && 'bg-sunken',
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

function fill(box: HTMLDivElement, pieces: readonly TextPiece[], chipOf: ChipTextProps['chipOf']): void {
  const nodes = pieces.map((piece) => {
    if (piece.kind === 'words') return document.createTextNode(piece.words)
    const { label, title, isCondition = false } = chipOf(piece.token)
    const chip = document.createElement('span')
    chip.contentEditable = 'false'
    chip.dataset.token = piece.token
    chip.className = cx(chipClass, chipLook[isCondition ? 'condition' : 'value'])
    chip.title = title
    chip.textContent = label
    return chip
  })
  // After a chip that ends the text there must be something for the cursor to stand in.
  const last = pieces.at(-1)?.kind === 'chip' ? [document.createTextNode('\u200b')] : []
  box.replaceChildren(...nodes, ...last)
}

/** A token that was typed or pasted, and is not a chip yet. */
const hasRawToken = (box: HTMLDivElement): boolean =>
  [...box.childNodes].some(
    (node) =>
      !(node instanceof HTMLElement && node.dataset.token !== undefined) &&
      piecesOf(node.textContent ?? '', 'all').some(({ kind }) => kind === 'chip'),
  )

/** How far into the text the cursor stands; null when it is elsewhere. */
function caretIn(box: HTMLDivElement): number | null {
  const selection = document.getSelection()
  if (!selection?.focusNode || !box.contains(selection.focusNode)) return null
  const range = document.createRange()
  range.setStart(box, 0)
  range.setEnd(selection.focusNode, selection.focusOffset)
  const before = document.createElement('div')
  before.append(range.cloneContents())
  return textOf(before).length
}

/** Puts the cursor so far into the text of a box that was just filled. */
function placeCaret(box: HTMLDivElement, at: number): void {
  box.focus()
  const selection = document.getSelection()
  let left = at
  for (const [place, node] of [...box.childNodes].entries()) {
    const words = node.nodeName === '#text' ? (node.nodeValue ?? '').length : 0
    if (left <= words) {
      if (words > 0) selection?.collapse(node, left)
      else selection?.collapse(box, place)
      return
    }
    left -= textOf({ nodeName: 'DIV', nodeValue: null, childNodes: [node] }).length
  }
  selection?.selectAllChildren(box)
  selection?.collapseToEnd()
}
