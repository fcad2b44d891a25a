import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import type { SourceRow } from '@quittance/core/imports/row-cells.ts'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readTable } from './read-table.ts'
import { ReadingError } from './reading-error.ts'
import { separators } from './separator.ts'
import type { Table, TableHints } from './table.ts'

const fixture = (name: string): string => join(import.meta.dirname, 'testdata', name)

async function allOf(source: string | Readable, hints?: TableHints): Promise<{ table: Table; rows: SourceRow[] }> {
  const table = await readTable(source, hints)
  const rows: SourceRow[] = []
  for await (const row of table.rows) rows.push(row)
  return { table, rows }
}

const bytes = (text: string, encoding: BufferEncoding = 'utf8'): Readable =>
  Readable.from([Buffer.from(text, encoding)])

async function problemOf(source: string | Readable, hints?: TableHints) {
  try {
    await allOf(source, hints)
  } catch (error) {
    if (error instanceof ReadingError) return error.problem
    throw error
  }
  return undefined
}

describe('a delimited text', () => {
  it('in Windows-1252 keeps its accents, its euro sign and its œ', async () => {
    const { table, rows } = await allOf(fixture('export-ventes-windows-1252.csv'))
    expect(table.format).toEqual({
      kind: 'csv',
      encoding: 'windows-1252',
      separator: ';',
      quote: '"',
      headerLine: 1,
      sheet: null,
      sheets: [],
    })
    expect(table.headers).toEqual([
      'N° pièce',
      'Tiers',
      'Date fact.',
      'Ech.',
      'Mt TTC',
      'Solde',
      'Mail compta',
      'Rep',
      'Chantier',
      'Analyt.',
    ])
    expect(rows).toHaveLength(9)
    expect(rows[1]?.cells[4]).toBe('6540,00 €')
    expect(rows[6]?.cells[1]).toBe('Cave de l’Œuvre')
    expect(table.skipped).toEqual([{ line: 11, reason: 'total', text: 'Total 20 319,50' }])
  })

  it('in ISO-8859-15 is known by its euro sign', async () => {
    const { table, rows } = await allOf(fixture('euro-iso-8859-15.csv'))
    expect(table.format.encoding).toBe('iso-8859-15')
    expect(rows.map(({ cells }) => cells)).toEqual([
      ['F1', 'Café de la Gare', '31/12/2026', '12,50 €'],
      ['F2', 'Cœur de Ville', '15/01/2027', '1 240,00 €'],
    ])
  })

  it('in UTF-16 or with a byte order mark shows neither the mark nor the zeros', async () => {
    const wide = await allOf(fixture('units-utf-16.txt'))
    expect(wide.table.format).toMatchObject({ encoding: 'utf-16le', separator: '\t' })
    expect(wide.table.headers[0]).toBe('Numéro')
    expect(wide.rows.map(({ cells }) => cells[1])).toEqual(['Łódź & Zoë', 'Αθήνα'])
    const marked = await allOf(fixture('utf-8-bom.csv'))
    expect(marked.table.headers).toEqual(['Facture', 'Client', 'Due date', 'Total incl. VAT'])
    expect(marked.rows[0]?.cells).toEqual(['F-1', 'Zoë', '2026-12-31', '1,234.56'])
  })

  it('whose first accent comes after megabytes of plain letters is still read right', async () => {
    const plain = 'F-1;Brun;31/12/2026;10,00\n'.repeat(60_000)
    const { table, rows } = await allOf(
      Readable.from([Buffer.from(`Facture;Client;Echeance;Montant TTC\n${plain}F-2;Café;31/12/2026;1,00\n`, 'latin1')]),
    )
    expect(table.format.encoding).toBe('windows-1252')
    expect(rows.at(-1)).toEqual({ line: 60_002, cells: ['F-2', 'Café', '31/12/2026', '1,00'] })
  })

  it('with line breaks in quotes counts the physical lines', async () => {
    const { rows } = await allOf(fixture('quoted-line-breaks.csv'))
    expect(rows).toEqual([
      {
        line: 2,
        cells: ['F-1', 'Dupont; Fils', 'Pose de\r\ntrois portes\r\n"Tilt" 3" et plus', '31/12/2026', '10,00'],
      },
      { line: 5, cells: ['F-2', 'L"Atelier', 'simple', '31/12/2026', '20,00'] },
      { line: 7, cells: ['F-3', 'Castel', 'fin\r\n', '31/12/2026', '30,00'] },
    ])
  })

  it('with titles above and totals below keeps the rows between', async () => {
    const { table, rows } = await allOf(fixture('titles-above-headers.csv'))
    expect(table.format.headerLine).toBe(5)
    expect(rows.map(({ line, cells }) => [line, cells[0]])).toEqual([
      [6, 'F-1'],
      [7, 'F-2'],
      [9, 'F-3'],
    ])
    expect(table.skipped.map(({ line, reason }) => [line, reason])).toEqual([
      [1, 'aboveHeader'],
      [2, 'aboveHeader'],
      [3, 'aboveHeader'],
      [8, 'total'],
      [11, 'total'],
    ])
  })

  it('does not take a customer called Total for a total', async () => {
    const { rows } = await allOf(
      bytes('Client;Facture;Échéance;TTC\nTotal Énergies;F-1;31/12/2026;10,00\nTotal;F-2;31/12/2026;10,00\n'),
    )
    expect(rows).toHaveLength(2)
  })

  it('is cut at its separator, not at decimal commas or at marks in quotes', async () => {
    expect((await allOf(fixture('english-us.csv'))).table.format.separator).toBe(',')
    expect((await allOf(fixture('pipes.txt'))).table.format.separator).toBe('|')
    const commas = await allOf(bytes('Facture;TTC\nF-1;12,50\nF-2;13,50\nF-3;14,50\n'))
    expect(commas.table.format.separator).toBe(';')
    expect(commas.rows[0]?.cells).toEqual(['F-1', '12,50'])
  })

  it.each(['^', '~', ':', '!', '§', '#', '\u001f'])('is cut at %j where a program wrote that', async (mark) => {
    const line = (...cells: string[]): string => `${cells.join(mark)}\n`
    const { table, rows } = await allOf(
      bytes(
        line('N° facture', 'Client', 'Échéance', 'Montant TTC') +
          line('F-1', 'Brun & Fils', '15/10/2026', '1 234,56 €'),
      ),
    )
    expect(table.format.separator).toBe(mark)
    expect(rows[0]?.cells).toEqual(['F-1', 'Brun & Fils', '15/10/2026', '1 234,56 €'])
  })

  it('in single quotes loses them', async () => {
    const { table, rows } = await allOf(
      bytes("'Facture','Client','TTC'\n'F-1','L''Atelier, Paris','10,00'\n'F-2','Brun','1'\n"),
    )
    expect(table.format).toMatchObject({ separator: ',', quote: "'" })
    expect(rows[0]?.cells).toEqual(['F-1', "L'Atelier, Paris", '10,00'])
  })

  it('keeps no zero byte, which no database can hold', async () => {
    const { rows } = await allOf(bytes(`Facture;Client;TTC\nF-1;Ca\0stel;10,00\n${'F-2;Brun;20,00\n'.repeat(20)}`))
    expect(rows[0]?.cells).toEqual(['F-1', 'Castel', '10,00'])
  })

  it('of ten thousand columns is no list of invoices', async () => {
    const cells = Array.from({ length: 10_000 }, (_, i) => `Colonne ${i}`)
    expect(await problemOf(bytes(`${cells.join(';')}\n${cells.map((_, i) => i).join(';')}\n`))).toEqual({
      code: 'tooManyColumns',
      line: 1,
      value: '10000',
    })
  })

  it('with old Mac line ends is several lines', async () => {
    const { rows } = await allOf(fixture('pipes.txt'))
    expect(rows.map(({ line, cells }) => [line, cells.length])).toEqual([
      [2, 4],
      [3, 4],
    ])
  })

  it('keeps ragged rows, without empty cells at their end, and drops the column of a last separator', async () => {
    const { table, rows } = await allOf(bytes('Facture;Client;TTC;\nF-1;Brun;10,00;\nF-2;Castel\nF-3;Petit;1;;\n'))
    expect(table.headers).toEqual(['Facture', 'Client', 'TTC'])
    expect(rows.map(({ cells }) => cells.length)).toEqual([3, 2, 3])
  })

  it('follows the encoding, separator and header line a person chose', async () => {
    const source = 'Liste;de;choses\nNuméro,1;Montant\nF-1,2;3\n'
    const { table, rows } = await allOf(bytes(source, 'latin1'), { encoding: 'cp1252', separator: ',', headerLine: 2 })
    expect(table.headers).toEqual(['Numéro', '1;Montant'])
    expect(rows).toEqual([{ line: 3, cells: ['F-1', '2;3'] }])
  })

  it('gives its headers before its rows are read, and how far it has come', async () => {
    const table = await readTable(fixture('english-us.csv'))
    expect(table.headers[0]).toBe('Invoice No')
    for await (const _ of table.rows) expect(table.progress().size).toBeGreaterThan(0)
    expect(table.progress().read).toBe(table.progress().size)
  })
})

