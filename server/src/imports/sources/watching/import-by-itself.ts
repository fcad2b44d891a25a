import type { Db } from '../../../platform/database/db.ts'
import { AppError } from '../../../platform/http/app-error.ts'
import { startImport } from '../../applying/start-import.ts'
import { type Importer, type ImportsContext, importerOf } from '../../import-work.ts'
import { layoutOf } from '../good-import.ts'
import {
  type FetchedFile,
  filesToDecide,
  folderOfFile,
  isOnItsWay,
  keepWaiting,
  type SourceRow,
  sourceById,
  type WaitsBecause,
} from '../source-queries.ts'
import { isManyVanished, wouldVanish } from '../would-vanish.ts'

/**
 * Files of a source that are checked: those with nothing alarming go in, the others wait for a person, who is asked to
 * look. True when something is still on its way, and a look is soon worth while.
 */
export async function decideByItself(
  work: Pick<ImportsContext, 'askToLook' | 'importJobs'>,
  importer: Importer,
  { id }: Pick<SourceRow, 'id'>,
): Promise<boolean> {
  const { organization } = importer
  for (const file of await importer.transaction((db) => filesToDecide(db, id))) {
    const source = await importer.transaction((db) => sourceById(db, id))
    if (!source) return false
    const because = whyItWaits(source, file) ?? (await importer.transaction((db) => whyNotAll(db, source, file)))
    if (because === null) {
      if (!(await goesIn(importer, file.id))) return true
      await work.importJobs.apply(organization, file.id)
      continue
    }
    await importer.transaction(async (db) => {
      if ((await keepWaiting(db, file.id, because)) > 0) await work.askToLook(db, source, file)
    })
  }
  return importer.transaction((db) => isOnItsWay(db, id))
}

/** A file was checked: one that came by itself goes in, or waits for a person, at once. */
export async function afterCheck(work: ImportsContext, organization: number, file: number): Promise<void> {
  const importer = await importerOf(work, { organization, person: null })
  const source = await importer.transaction((db) => folderOfFile(db, file))
  if (source) await decideByItself(work, importer, source)
}

/** The gravest first; null: nothing is alarming. */
function whyItWaits({ settings, layout }: SourceRow, file: FetchedFile): WaitsBecause | null {
  if (file.state === 'failed') return 'unreadable'
  if (!settings?.importsByItself) return 'notByItself'
  if (layout === null) return 'firstFile'
  if (layoutOf(file) !== layout && !file.isKnownLayout) return 'newColumns'
  return file.toFix > settings.mostToFix ? 'toFix' : null
}

/** A file said to hold every open invoice that lacks too many of them is probably not one. */
const whyNotAll = async (db: Db, { holds }: SourceRow, { id }: FetchedFile): Promise<WaitsBecause | null> =>
  holds !== 'some' && isManyVanished(await wouldVanish(db, id)) ? 'manyVanished' : null

/** False while another file goes in. */
async function goesIn({ transaction }: Importer, file: number): Promise<boolean> {
  try {
    await transaction((db) => startImport(db, file, { rememberMapping: false, chasedUpTo: null }))
    return true
  } catch (error) {
    if (error instanceof AppError && error.code === 'anotherImportRuns') return false
    throw error
  }
}
