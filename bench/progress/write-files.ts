import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import { addDays, type CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { packFiles } from '@quittance/server/imports/pack-files.ts'
import { aWorkbook, rowsOf } from '@quittance/server/imports/reading/workbook/testing/a-workbook.ts'
import { aFacturX } from '@quittance/server/imports/testing/invoice-files.ts'
import { diceOf } from '../bank-days/dice.ts'
import { asInBooks, firmCalled } from '../bank-days/firm-names.ts'
import { seededNumbers } from '../seeded-numbers.ts'
import { writeLedger } from '../write-ledger.ts'

export const fileKinds = ['fec', 'csv-few', 'csv-some', 'csv-many', 'xlsx', 'pdf'] as const
export type FileKind = (typeof fileKinds)[number]

interface Wishes {
  readonly folder: string
  readonly kind: FileKind
  /** Lines of a ledger, rows of a list, PDFs of a drop. */
  readonly size: number
  readonly seed: number
  readonly today: CalendarDate
}

/** A file of that kind and size; where it lies. */
export async function writeFileOf({ folder, kind, size, seed, today }: Wishes): Promise<string> {
  if (kind === 'pdf') return drop(folder, size, seed)
  const path = join(folder, `${kind}-${size}.${{ fec: 'txt', xlsx: 'xlsx' }[kind as string] ?? 'csv'}`)
  if (kind === 'fec') await writeLedger(path, size, seed)
  else if (kind === 'xlsx') await writeWorkbook(path, rowsFor(size, customersOf[kind](size), { seed, today }))
  else await writeList(path, rowsFor(size, customersOf[kind](size), { seed, today }))
  return path
}

const customersOf = {
  'csv-few': () => 200,
  'csv-some': (rows: number) => rows / 10,
  'csv-many': (rows: number) => rows / 2,
  xlsx: (rows: number) => rows / 10,
} as const satisfies Partial<Record<FileKind, (rows: number) => number>>

const header = 'Numéro facture;Code client;Client;Date facture;Échéance;Montant TTC;Reste à payer;E-mail'.split(';')

/** Every invoice late, a third of them partly paid, customers in no order. */
function* rowsFor(
  rows: number,
  customers: number,
  { seed, today }: Pick<Wishes, 'seed' | 'today'>,
): Generator<readonly (number | string)[]> {
  const next = seededNumbers(seed)
  const dice = diceOf(seed, 'firms')
  const firms = Array.from({ length: customers }, () => asInBooks(dice, firmCalled(dice, 'Dijon')))
  yield header
  for (let row = 1; row <= rows; row += 1) {
    const customer = next() % customers
    const due = addDays(today, -1 - (next() % 200))
    const cents = 2000 + (next() % 1_000_000)
    const left = next() % 10 < 3 ? cents - Math.floor(cents / 3) : cents
    yield [
      `F-${String(row).padStart(7, '0')}`,
      `C${String(customer + 1).padStart(6, '0')}`,
      firms[customer] ?? '',
      french(addDays(due, -30)),
      french(due),
      cents / 100,
      left / 100,
      `compta@client-${customer + 1}.example`,
    ]
  }
}

const french = (day: CalendarDate): string => `${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)}`

async function writeList(path: string, rows: Iterable<readonly (number | string)[]>): Promise<void> {
  const out = createWriteStream(path)
  for (const cells of rows) {
    const written = cells.map((cell) => (typeof cell === 'number' ? cell.toFixed(2).replace('.', ',') : cell))
    if (!out.write(`${written.join(';')}\n`)) await once(out, 'drain')
  }
  out.end()
  await finished(out)
}

const writeWorkbook = (path: string, rows: Iterable<readonly (number | string)[]>): Promise<void> =>
  writeFile(path, aWorkbook({ rows: rowsOf([...rows]) }))

/** What the drawings of an invoice weigh: those of the field are 40 to 150 KB. */
const pictureBytes = 40_000

/** Factur-X PDFs dropped at once. */
async function drop(folder: string, files: number, seed: number): Promise<string> {
  const next = seededNumbers(seed)
  const place = join(folder, `pdf-${files}`)
  await mkdir(place, { recursive: true })
  const named: { path: string; name: string }[] = []
  for (let index = 1; index <= files; index += 1) {
    const number = `FA-2026-${String(index).padStart(5, '0')}`
    const path = join(place, `${number}.pdf`)
    const said = {
      number,
      seller: { name: 'Atelier Vauquelin' },
      buyer: { name: `Client ${1 + (next() % Math.ceil(files / 5))}` },
      total: `${100 + (next() % 9000)}.${String(next() % 100).padStart(2, '0')}`,
    }
    await writeFile(path, await aFacturX(said, pictureBytes))
    named.push({ path, name: `${number}.pdf` })
  }
  const packed = await packFiles(named)
  await rm(place, { recursive: true })
  return packed.path
}
