import type { FecMovement, NumberedMovement } from './rebuild-receivables.ts'

export interface Numbering {
  /** All movements first, or the lines they are made of: a word is a number where it stands for one thing alone. */
  see(movement: Pick<FecMovement, 'customer' | 'date' | 'kind' | 'label' | 'pieceRef'>): void
  number(movement: FecMovement): NumberedMovement
}

/**
 * Gives each movement the number people know it by. The reference of a piece is one when it stands for one customer and
 * one day, and has a digit (« VE 0123 » on a month of sales is a batch, « - » is nothing); else a word of the label that
 * looks like a number and stands alone in the file; else one made from journal, entry and day, the same in a newer export.
 * Software that numbers entries as invoices (Odoo) gives its customer's reference as the piece: there the label decides.
 */
export function startNumbering(): Numbering {
  const pieces = ownedWords()
  const words = ownedWords()
  const ranks = new Map<string, number>()
  return {
    see(movement) {
      if (!isDebtOrNote(movement)) return
      const owner = `${movement.customer}\t${movement.date}`
      pieces.see(movement.pieceRef, owner)
      words.see(numberIn(movement.label), owner)
    },
    number(movement) {
      const { pieceRef, label, entry } = movement
      const word = numberIn(label)
      const isAlone = isDebtOrNote(movement) && words.isOfOne(word)
      if (isAlone && word === entry && word !== pieceRef) return { ...movement, number: word, numberFrom: 'label' }
      if (isDebtOrNote(movement) && /\d/.test(pieceRef) && pieces.isOfOne(pieceRef))
        return { ...movement, number: pieceRef, numberFrom: 'pieceRef' }
      if (isAlone) return { ...movement, number: word, numberFrom: 'label' }
      const isNews = isDebtOrNote(movement) && movement.kind !== 'opening'
      const isNumber = isNews && isNumbered(entry) && !pieces.has(entry) && !words.has(entry)
      const made = [movement.journal, entry, movement.date?.replaceAll('-', '')].filter(Boolean).join('-')
      const base = isNumber ? entry : made
      const rank = (ranks.get(base) ?? 0) + 1
      ranks.set(base, rank)
      return { ...movement, number: rank === 1 ? base : `${base}-${rank}`, numberFrom: 'made' }
    },
  }
}

const several = Symbol('several')

/** Word → the one customer and day it stands for, or `several`. */
function ownedWords() {
  const found = new Map<string, string | typeof several>()
  return {
    see(word: string, owner: string): void {
      if (word === '') return
      const before = found.get(word)
      if (before === undefined) found.set(word, owner)
      else if (before !== owner) found.set(word, several)
    },
    has: (word: string): boolean => found.has(word),
    isOfOne: (word: string): boolean => found.has(word) && found.get(word) !== several,
  }
}

const isDebtOrNote = ({ kind }: Pick<FecMovement, 'kind'>): boolean =>
  kind === 'invoice' || kind === 'depositInvoice' || kind === 'creditNote' || kind === 'opening'

/** « FAC/2026/0012 » numbers an invoice, « 12 » and « 000012 » an entry. */
const isNumbered = (entry: string): boolean => /^[A-Za-z]/.test(entry) && numberIn(entry) === entry

/** « FA2000004 » in « Reglt 4804 ,FA2000004 »: letters and digits together, or six digits and more, but not a day. */
const numberIn = (label: string): string =>
  label
    .split(/[\s,;:()]+/)
    .find(
      (word) =>
        (/^[A-Za-z]{1,6}[-_/]?\d[\w/-]{2,}$/.test(word) || /^\d{5,}$/.test(word)) &&
        !/^\d{1,2}[/-]\d{1,2}[/-]\d{2,4}$/.test(word),
    ) ?? ''
