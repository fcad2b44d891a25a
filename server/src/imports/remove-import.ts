import type { Db } from '../platform/database/db.ts'
import { AppError, found } from '../platform/http/app-error.ts'
import { removeUnusedFile, sourceFile } from './source-files.ts'

/** A file dropped by mistake goes with its rows; what is being read of it stops. */
export async function removeImport(db: Db, id: number): Promise<void> {
  found(await sourceFile(db, id))
  if ((await removeUnusedFile(db, id)) === 0) throw isIn()
}

const isIn = (): AppError =>
  new AppError('importStands', 409, {
    fr: 'Ce fichier a été importé, au moins en partie : annulez l’import plutôt que de retirer le fichier.',
    en: 'This file was imported, at least in part: undo the import rather than remove the file.',
  })
