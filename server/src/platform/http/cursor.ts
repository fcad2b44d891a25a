import { parseIsoDate } from '@quittance/core/calendar/calendar-date.ts'
import { type Sql, sql } from '../database/sql.ts'
import { AppError } from './app-error.ts'

/** Where a page of a list ended: its sort key and the id of its last row. */
export interface Position {
  readonly key: string | number
  readonly id: number
}

/** 'instant': as `YYYY-MM-DD HH:MM:SS.ffffff`, in UTC. */
export type KeyKind = 'text' | 'date' | 'number' | 'instant'

/** What a key of each kind is compared as; those of sums may be written as text. */
export const keyTypes: Readonly<Record<KeyKind, Sql>> = {
  text: sql`text`,
  date: sql`date`,
  number: sql`bigint`,
  instant: sql`timestamp`,
}

/** The position, opaque to the outside. */
export const writeCursor = ({ key, id }: Position): string =>
  Buffer.from(JSON.stringify([key, id])).toString('base64url')

/** The position a cursor holds, or null for the first page; refuses what `writeCursor` did not write for this list. */
export function readCursor(cursor: string | undefined, kind: KeyKind): Position | null {
  if (cursor === undefined) return null
  const read = arrayIn(cursor)
  const [key, id] = read ?? []
  if (read?.length !== 2 || !isKey[kind](key) || !isId(id)) throw foreignCursor()
  return { key: key as string | number, id }
}

function arrayIn(cursor: string): unknown[] | null {
  try {
    const read: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    return Array.isArray(read) ? read : null
  } catch {
    return null
  }
}

const isId = (value: unknown): value is number => Number.isSafeInteger(value)

const isKey: Readonly<Record<KeyKind, (value: unknown) => boolean>> = {
  text: (value) => typeof value === 'string' && value.isWellFormed() && !value.includes('\u0000'),
  date: (value) => typeof value === 'string' && (value === 'infinity' || parseIsoDate(value) !== undefined),
  number: (value) => Number.isSafeInteger(value) || (typeof value === 'string' && /^-?\d{1,18}$/.test(value)),
  instant: (value) =>
    typeof value === 'string' &&
    /^\d{4}-\d\d-\d\d ([01]\d|2[0-3])(:[0-5]\d){2}\.\d{6}$/.test(value) &&
    parseIsoDate(value.slice(0, 10)) !== undefined,
}

const foreignCursor = (): AppError =>
  new AppError('foreignCursor', 400, {
    fr: 'Cette suite de liste n’existe pas : rouvrez la liste depuis le début.',
    en: 'This page of the list does not exist: open the list again from its start.',
  })
