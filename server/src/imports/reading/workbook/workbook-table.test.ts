import { Readable } from 'node:stream'
import type { SourceRow } from '@quittance/core/imports/row-cells.ts'
import { type CellValue, type WriteSheet, writeXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { readTable } from '../read-table.ts'
import { ReadingError } from '../reading-error.ts'
import type { Table, TableHints } from '../table.ts'
import { numberText } from './cell-text.ts'
import { aWorkbook, rowsOf, workbookParts } from './testing/a-workbook.ts'
import { aZip } from './testing/a-zip.ts'

const headers = ['N° pièce', 'Client', 'Échéance', 'Montant TTC']
const day = (text: string): Date => new Date(`${text}T00:00:00Z`)

const workbook = async (...sheets: readonly WriteSheet[]): Promise<Buffer> =>
  Buffer.from(await writeXlsx({ sheets: [...sheets] }))

const invoices = (name: string, rows: CellValue[][]): WriteSheet => ({ name, rows: [headers, ...rows] })

async function allOf(bytes: Buffer, hints?: TableHints): Promise<{ table: Table; rows: SourceRow[] }> {
  const table = await readTable(Readable.from([bytes]), hints)
  const rows: SourceRow[] = []
  for await (const row of table.rows) rows.push(row)
  return { table, rows }
}

async function problemOf(bytes: Buffer, hints?: TableHints) {
  try {
    await allOf(bytes, hints)
  } catch (error) {
    if (error instanceof ReadingError) return error.problem
    throw error
  }
  return undefined
}

describe('a workbook', () => {
  it('gives days as ISO text and numbers as exact decimals', async () => {
    const bytes = await workbook(
      invoices('Factures', [
        ['F-1', 'Café & Cie', day('2026-12-31'), 0.1 + 0.2],
        ['F-2', 'Brun', day('2027-01-15'), 1234.1],
        [20260003, 'Castel', new Date('2027-01-15T13:45:00Z'), -12],
      ]),
    )
    const { table, rows } = await allOf(bytes)
    expect(table.format).toEqual({
      kind: 'xlsx',
      encoding: null,
      separator: null,
      quote: null,
      headerLine: 1,
      sheet: 'Factures',
      sheets: ['Factures'],
    })
    expect(table.headers).toEqual(headers)
    expect(rows).toEqual([
      { line: 2, cells: ['F-1', 'Café & Cie', '2026-12-31', '0.3'] },
      { line: 3, cells: ['F-2', 'Brun', '2027-01-15', '1234.1'] },
      { line: 4, cells: ['20260003', 'Castel', '2027-01-15 13:45:00', '-12'] },
    ])
  })

  it('is read at the visible sheet whose headers are known, below its titles, without its totals', async () => {
    const bytes = await workbook(
      { name: 'Lisez-moi', rows: [['Export du 22/11/2026'], ['Nom', 'Valeur'], ['Version', 'x']] },
      { ...invoices('Archives', [['F-0', 'Ancien', day('2020-01-01'), 1]]), hidden: true },
      {
        name: 'Encours',
        rows: [
          ['Atelier Vauquelin'],
          [],
          headers,
          ['F-1', 'Brun', day('2026-12-31'), 10],
          [],
          ['Total', null, null, 10],
        ],
      },
    )
    const { table, rows } = await allOf(bytes)
    expect(table.format).toMatchObject({ sheet: 'Encours', sheets: ['Lisez-moi', 'Encours'], headerLine: 3 })
    expect(rows).toEqual([{ line: 4, cells: ['F-1', 'Brun', '2026-12-31', '10'] }])
    expect(table.skipped.map(({ reason }) => reason)).toEqual(['aboveHeader', 'total'])
  })

  it('is read at the sheet and header row a person chose', async () => {
    const bytes = await workbook(
      invoices('Janvier', [['F-1', 'Brun', null, 1]]),
      invoices('Février', [
        ['F-2', 'Brun', null, 2],
        ['Numéro', 'Nom', 'Le', 'Prix'],
        ['F-3', 'Castel', null, 3],
      ]),
    )
    expect((await allOf(bytes, { sheet: 'Février' })).rows.map(({ cells }) => cells[0])).toEqual([
      'F-2',
      'Numéro',
      'F-3',
    ])
    expect((await allOf(bytes, { sheet: 'Février', headerLine: 3 })).table.headers).toEqual([
      'Numéro',
      'Nom',
      'Le',
      'Prix',
    ])
    expect(await problemOf(bytes, { sheet: 'Mars' })).toEqual({ code: 'unknownSheet', value: 'Mars' })
  })

  it.each([
    '#,##0.00\\ "€"',
    '#,##0.00\\ [$€-40C]',
    '#,##0.00 "DH"',
    '_-* #,##0.00\\ _€_-;\\-* #,##0.00\\ _€_-',
    '[Red]-0.00',
  ])('keeps an amount in the format %s an amount', async (numFmt) => {
    const columns = headers.map((_, index) => (index === 3 ? { numFmt } : {}))
    const { rows } = await allOf(await workbook({ ...invoices('F', [['F-1', 'Brun', null, 46000.5]]), columns }))
    expect(rows[0]?.cells.at(-1)).toBe('46000.5')
  })

  it('without a table says so', async () => {
    expect(await problemOf(await workbook({ name: 'Vide', rows: [] }))).toEqual({ code: 'noTableInWorkbook' })
  })
})

describe('a workbook that is no sound one', () => {
  it('cut short or altered is damaged', async () => {
    const bytes = await workbook(invoices('Factures', [['F-1', 'Brun', day('2026-12-31'), 10]]))
    expect(await problemOf(bytes.subarray(0, bytes.length - 30))).toEqual({ code: 'damagedWorkbook' })
    expect(await problemOf(bytes.subarray(0, 300))).toEqual({ code: 'damagedWorkbook' })
  })

  it('that would unpack to more than can be held is refused before it does', async () => {
    const bytes = await workbook(invoices('Factures', [['F-1', 'Brun', day('2026-12-31'), 10]]))
    expect(await problemOf(declare(bytes, 'xl/worksheets/sheet1.xml', 2_000_000_000))).toEqual({
      code: 'workbookTooLarge',
    })
    expect(await problemOf(declare(bytes, 'xl/sharedStrings.xml', 200_000_000))).toEqual({ code: 'workbookTooLarge' })
  })

  it('that declares less than it holds is damaged, not unpacked', async () => {
    const many = Array.from({ length: 3000 }, (_, i) => [`F-${i}`, 'Brun', day('2026-12-31'), i])
    const bytes = await workbook(invoices('Factures', many))
    expect(await problemOf(declare(bytes, 'xl/worksheets/sheet1.xml', 100))).toEqual({ code: 'damagedWorkbook' })
  })
})

/** The same archive with another unpacked size in its central directory. */
function declare(bytes: Buffer, name: string, size: number): Buffer {
  const altered = Buffer.from(bytes)
  let at = altered.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]))
  while (at >= 0) {
    const length = altered.readUInt16LE(at + 28)
    if (altered.toString('utf8', at + 46, at + 46 + length) === name) altered.writeUInt32LE(size, at + 24)
    at = altered.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]), at + 4)
  }
  return altered
}

