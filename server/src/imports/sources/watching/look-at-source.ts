import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { addAbortSignal } from 'node:stream'
import { type FolderEntry, judgeFiles, type SeenEntry } from '@quittance/core/imports/watched-files.ts'
import { type Importer, type ImportsContext, importerOf } from '../../import-work.ts'
import { ReadingError } from '../../reading/reading-error.ts'
import { openSource, readHead } from '../../reading/source-file.ts'
import { mostBytes, storeFile } from '../../stored-bytes.ts'
import {
  forgetGone,
  leavesFilesWhereTheyAre,
  lockSource,
  noteLook,
  ofSource,
  type SourceRow,
  sameFile,
  seenFiles,
  sourceById,
  writeSeen,
} from '../source-queries.ts'
import { decideByItself } from './import-by-itself.ts'
import { openFolder } from './open-folder.ts'
import { takeStatement } from './take-statement.ts'
import { type FoundEntry, type WatchedFolder, WatchTrouble } from './watched-folder.ts'

/** Files taken at one look; the others at the next. */
const mostAtOnce = 20
const soonMs = 60_000
const readMs = 10 * 60_000

/**
 * Looks at a folder once: files that are whole and new are kept and checked like any other, and those that may go in by
 * themselves do. A look that is cut, or two at once, take no file twice. Answers the files taken.
 */
export async function lookAtSource(work: ImportsContext, organization: number, id: number): Promise<number> {
  const importer = await importerOf(work, { organization, person: null })
  const source = await importer.transaction((db) => sourceById(db, id))
  if (!source?.isActive || !source.settings) return 0
  const nowMs = work.clock.now()
  const everyMs = source.settings.everyMinutes * 60_000
  try {
    const folder = await openFolder(work, organization, source)
    try {
      const moves = source.settings.movesToDone && !(await importer.transaction(leavesFilesWhereTheyAre))
      const look = await takeFiles(work, { importer, source, folder, moves, nowMs })
      const isPending = (await decideByItself(work, importer, source)) || look.isSettling
      const nextMs = nowMs + (isPending ? Math.min(soonMs, everyMs) : everyMs)
      const { hostKey } = folder
      await importer.transaction((db) =>
        noteLook(db, id, { nowMs, nextMs, trouble: look.trouble, hostKey, stops: false }),
      )
      return look.taken
    } finally {
      await folder.close()
    }
  } catch (error) {
    const { code, sentence, stops } = error instanceof WatchTrouble ? error : unforeseen(error)
    const trouble = { code, sentence }
    await importer.transaction((db) =>
      noteLook(db, id, { nowMs, nextMs: nowMs + everyMs, trouble, hostKey: null, stops }),
    )
    if (error instanceof WatchTrouble) return 0
    throw error
  }
}

interface Look {
  readonly importer: Importer
  readonly source: SourceRow
  readonly folder: WatchedFolder
  readonly moves: boolean
  readonly nowMs: number
}

interface Looked {
  readonly taken: number
  readonly isSettling: boolean
  readonly trouble: SourceRow['trouble']
}

async function takeFiles(work: ImportsContext, look: Look): Promise<Looked> {
  const { importer, source, folder, nowMs } = look
  const entries = await folder.list()
  const seen = await importer.transaction((db) => seenFiles(db, source.id))
  const verdicts = judgeFiles(entries, seen, { pattern: source.settings?.pattern ?? '', now: nowMs })
  const due = (verdict: string) => entries.filter(({ name }) => verdicts.get(name) === verdict)
  const before = new Map(seen.map((one) => [one.name, one]))
  const settling = due('settle').filter(({ leadsOut }) => !leadsOut)
  const out = entries.filter(({ name, leadsOut }) => leadsOut && verdicts.get(name) !== 'ignore')
  await importer.transaction(async (db) => {
    await forgetGone(
      db,
      source.id,
      entries.map(({ name }) => name),
    )
    const news = settling.filter((entry) => !isSame(entry, before.get(entry.name)))
    await writeSeen(
      db,
      source.id,
      news.map((entry) => ({ ...asSeen(entry), state: 'settling' as const })),
      nowMs,
    )
  })
  let trouble: SourceRow['trouble'] = out[0] ? linkTrouble(out[0]) : null
  let taken = 0
  const wanted = due('take').filter(({ leadsOut }) => !leadsOut)
  for (const entry of wanted.slice(0, mostAtOnce)) {
    const ended = await takeOne(work, look, entry)
    if (ended.isTaken) taken += 1
    trouble = ended.trouble ?? trouble
  }
  return { taken, isSettling: settling.length > 0 || wanted.length > mostAtOnce, trouble }
}

