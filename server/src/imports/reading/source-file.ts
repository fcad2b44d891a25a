import { createWriteStream } from 'node:fs'
import { mkdtemp, open, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ReadingError } from './reading-error.ts'

/** A file on disk that can be read more than once. */
export interface SourceFile {
  readonly path: string
  readonly size: number
  /** Removes the copy made of a stream; a file of the caller's stays. */
  readonly release: () => Promise<void>
}

/** A stream is copied to a private temporary file first: reading a table looks at its bytes twice. */
export async function openSource(source: string | Readable, maxBytes: number): Promise<SourceFile> {
  if (typeof source !== 'string') return spool(source, maxBytes)
  const { size } = await stat(source)
  if (size > maxBytes) throw tooLarge(maxBytes)
  return { path: source, size, release: async () => {} }
}

async function spool(stream: Readable, maxBytes: number): Promise<SourceFile> {
  const folder = await mkdtemp(join(tmpdir(), `quittance-import-${process.pid}-`))
  const release = (): Promise<void> => rm(folder, { recursive: true, force: true })
  const path = join(folder, 'source')
  let size = 0
  const meter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length
      done(size > maxBytes ? tooLarge(maxBytes) : null, chunk)
    },
  })
  try {
    await pipeline(stream, meter, createWriteStream(path, { mode: 0o600 }))
  } catch (error) {
    await release()
    throw error
  }
  return { path, size, release }
}

const tooLarge = (maxBytes: number): ReadingError =>
  new ReadingError({ code: 'fileTooLarge', value: String(Math.round(maxBytes / 1_000_000)) })

/** The first bytes of a file, at most `count`. */
export async function readHead(path: string, count: number): Promise<Buffer> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(count), 0, count, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}