const titles = `<row r="1">${headers.map((title) => `<c t="inlineStr"><is><t>${title}</t></is></c>`).join('')}</row>`

describe('a workbook as other programs write it', () => {
  it('counts days from 1904 where it says so, and shows times', async () => {
    const rows = `${titles}<row><c t="str"><v>F-1</v></c><c t="str"><v>Brun</v></c><c s="1"><v>44818</v></c><c s="0"><v>44818</v></c></row>
      <row r="9"><c r="A9" t="str"><v>F-2</v></c><c r="C9" s="2"><v>44818.75</v></c></row>`
    const formats = [0, 14, '[$-40C]dd/mm/yyyy\\ hh:mm;@']
    const read = async (is1904: boolean) =>
      (await allOf(aWorkbook({ rows, formats, is1904 }))).rows.map(({ line, cells }) => [line, ...cells])
    expect(await read(false)).toEqual([
      [2, 'F-1', 'Brun', '2022-09-14', '44818'],
      [9, 'F-2', '', '2022-09-14 18:00:00'],
    ])
    expect(await read(true)).toEqual([
      [2, 'F-1', 'Brun', '2026-09-15', '44818'],
      [9, 'F-2', '', '2026-09-15 18:00:00'],
    ])
  })

  it('gives the last result of formulas, errors as they show, and texts of several looks as one', async () => {
    const texts =
      '<si><t>F-1</t></si><si><r><t>Brun </t></r><r><rPr><b/></rPr><t xml:space="preserve">&amp; Fils</t></r><rPh><t>ブラン</t></rPh></si><si><t>a_x000D_b</t></si>'
    const rows = `${titles}<row r="2"><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c><c><f>SUM(A1:A9)</f><v>1.1</v></c><c t="e"><f>1/0</f><v>#DIV/0!</v></c><c t="b"><v>1</v></c><c><f>B7</f></c></row>`
    const { rows: read } = await allOf(aWorkbook({ rows, texts }))
    expect(read).toEqual([{ line: 2, cells: ['F-1', 'Brun & Fils', 'a\rb', '1.1', '#DIV/0!', 'true'] }])
  })

  it('is found by the numbers of ZIP64 too', async () => {
    const parts = workbookParts({ rows: `${titles}<row r="2"><c t="str"><v>F-1</v></c></row>` })
    expect((await allOf(aZip(parts, { zip64: true }))).rows).toEqual([{ line: 2, cells: ['F-1'] }])
  })

  it('keeps each of a hundred thousand shared texts, in any order', async () => {
    const count = 100_000
    const texts = Array.from({ length: count }, (_, i) => `<si><t>texte ${i} é${'x'.repeat(i % 50)}</t></si>`).join('')
    const asked = Array.from({ length: 2000 }, (_, i) => (i * 7919) % count)
    const rows = `${titles}${asked.map((rank, i) => `<row r="${i + 2}"><c t="s"><v>${rank}</v></c></row>`).join('')}`
    const { rows: read } = await allOf(aWorkbook({ rows, texts }))
    expect(read.map(({ cells }) => cells[0])).toEqual(asked.map((rank) => `texte ${rank} é${'x'.repeat(rank % 50)}`))
  })

  it.each([
    [
      'names a text that is not there',
      { rows: `${titles}<row><c t="s"><v>7</v></c></row>`, texts: '<si><t>a</t></si>' },
    ],
    ['has more rows than a sheet can', { rows: `${titles}<row r="1048577"><c t="str"><v>a</v></c></row>` }],
    ['has more columns than a sheet can', { rows: `${titles}<row>${'<c/>'.repeat(16_385)}</row>` }],
    ['expands entities', { rows: `${titles}<row><c t="str"><v>&a;</v></c></row>` }],
    ['breaks off', { rows: `${titles}<row><c t="str"><v>a</v>` }],
  ])('that %s is damaged', async (_, wishes) => {
    expect(await problemOf(aWorkbook(wishes))).toEqual({ code: 'damagedWorkbook' })
  })

  it('with a cell of forty megabytes is refused before it is held', async () => {
    const rows = `${titles}<row><c t="inlineStr"><is><t>${'a'.repeat(40_000_000)}</t></is></c></row>`
    const before = process.memoryUsage().rss
    const bytes = aWorkbook({ rows })
    expect(bytes.length).toBeLessThan(200_000)
    expect(await problemOf(bytes)).toEqual({ code: 'workbookTooLarge' })
    expect(process.memoryUsage().rss - before).toBeLessThan(900_000_000)
  })

  it('of nothing but empty rows, a thousandth of its size once packed, is not read', async () => {
    const rows = `${titles}${'<row><c/></row>'.repeat(4_000_000)}`
    expect(await problemOf(aWorkbook({ rows }))).toEqual({ code: 'workbookTooLarge' })
  })

  describe('whose formulas were never calculated', () => {
    const head = rowsOf([headers])
    const formula = (reference: string, value = ''): string => `<c r="${reference}"><f>SUM(X1:X9)</f>${value}</c>`
    const line = (row: number, amount: string): string =>
      `<row r="${row}"><c r="A${row}" t="str"><v>F-${row}</v></c><c r="B${row}" t="str"><v>Brun</v></c><c r="C${row}"><v>46387</v></c>${amount}</row>`

    it('is refused, at once however long it is', async () => {
      const some = [2, 3, 4].map((row) => line(row, formula(`D${row}`))).join('')
      expect(await problemOf(aWorkbook({ rows: head + some }))).toEqual({ code: 'formulasWithoutResults', line: 2 })
      const many = Array.from({ length: 5000 }, (_, i) => `<row r="${i + 2}">${formula(`A${i + 2}`)}</row>`).join('')
      expect(await problemOf(aWorkbook({ rows: head + many }))).toEqual({ code: 'formulasWithoutResults', line: 2 })
    })

    it('is read where most of them have a result, an empty one too, or lie beside the table', async () => {
      const some = [
        line(2, formula('D2', '<v>12.5</v>')),
        line(3, formula('D3')),
        line(4, formula('D4', '<v></v>')),
        line(5, `<c r="D5"><v>3</v></c>${formula('Z5')}`),
        line(6, `<c r="D6"><v>4</v></c>${formula('Z6')}`),
      ]
      const { rows } = await allOf(aWorkbook({ rows: head + some.join('') }))
      expect(rows.map(({ cells }) => cells[3])).toEqual(['12.5', undefined, undefined, '3', '4'])
    })
  })

  it('shows no more of a row of sixteen thousand columns than that it is too long', async () => {
    const { rows } = await allOf(
      aWorkbook({
        rows: `${titles}<row r="2"><c r="A2" t="str"><v>F-1</v></c><c r="KO2"><v>1</v></c><c r="XFD2"><v>1</v></c></row>`,
      }),
    )
    expect(rows[0]?.cells).toHaveLength(301)
  })
})

describe('a number in a cell', () => {
  it.each([
    [0.1 + 0.2, '0.3'],
    [1e21, '1000000000000000000000'],
    [1.5e-7, '0.00000015'],
    [-0, '0'],
    [1930565277, '1930565277'],
  ])('%s is « %s »', (value, text) => {
    expect(numberText(value)).toBe(text)
  })
})
