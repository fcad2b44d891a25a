import { createWriteStream } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import { nameOf } from './reading/e-invoices/archive-parts.ts'
import { natureOf } from './reading/file-nature.ts'
import { ReadingError } from './reading/reading-error.ts'
import { readHead, type SourceFile } from './reading/source-file.ts'

export interface NamedFile {
  readonly path: string
  readonly name: string
}

/** The day an archive we make says its files are of: the same files make the same bytes. */
const anyDay = new Date('2000-01-01T00:00:00Z')

/**
 * Many files dropped at once, as one archive in the order they came; `release` removes it. Throws `ReadingError` where a
 * list of invoices is among them: it goes alone.
 */
export async function packFiles(files: readonly NamedFile[]): Promise<SourceFile> {
  for (const { path, name } of files) {
    const isList = /\.(?:csv|tsv|xlsx?)$/i.test(name) || natureOf(await readHead(path, 64 * 1024)) === 'workbook'
    if (isList) throw new ReadingError({ code: 'mixedFiles', value: nameOf(name) })
  }
  const folder = await mkdtemp(join(tmpdir(), `quittance-drop-${process.pid}-`))
  const release = (): Promise<void> => rm(folder, { recursive: true, force: true })
  try {
    const path = join(folder, 'drop.zip')
    const archive = new ZipFile()
    for (const [index, file] of files.entries())
      archive.addFile(file.path, `${index + 1}/${plainName(file.name)}`, {
        compress: false,
        mtime: anyDay,
        mode: 0o600,
      })
    const written = pipeline(archive.outputStream as Readable, createWriteStream(path, { mode: 0o600 }))
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
