import { mkdir, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { asDate, type CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { importFile } from '@quittance/server/imports/import-file.ts'
import { packFiles } from '@quittance/server/imports/pack-files.ts'
import { readTable } from '@quittance/server/imports/reading/read-table.ts'
import { aFacturX } from '@quittance/server/imports/testing/invoice-files.ts'
import { importWork } from '@quittance/server/main/import-work.ts'
import { fixedClock } from '@quittance/server/platform/clock.ts'
import { keepHeapSmall } from '@quittance/server/platform/keep-heap-small.ts'
import { foundCompany } from './company.ts'
import { openBench } from './database.ts'
import { seededNumbers } from './seeded-numbers.ts'
import { peakMemoryMb, timed } from './stopwatch.ts'

export interface EInvoiceFigures {
  readonly facturXFiles: number
  readonly facturXMegabytes: number
  readonly facturXReadMs: number
  readonly facturXCheckMs: number
  readonly facturXImportMs: number
  readonly facturXCheckedPerSecond: number
  readonly facturXImportedPerSecond: number
  readonly facturXPeakMb: number
}

/** What the drawings of an invoice weigh: those of the field are 40 to 150 KB. */
const pictureBytes = 40_000

/** Makes that many Factur-X PDFs, drops them as one, checks them, then brings them in with their PDFs. */
export async function measureEInvoices(
  folder: string,
  files: number,
  seed: number,
  today: CalendarDate,
): Promise<EInvoiceFigures> {
  const drop = await makeDrop(folder, files, seed)
  const bench = await openBench(folder, `bench_e_invoices_${files}`)
  try {
    const { organization } = await foundCompany(bench, 'Atelier Vauquelin')
    const work = importWork({ database: bench.database, clock: fixedClock(`${today}T07:00:00Z`) })
    const read = await timed(() => readAll(drop.path))
    const checked = await timed(() => importFile(work, { organization, path: drop.path, dryRun: true }))
    const imported = await timed(() => importFile(work, { organization, path: drop.path, dryRun: false }))
    const wrote = imported.result.written
    if (wrote?.invoices !== files || wrote.files !== files)
      throw new Error(
        `${JSON.stringify(wrote)} of ${files}: ${JSON.stringify(imported.result.error ?? imported.result.refusals[0])}`,
      )
    return {
      facturXFiles: files,
      facturXMegabytes: Math.round((await stat(drop.path)).size / 1e5) / 10,
      facturXReadMs: read.ms,
      facturXCheckMs: checked.ms,
      facturXImportMs: imported.ms,
      facturXCheckedPerSecond: Math.round((files / checked.ms) * 1000),
      facturXImportedPerSecond: Math.round((files / imported.ms) * 1000),
      facturXPeakMb: peakMemoryMb(),
    }
  } finally {
    await bench.close()
    await drop.release()
  }
}

async function makeDrop(folder: string, files: number, seed: number) {
  const next = seededNumbers(seed)
  const place = join(folder, `factur-x-${files}`)
  await mkdir(place, { recursive: true })
  const named: { path: string; name: string }[] = []
  for (let index = 1; index <= files; index += 1) {
    const number = `FA-2026-${String(index).padStart(5, '0')}`
    const name = `${number}.pdf`
    const said = {
      number,
      seller: { name: 'Atelier Vauquelin' },
      buyer: { name: `Client ${1 + (next() % Math.ceil(files / 5))}` },
      total: `${100 + (next() % 9000)}.${String(next() % 100).padStart(2, '0')}`,
    }
    await writeFile(join(place, name), await aFacturX(said, pictureBytes))
    named.push({ path: join(place, name), name })
  }
  const packed = await packFiles(named)
  await rm(place, { recursive: true })
  return packed
}

async function readAll(path: string): Promise<number> {
  const table = await readTable(path)
  let rows = 0
  for await (const _ of table.rows) rows += 1
  return rows
}

const [, script, folder = '', files, seed, today = ''] = process.argv
if (script?.endsWith('measure-e-invoices.ts')) {
  keepHeapSmall()
  const figures = await measureEInvoices(folder, Number(files), Number(seed), asDate(today))
  process.stdout.write(`${JSON.stringify(figures)}\n`)
}
