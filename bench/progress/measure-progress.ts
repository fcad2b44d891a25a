import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { asDate, type CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { applyFile } from '@quittance/server/imports/applying/apply-file.ts'
import { startImport } from '@quittance/server/imports/applying/start-import.ts'
import { checkFile } from '@quittance/server/imports/checking/check-file.ts'
import { importerOf } from '@quittance/server/imports/import-work.ts'
import { keepFile } from '@quittance/server/imports/upload-file.ts'
import { importWork } from '@quittance/server/main/import-work.ts'
import { fixedClock } from '@quittance/server/platform/clock.ts'
import { keepHeapSmall } from '@quittance/server/platform/keep-heap-small.ts'
import pg from 'pg'
import { foundCompany } from '../company.ts'
import { openBench } from '../database.ts'
import { type Deviation, deviationOf, type Look, watchShare } from './watch-share.ts'
import { type FileKind, fileKinds, writeFileOf } from './write-files.ts'

export interface ProgressFigures {
  readonly kind: FileKind
  readonly size: number
  readonly check: Deviation
  readonly apply: Deviation
}

interface Asked {
  readonly folder: string
  readonly kind: FileKind
  readonly size: number
  readonly seed: number
  readonly today: CalendarDate
  /** Where to write all that was seen, or ''. */
  readonly looks: string
}

/** Checks and brings in a file of that kind as a person would, and compares the bar with the processor time it took. */
export async function measureProgress({ looks, ...wishes }: Asked): Promise<ProgressFigures> {
  const { folder, kind, size, today } = wishes
  const path = await writeFileOf(wishes)
  const warmUp = await mkdtemp(join(folder, 'warm-up-'))
  const bench = await openBench(folder, `bench_progress_${kind.replace('-', '_')}_${size}`)
  const watcher = new pg.Client({ connectionString: bench.superuserUrl })
  try {
    await watcher.connect()
    const work = importWork({ database: bench.database, clock: fixedClock(`${today}T07:00:00Z`) })
    const bringIn = async (file: string) => {
      const { organization } = await foundCompany(bench, 'Atelier Vauquelin')
      const importer = await importerOf(work, { organization, person: null })
      const id = await keepFile(
        { path: file, name: basename(file), size: (await stat(file)).size },
        importer.transaction,
      )
      const checked = await watchShare(watcher, () => checkFile(work, organization, id))
      await importer.transaction((db) => startImport(db, id, { rememberMapping: false, chasedUpTo: null }))
      const applied = await watchShare(watcher, () => applyFile(work, organization, id))
      const { rows } = await watcher.query<{ state: string }>('select state from quittance.source_file where id = $1', [
        id,
      ])
      if (rows[0]?.state !== 'imported') throw new Error(`${kind} ${size}: ${JSON.stringify(rows[0])}`)
      return { checked, applied }
    }
    // A server that runs has done such work before: its first file of all takes a second longer.
    const first = await writeFileOf({ ...wishes, size: Math.min(size, kind === 'pdf' ? 50 : 10_000), folder: warmUp })
    await bringIn(first)
    // Its thread for PDFs has long been let go by then.
    if (kind === 'pdf') await pause(31_000)
    const { checked, applied } = await bringIn(path)
    if (looks !== '') await writeFile(looks, JSON.stringify({ checked: thinned(checked), applied: thinned(applied) }))
    return { kind, size, check: deviationOf(checked), apply: deviationOf(applied) }
  } finally {
    await watcher.end()
    await bench.close()
    await rm(path)
    await rm(warmUp, { recursive: true })
  }
}

/** The looks at which the bar had moved. */
const thinned = (looks: readonly Look[]): Look[] =>
  looks.filter(({ share }, index) => index === looks.length - 1 || share !== looks[index + 1]?.share)

const [, script, folder = '', kind, size, seed, today = '', looks = ''] = process.argv
if (script?.endsWith('measure-progress.ts')) {
  keepHeapSmall()
  const known = fileKinds.find((one) => one === kind)
  if (!known) throw new Error(`${kind} is none of ${fileKinds.join(', ')}`)
  const asked = { folder, kind: known, size: Number(size), seed: Number(seed), today: asDate(today), looks }
  process.stdout.write(`${JSON.stringify(await measureProgress(asked))}\n`)
}
