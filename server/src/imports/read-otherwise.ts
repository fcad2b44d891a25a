import type { Language } from '@quittance/core/money/format-money.ts'
import type { FecRepair } from './reading/fec-file.ts'
import type { SkippedLine, Table } from './reading/table.ts'
import type { KnownFormat } from './source-file-row.ts'

/** What was passed over, and what was put right, while a file was read. */
export interface ReadOtherwise {
  readonly skipped: readonly SkippedLine[]
  readonly repairs: readonly FecRepair[]
}

/** Of a table whose rows were read to the end. */
export const readOtherwise = ({ skipped, ledger }: Table): ReadOtherwise => ({
  skipped: [...skipped],
  repairs: ledger?.repairs() ?? [],
})

interface ShownOtherwise {
  leftOut: { line: number; why: SkippedLine['reason']; text: string }[]
  repairs: { code: FecRepair['code']; sentence: string }[]
}

/** The lines of a list that hold text and no invoice, and how a ledger differs from what the law says. */
export const shownOtherwise = ({ otherwise }: Pick<KnownFormat, 'otherwise'>, language: Language): ShownOtherwise => ({
  leftOut: (otherwise?.skipped ?? []).map(({ line, reason, text }) => ({ line, why: reason, text })),
  repairs: (otherwise?.repairs ?? []).flatMap((repair) => sentencesOf(repair, language)),
})

const sentencesOf = (repair: FecRepair, language: Language): ShownOtherwise['repairs'] =>
  repair.code === 'missingColumns'
    ? (repair.value ?? '').split(' ').map((column) => ({
        code: repair.code,
        sentence: (missing[column] ?? anyMissing)[language].replace('{column}', column),
      }))
    : [{ code: repair.code, sentence: filled(sentences[repair.code][language], repair, language) }]

const filled = (sentence: string, { line, value = '' }: FecRepair, language: Language): string =>
  sentence
    .replace('{mark}', separatorNames[value]?.[language] ?? `« ${value} »`)
    .replace('{value}', value.toUpperCase())
    .replace('{line}', String(line ?? 1))

const separatorNames: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  ';': { fr: 'des points-virgules', en: 'semicolons' },
  ',': { fr: 'des virgules', en: 'commas' },
}

/** LPF art. A47 A-1, VI to IX: what each of these is instead. */
const sentences: Readonly<Record<Exclude<FecRepair['code'], 'missingColumns'>, Readonly<Record<Language, string>>>> = {
  noHeader: {
    fr: 'Pas de ligne de titres : les 18 colonnes sont lues dans l’ordre de la loi.',
    en: 'No line of titles: the 18 columns are read in the order of the law.',
  },
  otherSeparator: {
    fr: 'Colonnes séparées par {mark}, au lieu d’une tabulation ou d’une barre verticale.',
    en: 'Columns set apart by {mark}, instead of a tab or a vertical bar.',
  },
  otherEncoding: {
    fr: 'Texte en {value}, au lieu d’UTF-8 ou d’ISO-8859-15.',
    en: 'Text in {value}, instead of UTF-8 or ISO-8859-15.',
  },
  decimalPoint: {
    fr: 'Centimes après un point, au lieu d’une virgule.',
    en: 'Cents after a point, instead of a comma.',
  },
  labelsJoined: {
    fr: 'Séparateur dans un libellé, recollé : {value} fois, d’abord ligne {line}.',
    en: 'Separator inside a label, put together again: {value} times, first on line {line}.',
  },
}

const missing: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  PieceRef: {
    fr: 'Colonne PieceRef absente : le numéro des factures vient du libellé, sinon il est composé.',
    en: 'No column PieceRef: the numbers of invoices come from labels, or are made.',
  },
  PieceDate: {
    fr: 'Colonne PieceDate absente : les factures sont datées du jour de l’écriture.',
    en: 'No column PieceDate: invoices are dated by the day of their entry.',
  },
  EcritureLet: {
    fr: 'Colonne EcritureLet absente : sans lettrage, factures et règlements restent ouverts.',
    en: 'No column EcritureLet: without letters, invoices and payments stay open.',
  },
}

const anyMissing = { fr: 'Colonne {column} absente.', en: 'No column {column}.' }
