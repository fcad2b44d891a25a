import { type Field, fields } from './fields.ts'
import type { RefusalCode, WarningCode } from './refusals.ts'
import type { RowCells } from './row-cells.ts'

/** What a reader of a known format found while it made a row, to be told with it. `value` is what the sentence quotes. */
export type ReaderNote =
  | { readonly warn: WarningCode; readonly field: Field; readonly value: string }
  | { readonly refuse: RefusalCode; readonly field: Field; readonly value: string; readonly other?: string }

/** The notes as the text of the inner cell `readerNotes`; none is an empty cell. */
export const notesCell = (notes: readonly ReaderNote[]): string => (notes.length === 0 ? '' : JSON.stringify(notes))

/**
 * Tells the notes of a row as its own warnings and refusals. A refusal falls away once a person has typed something in
 * its field: they have seen it.
 */
export function tellNotes(row: RowCells, isTyped: (field: Field) => boolean = () => false): void {
  for (const note of notesOf(row.text('readerNotes'))) {
    if ('warn' in note) row.warn(note.field, note.warn, note.value)
    else if (!isTyped(note.field))
      row.refuse(note.field, note.refuse, { value: note.value, ...(note.other !== undefined && { other: note.other }) })
  }
}

function notesOf(cell: string): readonly ReaderNote[] {
  if (cell === '') return []
  const notes = JSON.parse(cell) as readonly ReaderNote[]
  return notes.filter(({ field }) => Object.hasOwn(fields, field))
}
