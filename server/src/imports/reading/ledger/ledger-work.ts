import type { SourceRow } from '@quittance/core/imports/row-cells.ts'
import type { Progress } from '../table.ts'

/** How far the work on a ledger is: its bytes are read first, then its customers' lines looked at twice. */
export interface LedgerWork {
  readBytes(count: number): void
  /** So many lines of customers were looked at for the numbers they bear. */
  seeLines(count: number): void
  /** The rows, so many, that so many lines of one customer make. */
  giveRows(lines: number, rows: Iterable<SourceRow>, count: number): Generator<SourceRow>
  progress(): Progress
  /** True once for each hundredth of the work. */
  isWorthSaying(): boolean
}

/** Bytes that are read in the time a customer's line is looked at, and kept: measured on ledgers of a million lines. */
const bytesALine = { seen: 99, kept: 1341 }

const steps = 100

/** Ledgers smaller than this are read before anybody looks. */
const leastStep = 64 * 1024

export function ledgerWork(size: number, customerLines: () => number): LedgerWork {
  const done = { bytes: 0, seen: 0, kept: 0, rows: 0 }
  let said = 0
  const read = (): number => done.bytes + done.seen * bytesALine.seen + done.kept * bytesALine.kept
  const progress = (): Progress => {
    // While bytes are read the rest is taken to be like them.
    const isWhole = done.seen > 0 || done.kept > 0 || done.bytes >= size
    const lines = isWhole ? customerLines() : (customerLines() * size) / Math.max(1, done.bytes)
    return {
      read: read(),
      size: (isWhole ? done.bytes : size) + lines * (bytesALine.seen + bytesALine.kept),
      ...(done.kept > 0 && { rows: (done.rows * lines) / done.kept }),
    }
  }
  return {
    readBytes: (count) => {
      done.bytes += count
    },
    seeLines: (count) => {
      done.seen = count
    },
    *giveRows(lines, rows, count) {
      const before = done.kept
      for (const row of rows) {
        done.rows++
        done.kept += lines / count
        yield row
      }
      done.kept = before + lines
    },
    progress,
    isWorthSaying() {
      if (read() - said < Math.max(leastStep, progress().size / steps)) return false
      said = read()
      return true
    },
  }
}
