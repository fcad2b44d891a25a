import { crc32, deflateRawSync } from 'node:zlib'

interface ZipWishes {
  /** All sizes stand in the fields of ZIP64, as programs that stream write them. */
  readonly zip64?: boolean
  /** Sizes the directory is to declare in place of the true ones, by name. */
  readonly declared?: Readonly<Record<string, number>>
}

/** A ZIP archive of these parts. */
export function aZip(parts: Readonly<Record<string, Buffer | string>>, wishes: ZipWishes = {}): Buffer {
  const { zip64 = false, declared = {} } = wishes
  const locals: Buffer[] = []
  const entries: Buffer[] = []
  let at = 0
  for (const [name, content] of Object.entries(parts)) {
    const bytes = Buffer.from(content)
    const packed = deflateRawSync(bytes)
    const size = declared[name] ?? bytes.length
    const local = Buffer.concat([header(30, 0x04034b50, name), Buffer.from(name), packed])
    local.writeUInt16LE(8, 8)
    local.writeUInt32LE(crc32(bytes), 14)
    local.writeUInt32LE(packed.length, 18)
    local.writeUInt32LE(bytes.length, 22)
    const extra = zip64 ? large(size, packed.length, at) : Buffer.alloc(0)
    const entry = Buffer.concat([header(46, 0x02014b50, name), Buffer.from(name), extra])
    entry.writeUInt16LE(8, 10)
    entry.writeUInt32LE(crc32(bytes), 16)
    entry.writeUInt32LE(zip64 ? 0xffffffff : packed.length, 20)
    entry.writeUInt32LE(zip64 ? 0xffffffff : size, 24)
    entry.writeUInt16LE(extra.length, 30)
    entry.writeUInt32LE(zip64 ? 0xffffffff : at, 42)
    locals.push(local)
    entries.push(entry)
    at += local.length
  }
  const directory = Buffer.concat(entries)
  return Buffer.concat([...locals, directory, ...endOf(directory.length, { count: entries.length, at, zip64 })])
}

function header(length: number, mark: number, name: string): Buffer {
  const bytes = Buffer.alloc(length)
  bytes.writeUInt32LE(mark, 0)
  bytes.writeUInt16LE(Buffer.byteLength(name), length === 30 ? 26 : 28)
  return bytes
}

function large(...numbers: number[]): Buffer {
  const extra = Buffer.alloc(4 + numbers.length * 8)
  extra.writeUInt16LE(1, 0)
  extra.writeUInt16LE(numbers.length * 8, 2)
  for (const [index, number] of numbers.entries()) extra.writeBigUInt64LE(BigInt(number), 4 + index * 8)
  return extra
}

function endOf(length: number, { count, at, zip64 }: { count: number; at: number; zip64: boolean }): Buffer[] {
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(zip64 ? 0xffff : count, 10)
  end.writeUInt32LE(zip64 ? 0xffffffff : length, 12)
  end.writeUInt32LE(zip64 ? 0xffffffff : at, 16)
  if (!zip64) return [end]
  const record = Buffer.alloc(56)
  record.writeUInt32LE(0x06064b50, 0)
  for (const [place, value] of [
    [32, count],
    [40, length],
    [48, at],
  ] as const)
    record.writeBigUInt64LE(BigInt(value), place)
  const locator = Buffer.alloc(20)
  locator.writeUInt32LE(0x07064b50, 0)
  locator.writeBigUInt64LE(BigInt(at + length), 8)
  return [record, locator, end]
}
