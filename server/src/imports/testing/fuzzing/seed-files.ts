import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readTable } from '../../reading/read-table.ts'
import { ReadingError } from '../../reading/reading-error.ts'
import type { SeedKind } from './mutate-file.ts'
import { seedKinds } from './mutate-file.ts'

export interface Seed {
  readonly name: string
  readonly kind: SeedKind
  readonly bytes: Buffer
}

/** Larger ones would be read too slowly to be read often. */
const largestSeed = 1_500_000

/** The files of a folder and of the folders in it that can be read as something to import, and all PDFs. */
export async function seedsIn(folder: string): Promise<Seed[]> {
  const seeds: Seed[] = []
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    if (!entry.isFile() || !/\.(?:txt|csv|xlsx|xml|pdf|zip)$/i.test(path)) continue
    const bytes = await readFile(path)
    const kind = bytes.length > largestSeed ? undefined : await kindOf(path)
    if (kind) seeds.push({ name: path.slice(folder.length + 1), kind, bytes })
  }
  return seeds
}

async function kindOf(path: string): Promise<SeedKind | undefined> {
  if (/\.pdf$/i.test(path)) return 'pdf'
  try {
    const { format, close } = await readTable(path)
    await close()
    if (format.kind !== 'eInvoices') return format.kind
    return seedKinds.find((kind) => path.toLowerCase().endsWith(`.${kind}`))
  } catch (error) {
    if (error instanceof ReadingError) return undefined
    throw error
  }
}
