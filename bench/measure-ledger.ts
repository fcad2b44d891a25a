import { rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { asDate, type CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { importFile } from '@quittance/server/imports/import-file.ts'
import { readTable } from '@quittance/server/imports/reading/read-table.ts'
import { importWork } from '@quittance/server/main/import-work.ts'
import { fixedClock } from '@quittance/server/platform/clock.ts'
import { keepHeapSmall } from '@quittance/server/platform/keep-heap-small.ts'
import { foundCompany } from './company.ts'
import { copyFactsAgain } from './copy-facts.ts'
import { openBench } from './database.ts'
import { peakMemoryMb, timed } from './stopwatch.ts'
import { ledgerColumns, writeLedger } from './write-ledger.ts'

export interface LedgerFigures {
  readonly ledgerLines: number
  readonly ledgerMegabytes: number
  /** The server's own COPY of the same lines into a table of texts. */
  readonly ledgerCopyMs: number
  /** COPY of the facts the import wrote back into the product's own tables, keys, indexes and triggers included. */
  readonly ledgerFactsCopyMs: number
  readonly ledgerReadMs: number
  readonly ledgerReadPeakMb: number
  readonly ledgerImportMs: number
  readonly ledgerPeakMb: number
}

/** Writes a ledger of about that many lines, reads it, brings it in, and has PostgreSQL COPY the same lines. */
export async function measureLedger(
  folder: string,
  lines: number,
  seed: number,
  today: CalendarDate,
): Promise<LedgerFigures> {
  const file = join(folder, `fec-${lines}.txt`)
  const written = await writeLedger(file, lines, seed)
  const bench = await openBench(folder, `bench_ledger_${lines}`)
  try {
    const columns = ledgerColumns.map((column) => `${column} text`).join(', ')
    await bench.asSuperuser(`create table copied (${columns})`)
    const copied = await timed(() =>
      bench.asSuperuser(`copy copied from '${file}' with (format text, delimiter E'\\t', header true)`),
    )
    const read = await timed(() => readAll(file))
    const ledgerReadPeakMb = peakMemoryMb()
    const { organization } = await foundCompany(bench, `Ledger ${lines}`)
    const work = importWork({ database: bench.database, clock: fixedClock(`${today}T07:00:00Z`) })
    const imported = await timed(() => importFile(work, { organization, path: file, dryRun: false }))
    const wrote = imported.result.written
    if (wrote?.invoices !== written.invoices || wrote.payments !== written.payments)
      throw new Error(
        `${JSON.stringify(wrote)} of ${JSON.stringify(written)}: ${JSON.stringify(imported.result.error)}`,
      )
    const ledgerFactsCopyMs = await copyFactsAgain(bench)
    return {
      ledgerFactsCopyMs,
      ledgerLines: written.lines,
      ledgerMegabytes: Math.round((await stat(file)).size / 1e5) / 10,
      ledgerCopyMs: copied.ms,
      ledgerReadMs: read.ms,
      ledgerReadPeakMb,
      ledgerImportMs: imported.ms,
      ledgerPeakMb: peakMemoryMb(),
    }
  } finally {
    await bench.close()
    await rm(file)
  }
}

async function readAll(file: string): Promise<number> {
  const table = await readTable(file)
  let rows = 0
  for await (const _ of table.rows) {
    rows += 1
    // As an import does: what belongs to the rows is let go with them.
    if (rows % 1000 === 0) table.ledger?.take()
  }
  return rows
}

const [, script, folder = '', lines, seed, today = ''] = process.argv
if (script?.endsWith('measure-ledger.ts')) {
  keepHeapSmall()
  const figures = await measureLedger(folder, Number(lines), Number(seed), asDate(today))
  process.stdout.write(`${JSON.stringify(figures)}\n`)
}
