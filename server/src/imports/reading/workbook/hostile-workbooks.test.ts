import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { readTable } from '../read-table.ts'
import { ReadingError } from '../reading-error.ts'
import { aWorkbook, rowsOf, type WorkbookWishes, workbookParts } from './testing/a-workbook.ts'
import { aZip } from './testing/a-zip.ts'

const titles = rowsOf([['Facture', 'Client', 'Échéance', 'Montant TTC']])

/** How many rows it has; the problem of one that cannot be read. */
async function read(bytes: Buffer): Promise<number | unknown> {
  try {
    const table = await readTable(Readable.from([bytes]))
    let rows = 0
    for await (const _ of table.rows) rows++
    return rows
  } catch (error) {
    if (error instanceof ReadingError) return error.problem
    throw error
  }
}

const problemOf = (wishes: Partial<WorkbookWishes>): Promise<unknown> => read(aWorkbook({ rows: titles, ...wishes }))

describe('a workbook that no program would write', () => {
  it.each([
    ['a line and a half', '<row r="2.5"><c><v>1</v></c></row>'],
    ['a line twice', '<row r="2"><c><v>1</v></c></row><row r="2"><c><v>1</v></c></row>'],
    ['lines that go back', '<row r="9"><c><v>1</v></c></row><row r="3"><c><v>1</v></c></row>'],
    ['a cell of no column', '<row r="2"><c r="2"><v>1</v></c></row>'],
    ['a row of more cells than a sheet has columns', `<row r="2">${'<c r="A2"><v>1</v></c>'.repeat(16_385)}</row>`],
    ['a cell of a thousand attributes', `<row r="2"><c ${many(1000, (i) => `a${i}=""`)}/></row>`],
  ])('is damaged where it has %s', async (_, rows) => {
    expect(await problemOf({ rows: titles + rows })).toMatchObject({ code: 'damagedWorkbook' })
  })

  it('is refused where few bytes point to one long text many times', async () => {
    const row = `<row>${'<c t="s"><v>0</v></c>'.repeat(100)}</row>`
    const rows = titles + row.repeat(50)
    expect(await problemOf({ rows, texts: `<si><t>${'x'.repeat(90_000)}</t></si>` })).toEqual({
      code: 'cellTooLarge',
      line: 2,
    })
    expect(await problemOf({ rows, texts: `<si>${`<t>${'x'.repeat(900_000)}</t>`.repeat(9)}</si>` })).toEqual({
      code: 'workbookTooLarge',
    })
  })

  it('is damaged where thousands of its sheets are one', async () => {
    const parts = workbookParts({ rows: titles })
    const sheets = '<sheet name="a" r:id="rId1"/>'.repeat(10_000)
    const workbook = `<workbook xmlns:r="r"><sheets>${sheets}</sheets></workbook>`
    expect(await read(aZip({ ...parts, 'xl/workbook.xml': workbook }))).toEqual({ code: 'damagedWorkbook' })
  })

  it('is read where its number formats never end, and where its merges do not', async () => {
    const rows = titles + rowsOf([['F-1', 'Brun', '31/12/2026', 10]], 2)
    expect(await problemOf({ rows, formats: ['['.repeat(100_000), '&quot;'.repeat(100_001)] })).toBe(1)
    const merges = `${rows}</sheetData><mergeCells a="${'mergeCell '.repeat(100_000)}"/><sheetData>`
    expect(await problemOf({ rows: merges })).toBe(1)
    expect(await problemOf({ rows: `${rows}</sheetData>${'<mergeCell '.repeat(1_000_000)}` })).toEqual({
      code: 'damagedWorkbook',
    })
  })

  it('is damaged where a part of it lies beyond its end', async () => {
    const bytes = aZip(workbookParts({ rows: titles }), { zip64: true })
    const entry = bytes.indexOf(Buffer.from('PK\x01\x02', 'latin1'))
    const place = entry + 46 + bytes.readUInt16LE(entry + 28) + 4 + 16
    bytes.writeBigUInt64LE(0xffff_ffff_ffff_ffn, place)
    expect(await read(bytes)).toEqual({ code: 'damagedWorkbook' })
  })
})

function many(count: number, one: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => one(index)).join(' ')
}
