import { encode } from 'uqr'

/** Any of the eight reads as well on a screen; trying them all takes longer than the rest of a message. */
const maskPattern = 2

/** A code of so many modules a side, row after row: 1 is dark. */
export interface Modules {
  readonly size: number
  readonly dark: Uint8Array
}

/** What every code of one size has in common, read once from one that the library drew. */
interface Grid {
  readonly size: number
  /** Corners, timing, format: as they are in every code; data modules as the mask alone leaves them. */
  readonly ground: Uint8Array
  /** Where the bits of the codewords lie, in order. */
  readonly places: Uint16Array
  /** Codewords of data, of each block in turn. */
  readonly blocks: readonly number[]
  readonly correction: number
}

/**
 * A text of up to 331 bytes as a QR code of level M, the same as the library draws, an order of magnitude faster: the parts that are in every
 * code are kept, and what is added to a text to correct errors is looked up (ISO/IEC 18004, §8). Throws when it is longer.
 */
export function transferModules(text: string): Modules {
  const bytes = Buffer.from(text)
  const version = versionFor(bytes.length)
  const { size, ground, places, blocks, correction } = gridOf(version)
  const words = interleaved(dataWords(bytes, version, blocks), blocks, correction)
  const dark = ground.slice()
  for (let at = 0; at < words.length * 8; at += 1) {
    if (((words[at >> 3] ?? 0) >> (7 - (at & 7))) & 1) flip(dark, places[at] ?? 0)
  }
  return { size, dark }
}

function flip(dark: Uint8Array, place: number): void {
  dark[place] = (dark[place] ?? 0) ^ 1
}

/** Level M, by version from 1: codewords to correct a block, then blocks as [how many, codewords of data of each] (ISO/IEC 18004, table 9). */
const levelM: readonly (readonly [number, ...(readonly (readonly [number, number])[])])[] = [
  [10, [1, 16]],
  [16, [1, 28]],
  [26, [1, 44]],
  [18, [2, 32]],
  [24, [2, 43]],
  [16, [4, 27]],
  [18, [4, 31]],
  [22, [2, 38], [2, 39]],
  [22, [3, 36], [2, 37]],
  [26, [4, 43], [1, 44]],
  [30, [1, 50], [4, 51]],
  [22, [6, 36], [2, 37]],
  [22, [8, 37], [1, 38]],
]

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)

function layoutOf(version: number): { correction: number; blocks: number[] } {
  const [correction, ...groups] = levelM[version - 1] ?? [0]
  return { correction, blocks: groups.flatMap(([times, words]) => Array.from({ length: times }, () => words)) }
}

/** Bits before the bytes: what follows, and how many. */
const headBits = (version: number): number => (version < 10 ? 12 : 20)

const capacities = levelM.map((_, at) => sum(layoutOf(at + 1).blocks) - Math.ceil(headBits(at + 1) / 8))

function versionFor(length: number): number {
  const at = capacities.findIndex((capacity) => length <= capacity)
  if (at < 0) throw new RangeError(`A transfer code takes 331 bytes, not ${length}`)
  return at + 1
}

/** Byte mode, the length, the bytes, and the filling the standard prescribes. */
function dataWords(bytes: Buffer, version: number, blocks: readonly number[]): Uint8Array {
  const words = new Uint8Array(sum(blocks))
  const lengthBits = headBits(version) - 4
  const head = (0b0100 << lengthBits) | bytes.length
  // The head ends in the middle of a codeword: every byte is cut in two halves.
  const shown = lengthBits === 8 ? [head >> 4] : [head >> 12, (head >> 4) & 255]
  words.set(shown)
  let at = shown.length
  let half = (head & 15) << 4
  for (const byte of bytes) {
    words[at++] = half | (byte >> 4)
    half = (byte & 15) << 4
  }
  words[at++] = half
  for (let filling = 236; at < words.length; filling ^= 236 ^ 17) words[at++] = filling
  return words
}

