import { deflateSync, inflateSync } from 'node:zlib'
import type { Chance } from './chance.ts'
import { type Mutation, ofBytes, repeated, spliced } from './mutate-bytes.ts'
import { ofXml } from './mutate-xml.ts'

interface Stream {
  readonly at: number
  readonly length: number
  readonly opened: Buffer
}

/** The packed streams of a PDF, opened. */
function streamsOf(bytes: Buffer): Stream[] {
  const text = bytes.toString('latin1')
  return [...text.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].flatMap((found) => {
    const at = found.index + found[0].indexOf('\n') + 1
    const length = found[1]?.length ?? 0
    const opened = inflated(bytes.subarray(at, at + length))
    return opened ? [{ at, length, opened }] : []
  })
}

function inflated(bytes: Buffer): Buffer | undefined {
  try {
    return inflateSync(bytes, { maxOutputLength: 5_000_000 })
  } catch {
    return undefined // no stream of this kind, and no matter
  }
}

/** What a packed stream opens to is changed: a directory of objects, a page, the XML of an invoice. */
const changeStream: Mutation = (bytes, chance) => {
  const streams = streamsOf(bytes)
  const one = streams[chance.below(streams.length)]
  if (!one || one.opened.length === 0) return bytes
  const isXml = one.opened.subarray(0, 200).includes('<?xml')
  const opened = chance.oneOf(isXml ? ofXml : ofBytes)(one.opened, chance)
  const packed = chance.below(8) === 0 ? repeated(opened, 200) : opened
  return withLength(spliced(bytes, one.at, one.length, deflateSync(packed)), one, chance)
}

/** The length told before the stream follows it, mostly. */
function withLength(bytes: Buffer, { at, length }: Stream, chance: Chance): Buffer {
  const before = bytes.subarray(0, at).lastIndexOf(`/Length ${length}`)
  const end = bytes.indexOf('endstream', at)
  if (before < 0 || end < 0 || chance.below(4) === 0) return bytes
  return spliced(bytes, before, `/Length ${length}`.length, Buffer.from(`/Length ${end - at - 1}`))
}

/** References point elsewhere, to themselves too. */
const redirect: Mutation = (bytes, chance) => {
  const found = [...bytes.toString('latin1').matchAll(/(\d+) 0 (R|obj)/g)]
  const [one, other] = [found[chance.below(found.length)], found[chance.below(found.length)]]
  if (!one || !other) return bytes
  return spliced(bytes, one.index, one[1]?.length ?? 0, Buffer.from(other[1] ?? '0'))
}

const words: readonly [string, ...string[]] = [
  '/FlateDecode',
  '/LZWDecode',
  '/ASCIIHexDecode',
  '[/FlateDecode /FlateDecode]',
  '/Encrypt 1 0 R',
  '/Type /ObjStm',
  '/Type /XRef',
  '/EF << /F 5 0 R >>',
  '/Names [',
  '<<',
  '>>',
  '[',
  ']',
  '(',
  ')',
  'stream\n',
  'endstream',
  'endobj',
  'startxref',
  'trailer',
  '%%EOF',
  '/Length 9999999999',
  '/Predictor 12 /Columns 100000000',
]

const word: Mutation = (bytes, chance) => {
  const found = [...bytes.toString('latin1').matchAll(/\/[A-Z]\w+|<<|>>|endobj|endstream|startxref/g)]
  const one = found[chance.below(found.length)]
  if (!one) return bytes
  const put = repeated(Buffer.from(chance.oneOf(words)), chance.oneOf([1, 1, 1, 2, 3000, 100_000]))
  return spliced(bytes, one.index, chance.below(2) * one[0].length, put)
}

/** Of a PDF. */
export const ofPdf: readonly [Mutation, ...Mutation[]] = [
  ...ofBytes,
  changeStream,
  changeStream,
  changeStream,
  changeStream,
  redirect,
  redirect,
  word,
  word,
]
