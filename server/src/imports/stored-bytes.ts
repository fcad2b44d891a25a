import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import type { Db } from '../platform/database/db.ts'
import type { Importer } from './import-work.ts'
import { openSource, type SourceFile } from './reading/source-file.ts'
import { insertPart, insertSourceFile, partsFrom, tidyOldFiles } from './source-files.ts'

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

/** What of a stored file is on disk again: its part, about how many bytes it has in all, the first of them. */
export interface Laid {
  readonly part: number
  readonly of: number
  readonly head: Buffer
}

/** Parts read in one transaction. */
const partsAtOnce = 8

/**
 * The kept bytes as a file on disk, to be read as often as needed; `release` removes it. `told`: which part of them
 * is there, 0 to 1.
 */
export function openStoredFile(
  { transaction }: Importer,
  file: number,
  told: (db: Db, laid: Laid) => Promise<unknown> = async () => {},
): Promise<SourceFile> {
  async function* parts(): AsyncGenerator<Buffer> {
    let head: Buffer | undefined
    for (let from = 0; ; from += partsAtOnce) {
      const some = await transaction(async (db) => {
        const { parts: read, of } = await partsFrom(db, file, { from, count: partsAtOnce })
        head ??= read[0]
        if (head) await told(db, { part: (from + read.length) / of, of: of * partBytes, head })
        return read
      })
      yield* some
      if (some.length < partsAtOnce) return
    }
  }
  return openSource(Readable.from(parts()), mostBytes)
}
