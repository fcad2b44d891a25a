import type { Atom, Field, ReadField } from './read-text.ts'

/** Words before a number that say it is an invoice's. */
const announcing =
  /^(?:FACT\w*|FAC|FCT|FA|F|FT|INV\w*|N|NO|NR|NUM\w*|VREF|REF|REGL\w*|RGT|SOLDE|AV|AVOIR|PAIE\w*|PMT|PAY\w*|VIR\w*|OBJET)$/

/** A run of figures with what stands before it. */
export interface Short {
  readonly digits: string
  readonly field: ReadField
  readonly place: number
  readonly atom: Atom
  readonly announced: boolean
  /** The payer's own reference of the transfer: seldom an invoice. */
  readonly isOwn: boolean
}

interface Place {
  readonly field: Field
  readonly from: number
  readonly to: number
}

/** Figures that the end of a number has at most, and with zeros in front where the text calls it an invoice. */
const mostFiguresUnsaid = 7
const mostFigures = 12

/** Runs of figures that may be the end of an invoice number; those of a number read whole are none. */
export function shortNumbers(fields: readonly ReadField[], whole: readonly Place[]): Short[] {
  return fields.flatMap((field) =>
    field.atoms.flatMap((atom, place) => {
      const { text, from, to } = atom
      if (!atom.isDigits || atom.noise || atom.says === 'other' || (text.length < 2 && !atom.joined)) return []
      if (text.length > (atom.says === 'invoice' ? mostFigures : mostFiguresUnsaid)) return []
      if (/^20[12]\d$/.test(text)) return []
      if (whole.some((quote) => quote.field === field.field && quote.from < to && quote.to > from)) return []
      const before = field.atoms[place - 1]
      const announced = before !== undefined && announcing.test(before.text)
      const isOwn = field.field === 'endToEnd'
      return [{ digits: text, field, place, atom, announced, isOwn }]
    }),
  )
}

/** A text that ends within a number, perhaps: banks cut at 31, 35, 70 or 140 characters. The longest key last. */
export interface CutNumber {
  readonly key: string
  readonly field: ReadField
  readonly from: number
  readonly to: number
}

/** Every key that the end of a text may be the beginning of. */
export function cutNumbers(fields: readonly ReadField[]): CutNumber[] {
  return fields.flatMap((field): CutNumber[] => {
    const { text, atoms } = field
    const last = atoms.at(-1)
    if (!last || text.trimEnd().length !== last.to || text.length < 24) return []
    const cut: CutNumber[] = []
    let key = ''
    for (const atom of atoms.slice(-5).reverse()) {
      key = atom.key + key
      if (key.length >= 5 && /\d{2}$/.test(key)) cut.push({ key, field, from: atom.from, to: last.to })
    }
    return cut
  })
}
