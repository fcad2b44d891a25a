import { describe, expect, it } from 'vitest'
import { asCurrency } from '../money/money.ts'
import type { Mapping } from './fields.ts'
import { parseRow } from './parse-row.ts'
import { notesCell } from './reader-notes.ts'
import type { Reading } from './row-cells.ts'

const mapping: Mapping = [
  'invoiceNumber',
  'customerName',
  'dueDate',
  'totalAmount',
  'readerNotes',
  'invoiceFile',
  'ledgerNature',
]
const reading: Reading = {
  headers: mapping.map(String),
  mapping,
  formats: { decimal: '.', dateOrder: 'ymd', currency: asCurrency('EUR'), typedNumbers: false, makeNumbers: false },
}
const row = (notes: string, nature = '') => ({
  line: 3,
  cells: ['F-1', 'Farine', '2026-12-31', '12.00', notes, 'F-1.pdf', nature],
})

describe('what a reader noted of a row', () => {
  it('is told with it: a warning lets it in, with its file and its nature', () => {
    const notes = notesCell([{ warn: 'numberFromLabel', field: 'invoiceNumber', value: 'F-1' }])
    expect(parseRow(row(notes, 'held'), reading)).toMatchObject({
      ok: true,
      row: { number: 'F-1', invoiceFile: 'F-1.pdf', ledger: 'held' },
      warnings: [{ code: 'numberFromLabel', value: 'F-1', line: 3 }],
    })
  })

  it('keeps the row out by a refusal, until a person has typed something in its place', () => {
    const notes = notesCell([{ refuse: 'missingAmount', field: 'totalAmount', value: '', other: '12' }])
    expect(parseRow(row(notes), reading)).toMatchObject({
      ok: false,
      refusals: [{ code: 'missingAmount', field: 'totalAmount', other: '12' }],
    })
    expect(parseRow(row(notes), reading, { totalAmount: '13.00' })).toMatchObject({
      ok: true,
      row: { total: { amount: 1300 } },
    })
  })

  it('is nothing where the cell is empty, and no nature but those known', () => {
    expect(notesCell([])).toBe('')
    const read = parseRow(row('', 'facture'), reading)
    expect(read.ok && read.row.ledger).toBe(undefined)
  })
})
