import { type Field, isField } from '@quittance/core/imports/fields.ts'
import type { Db } from '../platform/database/db.ts'
import { AppError, found } from '../platform/http/app-error.ts'
import { isDayFile } from './pushing/is-day-file.ts'
import { isSeparator } from './reading/separator.ts'
import type { Choices, SourceFileRow } from './source-file-row.ts'
import { checkAgain, legalEntityOrFirst, lockSourceFile } from './source-files.ts'

export interface ReadingChanges {
  readonly columns?: readonly { readonly position: number; readonly field: string | null }[] | undefined
  readonly decimal?: ',' | '.' | 'auto' | undefined
  readonly dateOrder?: 'auto' | 'dmy' | 'mdy' | 'ymd' | undefined
  /** '' is found again by itself. */
  readonly encoding?: string | undefined
  readonly separator?: string | undefined
  readonly sheet?: string | undefined
  readonly legalEntityId?: number | undefined
}

/** Keeps what a person says of a file, in the transaction of the request; it is to be checked again after it. */
export async function changeReading(db: Db, id: number, changes: ReadingChanges): Promise<void> {
  const file = await openToChange(db, id)
  if (await isDayFile(db, id)) throw isPushed()
  const legalEntity = found(await legalEntityOrFirst(db, changes.legalEntityId ?? file.legalEntityId))
  await checkAgain(db, id, { choices: chosen(file.choices, changes), legalEntity: legalEntity.id })
}

/** The file, locked, as long as its rows may still be read otherwise. */
export async function openToChange(db: Db, id: number): Promise<SourceFileRow> {
  const file = found(await lockSourceFile(db, id))
  if (file.state === 'importing') throw isGoingIn()
  if (file.state === 'undone') throw isUndone()
  return file
}

function chosen(before: Choices, changes: ReadingChanges): Choices {
  const { decimal, dateOrder, encoding, separator, sheet } = { ...before, ...given(changes) }
  const cutsAnew = (['separator', 'sheet'] as const).some(
    (key) => changes[key] !== undefined && changes[key] !== before[key],
  )
  const fields = mergeFields(cutsAnew ? undefined : before.fields, changes.columns)
  return {
    ...(fields && { fields }),
    ...(decimal && decimal !== 'auto' && { decimal }),
    ...(dateOrder && dateOrder !== 'auto' && { dateOrder }),
    ...(encoding && { encoding }),
    ...(separator && { separator: separatorNamed(separator) }),
    ...(sheet && { sheet }),
  }
}

const given = (changes: ReadingChanges): Omit<ReadingChanges, 'columns'> =>
  Object.fromEntries(Object.entries(changes).filter(([name, value]) => name !== 'columns' && value !== undefined))

/** What is said later counts; a field moves to the column that was given it last. */
function mergeFields(before: Choices['fields'], columns: ReadingChanges['columns']): Choices['fields'] {
  if (!columns) return before
  const said: Record<string, Field | null> = {}
  for (const { position, field } of columns) {
    if (field !== null && !isField(field)) throw unknownField(field)
    if (field !== null && Object.values(said).includes(field)) throw fieldTwice(field)
    said[String(position)] = field
  }
  const taken = new Set(Object.values(said))
  const kept = Object.entries(before ?? {}).map(([position, field]) => [
    position,
    field && taken.has(field) ? null : field,
  ])
  return { ...Object.fromEntries(kept), ...said }
}

function separatorNamed(text: string): NonNullable<Choices['separator']> {
  if (isSeparator(text)) return text
  throw new AppError('unknownSeparator', 422, {
    fr: 'Un séparateur est un seul signe, ni lettre ni chiffre : point-virgule, virgule, tabulation, barre verticale…',
    en: 'A separator is one mark, neither letter nor digit: semicolon, comma, tab, vertical bar…',
  })
}

export const unknownField = (field: string): AppError =>
  new AppError('unknownField', 422, {
    fr: `« ${field} » n’est pas une information que Quittance connaît. Choisissez dans la liste.`,
    en: `“${field}” is not something Quittance knows. Choose from the list.`,
  })

const fieldTwice = (field: string): AppError =>
  new AppError(
    'fieldTwice',
    422,
    {
      fr: 'Deux colonnes ne peuvent pas donner la même information. Laissez l’une des deux de côté.',
      en: 'Two columns cannot give the same information. Leave one of them out.',
    },
    { field },
  )

const isPushed = (): AppError =>
  new AppError('importPushed', 409, {
    fr: 'Ces factures viennent d’un logiciel par l’API : il n’y a pas de colonnes à choisir. Corrigez les lignes refusées, ou dans le logiciel.',
    en: 'These invoices come from a program by the API: there are no columns to choose. Correct the refused rows, or in the program.',
  })

const isGoingIn = (): AppError =>
  new AppError('importRuns', 409, {
    fr: 'Ce fichier est en cours d’import. Attendez la fin ; les lignes refusées resteront à corriger.',
    en: 'This file is being imported. Wait for the end; the refused rows will still be there to fix.',
  })

const isUndone = (): AppError =>
  new AppError('importUndone', 409, {
    fr: 'Cet import a été annulé. Déposez de nouveau le fichier.',
    en: 'This import was undone. Drop the file again.',
  })
