import { createReadStream } from 'node:fs'
import { ReadingError } from './reading-error.ts'

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'iso-8859-15'

const known: readonly TextEncoding[] = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'iso-8859-15']

/** The first bytes of a text, enough to see how it is laid out, and what all of it is written in. */
export interface TextHead {
  readonly head: Buffer
  readonly encoding: TextEncoding
}

/** The encoding a person or a remembered source asked for, under any of its usual names. */
export function namedEncoding(name: string): TextEncoding {
  const plain = name.trim().toLowerCase().replace(/[_\s]/g, '-')
  const same: Readonly<Record<string, TextEncoding>> = {
    utf8: 'utf-8',
    'utf-16': 'utf-16le',
    utf16: 'utf-16le',
    cp1252: 'windows-1252',
    ansi: 'windows-1252',
    latin1: 'windows-1252',
    'iso-8859-1': 'windows-1252',
    latin9: 'iso-8859-15',
    'iso8859-15': 'iso-8859-15',
  }
  const found = known.find((encoding) => encoding === plain) ?? (Object.hasOwn(same, plain) ? same[plain] : undefined)
  if (!found) throw new ReadingError({ code: 'unknownEncoding', value: name })
  return found
}

/**
 * The encoding of a whole file: a byte order mark decides; else UTF-8 if every byte fits; else Windows-1252, or
 * ISO-8859-15 when its euro sign (0xA4, « ¤ » in the other) stands beside a number and no byte is Windows' own.
 */
export async function detectEncoding(path: string, head: Buffer): Promise<TextEncoding> {
  const marked = byBom(head) ?? withoutBomUtf16(head)
  if (marked) return marked
  const utf8 = new TextDecoder('utf-8', { fatal: true })
  const western = { isUtf8: true, windowsOwn: false, latinEuro: false }
  const measure = lineMeasure()
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    measure(chunk)
    if (western.isUtf8) western.isUtf8 = decodes(utf8, chunk)
    if (!western.isUtf8) break
  }
  if (western.isUtf8 && decodes(utf8, undefined)) return 'utf-8'
  const measureAgain = lineMeasure()
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    measureAgain(chunk)
    western.windowsOwn ||= chunk.some((byte) => byte >= 0x80 && byte <= 0x9f)
    western.latinEuro ||=
      chunk.includes(0xa4) && /\d[ \xa0]?\xa4|\xa4[ \xa0]?\d|[;,\t("]\xa4[;,\t)"]/.test(chunk.toString('latin1'))
  }
  return western.latinEuro && !western.windowsOwn ? 'iso-8859-15' : 'windows-1252'
}

/** Bytes of a line at most: four times the characters of the longest record, so that no encoding makes it one. */
const longestLine = 4_000_000

/** Ends the reading of a file at a line no record can be that long, long before its last byte. */
function lineMeasure(): (chunk: Buffer) => void {
  let length = 0
  let line = 1
  return (chunk) => {
    const last = Math.max(chunk.lastIndexOf(10), chunk.lastIndexOf(13))
    if (last < 0) length += chunk.length
    else {
      for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) line++
      length = chunk.length - last
    }
    if (length > longestLine) throw new ReadingError({ code: 'cellTooLarge', line })
  }
}

function byBom(head: Buffer): TextEncoding | undefined {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8'
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  return undefined
}

/** Latin letters in UTF-16 have every other byte zero; text in the other encodings has none. */
function withoutBomUtf16(head: Buffer): TextEncoding | undefined {
  const some = head.subarray(0, 400)
  const zeros = [0, 0]
  some.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1
  })
  const [even = 0, odd = 0] = zeros
  const half = some.length / 2
  if (half >= 4 && odd > half * 0.6 && even < half * 0.1) return 'utf-16le'
  if (half >= 4 && even > half * 0.6 && odd < half * 0.1) return 'utf-16be'
  return undefined
}

function decodes(decoder: InstanceType<typeof TextDecoder>, chunk: Buffer | undefined): boolean {
  try {
    decoder.decode(chunk, { stream: chunk !== undefined })
    return true
  } catch (error) {
    if (error instanceof TypeError) return false
    throw error
  }
}

/** The text of a file, piece by piece, without its byte order mark. Throws where an asked-for encoding does not fit. */
export async function* decodeFile(
  path: string,
  encoding: TextEncoding,
  onBytes: (count: number) => void,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 32 * 1024 }) as AsyncIterable<Buffer>) {
      onBytes(chunk.length)
      yield decoder.decode(chunk, { stream: true })
    }
    yield decoder.decode()
  } catch (error) {
    if (error instanceof TypeError && 'code' in error && error.code === 'ERR_ENCODING_INVALID_ENCODED_DATA')
      throw new ReadingError({ code: 'wrongEncoding', value: encoding }, { cause: error })
    throw error
  }
}
