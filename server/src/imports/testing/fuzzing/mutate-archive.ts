import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { aZip } from '../../reading/workbook/testing/a-zip.ts'
import { unpack, zipParts } from '../../reading/workbook/zip-parts.ts'
import type { Chance } from './chance.ts'
import { type Mutation, ofBytes, spliced } from './mutate-bytes.ts'
import { ofPdf } from './mutate-pdf.ts'
import { ofTags, ofXml } from './mutate-xml.ts'

/** The files within an archive, by name. */
export async function partsOf(archive: Buffer): Promise<Record<string, Buffer>> {
  const folder = await mkdtemp(join(tmpdir(), 'quittance-parts-'))
  try {
    const path = join(folder, 'archive')
    await writeFile(path, archive)
    const parts: Record<string, Buffer> = {}
    for (const part of (await zipParts(path, archive.length)).values()) {
      const chunks: Buffer[] = []
      for await (const chunk of unpack(path, part)) chunks.push(chunk)
      parts[part.name] = Buffer.concat(chunks)
    }
    return parts
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Changes some of the files within, or what the directory says of them, and packs them again. */
export function mutateParts(parts: Readonly<Record<string, Buffer>>, chance: Chance): Buffer {
  const changed: Record<string, Buffer> = { ...parts }
  const names = Object.keys(parts)
  for (let left = chance.oneOf([1, 1, 2, 4]); left > 0; left--) {
    const name = names[chance.below(names.length)] ?? ''
    const bytes = changed[name]
    if (bytes && bytes.length > 0) changed[name] = changePart(bytes, chance)
  }
  const act = chance.below(12)
  const some = names[chance.below(names.length)] ?? ''
  if (act === 0) delete changed[some]
  if (act === 1) changed[chance.oneOf(oddNames)] = changed[some] ?? Buffer.alloc(0)
  const declared = act === 2 ? { [some]: chance.oneOf([0, 1, 4_000_000_000, 60_000_000]) } : {}
  return aZip(changed, { zip64: act === 3, declared })
}

function changePart(bytes: Buffer, chance: Chance): Buffer {
  if (bytes.subarray(0, 4).toString('latin1') === '%PDF') return chance.oneOf(ofPdf)(bytes, chance)
  return chance.oneOf(chance.below(4) === 0 ? ofXml : ofTags)(bytes, chance)
}

const oddNames: readonly [string, ...string[]] = [
  '../../etc/passwd',
  '/',
  '..',
  'a\0b.xml',
  '\ud83d.xml',
  `${'a'.repeat(60_000)}.xml`,
  '__proto__',
  'xl/worksheets/sheet1.xml',
  'C:\\x\\y.pdf',
]

/** In the directory at the end of an archive, or in the heads of its files: any of their numbers. */
const misdirect: Mutation = (bytes, chance) => {
  const heads = ['PK\x01\x02', 'PK\x03\x04', 'PK\x05\x06', 'PK\x06\x06', 'PK\x06\x07']
  const found = heads.flatMap((head) => allOf(bytes, head))
  const at = found[chance.below(found.length)]
  if (at === undefined) return bytes
  const put = chance.oneOf([
    '\xff\xff\xff\xff',
    '\0\0\0\0',
    '\xff\xff',
    '\x01\0\0\0',
    '\xff\xff\xff\x7f',
    '\x08',
    '\x63',
  ])
  return spliced(bytes, at + 4 + chance.below(50), put.length, Buffer.from(put, 'latin1'))
}

function allOf(bytes: Buffer, mark: string): number[] {
  const found: number[] = []
  const wanted = Buffer.from(mark, 'latin1')
  for (let at = bytes.indexOf(wanted); at >= 0; at = bytes.indexOf(wanted, at + 1)) found.push(at)
  return found
}

/** Of an archive as it lies there. */
export const ofArchive: readonly [Mutation, ...Mutation[]] = [...ofBytes, misdirect, misdirect, misdirect]
