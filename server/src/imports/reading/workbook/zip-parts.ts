import { createReadStream } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { createInflateRaw } from 'node:zlib'
import { ReadingError } from '../reading-error.ts'

/** One file within a ZIP archive, by the sizes its directory declares. */
export interface ZipPart {
  readonly name: string
  readonly packed: number
  readonly unpacked: number
  readonly isStored: boolean
  /** Where its own header begins. */
  readonly at: number
}

/** Entries of an archive at most; a workbook has some dozens. */
const mostParts = 10_000

/** Bytes of its directory at most. */
const largestDirectory = 8_000_000

const whole32 = 0xffffffff

/** Reads the directory at the end of an archive (APPNOTE.TXT 4.3), that of ZIP64 too, which some programs always write. */
export async function zipParts(path: string, size: number): Promise<Map<string, ZipPart>> {
  const file = await open(path)
  try {
    const { count, at, length } = await directoryOf(file, size)
    if (count > mostParts) throw new ReadingError({ code: 'tooManyFiles', value: String(mostParts) })
    if (length > largestDirectory || at + length > size) throw damaged()
    const directory = await bytesAt(file, at, length)
    const parts = entriesOf(directory, count)
    if (parts.some((part) => !(part.at + part.packed <= size && part.unpacked <= Number.MAX_SAFE_INTEGER)))
      throw damaged()
    return new Map(parts.map((part) => [part.name, part]))
  } catch (error) {
    // A number that lies beyond the bytes there are.
    throw error instanceof RangeError ? damaged(error) : error
  } finally {
    await file.close()
  }
}

interface Directory {
  readonly count: number
  readonly at: number
  readonly length: number
}

async function directoryOf(file: FileHandle, size: number): Promise<Directory> {
  const start = Math.max(0, size - 65_557)
  const tail = await bytesAt(file, start, size - start)
  const end = tail.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  if (end < 0) throw damaged()
  const found = {
    count: tail.readUInt16LE(end + 10),
    length: tail.readUInt32LE(end + 12),
    at: tail.readUInt32LE(end + 16),
  }
  if (found.count !== 0xffff && found.length !== whole32 && found.at !== whole32) return found
  const locator = end - 20
  if (locator < 0 || tail.readUInt32LE(locator) !== 0x07064b50) throw damaged()
  const record = await bytesAt(file, Number(tail.readBigUInt64LE(locator + 8)), 56)
  if (record.readUInt32LE(0) !== 0x06064b50) throw damaged()
  return {
    count: Number(record.readBigUInt64LE(32)),
    length: Number(record.readBigUInt64LE(40)),
    at: Number(record.readBigUInt64LE(48)),
  }
}

function entriesOf(directory: Buffer, count: number): ZipPart[] {
  const parts: ZipPart[] = []
  let at = 0
  for (let i = 0; i < count; i++) {
    if (directory.readUInt32LE(at) !== 0x02014b50) throw damaged()
    const method = directory.readUInt16LE(at + 10)
    const nameEnd = at + 46 + directory.readUInt16LE(at + 28)
    const extraEnd = nameEnd + directory.readUInt16LE(at + 30)
    if (method !== 0 && method !== 8) throw damaged()
    parts.push({
      name: directory.toString('utf8', at + 46, nameEnd).replace(/^\//, ''),
      isStored: method === 0,
      ...sizesOf(directory, at, directory.subarray(nameEnd, extraEnd)),
    })
    at = extraEnd + directory.readUInt16LE(at + 32)
  }
  return parts
}

/** Numbers too large for their field stand in the extra field of ZIP64, in this order and only those. */
function sizesOf(directory: Buffer, at: number, extra: Buffer): Pick<ZipPart, 'at' | 'packed' | 'unpacked'> {
  const large = largeNumbers(extra)
  const read = (short: number): number => (short === whole32 ? (large.shift() ?? short) : short)
  const unpacked = read(directory.readUInt32LE(at + 24))
  const packed = read(directory.readUInt32LE(at + 20))
  return { unpacked, packed, at: read(directory.readUInt32LE(at + 42)) }
}

function largeNumbers(extra: Buffer): number[] {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue
    const field = extra.subarray(at + 4, at + 4 + extra.readUInt16LE(at + 2))
    return Array.from({ length: Math.floor(field.length / 8) }, (_, i) => Number(field.readBigUInt64LE(i * 8)))
  }
  return []
}

/**
 * The bytes of one part as they unpack, never more than it declares: who lies about its size is damaged. `onPacked` hears
 * of the bytes read from the archive.
 */
export async function* unpack(
  path: string,
  part: ZipPart,
  onPacked: (count: number) => void = () => {},
): AsyncGenerator<Buffer> {
  const file = await open(path)
  const head = await bytesAt(file, part.at, 30).finally(() => file.close())
  if (head.readUInt32LE(0) !== 0x04034b50) throw damaged()
  const start = part.at + 30 + head.readUInt16LE(26) + head.readUInt16LE(28)
  if (part.packed === 0) return
  const packed = createReadStream(path, { start, end: start + part.packed - 1, highWaterMark: 16 * 1024 })
  packed.on('data', (chunk) => onPacked(chunk.length))
  const unpacked = part.isStored ? packed : packed.pipe(createInflateRaw())
  packed.on('error', (error) => unpacked.destroy(error))
  let given = 0
  try {
    for await (const chunk of unpacked as AsyncIterable<Buffer>) {
      given += chunk.length
      if (given > part.unpacked) throw damaged()
      yield chunk
    }
    if (given < part.unpacked) throw damaged()
  } catch (error) {
    throw isOfZlib(error) ? damaged(error) : error
  } finally {
    packed.destroy()
    unpacked.destroy()
  }
}

async function bytesAt(file: FileHandle, at: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, at)
  if (bytesRead < length) throw damaged()
  return buffer
}

const isOfZlib = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && /^(Z_|ERR_ZLIB)/.test(error.code)

export const damaged = (cause?: unknown): ReadingError =>
  new ReadingError({ code: 'damagedWorkbook' }, cause === undefined ? undefined : { cause })