const isSame = (entry: FolderEntry, known: SeenEntry | undefined): boolean =>
  known?.state === 'settling' && known.size === entry.size && known.modifiedAt === entry.modifiedAt

const asSeen = ({ name, size, modifiedAt }: FolderEntry): FolderEntry => ({ name, size, modifiedAt })

interface Taken {
  readonly isTaken: boolean
  readonly trouble: SourceRow['trouble']
}

/** Reads a file to its end, and keeps it when it is still what was listed and nothing with its bytes is there. */
async function takeOne(work: ImportsContext, look: Look, entry: FoundEntry): Promise<Taken> {
  const { importer, source, folder, nowMs } = look
  const note = (state: SeenEntry['state'], file: number | null = null) =>
    importer.transaction((db) => writeSeen(db, source.id, [{ ...asSeen(entry), state, file }], nowMs))
  try {
    const stream = addAbortSignal(AbortSignal.timeout(readMs), await folder.read(entry.name))
    const copy = await openSource(stream, mostBytes).catch((error: unknown) => {
      throw folder.explain(entry.name, error)
    })
    try {
      // It was written while it was read: at the next look.
      if (copy.size !== entry.size) return await note('settling').then(() => nothing)
      const move = async () => (look.moves ? await moved(folder, entry) : null)
      if (work.recognisesStatement(await readHead(copy.path, 64 * 1024))) {
        const { path } = copy
        const trouble = await takeStatement(work, importer, { path, name: entry.name })
        await note(trouble ? 'refused' : 'taken')
        return { isTaken: trouble === null, trouble: trouble ?? (await move()) }
      }
      const sha256 = await sha256Of(copy.path)
      const file = await importer.transaction(async (db) => {
        // Two looks at once: the second one finds what the first has taken.
        await lockSource(db, source.id)
        if (await sameFile(db, source.id, sha256)) return null
        const { path, size } = copy
        const id = await storeFile(db, {
          path,
          size,
          name: entry.name.slice(0, 200),
          legalEntity: source.legalEntityId,
        })
        await ofSource(db, id, source.id)
        await writeSeen(db, source.id, [{ ...asSeen(entry), state: 'taken', file: id }], nowMs)
        return id
      })
      if (file === null) await note('known')
      if (file !== null) await work.importJobs.check(importer.organization, file)
      return { isTaken: file !== null, trouble: await move() }
    } finally {
      await copy.release()
    }
  } catch (error) {
    if (!(error instanceof ReadingError)) throw error
    await note('refused')
    return { isTaken: false, trouble: tooLarge(entry) }
  }
}

/** A file that cannot be moved was taken all the same. */
async function moved(folder: WatchedFolder, entry: FoundEntry): Promise<SourceRow['trouble']> {
  try {
    await folder.moveToDone(entry.name)
    return null
  } catch (error) {
    return cannotMove(entry, error)
  }
}

const nothing: Taken = { isTaken: false, trouble: null }

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
  return hash.digest('hex')
}

const linkTrouble = ({ name }: FoundEntry): NonNullable<SourceRow['trouble']> => ({
  code: 'leadsOut',
  sentence: {
    fr: `« ${name} » est un lien qui mène hors des dossiers permis : il n’est pas lu. Mettez le fichier lui-même dans le dossier.`,
    en: `“${name}” is a link that leads out of the folders allowed: it is not read. Put the file itself into the folder.`,
  },
})

const tooLarge = ({ name }: FoundEntry): NonNullable<SourceRow['trouble']> => ({
  code: 'fileTooLarge',
  sentence: {
    fr: `« ${name} » dépasse 300 Mo : il n’est pas lu. Réduisez la période de l’export.`,
    en: `“${name}” is larger than 300 MB: it is not read. Export a shorter period.`,
  },
})

const cannotMove = ({ name }: FoundEntry, error: unknown): NonNullable<SourceRow['trouble']> => ({
  code: 'cannotMove',
  sentence: {
    fr: `« ${name} » est lu, mais n’a pas pu être rangé dans done (${said(error)}) : donnez ce droit au compte, ou ne rangez plus les fichiers.`,
    en: `“${name}” was read, but could not be moved to done (${said(error)}): give that right to the account, or no longer move files.`,
  },
})

const unforeseen = (error: unknown) => ({
  code: 'unforeseen',
  stops: false,
  sentence: {
    fr: `Le dossier n’a pas pu être lu (${said(error)}). Nouvel essai au prochain passage.`,
    en: `The folder could not be read (${said(error)}). Tried again at the next look.`,
  },
})

const said = (error: unknown): string => (error instanceof Error ? error.message : String(error)).slice(0, 200)
