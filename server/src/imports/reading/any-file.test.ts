import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seededChance } from '../testing/fuzzing/chance.ts'
import { checkReading } from '../testing/fuzzing/check-reading.ts'
import { madeSeeds } from '../testing/fuzzing/made-seeds.ts'
import { mutateFile, seedKinds } from '../testing/fuzzing/mutate-file.ts'
import type { Seed } from '../testing/fuzzing/seed-files.ts'

let folder = ''
let seeds: readonly Seed[] = []
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quittance-any-file-'))
  seeds = await madeSeeds()
})
afterAll(() => rm(folder, { recursive: true }))

async function outcomeOf(bytes: Buffer): Promise<{ readonly read: string }> {
  const path = join(folder, 'mutated')
  await writeFile(path, bytes)
  return checkReading(path)
}

/** More of them, for hours and with limits of memory: `fuzz-readers.ts`. */
const runs = 60

describe('any file', () => {
  it.each(seedKinds)('of the kind %s is read as it is', async (kind) => {
    for (const { bytes } of seeds.filter((one) => one.kind === kind))
      expect(await outcomeOf(bytes)).toEqual({ inspected: 'read', read: 'read' })
  })

  it.each(seedKinds)(
    'of the kind %s is read or refused with a reason, and what is read joins',
    async (kind) => {
      await fc.assert(
        fc.asyncProperty(fc.nat(), async (number) => {
          const chance = seededChance(number)
          const seed = seeds.find((one) => one.kind === kind)
          await outcomeOf(await mutateFile(kind, seed?.bytes ?? Buffer.alloc(0), chance))
        }),
        { numRuns: runs, endOnFailure: true },
      )
    },
    60_000,
  )
})
