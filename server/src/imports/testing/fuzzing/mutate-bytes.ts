import type { Chance } from './chance.ts'

/** One change to a file. */
export type Mutation = (bytes: Buffer, chance: Chance) => Buffer

/** Cuts `length` bytes out and puts `put` in their place. */
export const spliced = (bytes: Buffer, at: number, length: number, put: Buffer): Buffer =>
  Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(at + length)])

/** Longest file made: what repeats is not repeated beyond it. */
const longest = 24_000_000

/** What is put into any file: marks, byte order marks, NUL, broken UTF-8, signs that turn text around, formulas. */
const pieces: readonly [string | Buffer, ...(string | Buffer)[]] = [
  ';',
  ',',
  '\t',
  '|',
  '"',
  "'",
  '\n',
  '\r',
  '\r\r\n',
  '\0',
  '\0\0\0\0',
  '\ufeff',
  '\u2028',
  '\u202e',
  '👍',
  '=cmd()',
  '-',
  'E+308',
  'constructor',
  '__proto__',
  '\\u0000',
  Buffer.from([0xff, 0xfe]),
  Buffer.from([0xc3]),
  Buffer.from([0xed, 0xa0, 0x80]),
  Buffer.from([0x80, 0x93, 0xa4]),
  '\u001a',
]

const numbers: readonly [string, ...string[]] = [
  '0',
  '-0',
  '-1',
  '99999999999999999999',
  '9999999999999,99',
  '9999999999999.99',
  '10000000000000',
  '1e308',
  '1E+15',
  '0.000000000001',
  '4294967295',
  '2147483648',
  '9007199254740993',
  'NaN',
  'Infinity',
  '1.234',
  '1.5',
  '00000000000000000000000001',
]

const days: readonly [string, ...string[]] = [
  '99991231',
  '00000000',
  '20260230',
  '9999-12-31',
  '0001-01-01',
  '31/02/2026',
  '2026-13-45',
  '-271821-04-20',
  '19000229',
  '29/02/2028',
]

const flip: Mutation = (bytes, chance) => {
  const changed = Buffer.from(bytes)
  for (let left = 1 + chance.below(8); left > 0; left--) changed[chance.below(changed.length)] = chance.below(256)
  return changed
}

const truncate: Mutation = (bytes, chance) => bytes.subarray(0, chance.below(bytes.length))

const insert: Mutation = (bytes, chance) => {
  const times = chance.oneOf([1, 1, 1, 1, 3, 50, 3000, 100_000])
  const piece = Buffer.from(chance.oneOf(pieces))
  return spliced(bytes, chance.below(bytes.length), 0, repeated(piece, times))
}

const cut: Mutation = (bytes, chance) =>
  spliced(bytes, chance.below(bytes.length), 1 + chance.below(200), Buffer.alloc(0))

const duplicate: Mutation = (bytes, chance) => {
  const at = chance.below(bytes.length)
  const chunk = bytes.subarray(at, at + 1 + chance.below(chance.oneOf([20, 300, 5000])))
  return spliced(bytes, chance.below(bytes.length), 0, repeated(chunk, chance.oneOf([1, 1, 2, 20, 1000])))
}

const swap: Mutation = (bytes, chance) => {
  const [first = 0, second = 0] = [chance.below(bytes.length), chance.below(bytes.length)].sort((a, b) => a - b)
  const length = Math.min(1 + chance.below(400), second - first)
  const [one, other] = [bytes.subarray(first, first + length), bytes.subarray(second, second + length)]
  return spliced(spliced(bytes, second, other.length, one), first, length, other)
}

/** In place of a number or a day that stands in the file. */
export const misstate: Mutation = (bytes, chance) => {
  const text = bytes.toString('latin1')
  const found = [...text.matchAll(/-?\d[\d.,]*/g)]
  let changed = bytes
  for (let left = chance.oneOf([1, 1, 3, 40]); left > 0 && found.length > 0; left--) {
    const [one] = found.splice(chance.below(found.length), 1)
    const put = chance.oneOf(one && /^\d{8}$/.test(one[0]) ? days : numbers)
    // From the end of the file to its beginning places would stay; a few that move are as good.
    if (one) changed = spliced(changed, one.index, one[0].length, Buffer.from(put))
  }
  return changed
}

const endings: Mutation = (bytes, chance) => {
  const some = bytes.toString('latin1').split(/\r?\n/)
  return Buffer.from(
    some.map((line) => line + chance.oneOf(['\n', '\r\n', '\r', '\r\r\n', '\n\n', '\u0085'])).join(''),
    'latin1',
  )
}

const lines: Mutation = (bytes, chance) => {
  const some = bytes.toString('latin1').split('\n')
  const at = chance.below(some.length)
  const line = some[at] ?? ''
  const act = chance.below(4)
  if (act === 0) some.splice(at, 1)
  else if (act === 1) some.splice(chance.below(some.length), 0, ...copies(line, chance.oneOf([1, 5, 500, 20_000])))
  else if (act === 2) some.push(...some.slice(at), ...some.slice(0, at))
  else
    some[at] = line
      .split(chance.oneOf([';', ',', '\t', '|']))
      .reverse()
      .join(chance.oneOf([';', ',', '\t', '|']))
  return Buffer.from(some.join('\n'), 'latin1')
}

const asUtf16: Mutation = (bytes, chance) => {
  const wide = Buffer.from(`\ufeff${bytes.toString('utf8')}`, 'utf16le')
  return chance.below(2) === 0 ? wide : wide.subarray(1)
}

const copies = (line: string, count: number): string[] =>
  Array.from({ length: Math.min(count, Math.floor(longest / (line.length + 1))) }, () => line)

/** As many times as fits in the longest file made, once at least. */
export function repeated(piece: Buffer, times: number): Buffer {
  const most = Math.max(1, Math.floor(longest / Math.max(piece.length, 1)))
  return Buffer.concat(Array.from({ length: Math.min(times, most) }, () => piece))
}

/** Of any file. */
export const ofBytes: readonly [Mutation, ...Mutation[]] = [flip, truncate, insert, cut, duplicate, swap, misstate]

/** Of a text of lines and cells. */
export const ofText: readonly [Mutation, ...Mutation[]] = [...ofBytes, insert, misstate, endings, lines, lines, asUtf16]
