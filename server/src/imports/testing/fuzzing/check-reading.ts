import assert from 'node:assert/strict'
import { detectColumns, mappingOf } from '@quittance/core/imports/detect-columns.ts'
import { detectFormats } from '@quittance/core/imports/formats.ts'
import { openNumberRegister } from '@quittance/core/imports/number-register.ts'
import { parseRow } from '@quittance/core/imports/parse-row.ts'
import { recogniseFile } from '@quittance/core/imports/recognise-file.ts'
import type { Reading, SourceRow } from '@quittance/core/imports/row-cells.ts'
import { asCurrency } from '@quittance/core/money/money.ts'
import { inspectFile } from '../../inspecting/inspect-file.ts'
import { readTable } from '../../reading/read-table.ts'
import { ReadingError } from '../../reading/reading-error.ts'
import { mostColumns, type Table } from '../../reading/table.ts'
import { checkLedger } from './check-ledger.ts'

/** What came of reading a file: `read`, or why it was refused. */
export interface Outcome {
  readonly inspected: string
  readonly read: string
}

/**
 * Reads a file as the command line and as an import do, all of its rows. A refusal is an outcome; whatever else is thrown,
 * and a promise that is not kept, is for the caller: an assertion says which.
 */
export async function checkReading(path: string): Promise<Outcome> {
  const inspection = await inspectFile(path)
  assertStorable(inspection)
  const inspected = 'error' in inspection ? inspection.error.code : 'read'
  return { inspected, read: await outcomeOf(() => readAll(path, inspection)) }
}

async function outcomeOf(work: () => Promise<void>): Promise<string> {
  try {
    await work()
    return 'read'
  } catch (error) {
    if (!(error instanceof ReadingError)) throw error
    assertStorable(error.problem)
    return error.problem.code
  }
}

const sampleRows = 300

async function readAll(path: string, inspection: Awaited<ReturnType<typeof inspectFile>>): Promise<void> {
  const table = await readTable(path, { name: 'mutated' })
  try {
    assert(table.headers.length <= mostColumns + 5, `${table.headers.length} columns`)
    const first: SourceRow[] = []
    const rows = table.rows[Symbol.asyncIterator]()
    for (let next = await rows.next(); !next.done; next = await rows.next())
      if (first.push(next.value) >= sampleRows) break
    const owed = checkRows(table, first)
    for (const row of first) owed.add(row)
    for await (const row of { [Symbol.asyncIterator]: () => rows }) owed.add(row)
    for (const told of [table.format, table.headers, table.skipped, table.files]) assertStorable(told)
    if (table.ledger) {
      checkLedger(table.ledger.take())
      assertStorable(table.ledger.totals())
    }
    if (table.files?.length === 1 && 'facts' in inspection) checkOwed(inspection.facts, owed.sum())
  } finally {
    await table.close()
  }
}

interface Owed {
  readonly add: (row: SourceRow) => void
  /** What all rows leave to be paid, in the smallest unit; null where one of them was refused. */
  readonly sum: () => number | null
}

function checkRows(table: Table, first: readonly SourceRow[]): Owed {
  const reading = readingOf(table, first)
  const numbers = openNumberRegister(reading.headers, reading.mapping)
  const lines = new Set<number>()
  let sum: number | null = 0
  return {
    add: (row) => {
      const { line } = row
      assert(Number.isInteger(line) && line > 0 && line < 2 ** 31, `line ${line}`)
      assert(!lines.has(line), `line ${line} twice`)
      lines.add(line)
      assert(row.cells.length <= mostColumns + 10, `${row.cells.length} cells on line ${line}`)
      assertStorable(row.cells)
      const parsed = parseRow(row, reading)
      assertStorable(parsed)
      if (!parsed.ok) {
        sum = null
        return
      }
      const { total, amountDue, paid } = parsed.row
      for (const { amount } of [total, amountDue, paid])
        assert(Number.isSafeInteger(amount) && amount >= 0, `an amount of ${amount} on line ${line}`)
      assert.equal(amountDue.amount + paid.amount, total.amount, `paid and left on line ${line}`)
      assertStorable(numbers.enter(parsed.row))
      if (sum !== null) sum += amountDue.amount
    },
    sum: () => sum,
  }
}

function readingOf(table: Table, first: readonly SourceRow[]): Reading {
  if (table.known) return { headers: table.headers, ...table.known }
  const sample = first.map(({ cells }) => cells)
  const columns = detectColumns(table.headers, sample)
  recogniseFile(columns, sample)
  const mapping = mappingOf(columns)
  const typedNumbers = table.format.kind === 'xlsx'
  const formats = detectFormats(sample, { mapping, currency: asCurrency('EUR'), typedNumbers })
  return { headers: table.headers, mapping, formats }
}

/** What is owed by an electronic invoice is what it says is payable; of one paid too much, nothing. */
function checkOwed({ payable, document }: Readonly<Record<string, unknown>>, owed: number | null): void {
  if (owed === null || typeof payable !== 'string') return
  const cents = Number(payable.replace('.', ''))
  const expected = document === 'credit note' ? [Math.abs(cents)] : cents < 0 ? [0, -cents] : [cents]
  assert(expected.includes(owed), `${owed} is owed where ${payable} is payable`)
}

/** Texts as a database can hold them: no NUL, no half of a pair of UTF-16; numbers that are numbers. */
export function assertStorable(value: unknown, place = ''): void {
  if (typeof value === 'string') {
    assert(value.isWellFormed(), `half a sign in ${place}`)
    assert(!value.includes('\0'), `a NUL in ${place}`)
  } else if (typeof value === 'number') assert(Number.isFinite(value), `${value} in ${place}`)
  else if (Array.isArray(value)) for (const one of value) assertStorable(one, place)
  else if (typeof value === 'object' && value !== null)
    for (const [key, one] of Object.entries(value)) assertStorable(one, key)
  else assert(typeof value === 'boolean' || value === undefined || value === null, `a ${typeof value} in ${place}`)
}
