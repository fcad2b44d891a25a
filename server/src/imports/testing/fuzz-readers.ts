import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { aZip } from '../reading/workbook/testing/a-zip.ts'
import { openReader, type Trial } from './fuzzing/bounded-reader.ts'
import { type Chance, seededChance } from './fuzzing/chance.ts'
import { madeSeeds } from './fuzzing/made-seeds.ts'
import { mutateFile, type SeedKind, seedKinds } from './fuzzing/mutate-file.ts'
import { type Seed, seedsIn } from './fuzzing/seed-files.ts'

/*
 * Reads mutated files until the time is over, and tells which of them were neither read nor refused with a reason:
 *   node server/src/imports/testing/fuzz-readers.ts --minutes 10 --seed 1 --kind all --from FOLDER --keep FOLDER
 * The files that broke something are kept, one of each way to break.
 */
const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '1' },
    seed: { type: 'string', default: '1' },
    kind: { type: 'string', default: 'all' },
    from: { type: 'string' },
    keep: { type: 'string', default: join(tmpdir(), 'quittance-fuzz') },
  },
})

/** Of what was tried of one kind. */
interface Score {
  files: number
  readonly outcomes: Map<string, number>
  slowest: number
  largest: number
}

/** Ways to break found, by what they have in common. */
const broken = new Map<string, number>()

async function run(): Promise<void> {
  const seeds = await allSeeds(values.from)
  const kinds = seedKinds.filter((kind) => values.kind === 'all' || values.kind === kind)
  const scores = new Map(kinds.map((kind) => [kind, newScore()]))
  const chance = seededChance(Number(values.seed))
  const folder = await mkdtemp(join(tmpdir(), 'quittance-fuzzing-'))
  const reader = openReader({ memory: 600 })
  await mkdir(values.keep, { recursive: true })
  const end = Date.now() + Number(values.minutes) * 60_000
  try {
    for (let turn = 0; Date.now() < end; turn++) {
      const kind = kinds[turn % kinds.length] ?? 'csv'
      const seed = seedOf(seeds, kind, chance)
      const bytes = await mutateFile(kind, seed.bytes, chance)
      const path = join(folder, `mutated.${kind}`)
      await writeFile(path, bytes)
      await note(kind, {
        seed,
        bytes,
        trial: await reader.read(path, kind === 'pdf' || kind === 'zip' ? 30_000 : 10_000),
        score: scores.get(kind) ?? newScore(),
      })
    }
  } finally {
    await reader.end()
    await rm(folder, { recursive: true })
  }
  for (const [kind, score] of scores) tell(kind, score)
}

const newScore = (): Score => ({ files: 0, outcomes: new Map(), slowest: 0, largest: 0 })

async function allSeeds(folder: string | undefined): Promise<Seed[]> {
  const seeds = [...(await madeSeeds()), ...(folder === undefined ? [] : await seedsIn(folder))]
  const within = seeds.filter(({ kind, bytes }) => (kind === 'xml' || kind === 'pdf') && bytes.length < 100_000)
  // Archives of what lies in the folder: three files each.
  const zips = within.slice(0, 20).map((seed, index): Seed => {
    const three = [seed, ...within.slice(index * 2, index * 2 + 2)]
    const parts = Object.fromEntries(three.map(({ kind, bytes }, place) => [`${place}.${kind}`, bytes]))
    return { name: `archive of ${seed.name}`, kind: 'zip', bytes: aZip(parts) }
  })
  return [...seeds, ...zips]
}

function seedOf(seeds: readonly Seed[], kind: SeedKind, chance: Chance): Seed {
  const some = seeds.filter((seed) => seed.kind === kind)
  const found = some[chance.below(some.length)]
  if (!found) throw new Error(`There is no file of the kind ${kind} to begin with`)
  return found
}

interface Tried {
  readonly seed: Seed
  readonly bytes: Buffer
  readonly trial: Trial
  readonly score: Score
}

async function note(kind: SeedKind, { seed, bytes, trial, score }: Tried): Promise<void> {
  const { answer, cpu, memory } = trial
  const outcome = 'failure' in answer ? 'broken' : answer.outcome.read
  score.files++
  score.outcomes.set(outcome, (score.outcomes.get(outcome) ?? 0) + 1)
  if (cpu > score.slowest) await keep(`slowest.${kind}`, bytes)
  if (memory > score.largest) await keep(`largest.${kind}`, bytes)
  score.slowest = Math.max(score.slowest, cpu)
  score.largest = Math.max(score.largest, memory)
  if (!('failure' in answer)) return
  const { name, message, stack } = answer.failure
  const place = /\/(?:imports|node_modules|src)\/([^\s)]+:\d+)/.exec(stack)?.[1] ?? ''
  const way = `${kind} ${name} ${message.replace(/\d+/g, '9').slice(0, 120)} ${place}`
  const times = (broken.get(way) ?? 0) + 1
  broken.set(way, times)
  if (times > 1) return
  const kept = `${broken.size}-${kind}`
  await keep(kept, bytes)
  console.log(`BROKEN ${kept}: ${way}\n  from ${seed.name}, ${bytes.length} bytes, ${cpu} ms, ${memory} MB\n${stack}`)
}

const keep = (name: string, bytes: Buffer): Promise<void> => writeFile(join(values.keep, name), bytes)

function tell(kind: SeedKind, { files, outcomes, slowest, largest }: Score): void {
  const told = [...outcomes].sort((a, b) => b[1] - a[1]).map(([outcome, count]) => `${outcome} ${count}`)
  console.log(`${kind}: ${files} files, slowest ${slowest} ms, most memory ${largest} MB: ${told.join(', ')}`)
}

await run()
for (const [way, times] of broken) console.log(`${times} × ${way}`)
if (broken.size > 0) process.exitCode = 1
