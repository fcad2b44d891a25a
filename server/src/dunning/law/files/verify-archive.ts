import { createHash } from 'node:crypto'
import { ReadingError } from '../../../imports/reading/reading-error.ts'
import { unpack, type ZipPart, zipParts } from '../../../imports/reading/workbook/zip-parts.ts'
import { type Manifest, manifestName, sha256 } from './write-archive.ts'

export interface FileProblem {
  readonly file: string
  readonly problem: 'changed' | 'missing' | 'unknown'
}

export type ArchiveCheck =
  | { readonly kind: 'notALegalFile' }
  | {
      readonly kind: 'read'
      readonly manifestSha256: string
      readonly files: number
      readonly problems: readonly FileProblem[]
    }

/** Bytes of a manifest at most: it holds a line of some hundred for each file. */
const largestManifest = 20_000_000

/** Each file of an archive against its manifest; no file is held in memory as a whole but the manifest. */
export async function checkArchive(path: string, size: number): Promise<ArchiveCheck> {
  try {
    const parts = await zipParts(path, size)
    const part = parts.get(manifestName)
    if (!part || part.unpacked > largestManifest) return { kind: 'notALegalFile' }
    const content = await whole(path, part)
    const manifest = readManifest(content)
    if (!manifest) return { kind: 'notALegalFile' }
    const problems: FileProblem[] = []
    for (const file of manifest.files) {
      const found = parts.get(file.name)
      if (!found) problems.push({ file: file.name, problem: 'missing' })
      else if ((await hashOf(path, found)) !== file.sha256) problems.push({ file: file.name, problem: 'changed' })
    }
    const told = new Set(manifest.files.map(({ name }) => name))
    for (const name of parts.keys()) {
      if (name !== manifestName && !told.has(name)) problems.push({ file: name, problem: 'unknown' })
    }
    return { kind: 'read', manifestSha256: sha256(content), files: manifest.files.length, problems }
  } catch (error) {
    if (error instanceof ReadingError) return { kind: 'notALegalFile' }
    throw error
  }
}

async function whole(path: string, part: ZipPart): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of unpack(path, part)) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** null where its bytes cannot be unpacked: they are not what they were. */
async function hashOf(path: string, part: ZipPart): Promise<string | null> {
  const hash = createHash('sha256')
  try {
    for await (const chunk of unpack(path, part)) hash.update(chunk)
    return hash.digest('hex')
  } catch (error) {
    if (error instanceof ReadingError) return null
    throw error
  }
}

function readManifest(content: Buffer): Manifest | null {
  try {
    const read = JSON.parse(content.toString('utf8')) as Partial<Manifest> | null
    if (read?.format !== 'quittance-legal-file/1' || !Array.isArray(read.files)) return null
    const isWhole = read.files.every((file) => typeof file?.name === 'string' && typeof file.sha256 === 'string')
    return isWhole ? (read as Manifest) : null
  } catch {
    // Not JSON: not a manifest of ours.
    return null
  }
}
