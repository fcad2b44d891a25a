import { Readable } from 'node:stream'
import { decimalText } from '@quittance/core/money/format-money.ts'
import { describe, expect, it } from 'vitest'
import { dryRun } from '../testing/dry-run.ts'
import { fillMerged, mergedBelow } from './merged-cells.ts'
import { aWorkbook, rowsOf, type WorkbookWishes } from './testing/a-workbook.ts'

async function told(wishes: WorkbookWishes) {
  const { table, invoices, refusals } = await dryRun(Readable.from([aWorkbook(wishes)]))
  return {
    forms: table.format.forms,
    headers: table.headers,
    invoices: invoices.map(({ number, customer, dueDate, total }) =>
      [number, customer.name, dueDate, decimalText(total)].join(' | '),
    ),
    refused: refusals.map(({ line, code }) => `${line} ${code}`),
  }
}

describe('cells merged over rows', () => {
  it('give their customer to each row, an amount to none but the first', async () => {
    expect(
      await told({
        rows: rowsOf([
          ['Client', 'Facture', 'Échéance', 'Montant TTC'],
          ['Brun', 'F-1', 46387, 10],
          ['', 'F-2', 46387, 20],
          ['', 'F-3', 46387, ''],
          ['Castel', 'F-4', 46387, 40],
          ['', 'F-5', 46387, 50],
        ]),
        merges: ['A2:A4', 'D3:D4', 'A5:A5', 'B2:C2'],
      }),
    ).toMatchObject({
      forms: ['mergedCells'],
      invoices: [
        'F-1 | Brun | 2026-12-31 | 10.00',
        'F-2 | Brun | 2026-12-31 | 20.00',
        'F-4 | Castel | 2026-12-31 | 40.00',
      ],
      refused: ['4 missingAmount', '6 missingCustomer'],
    })
  })

  it('of the headers make them two lines, and of a title none', async () => {
    expect(
      await told({
        rows: rowsOf([
          ['Factures en attente au 22/11/2026'],
          ['Client', 'Facture', '', 'Montant', ''],
          ['', 'N°', 'Échéance', 'HT', 'TTC'],
          ['Brun', 'F-1', 46387, 10, 12],
          ['', 'F-2', 46387, 20, 24],
          ['Total', '', '', 30, 36],
        ]),
        merges: ['A1:E1', 'A2:A3', 'B2:C2', 'D2:E2', 'A4:A5'],
      }),
    ).toEqual({
      forms: ['twoLineHeader', 'mergedCells'],
      headers: ['Client', 'Facture N°', 'Échéance', 'Montant HT', 'TTC'],
      invoices: ['F-1 | Brun | 2026-12-31 | 12.00', 'F-2 | Brun | 2026-12-31 | 24.00'],
      refused: [],
    })
  })

  it('are found behind rows that come in pieces, whatever the prefix of their tags', async () => {
    const sheet = `<x:sheetData>${'<x:row/>'.repeat(500)}</x:sheetData><x:mergeCells><x:mergeCell ref="B2:C9"/><x:mergeCell ref="AA3:AA4" /></x:mergeCells>`
    async function* pieces(size: number) {
      for (let at = 0; at < sheet.length; at += size) yield Buffer.from(sheet.slice(at, at + size))
    }
    for (const size of [7, 40, 1000, 100_000])
      expect(await mergedBelow(pieces(size))).toEqual([
        { column: 1, from: 2, to: 9 },
        { column: 26, from: 3, to: 4 },
      ])
  })

  it('do not reach beyond their last row, nor over what a row says itself', () => {
    const fill = fillMerged([{ column: 0, from: 2, to: 3 }], ['Client'], 1)?.()
    const rows = [['Brun'], ['', 'F-2'], ['', 'F-3']].map((cells, index) => ({ line: index + 2, cells }))
    expect(rows.map((row) => fill?.(row).cells)).toEqual([['Brun'], ['Brun', 'F-2'], ['', 'F-3']])
    const again = fillMerged([{ column: 0, from: 2, to: 9 }], ['Client'], 1)?.()
    expect(
      [
        { line: 2, cells: ['Brun'] },
        { line: 5, cells: ['Castel'] },
      ].map((row) => again?.(row).cells),
    ).toEqual([['Brun'], ['Castel']])
  })
})

describe('amounts typed as text in a workbook', () => {
  const headers = ['Client', 'Facture', 'Échéance', 'Montant TTC']
  const row = (amount: number | string, index: number) => ['Brun', `F-${index + 1}`, 46387, amount]

  it('are read as they are written, beside numbers', async () => {
    const amounts = ['1 234,56 €', 12.5, '1.234,00', 1.234, '-80,00', '1’250,00']
    expect((await told({ rows: rowsOf([headers, ...amounts.map(row)]) })).invoices).toEqual([
      'F-1 | Brun | 2026-12-31 | 1234.56',
      'F-2 | Brun | 2026-12-31 | 12.50',
      'F-3 | Brun | 2026-12-31 | 1234.00',
      'F-4 | Brun | 2026-12-31 | 1.23',
      'F-6 | Brun | 2026-12-31 | 1250.00',
    ])
  })

  it('that read two ways are for a person to decide', async () => {
    expect(await told({ rows: rowsOf([headers, ...['1.234', 10, 20.5].map(row)]) })).toMatchObject({
      invoices: { length: 2 },
      refused: ['2 ambiguousAmount'],
    })
  })
})
