import { execFile, spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { parseArgs, promisify } from 'node:util'
import { dayInZone } from '@quittance/core/calendar/zone-day.ts'
import { demoDay } from '@quittance/core/testing/demo-company/demo-day.ts'
import type { Figures } from './measure.ts'
import type { EInvoiceFigures } from './measure-e-invoices.ts'
import type { ImportFigures } from './measure-import.ts'
import type { LedgerFigures } from './measure-ledger.ts'
import type { MatchingFigures } from './measure-matching.ts'
import { tableOf } from './table.ts'

export interface Row extends EInvoiceFigures, Figures, ImportFigures, LedgerFigures, MatchingFigures {
  /** Times COPY of the same facts into the same tables, in the same run. */
  readonly importRatio: number
  readonly ledgerRatio: number
  /** Times the statement by hand, in the same run. */
  readonly dailyRunRatio: number
  /** Times the plain sum over the amount kept. */
  readonly agedBalanceRatio: number
}

const { values } = parseArgs({
  options: {
    size: { type: 'string', default: '10000,100000,1000000' },
    seed: { type: 'string', default: '20261123' },
    /** A folder where one company is filled once and stays: only its lists are measured. */
    keep: { type: 'string' },
    /** With --keep: lists whose name has this text. */
    only: { type: 'string', default: '' },
  },
})
const sizes = values.size.split(',').map(Number)
if (sizes.some((size) => !Number.isSafeInteger(size) || size < 100)) {
  console.error('--size: say how many open items, for instance --size 10000,100000 (100 at least).')
  process.exit(2)
}

// A working day: on others nothing leaves and there is nothing to measure.
const today = demoDay(dayInZone(Date.now(), 'Europe/Paris'))
if (values.keep !== undefined) {
  mkdirSync(values.keep, { recursive: true, mode: 0o755 })
  const [size = 0] = sizes
  const kept = [join(import.meta.dirname, 'kept-lists.ts'), values.keep, String(size), values.seed, today, values.only]
  process.exit(spawnSync(process.execPath, kept, { stdio: 'inherit' }).status ?? 1)
}
const folder = mkdtempSync(join(tmpdir(), 'quittance-bench-'))
// Open to the user as whom root starts PostgreSQL: else its files would lie elsewhere and stay behind.
chmodSync(folder, 0o755)
try {
  const rows: Row[] = []
  for (const size of sizes) rows.push(await rowOf(size))
  report(rows)
} finally {
  rmSync(folder, { recursive: true, force: true })
}

/** Each size in a process of its own, so that its memory is its own. */
async function rowOf(size: number): Promise<Row> {
  say(`${size.toLocaleString('en')} open items: filling, deciding, reading…`)
  const figures = await child<Figures>('measure.ts', size)
  say(`${size.toLocaleString('en')} open items: bringing in a list of as many rows…`)
  const imported = await child<ImportFigures>('measure-import.ts', size)
  say(`${size.toLocaleString('en')} open items: bringing in a ledger of as many lines…`)
  const ledger = await child<LedgerFigures>('measure-ledger.ts', size)
  const drop = Math.min(size / 50, 2000)
  say(`${size.toLocaleString('en')} open items: bringing in ${drop.toLocaleString('en')} electronic invoices…`)
  const eInvoices = await child<EInvoiceFigures>('measure-e-invoices.ts', drop)
  const open = Math.min(size, 100_000)
  say(`${size.toLocaleString('en')} open items: matching bank lines against ${open.toLocaleString('en')} of them…`)
  const matching = await child<MatchingFigures>('measure-matching.ts', open)
  return {
    ...figures,
    ...imported,
    ...ledger,
    ...eInvoices,
    ...matching,
    importRatio: imported.importMs / imported.importFactsCopyMs,
    ledgerRatio: ledger.ledgerImportMs / ledger.ledgerFactsCopyMs,
    dailyRunRatio: figures.dailyRunMs / figures.dailyRunSqlMs,
    agedBalanceRatio: figures.agedBalanceMs / figures.agedBalanceSqlMs,
  }
}

async function child<T>(script: string, size: number): Promise<T> {
  const args = [...process.execArgv, join(import.meta.dirname, script), folder, String(size), values.seed, today]
  const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 1e8 })
  return JSON.parse(stdout) as T
}

function report(rows: readonly Row[]): void {
  const out = join(import.meta.dirname, 'out')
  mkdirSync(out, { recursive: true })
  const at = new Date().toISOString()
  const machine = { cpus: cpus().length, model: cpus()[0]?.model ?? '', memoryGb: Math.round(totalmem() / 2 ** 30) }
  const file = join(out, `${at.slice(0, 19).replaceAll(':', '-')}.json`)
  writeFileSync(
    file,
    `${JSON.stringify({ at, seed: Number(values.seed), today, machine, node: process.version, rows }, null, 2)}\n`,
  )
  process.stdout.write(
    `\n${tableOf(rows)}\n\nPostgreSQL ${rows[0]?.postgres}, Node ${process.version}, ${machine.cpus} × ${machine.model}\n${file}\n`,
  )
}

function say(text: string): void {
  process.stderr.write(`${text}\n`)
}
