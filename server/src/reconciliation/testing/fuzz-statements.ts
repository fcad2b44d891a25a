import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openReader } from '../../imports/testing/fuzzing/bounded-reader.ts'
import { type Chance, seededChance } from '../../imports/testing/fuzzing/chance.ts'
import { mutateParts, ofArchive, partsOf } from '../../imports/testing/fuzzing/mutate-archive.ts'
import { type Mutation, ofText } from '../../imports/testing/fuzzing/mutate-bytes.ts'
import { ofXml } from '../../imports/testing/fuzzing/mutate-xml.ts'
import { type StatementNature, statementNature } from '../reading/statement-nature.ts'
import { anArchiveOfStatements, statementTexts } from './statement-texts.ts'

/*
 * Reads mutated bank statements until the time is over, and tells which were neither read nor refused with a reason:
 *   node server/src/reconciliation/testing/fuzz-statements.ts --minutes 10 --seed 1 --from FOLDER --keep FOLDER
 * The files that broke something are kept, one of each way to break.
 */
const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '1' },
    seed: { type: 'string', default: '1' },
    from: { type: 'string' },
    keep: { type: 'string', default: join(tmpdir(), 'quittance-fuzz-statements') },
  },
})

type Kind = StatementNature | 'list' | 'zip'

const mutations: Readonly<Record<Kind, readonly [Mutation, ...Mutation[]]>> = {
  camt: ofXml,
  cfonb120: ofText,
  mt940: ofText,
  ofx: ofXml,
  list: ofText,
  zip: ofArchive,
}

interface Seed {
  readonly kind: Kind
  readonly bytes: Buffer
}

async function allSeeds(): Promise<Seed[]> {
  const { camt, cfonb, mt940, ofx, list } = statementTexts
  const made = { camt, cfonb120: cfonb, mt940, ofx, list }
  const own = Object.entries(made).map(([kind, text]) => ({ kind: kind as Kind, bytes: Buffer.from(text) }))
  const found: Seed[] = []
  for (const entry of values.from ? await readdir(values.from, { recursive: true, withFileTypes: true }) : []) {
    if (!entry.isFile()) continue
    const bytes = await readFile(join(entry.parentPath, entry.name))
    const kind = statementNature(bytes)
    if (kind && bytes.length < 200_000) found.push({ kind, bytes })
  }
  return [...own, { kind: 'zip', bytes: anArchiveOfStatements() }, ...found]
}

async function mutated({ kind, bytes: seed }: Seed, chance: Chance): Promise<Buffer> {
  if (kind === 'zip' && chance.below(3) > 0) return mutateParts(await partsOf(seed), chance)
  let bytes = seed
  for (let left = chance.oneOf([1, 1, 1, 2, 2, 3, 5]); left > 0; left--)
    if (bytes.length > 0) bytes = chance.oneOf(mutations[kind])(bytes, chance)
  return bytes
}

/** Ways to break found, by what they have in common. */
const broken = new Map<string, number>()
const outcomes = new Map<string, number>()
const most = { cpu: 0, memory: 0 }

async function run(): Promise<void> {
  const seeds = await allSeeds()
  const kinds = Object.keys(mutations)
  const chance = seededChance(Number(values.seed))
  const folder = await mkdtemp(join(tmpdir(), 'quittance-fuzzing-'))
  const reader = openReader({ memory: 600 }, new URL('./statement-worker.ts', import.meta.url))
  await mkdir(values.keep, { recursive: true })
  const end = Date.now() + Number(values.minutes) * 60_000
  try {
    for (let turn = 0; Date.now() < end; turn++) {
      const kind = kinds[turn % kinds.length]
      const some = seeds.filter((one) => one.kind === kind)
      const seed = some[chance.below(some.length)]
      if (!seed) throw new Error(`There is no file of the kind ${kind} to begin with`)
      const bytes = await mutated(seed, chance)
      const path = join(folder, 'mutated')
      await writeFile(path, bytes)
      await note(seed.kind, bytes, await reader.read(path, 10_000))
    }
  } finally {
    await reader.end()
    await rm(folder, { recursive: true })
  }
}

type Trial = Awaited<ReturnType<ReturnType<typeof openReader>['read']>>

async function note(kind: Kind, bytes: Buffer, { answer, cpu, memory }: Trial): Promise<void> {
  const outcome = `${kind} ${'failure' in answer ? 'broken' : answer.outcome.read}`
  outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
  if (cpu > most.cpu) await writeFile(join(values.keep, 'slowest'), bytes)
  if (memory > most.memory) await writeFile(join(values.keep, 'largest'), bytes)
  most.cpu = Math.max(most.cpu, cpu)
  most.memory = Math.max(most.memory, memory)
  if (!('failure' in answer)) return
  const { name, message, stack } = answer.failure
  const place = /\/(?:reconciliation|imports|node_modules|src)\/([^\s)]+:\d+)/.exec(stack)?.[1] ?? ''
  const way = `${kind} ${name} ${message.replace(/\d+/g, '9').slice(0, 120)} ${place}`
  const times = (broken.get(way) ?? 0) + 1
  broken.set(way, times)
  if (times > 1) return
  await writeFile(join(values.keep, `${broken.size}-${kind}`), bytes)
  console.log(`BROKEN ${broken.size}-${kind}: ${way}\n  ${bytes.length} bytes, ${cpu} ms, ${memory} MB\n${stack}`)
}

await run()
for (const [outcome, count] of [...outcomes].sort()) console.log(`${outcome}: ${count}`)
console.log(`slowest ${most.cpu} ms, most memory ${most.memory} MB`)
for (const [way, times] of broken) console.log(`${times} × ${way}`)
if (broken.size > 0) process.exitCode = 1
