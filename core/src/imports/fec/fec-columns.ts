/** The columns of a FEC (Livre des procédures fiscales, art. A47 A-1, VII-1°), by their official names in lower case. */
export const fecColumnNames = [
  'journalcode',
  'journallib',
  'ecriturenum',
  'ecrituredate',
  'comptenum',
  'comptelib',
  'compauxnum',
  'compauxlib',
  'pieceref',
  'piecedate',
  'ecriturelib',
  'debit',
  'credit',
  'ecriturelet',
  'datelet',
  'validdate',
  'montantdevise',
  'idevise',
] as const

/** `montant` and `sens` may stand for debit and credit (VII-2°); `dateecheance` is added by some software. */
export type FecColumn = (typeof fecColumnNames)[number] | 'montant' | 'sens' | 'dateecheance'

/** Where each column stands in a line, from 0. */
export interface FecColumns {
  readonly at: ReadonlyMap<FecColumn, number>
  /** How many cells a line has, without an empty one left by a separator at the end. */
  readonly width: number
}

const otherNames = new Map<string, FecColumn>(
  Object.entries({
    echeancedate: 'dateecheance',
    dateech: 'dateecheance',
    echeance: 'dateecheance',
    // Dolibarr and ERPNext France.
    datelimitreglmt: 'dateecheance',
    comptelibelle: 'comptelib',
    ecriturelibelle: 'ecriturelib',
    lettrage: 'ecriturelet',
    devise: 'idevise',
  } as const),
)

const needed: readonly FecColumn[] = ['journalcode', 'ecriturenum', 'ecrituredate', 'comptenum']

/**
 * The columns named by a header line, in any order, whatever their case, accents and spaces; undefined where the line is
 * not the header of a FEC. Columns of other names are passed over.
 */
export function fecColumns(header: readonly string[]): FecColumns | undefined {
  const at = new Map<FecColumn, number>()
  header.forEach((cell, index) => {
    const column = columnNamed(cell)
    if (column && !at.has(column)) at.set(column, index)
  })
  const sided = at.has('debit') && at.has('credit')
  const signed = at.has('montant') && at.has('sens')
  if (!needed.every((column) => at.has(column)) || !(sided || signed)) return undefined
  return { at, width: header.at(-1)?.trim() === '' ? header.length - 1 : header.length }
}

/** The official order, for a file of exactly 18 columns that has lost its header line. */
export const officialOrder: FecColumns = {
  at: new Map(fecColumnNames.map((name, index) => [name, index])),
  width: fecColumnNames.length,
}

/** A first line that is already data: 18 cells, days in the fourth and the sixteenth. */
export const isHeaderless = (cells: readonly string[]): boolean =>
  (cells.length === 18 || (cells.length === 19 && cells[18]?.trim() === '')) &&
  isDay(cells[3]) &&
  (isDay(cells[15]) || cells[15]?.trim() === '')

const isDay = (cell: string | undefined): boolean => /^\s*(?:19|20)\d{6}\s*$/.test(cell ?? '')

function columnNamed(cell: string): FecColumn | undefined {
  const plain = cell
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()
  const known: readonly string[] = [...fecColumnNames, 'montant', 'sens', 'dateecheance']
  return known.includes(plain) ? (plain as FecColumn) : otherNames.get(plain)
}
