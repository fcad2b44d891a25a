import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'

/** A file of the archive; it is read when its turn comes, so that one at a time is in memory. */
export interface FileEntry {
  readonly name: string
  readonly read: () => Promise<Buffer>
}

export interface ManifestFile {
  readonly name: string
  readonly size: number
  readonly sha256: string
}

/** What the archive is about and what each of its files was, to the byte. */
export interface Manifest {
  readonly format: 'quittance-legal-file/1'
  readonly about: Readonly<Record<string, unknown>>
  readonly files: readonly ManifestFile[]
}

/** Written last: it tells of all the others. */
export const manifestName = 'manifest.json'

/** The same files make the same archive. */
const entryOptions = { mtime: new Date('2000-01-01T00:00:00Z'), mode: 0o600, compress: true } as const

type Opened = (error: unknown, stream: NodeJS.ReadableStream) => void

/** In hexadecimal. */
export const sha256 = (content: Buffer | string): string => createHash('sha256').update(content).digest('hex')

/** Writes the archive to `path`, its manifest last; answers how many files it has and the hash of the manifest. */
export async function writeArchive(
  path: string,
  about: Manifest['about'],
  entries: readonly FileEntry[],
): Promise<{ files: number; manifestSha256: string }> {
  const archive = new ZipFile()
  const output = archive.outputStream as Readable
  archive.on('error', (error: unknown) => output.destroy(error as Error))
  const files: ManifestFile[] = []
  let seal = ''
  for (const { name, read } of entries) {
    archive.addReadStreamLazy(name, entryOptions, (opened: Opened) =>
      open(opened, async () => {
        const content = await read()
        files.push({ name, size: content.length, sha256: sha256(content) })
        return content
      }),
    )
  }
  archive.addReadStreamLazy(manifestName, entryOptions, (opened: Opened) =>
    open(opened, async () => {
      const manifest: Manifest = { format: 'quittance-legal-file/1', about, files }
      const content = Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`)
      seal = sha256(content)
      return content
    }),
  )
  const written = pipeline(output, createWriteStream(path, { mode: 0o600 }))
  archive.end()
  await written
  return { files: entries.length, manifestSha256: seal }
}

function open(opened: Opened, read: () => Promise<Buffer>): void {
  read().then(
    (content) => opened(null, Readable.from([content])),
    (error: unknown) => opened(error, Readable.from([])),
  )
}

/** Names for files of an archive: no two alike, nothing that a file system reads otherwise. */
export function nameFiles(): (folder: string, name: string) => string {
  const taken = new Set<string>()
  return (folder, wanted) => {
    const plain = wanted.replace(/[\p{Cc}\p{Cf}/\\:*?"<>|]/gu, '_').slice(-150)
    const name = plain.replace(/^\.+|[. ]+$/g, '_') || 'file' // « .. » leads elsewhere, « F-1. » loses its dot
    const dot = name.lastIndexOf('.')
    const [stem, end] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, '']
    let path = `${folder}/${name}`
    for (let n = 2; taken.has(path.toLowerCase()); n++) path = `${folder}/${stem}-${n}${end}`
    taken.add(path.toLowerCase())
    return path
  }
}
