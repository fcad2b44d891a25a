import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import { addDays, asDate, type CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { importFile } from '@quittance/server/imports/import-file.ts'
import { importWork } from '@quittance/server/main/import-work.ts'
import { fixedClock } from '@quittance/server/platform/clock.ts'
import { keepHeapSmall } from '@quittance/server/platform/keep-heap-small.ts'
import { foundCompany, sizeOf } from './company.ts'
import { copyFactsAgain } from './copy-facts.ts'
import { openBench } from './database.ts'
import { seededNumbers } from './seeded-numbers.ts'
import { peakMemoryMb, timed } from './stopwatch.ts'

export interface ImportFigures {
  readonly importRows: number
  readonly importMegabytes: number
  readonly importMs: number
  readonly importRowsPerSecond: number
  readonly importPeakMb: number
  /** The facts it wrote, by COPY into the same tables. */
  readonly importFactsCopyMs: number
}

/** Writes a file of that many invoices, brings it in as a person would, and measures from the file to the last row. */
export async function measureImport(
  folder: string,
  rows: number,
  seed: number,
  today: CalendarDate,
): Promise<ImportFigures> {
  const file = join(folder, `factures-${rows}.csv`)
  await writeFile(file, rows, seed, today)
  const bench = await openBench(folder, `bench_import_${rows}`)
  try {
    const { organization } = await foundCompany(bench, `Import ${rows}`)
    const work = importWork({ database: bench.database, clock: fixedClock(`${today}T07:00:00Z`) })
    const { ms, result } = await timed(() => importFile(work, { organization, path: file, dryRun: false }))
    const written = result.written?.invoices ?? 0
    if (written !== rows)
      throw new Error(`${written} of ${rows} rows went in: ${JSON.stringify(result.error ?? result.refusals[0])}`)
    return {
      importRows: rows,
      importMegabytes: Math.round((await stat(file)).size / 1e5) / 10,
      importMs: ms,
      importRowsPerSecond: Math.round((rows / ms) * 1000),
      importPeakMb: peakMemoryMb(),
      importFactsCopyMs: await copyFactsAgain(bench),
    }
  } finally {
    await bench.close()
    await rm(file)
  }
}

const header = 'Numéro facture;Code client;Client;Date facture;Échéance;Montant TTC;Reste à payer;E-mail'

async function writeFile(file: string, rows: number, seed: number, today: CalendarDate): Promise<void> {
  const { customers } = sizeOf(rows, seed)
  const next = seededNumbers(seed)
  const out = createWriteStream(file)
  out.write(`${header}\n`)
  for (let row = 1; row <= rows; row += 1) {
    const customer = 1 + (next() % customers)
    const due = addDays(today, -1 - (next() % 200))
    const cents = 2000 + (next() % 1_000_000)
    const left = next() % 10 < 3 ? cents - Math.floor(cents / 3) : cents
    const line = [
      `F-${String(row).padStart(7, '0')}`,
      `C${String(customer).padStart(5, '0')}`,
      `Client ${customer}`,
      french(addDays(due, -30)),
      french(due),
      euros(cents),
      euros(left),
      `compta@client-${customer}.example`,
    ].join(';')
    if (!out.write(`${line}\n`)) await once(out, 'drain')
  }
  out.end()
  await finished(out)
}

const french = (day: CalendarDate): string => `${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)}`
const euros = (cents: number): string => `${Math.floor(cents / 100)},${String(cents % 100).padStart(2, '0')}`

const [, script, folder = '', rows, seed, today = ''] = process.argv
if (script?.endsWith('measure-import.ts')) {
  keepHeapSmall()
  const figures = await measureImport(folder, Number(rows), Number(seed), asDate(today))
  process.stdout.write(`${JSON.stringify(figures)}\n`)
}
