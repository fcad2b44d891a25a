import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { ReadingError } from '../../imports/reading/reading-error.ts'
import { type Dry, dryRun } from '../../imports/reading/testing/dry-run.ts'
import { inspectContent } from '../inspect-content.ts'
import { type Compared, compareFile } from './compare-file.ts'
import { type ExpectedFacts, expectedOf } from './expected-file.ts'

/** One file of the set, judged; `ready` and `toFix` are what an import of it would say of its rows. */
export interface ScoredFile extends Compared {
  readonly path: string
  /** The folder it stands in: « einvoice/cii ». */
  readonly kind: string
  readonly ready: number
  readonly toFix: number
}

/** Sets of sample files keep their facts so: by path, lists of receivables apart. */
interface ExpectedSet {
  readonly files: Readonly<Record<string, ExpectedFacts>>
  readonly receivables?: Readonly<Record<string, ExpectedFacts>>
}

/** Reads every file named in the expected.json of a folder (or those wanted), and sets what is found beside what it says. */
export async function scoreFiles(
  folder: string,
  isWanted: (path: string) => boolean = () => true,
): Promise<readonly ScoredFile[]> {
  const { files, receivables = {} } = JSON.parse(await readFile(join(folder, 'expected.json'), 'utf8')) as ExpectedSet
  const all = [
    ...Object.entries(files),
    ...Object.entries(receivables).map(([name, facts]) => [`receivables/${name}`, facts] as const),
  ]
  const scored: ScoredFile[] = []
  for (const [path, facts] of all) if (isWanted(path)) scored.push(await scoreFile(folder, path, facts))
  return scored
}

async function scoreFile(folder: string, path: string, facts: ExpectedFacts): Promise<ScoredFile> {
  const expected = expectedOf(path, facts)
  const kind = dirname(path)
  // Rows ready are those of invoices: a statement has none.
  const dry = path.startsWith('bank/') ? undefined : await dryRunOf(join(folder, path))
  const found = await inspectContent(join(folder, path))
  const toFix = new Set(dry?.refusals.map(({ line }) => line)).size
  return { path, kind, ready: dry?.invoices.length ?? 0, toFix, ...compareFile(expected, found) }
}

async function dryRunOf(path: string): Promise<Dry | undefined> {
  try {
    return await dryRun(path)
  } catch (error) {
    if (error instanceof ReadingError) return undefined
    throw error
  }
}
