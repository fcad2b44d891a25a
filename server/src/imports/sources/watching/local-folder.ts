import { constants } from 'node:fs'
import { type FileHandle, lstat, mkdir, open, opendir, realpath, rename, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { folderTrouble, insideAllowed, liesUnder } from './allowed-folders.ts'
import { type FoundEntry, mostEntries, tooManyFiles, type WatchedFolder, WatchTrouble } from './watched-folder.ts'

/** A folder of this machine, under those `allowed`; its links are followed as long as they do not lead out. */
export async function openLocalFolder(folder: string, allowed: readonly string[]): Promise<WatchedFolder> {
  const here = await insideAllowed(folder, allowed)
  const roots = (await Promise.all(allowed.map((one) => realpath(one).catch(() => null)))).filter((one) => one !== null)
  const isInside = (path: string): boolean => roots.some((root) => liesUnder(path, root))
  return {
    hostKey: null,
    list: () => listFolder(here, isInside),
    read: (name) => readInside(join(here, name), isInside),
    explain: (_name, error) => error,
    moveToDone: (name) => moveToDone(here, name, isInside),
    close: async () => undefined,
  }
}

async function listFolder(folder: string, isInside: (path: string) => boolean): Promise<FoundEntry[]> {
  const found: FoundEntry[] = []
  const entries = await opendir(folder).catch((error: NodeJS.ErrnoException) => {
    throw folderTrouble(folder, error)
  })
  for await (const entry of entries) {
    if (!entry.isFile() && !entry.isSymbolicLink()) continue
    const one = await look(join(folder, entry.name), entry.name, isInside)
    if (one) found.push(one)
    if (found.length > mostEntries) throw tooManyFiles()
  }
  return found.sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** null: gone meanwhile, or no file. */
async function look(path: string, name: string, isInside: (path: string) => boolean): Promise<FoundEntry | null> {
  try {
    const real = await realpath(path)
    if (!isInside(real)) return { name, size: 0, modifiedAt: 0, leadsOut: true }
    const { size, mtimeMs, isFile } = await statOf(real)
    return isFile ? { name, size, modifiedAt: Math.round(mtimeMs) } : null
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

async function statOf(path: string): Promise<{ size: number; mtimeMs: number; isFile: boolean }> {
  const found = await stat(path)
  return { size: found.size, mtimeMs: found.mtimeMs, isFile: found.isFile() }
}

/** What is opened is what was looked at: a link put in its place meanwhile is not followed. */
async function readInside(path: string, isInside: (path: string) => boolean): Promise<Readable> {
  const real = await realpath(path)
  if (!isInside(real)) throw leadsOut(path)
  // Not blocking: a pipe in the place of the file would be waited for.
  const handle = await open(real, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK).catch(
    (error: NodeJS.ErrnoException) => {
      throw error.code === 'ELOOP' ? leadsOut(path) : unreadable(path, error)
    },
  )
  if (await isStill(handle, real, isInside)) return handle.createReadStream()
  await handle.close()
  throw leadsOut(path)
}

async function isStill(handle: FileHandle, path: string, isInside: (path: string) => boolean): Promise<boolean> {
  const opened = await handle.stat()
  const now = await realpath(path)
  const there = await lstat(now)
  return opened.isFile() && isInside(now) && opened.ino === there.ino && opened.dev === there.dev
}

async function moveToDone(folder: string, name: string, isInside: (path: string) => boolean): Promise<void> {
  const done = join(folder, 'done')
  await mkdir(done, { recursive: true })
  if (!isInside(await realpath(done))) throw leadsOut(done)
  for (let turn = 1; ; turn++) {
    const target = join(done, turn === 1 ? name : `${turn}-${name}`)
    if (await lstat(target).catch(() => null)) continue
    await rename(join(folder, name), target)
    return
  }
}

const leadsOut = (path: string): WatchTrouble =>
  new WatchTrouble('leadsOut', {
    fr: `${path} est un lien qui mène hors des dossiers permis : il n’est pas lu. Mettez le fichier lui-même dans le dossier.`,
    en: `${path} is a link that leads out of the folders allowed: it is not read. Put the file itself into the folder.`,
  })

const unreadable = (path: string, cause: NodeJS.ErrnoException): WatchTrouble =>
  new WatchTrouble(
    'fileForbidden',
    {
      fr: `Le fichier ${path} ne peut pas être lu (${cause.code ?? cause.message}). Donnez ce droit au compte qui lance le programme.`,
      en: `The file ${path} cannot be read (${cause.code ?? cause.message}). Give that right to the account that runs the program.`,
    },
    { cause },
  )
