import { createWriteStream } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import { archiveParts, mostUnpacked, nameOf } from './reading/e-invoices/archive-parts.ts'
import { natureOf } from './reading/file-nature.ts'
import { ReadingError } from './reading/reading-error.ts'
import { readHead, type SourceFile } from './reading/source-file.ts'
import { unpack, type ZipPart } from './reading/workbook/zip-parts.ts'

export interface NamedFile {
  readonly path: string
  readonly name: string
}

/** The day an archive we make says its files are of: the same files make the same bytes. */
const entry = { mtime: new Date('2000-01-01T00:00:00Z'), mode: 0o600 } as const

/** The reader of archives speaks of workbooks. */
const asDamage = (error: unknown): Error =>
  error instanceof ReadingError ? new ReadingError({ code: 'damagedArchive' }, { cause: error }) : (error as Error)

/** A damaged archive among other files goes in as it is, and is told where all of them are read. */
async function partsOrNone({ path }: NamedFile): Promise<readonly ZipPart[]> {
  try {
    return await archiveParts({ path, size: (await stat(path)).size, release: async () => {} })
  } catch (error) {
    if (error instanceof ReadingError && error.problem.code === 'damagedArchive') return []
    throw error
  }
}

/** The files of an archive that was dropped beside others, one level deep. */
function addParts(archive: ZipFile, { path }: NamedFile, parts: readonly ZipPart[], folder: string): void {
  for (const [index, part] of parts.entries())
    archive.addReadStreamLazy(
      `${folder}/${index + 1}/${plainName(part.name)}`,
      { ...entry, compress: true },
      (opened: (error: unknown, stream: NodeJS.ReadableStream) => void) =>
        opened(null, Readable.from(unpack(path, part))),
    )
}

/**
 * Many files dropped at once, as one archive in the order they came; `release` removes it. Throws `ReadingError` where a
 * list of invoices is among them: it goes alone.
 */
export async function packFiles(files: readonly NamedFile[]): Promise<SourceFile> {
  const archives = new Map<NamedFile, readonly ZipPart[]>()
  let room = mostUnpacked
  for (const file of files) {
    const nature = natureOf(await readHead(file.path, 64 * 1024))
    if (/\.(?:csv|tsv|xlsx?)$/i.test(file.name) || nature === 'workbook')
      throw new ReadingError({ code: 'mixedFiles', value: nameOf(file.name) })
    if (nature !== 'zip') continue
    const parts = await partsOrNone(file)
    room -= parts.reduce((sum, { unpacked }) => sum + unpacked, 0)
    if (room < 0) throw new ReadingError({ code: 'archiveTooLarge', value: String(mostUnpacked / 1_000_000) })
    if (parts.length > 0) archives.set(file, parts)
  }
  const folder = await mkdtemp(join(tmpdir(), `quittance-drop-${process.pid}-`))
  const release = (): Promise<void> => rm(folder, { recursive: true, force: true })
  try {
    const path = join(folder, 'drop.zip')
    const archive = new ZipFile()
    const output = archive.outputStream as Readable
    archive.on('error', (error: unknown) => output.destroy(asDamage(error)))
    for (const [index, file] of files.entries()) {
      const parts = archives.get(file)
      if (parts) addParts(archive, file, parts, `${index + 1}`)
      else archive.addFile(file.path, `${index + 1}/${plainName(file.name)}`, { ...entry, compress: false })
    }
    const written = pipeline(output, createWriteStream(path, { mode: 0o600 }))
    archive.end()
    await written
    return { path, size: (await stat(path)).size, release }
  } catch (error) {
    await release()
    throw error
  }
}

/** Two files of one name lie in different folders of the drop; each has a folder of its own in the archive. */
const plainName = (name: string): string => nameOf(name).replace(/[\p{Cc}/\\:]/gu, '_')
