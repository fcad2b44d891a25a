import type { Corrections, Reading } from '@quittance/core/imports/row-cells.ts'
import { countInstalments, type Instalments, type Read, readInvoices } from '../read-invoices.ts'
import { readTable } from '../reading/read-table.ts'
import type { Table, TableHints } from '../reading/table.ts'

/** A file that can be opened as often as needed, and how it is read. */
export interface Opened {
  readonly path: string
  readonly hints: TableHints
  readonly reading: Reading
  readonly corrections: ReadonlyMap<number, Corrections>
}

export interface Batch {
  readonly reads: readonly Read[]
  /** Rows read from the file so far, these included. */
  readonly rows: number
  readonly progress: ReturnType<Table['progress']>
}

const batchSize = 1000

/**
 * The invoices of a file, a thousand at a time; the same batches each time the same file is read the same way. Null when
 * a number comes twice and `instalments` was not given: the batches before it are to be forgotten.
 */
export async function* batchesOf(
  { path, hints, reading, corrections }: Opened,
  instalments: Instalments | undefined,
): AsyncGenerator<Batch | null> {
  const table = await readTable(path, hints)
  let reads: Read[] = []
  let rows = 0
  try {
    for await (const read of readInvoices(table.rows, { reading, corrections }, instalments)) {
      if (read.kind === 'instalments') {
        yield null
        return
      }
      reads.push(read)
      rows += read.kind === 'invoice' ? read.rows.length : 1
      if (reads.length < batchSize) continue
      yield { reads, rows, progress: table.progress() }
      reads = []
    }
    yield { reads, rows, progress: table.progress() }
  } finally {
    await table.close()
  }
}

export async function instalmentsOf({ path, hints, reading, corrections }: Opened): Promise<Instalments> {
  const table = await readTable(path, hints)
  try {
    return await countInstalments(table.rows, { reading, corrections })
  } finally {
    await table.close()
  }
}
