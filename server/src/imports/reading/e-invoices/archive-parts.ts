import { basename } from 'node:path'
import { ReadingError } from '../reading-error.ts'
import type { SourceFile } from '../source-file.ts'
import { unpack, type ZipPart, zipParts } from '../workbook/zip-parts.ts'

/** Bytes an archive may open to in all; declared sizes are checked while it opens. */
export const mostUnpacked = 2_000_000_000

/** How many times its own size a large archive opens to at most: invoices reach 20, files that lie upon each other a thousand. */
const densest = 100
const muchUnpacked = 200_000_000

/** Bytes of one file within it: an invoice with its drawings is far below. */
export const largestPart = 50_000_000

/** What programs that make archives leave in them. */
const ofPrograms = /(?:^|\/)(?:__MACOSX\/|\.(?!\.?\/)|Thumbs\.db$|desktop\.ini$)/i

const byName = new Intl.Collator('en', { numeric: true })

/** The files of an archive in the order of their names. Throws `ReadingError` where it is damaged or past the limits. */
export async function archiveParts({ path, size }: SourceFile): Promise<readonly ZipPart[]> {
  const all = await orDamaged(zipParts(path, size))
  const parts = [...all.values()].filter(({ name }) => !name.endsWith('/') && !ofPrograms.test(name))
  const unpacked = parts.reduce((sum, part) => sum + part.unpacked, 0)
  if (unpacked > mostUnpacked || (unpacked > muchUnpacked && unpacked > size * densest))
    throw new ReadingError({ code: 'archiveTooLarge', value: String(mostUnpacked / 1_000_000) })
  return parts.toSorted((a, b) => byName.compare(a.name, b.name))
}

/** The bytes of one part, whole, or as soon as `isWanted` of its first bytes says so; undefined where it is not wanted. */
export async function partBytes(
  path: string,
  part: ZipPart,
  isWanted: (head: Buffer) => boolean = () => true,
): Promise<Buffer | undefined> {
  if (part.unpacked > largestPart)
    throw new ReadingError({ code: 'partTooLarge', value: String(largestPart / 1_000_000) })
  return orDamaged(
    (async () => {
      const chunks: Buffer[] = []
      for await (const chunk of unpack(path, part)) {
        if (chunks.length === 0 && !isWanted(chunk)) return undefined
        chunks.push(chunk)
      }
      return Buffer.concat(chunks)
    })(),
  )
}

/** The name a file of an archive is known by, without its folders, whatever marks they are set apart by. */
export const nameOf = (path: string): string => {
  const name = basename(path.replaceAll('\\', '/').replaceAll('\0', ''))
  // Its end, which says of what kind it is, without half a sign before it.
  return name.slice(-200).replace(/^[\udc00-\udfff]/, '') || 'fichier'
}

/** The reader of archives speaks of workbooks. */
async function orDamaged<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    const isDamage = error instanceof ReadingError && error.problem.code === 'damagedWorkbook'
    throw isDamage ? new ReadingError({ code: 'damagedArchive' }, { cause: error }) : error
  }
}