/** First words of all blocks, second words, …; then the same of what corrects them. */
function interleaved(data: Uint8Array, blocks: readonly number[], correction: number): Uint8Array {
  const words = new Uint8Array(data.length + blocks.length * correction)
  const shortest = blocks[0] ?? 0
  const shorter = blocks.filter((length) => length === shortest).length
  let from = 0
  for (const [block, length] of blocks.entries()) {
    const part = data.subarray(from, from + length)
    for (const [at, word] of part.entries()) {
      words[at < shortest ? at * blocks.length + block : shortest * blocks.length + block - shorter] = word
    }
    for (const [at, word] of remainder(part, correction).entries())
      words[data.length + at * blocks.length + block] = word
    from += length
  }
  return words
}

/** Powers of 2 in the field of 256, twice over, and which power a number is (ISO/IEC 18004, §8.5.2). */
const powers = new Uint8Array(512)
const powerOf = new Uint8Array(256)
for (let power = 0, value = 1; power < 255; power += 1) {
  powers[power] = value
  powers[power + 255] = value
  powerOf[value] = power
  value = value < 128 ? value << 1 : (value << 1) ^ 0x11d
}
const product = (a: number, b: number): number =>
  a === 0 || b === 0 ? 0 : (powers[(powerOf[a] ?? 0) + (powerOf[b] ?? 0)] ?? 0)

const divisors = new Map<number, Uint8Array>()

/** (x − 1)(x − 2)(x − 4)…, the highest power left out, as powers of 2. */
function divisorOf(degree: number): Uint8Array {
  const known = divisors.get(degree)
  if (known) return known
  let factors = [1]
  for (let at = 0; at < degree; at += 1) {
    const root = powers[at] ?? 0
    factors = [...factors, 0].map((factor, place) => factor ^ product(factors[place - 1] ?? 0, root))
  }
  const divisor = Uint8Array.from(factors.slice(1), (factor) => powerOf[factor] ?? 0)
  divisors.set(degree, divisor)
  return divisor
}

/** Reed–Solomon: the remainder of the data divided by the divisor of that degree. */
function remainder(data: Uint8Array, degree: number): Uint8Array {
  const divisor = divisorOf(degree)
  const rest = new Uint8Array(degree)
  for (const word of data) {
    const factor = word ^ (rest[0] ?? 0)
    rest.copyWithin(0, 1)
    rest[degree - 1] = 0
    if (factor === 0) continue
    const power = powerOf[factor] ?? 0
    for (let at = 0; at < degree; at += 1) rest[at] = (rest[at] ?? 0) ^ (powers[power + (divisor[at] ?? 0)] ?? 0)
  }
  return rest
}

const grids = new Map<number, Grid>()

function gridOf(version: number): Grid {
  const known = grids.get(version)
  if (known) return known
  const only = { minVersion: version, maxVersion: version }
  const { data, types, size } = encode('', { ...only, ecc: 'M', boostEcc: false, border: 0, maskPattern })
  const places = placesOf(size, (x, y) => types[y]?.[x] === 0)
  const ground = new Uint8Array(size * size)
  for (const [y, row] of data.entries()) for (const [x, isDark] of row.entries()) ground[y * size + x] = isDark ? 1 : 0
  // Where data lie only the mask is seen: every third column.
  for (const place of places) ground[place] = (place % size) % 3 === 0 ? 1 : 0
  const grid = { size, ground, places, ...layoutOf(version) }
  grids.set(version, grid)
  return grid
}

/** Two columns at a time from the right, up and down in turn, past the column of the timing pattern. */
function placesOf(size: number, isData: (x: number, y: number) => boolean): Uint16Array {
  const places: number[] = []
  for (let right = size - 1, up = true; right >= 1; right -= 2, up = !up) {
    if (right === 6) right = 5
    for (let step = 0; step < size; step += 1) {
      const y = up ? size - 1 - step : step
      for (const x of [right, right - 1]) if (isData(x, y)) places.push(y * size + x)
    }
  }
  return Uint16Array.from(places)
}
