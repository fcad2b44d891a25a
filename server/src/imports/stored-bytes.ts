import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import type { Db } from '../platform/database/db.ts'
import type { Importer } from './import-work.ts'
import { openSource, type SourceFile } from './reading/source-file.ts'
import { insertPart, insertSourceFile, partOf, tidyOldFiles } from './source-files.ts'

/** Larger files are refused. */
export const mostBytes = 300_000_000

const partBytes = 256 * 1024

/** Keeps a file as rows of 256 KB, in one transaction; the memory it takes does not grow with the file. */
export async function storeFile(
  db: Db,
  {
    path,
    name,
    size,
    legalEntity,
  }: { readonly path: string; readonly name: string; readonly size: number; readonly legalEntity: number },
): Promise<number> {
  const sha256 = createHash('sha256')
  for await (const chunk of createReadStream(path)) sha256.update(chunk as Buffer)
  await tidyOldFiles(db)
  const file = await insertSourceFile(db, { legalEntity, name, size, sha256: sha256.digest('hex') })
  let position = 0
  for await (const part of createReadStream(path, { highWaterMark: partBytes }))
    await insertPart(db, file, position++, part as Buffer)
  return file
}

/** The kept bytes as a file on disk, to be read as often as needed; `release` removes it. */
export function openStoredFile({ transaction }: Importer, file: number): Promise<SourceFile> {
  async function* parts(): AsyncGenerator<Buffer> {
    for (let position = 0; ; position++) {
      const part = await transaction((db) => partOf(db, file, position))
      if (!part) return
      yield part.content
    }
  }
  return openSource(Readable.from(parts()), mostBytes)
}