describe('any table', () => {
  const cell = fc.oneof(
    fc.string(),
    fc.string({
      unit: fc.constantFrom('a', 'é', '€', '"', ';', ',', '\t', '|', '\n', '\r\n', '\r', ' ', '1', '日', '👍'),
    }),
  )
  const table = fc.record({
    separator: fc.constantFrom(...separators),
    lineEnd: fc.constantFrom('\n', '\r\n'),
    encoding: fc.constantFrom('utf8' as const, 'utf16le' as const),
    chunk: fc.integer({ min: 1, max: 50 }),
    rows: fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { maxLength: 12 }),
  })

  it('written and read back has the same cells', async () => {
    await fc.assert(
      fc.asyncProperty(table, async ({ separator, lineEnd, encoding, chunk, rows }) => {
        const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`
        // The last cell is filled and no row begins like a total or a comment: those are left out on purpose.
        const written = rows.map(([a = '', b = '', c = '']) => [`x${a}`, b, `${c}.`])
        const lines = [['Facture', 'Client', 'Objet'], ...written].map((cells) => cells.map(quoted).join(separator))
        const buffer = Buffer.from(`\ufeff${lines.join(lineEnd)}${lineEnd}`, encoding)
        const pieces = Array.from({ length: Math.ceil(buffer.length / chunk) }, (_, i) =>
          buffer.subarray(i * chunk, (i + 1) * chunk),
        )
        const read = await allOf(Readable.from(pieces), { separator })
        expect(read.rows.map(({ cells }) => cells)).toEqual(written)
        expect(read.table.headers).toEqual(['Facture', 'Client', 'Objet'])
      }),
      { numRuns: 150 },
    )
  })

  it('knows its own separator when every row has all its cells', async () => {
    const plain = fc.string({ unit: fc.constantFrom('a', 'b', 'é', ';', ',', '|', ' ', '1', '"') })
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...separators),
        fc.array(fc.tuple(plain, plain, plain), { minLength: 1, maxLength: 8 }),
        async (separator, rows) => {
          const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`
          const lines = [['Facture', 'Client', 'Échéance', 'Montant TTC'], ...rows.map((cells) => ['F', ...cells])]
          const text = lines.map((cells) => cells.map(quoted).join(separator)).join('\n')
          expect((await allOf(bytes(text))).table.format.separator).toBe(separator)
        },
      ),
      { numRuns: 100 },
    )
  })
})

