import { isPayment } from './movement-kinds.ts'
import type { FecMovement, NumberedMovement } from './rebuild-receivables.ts'

export interface Numbering {
  /**
   * All movements first, or the lines they are made of, customer by customer: a word is a number where it stands for one
   * thing alone.
   */
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
  const words = ownedWords()
  const ranks = new Map<string, number>()
  const ownerOf = numberOwners()
  return {
    see(movement) {
      if (!isDebtOrNote(movement)) return
      const owner = ownerOf(movement)
      words.see('piece', movement.pieceRef, owner)
      words.see('label', numberIn(movement.label), owner)
    },
    number(movement) {
      const { pieceRef, label, entry } = movement
      const word = numberIn(label)
      const isAlone = isDebtOrNote(movement) && words.isOfOne('label', word)
      if (isAlone && word === entry && word !== pieceRef) return { ...movement, number: word, numberFrom: 'label' }
      if (isDebtOrNote(movement) && /\d/.test(pieceRef) && words.isOfOne('piece', pieceRef))
        return { ...movement, number: pieceRef, numberFrom: 'pieceRef' }
      if (isAlone) return { ...movement, number: word, numberFrom: 'label' }
      const isNews = isDebtOrNote(movement) && movement.kind !== 'opening'
      const base = isNews && isNumbered(entry) && !words.has(entry) ? entry : numberMade(movement)
      if (isPayment(movement)) return { ...movement, number: base, numberFrom: 'made' }
      const rank = (ranks.get(base) ?? 0) + 1
      ranks.set(base, rank)
      return { ...movement, number: rank === 1 ? base : `${base}-${rank}`, numberFrom: 'made' }
    },
  }
}

const numberMade = ({ journal, entry, date }: FecMovement): string =>
  [journal, entry, date?.replaceAll('-', '')].filter(Boolean).join('-')

/** A number for each customer and day; customers come one after the other, so that only the days of one are held. */
function numberOwners(): (movement: Pick<FecMovement, 'customer' | 'date'>) => number {
  let customerNow = ''
  let count = 0
  const days = new Map<string | null, number>()
  return ({ customer, date }) => {
    if (customer !== customerNow) days.clear()
    customerNow = customer
    const known = days.get(date)
    if (known === undefined) days.set(date, ++count)
    return known ?? count
  }
}

type Where = 'label' | 'piece'

const nobody = 0
const several = -1

/** Word → the one customer and day it stands for as a reference, and in labels; or `several`. */
function ownedWords() {
  const places = new Map<string, number>()
  const owners: Readonly<Record<Where, number[]>> = { label: [], piece: [] }
  const ownerOf = (where: Where, word: string): number => owners[where][places.get(word) ?? -1] ?? nobody
  return {
    see(where: Where, word: string, owner: number): void {
      if (word === '') return
      const before = ownerOf(where, word)
      const place = places.get(word) ?? places.size
      if (place === places.size) {
        places.set(word, place)
        for (const known of [owners.label, owners.piece]) known.push(nobody)
      }
      owners[where][place] = before === nobody || before === owner ? owner : several
    },
    has: (word: string): boolean => places.has(word),
    isOfOne: (where: Where, word: string): boolean => ownerOf(where, word) > nobody,
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
