import { blockMarks } from '@quittance/core/dunning/write-reminder/message-variables.ts'
import type { PreparedMessage } from '@quittance/core/dunning/write-reminder/prepare-message.ts'
import type { Language } from '@quittance/core/money/format-money.ts'

/** A message in pieces, the same for the text part, the HTML part and the letter. Lines of a paragraph are broken where the text was. */
export type MessageBlock =
  | { readonly kind: 'paragraph'; readonly lines: readonly string[] }
  | { readonly kind: 'table' }
  | { readonly kind: 'bankDetails' }

/** Cuts a rendered body at its empty lines and marks. A table that must be there and is not comes after the first sentence. */
export function messageBlocks(body: string, prepared: PreparedMessage, language: Language): MessageBlock[] {
  const blocks = body
    .split(new RegExp(`(${blockMarks.table}|${blockMarks.bankDetails})`))
    .flatMap((piece) => blocksOf(piece, language))
    .filter((block, index, all) => block.kind === 'paragraph' || firstOfItsKind(block, index, all))
    .filter((block) => block.kind !== 'bankDetails' || prepared.bankDetails !== null)
  if (needsTable(prepared) && !blocks.some((block) => block.kind === 'table')) {
    blocks.splice(Math.min(2, blocks.length), 0, { kind: 'table' })
  }
  return blocks
}

/** One line of the message, as a subject: no break, the marks away. */
export const subjectLine = (rendered: string, language: Language): string =>
  typeset(rendered.replace(/\p{Co}/gu, '').replace(/\s*\n\s*/g, ' '), language).trim()

/** More than one line, credits taken off, a fee: the words alone do not tell what is asked for. */
const needsTable = ({ table }: PreparedMessage): boolean =>
  table.parts.length > 1 || table.parts.some((part) => part.rows.length > 1 || part.added.length > 0)

function blocksOf(piece: string, language: Language): MessageBlock[] {
  if (piece === blockMarks.table) return [{ kind: 'table' }]
  if (piece === blockMarks.bankDetails) return [{ kind: 'bankDetails' }]
  return piece
    .split(/\n[^\S\n]*\n/)
    .map((paragraph) => paragraph.split('\n').map((line) => typeset(line, language).trim()))
    .map((lines) => lines.filter((line) => line !== ''))
    .filter((lines) => lines.length > 0)
    .map((lines) => ({ kind: 'paragraph', lines }))
}

const firstOfItsKind = (block: MessageBlock, index: number, all: readonly MessageBlock[]): boolean =>
  all.findIndex((other) => other.kind === block.kind) === index

/** French puts a no-break space inside « » and before : ; ? ! and the unit; a person types an ordinary one. */
function typeset(text: string, language: Language): string {
  const oneSpaced = text.replace(/[ \t]+/g, ' ')
  if (language !== 'fr') return oneSpaced
  return oneSpaced.replace(/ (?=[:;?!»€%])/g, '\u00a0').replace(/(?<=«) /g, '\u00a0')
}

/** The message as a text to rewrite: its words as they stand, the table and the bank details as the variables they come from. */
export const draftOf = (blocks: readonly MessageBlock[]): string => blocks.map(drafted).join('\n\n')

function drafted(block: MessageBlock): string {
  if (block.kind === 'table') return '{{ invoices.table }}'
  return block.kind === 'bankDetails' ? '{{ bank.details }}' : block.lines.join('\n')
}
