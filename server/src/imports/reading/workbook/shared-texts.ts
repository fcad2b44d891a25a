import { closeSync, createWriteStream, openSync, readSync } from 'node:fs'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import { ReadingError } from '../reading-error.ts'
import { longestCell } from './cell-text.ts'
import { readXml, unescaped } from './read-xml.ts'
import { damaged } from './zip-parts.ts'

/** The texts that the cells of a workbook name by their rank, kept on disk: none of them stays in memory. */
export interface SharedTexts {
  readonly at: (rank: number) => string
  readonly close: () => void
}

export const noTexts: SharedTexts = {
  at: () => {
    throw damaged()
  },
  close: () => {},
}

/** Writes the texts one behind the other into `folder`, and where each ends into a second file. */
export async function openSharedTexts(bytes: AsyncIterable<Buffer>, folder: string): Promise<SharedTexts> {
  const [texts, ends] = [join(folder, 'texts'), join(folder, 'ends')]
  const count = await writeTexts(bytes, texts, ends)
  const textBlocks = openBlocks(texts)
  const endBlocks = openBlocks(ends)
  const endOf = (rank: number): number => (rank < 0 ? 0 : endBlocks.read(rank * 4, 4).readUInt32LE(0))
  return {
    at: (rank) => {
      if (!Number.isInteger(rank) || rank < 0 || rank >= count) throw damaged()
      const start = endOf(rank - 1)
      return textBlocks.read(start, endOf(rank) - start).toString('utf8')
    },
    close: () => {
      textBlocks.close()
      endBlocks.close()
    },
  }
}

/** Answers how many there are. Of a text in several looks the looks fall away; readings of Japanese are no part of it. */
async function writeTexts(bytes: AsyncIterable<Buffer>, texts: string, ends: string): Promise<number> {
  const textFile = createWriteStream(texts, { mode: 0o600 })
  const endFile = createWriteStream(ends, { mode: 0o600 })
  let end = 0
  let count = 0
  let text = ''
  let isHeard = false
  let isReading = false
  const reader = readXml(bytes, {
    opens: (name) => {
      if (name === 'si') text = ''
      else if (name === 'rPh') isReading = true
      else if (name === 't') isHeard = !isReading
    },
    closes: (name) => {
      if (name === 't') isHeard = false
      else if (name === 'rPh') isReading = false
      else if (name === 'si') {
        const kept = Buffer.from(unescaped(text).toWellFormed())
        end += kept.length
        count++
        textFile.write(kept)
        endFile.write(wholeNumber(end))
      }
    },
    says: (said) => {
      if (isHeard) text += said
      if (text.length > longestCell) throw new ReadingError({ code: 'workbookTooLarge' })
    },
  })
  try {
    for await (const _ of reader) await Promise.all([drained(textFile), drained(endFile)])
  } finally {
    textFile.end()
    endFile.end()
    await Promise.all([finished(textFile), finished(endFile)])
  }
  return count
}

const wholeNumber = (value: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

const drained = (file: ReturnType<typeof createWriteStream>): Promise<void> | undefined =>
  file.writableNeedDrain ? new Promise((resolve) => file.once('drain', () => resolve())) : undefined

const blockBytes = 64 * 1024

/** Blocks of each file held at once: two megabytes. */
const mostBlocks = 32

/** Reads any place of a file through the blocks that were read last. */
function openBlocks(path: string) {
  const file = openSync(path, 'r')
  const blocks = new Map<number, Buffer>()
  const blockOf = (index: number): Buffer => {
    const known = blocks.get(index)
    if (known) {
      // The map's order is the order of use.
      blocks.delete(index)
      blocks.set(index, known)
      return known
    }
    const block = Buffer.alloc(blockBytes)
    const read = readSync(file, block, 0, blockBytes, index * blockBytes)
    blocks.set(index, block.subarray(0, read))
    const [oldest] = blocks.keys()
    if (blocks.size > mostBlocks && oldest !== undefined) blocks.delete(oldest)
    return block.subarray(0, read)
  }
  return {
    read: (start: number, length: number): Buffer => {
      const [first, last] = [Math.floor(start / blockBytes), Math.floor((start + length - 1) / blockBytes)]
      const from = start - first * blockBytes
      if (first >= last) return blockOf(first).subarray(from, from + length)
      const pieces = Array.from({ length: last - first + 1 }, (_, index) => blockOf(first + index))
      return Buffer.concat(pieces).subarray(from, from + length)
    },
    close: () => closeSync(file),
  }
}
