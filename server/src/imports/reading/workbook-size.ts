import { ReadingError } from './reading-error.ts'

/** Unpacked bytes read of one sheet at most: about 300,000 rows of ten columns, half a gigabyte if nobody takes them. */
export const largestSheet = 160_000_000

/** Unpacked bytes of the other parts together; the shared texts among them are held in memory as a tree. */
export const largestOtherParts = 96_000_000

const endRecord = 0x06054b50
const entryRecord = 0x02014b50

/**
 * Refuses a workbook that unpacks to more than can be held (a zip bomb), by the sizes its directory declares; the unpacker
 * stops at the declared sizes, so lying ones end as a damaged workbook.
 */
export function assertUnpackable(zip: Buffer): void {
  let others = 0
  for (const { name, unpacked } of entriesOf(zip)) {
    if (/^xl\/worksheets\//i.test(name)) {
      if (unpacked > largestSheet) throw new ReadingError({ code: 'workbookTooLarge' })
    } else if (/\.(xml|rels)$/i.test(name)) others += unpacked
  }
  if (others > largestOtherParts) throw new ReadingError({ code: 'workbookTooLarge' })
}

/** Walks the central directory (APPNOTE.TXT 4.3.12); sizes of 0xFFFFFFFF mean more than 4 GB and are refused by being large. */
function* entriesOf(zip: Buffer): Generator<{ name: string; unpacked: number }> {
  const end = endOf(zip)
  let at = zip.readUInt32LE(end + 16)
  const count = zip.readUInt16LE(end + 10)
  for (let i = 0; i < count; i++) {
    if (at + 46 > zip.length || zip.readUInt32LE(at) !== entryRecord) throw damaged()
    const nameLength = zip.readUInt16LE(at + 28)
    yield { name: zip.toString('utf8', at + 46, at + 46 + nameLength), unpacked: zip.readUInt32LE(at + 24) }
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
}

function endOf(zip: Buffer): number {
  for (let at = zip.length - 22; at >= Math.max(0, zip.length - 65_557); at--) {
    if (zip.readUInt32LE(at) === endRecord) return at
  }
  throw damaged()
}

const damaged = (): ReadingError => new ReadingError({ code: 'damagedWorkbook' })
