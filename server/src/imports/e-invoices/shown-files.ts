import type { Language } from '@quittance/core/money/format-money.ts'
import type { Db } from '../../platform/database/db.ts'
import type { ShownImport } from '../show-import.ts'
import type { SourceFileRow } from '../source-file-row.ts'
import { countDropped, type ListedFile, listDropped } from './dropped-files.ts'

const mostListed = 500

/** What was dropped, file by file; null where the source is a list. */
export async function shownFiles(
  db: Db,
  { id, format }: Pick<SourceFileRow, 'format' | 'id'>,
  language: Language,
): Promise<ShownImport['files']> {
  if (format?.kind !== 'eInvoices') return null
  const { files, forms, ...counts } = await countDropped(db, id)
  const listed = await listDropped(db, id, mostListed)
  return {
    ...counts,
    count: files,
    forms: [...forms],
    listed: listed.map((file) => ({
      position: file.position,
      name: file.name,
      state: file.state,
      number: file.number ?? (file.candidates.length === 1 ? (file.candidates[0] ?? null) : null),
      sentence: sentenceOf(file, language),
      amountDue: file.amountDue,
    })),
  }
}

/** {number} is that of its invoice, {candidates} are those it may be, {what} an invoice or a credit note. */
const sentences: Readonly<Record<ListedFile['state'], Readonly<Record<Language, string>>>> = {
  read: { fr: '{what} {number}', en: '{what} {number}' },
  refused: { fr: 'Illisible : voyez les lignes à corriger', en: 'Cannot be read: see the rows to fix' },
  toFix: { fr: '{what} {number}, à corriger', en: '{what} {number}, to fix' },
  repeated: {
    fr: '{what} {number}, qu’un autre fichier donne déjà',
    en: '{what} {number}, which another file gives already',
  },
  setAside: {
    fr: '{what} {number}, laissée de côté pour une autre de ce numéro',
    en: '{what} {number}, left out for another of this number',
  },
  leftOut: {
    fr: 'Ni facture électronique ni PDF : laissé de côté',
    en: 'Neither electronic invoice nor PDF: left out',
  },
  toAttach: { fr: 'Sera joint à {number}', en: 'Will be attached to {number}' },
  attached: { fr: 'Joint à {number}', en: 'Attached to {number}' },
  sameAttached: { fr: 'Déjà joint à {number}', en: 'Attached to {number} already' },
  otherAttached: {
    fr: '{number} a déjà un autre fichier : il reste',
    en: '{number} has another file already: that one stays',
  },
  tooLarge: { fr: 'Plus de 5 Mo : pas joint à {number}', en: 'More than 5 MB: not attached to {number}' },
  several: { fr: 'Plusieurs factures possibles : {candidates}', en: 'Several invoices fit: {candidates}' },
  unknown: {
    fr: 'Aucune facture connue dans son nom ni dans son texte',
    en: 'No known invoice in its name or its text',
  },
}

const kinds = { fr: ['Facture', 'Avoir'], en: ['Invoice', 'Credit note'] } as const

function sentenceOf({ state, number, candidates, isCredit }: ListedFile, language: Language): string {
  const own = number ?? candidates[0] ?? ''
  return sentences[state][language]
    .replace('{what}', kinds[language][isCredit ? 1 : 0])
    .replace('{number}', own)
    .replace('{candidates}', candidates.join(', '))
    .trim()
}
