import type { Chance } from './chance.ts'
import { mutateParts, ofArchive, partsOf } from './mutate-archive.ts'
import { type Mutation, ofText } from './mutate-bytes.ts'
import { ofPdf } from './mutate-pdf.ts'
import { ofXml } from './mutate-xml.ts'

export const seedKinds = ['fec', 'csv', 'xlsx', 'xml', 'pdf', 'zip'] as const

/** What a file is mutated as. */
export type SeedKind = (typeof seedKinds)[number]

const mutations: Readonly<Record<SeedKind, readonly [Mutation, ...Mutation[]]>> = {
  fec: ofText,
  csv: ofText,
  xlsx: ofArchive,
  xml: ofXml,
  pdf: ofPdf,
  zip: ofArchive,
}

/** A file one to five changes away from a good one; archives mostly in the files within. */
export async function mutateFile(kind: SeedKind, seed: Buffer, chance: Chance): Promise<Buffer> {
  let bytes = seed
  if ((kind === 'xlsx' || kind === 'zip') && chance.below(3) > 0) return mutateParts(await partsOf(bytes), chance)
  for (let left = chance.oneOf([1, 1, 1, 2, 2, 3, 5]); left > 0; left--)
    if (bytes.length > 0) bytes = chance.oneOf(mutations[kind])(bytes, chance)
  return bytes
}