describe('a file that is no table', () => {
  it.each([
    ['', 'empty'],
    ['   \n\n ', 'empty'],
    ['%PDF-1.7 …', 'brokenPdf'],
    ['{"invoices": []}', 'json'],
    ['[{"id": 1}]', 'json'],
    ['<?xml version="1.0"?><Invoice/>', 'xml'],
    ['<html><body><table><tr><td>F-1</td></tr></table></body></html>', 'webPage'],
    ['PK\u0003\u0004 some/other/file.txt', 'damagedArchive'],
    ['7z\u00bc\u00af', 'archive'],
    ['juste une phrase\net une autre\n', 'oneColumn'],
    ['F-1;Brun;31/12/2026;10,00\nF-2;Castel;31/12/2026;20,00\n', 'noHeader'],
  ])('says so: %j', async (text, code) => {
    expect(await problemOf(bytes(text, 'latin1'))).toMatchObject({ code })
  })

  it('is told from text by its bytes', async () => {
    expect(await problemOf(Readable.from([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1])]))).toEqual({
      code: 'oldOrProtectedWorkbook',
    })
    const noise = Buffer.from(Array.from({ length: 3000 }, (_, i) => (i * 7919) % 32))
    expect(await problemOf(Readable.from([noise]))).toEqual({ code: 'notText' })
  })

  it('names the line of a quote never closed', async () => {
    const text = `Facture;Client;TTC\nF-1;Brun;1\nF-2;"Castel;2\n${'F-3;Petit;3\n'.repeat(40)}`
    expect(await problemOf(bytes(text))).toEqual({ code: 'quoteNeverClosed', line: 3 })
  })

  it('does not swallow the memory for a quote never closed in a large file', async () => {
    const text = `Facture;Client;TTC\nF-1;Brun;1\nF-2;"Castel;2\n${'F-3;Petit;3\n'.repeat(200_000)}`
    expect(await problemOf(bytes(text))).toEqual({ code: 'cellTooLarge', line: 3 })
  })

  it('of one endless line is not read to its end', async () => {
    function* endless() {
      yield Buffer.from('Facture;Client;TTC\nF-1;Brun;1\n')
      for (let i = 0; i < 60; i++) yield Buffer.alloc(100_000, 'x')
    }
    expect(await problemOf(Readable.from(endless()))).toEqual({ code: 'cellTooLarge', line: 3 })
  })

  it('of nothing but blank lines is not read to its end', async () => {
    async function* blank() {
      yield Buffer.from('Facture;Client;TTC\nF-1;Brun;1\n')
      for (let i = 0; i < 21; i++) yield Buffer.from('\n'.repeat(100_000))
    }
    expect(await problemOf(Readable.from(blank()))).toEqual({ code: 'endlessBlankLines', line: 2 })
  })

  it('is refused beyond the size allowed, while it streams', async () => {
    expect(await problemOf(bytes('x'.repeat(5000)), { maxBytes: 2_000_000 })).not.toMatchObject({
      code: 'fileTooLarge',
    })
    expect(await problemOf(bytes('x;y\n'.repeat(5000)), { maxBytes: 1000 })).toMatchObject({ code: 'fileTooLarge' })
  })

  it('says when the encoding a person chose does not fit', async () => {
    expect(await problemOf(bytes('Facture;Client\nF-1;Café\n', 'latin1'), { encoding: 'utf-8' })).toEqual({
      code: 'wrongEncoding',
      value: 'utf-8',
    })
    expect(await problemOf(bytes('Facture;Client\n'), { encoding: 'ebcdic' })).toEqual({
      code: 'unknownEncoding',
      value: 'ebcdic',
    })
  })
})

describe('the copy made of a stream', () => {
  let before: string[]
  const copies = async (): Promise<string[]> =>
    (await readdir(tmpdir())).filter((name) => name.startsWith(`quittance-import-${process.pid}-`))

  beforeAll(async () => {
    before = await copies()
  })

  it('goes at the end of the rows, on a refusal, and when reading stops early', async () => {
    const text = 'Facture;Client;TTC\nF-1;Brun;1\nF-2;Castel;2\n'
    await allOf(bytes(text))
    await problemOf(bytes('{}'))
    const stopped = await readTable(bytes(text))
    for await (const _ of stopped.rows) break
    await (await readTable(bytes(text))).close()
    expect(await copies()).toEqual(before)
  })
})

describe('a file of the caller', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'reading-test-'))
  })
  afterAll(() => rm(folder, { recursive: true }))

  it('stays where it is, in a path with spaces', async () => {
    const path = join(folder, 'mes factures.csv')
    await writeFile(path, 'Facture;Client;TTC\nF-1;Brun;1\n')
    await allOf(path)
    expect(await readdir(folder)).toEqual(['mes factures.csv'])
  })
})
