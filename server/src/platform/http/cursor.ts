import { AppError } from './app-error.ts'

/** Where a page of a list ended: sort key and id, opaque to the outside. */
export const writeCursor = (position: readonly (string | number | null)[]): string =>
  Buffer.from(JSON.stringify(position)).toString('base64url')

/** The position a cursor holds, or null for the first page; refuses what `writeCursor` did not write for this list. */
export function readCursor(cursor: string | undefined, length: number): (string | number | null)[] | null {
  if (cursor === undefined) return null
  let position: unknown
  try {
    position = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
  } catch {
    throw foreignCursor()
  }
  const isScalar = (value: unknown) => value === null || typeof value === 'string' || typeof value === 'number'
  if (!Array.isArray(position) || position.length !== length || !position.every(isScalar)) throw foreignCursor()
  return position
}

const foreignCursor = (): AppError =>
  new AppError('foreignCursor', 400, {
    fr: 'Cette suite de liste n’existe pas : rouvrez la liste depuis le début.',
    en: 'This page of the list does not exist: open the list again from its start.',
  })
