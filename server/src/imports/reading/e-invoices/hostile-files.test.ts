import { Readable } from 'node:stream'
import { deflateRawSync, deflateSync } from 'node:zlib'
import { PDFDocument, PDFName } from '@cantoo/pdf-lib'
import { describe, expect, it } from 'vitest'
import { aCii, aPdf } from '../../testing/invoice-files.ts'
import { readTable } from '../read-table.ts'
import { ReadingError } from '../reading-error.ts'
import { aZip } from '../workbook/testing/a-zip.ts'
import type { DroppedFile } from './dropped-file.ts'

/** Reads all rows; the problem of the whole, or how many rows came and what the files are. */
async function read(bytes: Buffer): Promise<{ rows: readonly string[][]; files: readonly DroppedFile[] } | unknown> {
  try {
    const table = await readTable(Readable.from([bytes]), { name: 'x.pdf' })
    const rows: (readonly string[])[] = []
    for await (const { cells } of table.rows) rows.push(cells)
    return { rows, files: table.files }
  } catch (error) {
    if (error instanceof ReadingError) return error.problem
    throw error
  }
}

const problemsIn = async (parts: Parameters<typeof aZip>[0], wishes?: Parameters<typeof aZip>[1]): Promise<unknown> => {
  const found = (await read(aZip({ ...parts, 'bonne.xml': aCii() }, wishes))) as { files: readonly DroppedFile[] }
  return found.files?.map(({ name, kind, problem }) => `${name} ${kind} ${problem?.code ?? ''}`.trim()) ?? found
}

/** Two thousand million spaces, in two megabytes. */
function twoGigabytes(): Buffer {
  const block = deflateRawSync(Buffer.alloc(10_000_000, 32), { level: 9, finishFlush: 3 })
  const head = Buffer.from([0x78, 0x9c])
  return Buffer.concat([head, ...Array.from({ length: 200 }, () => block)])
}

/** A PDF whose objects lie in a stream that opens to two gigabytes. */
const objectStreamBomb = (type: string): Buffer => {
  const packed = twoGigabytes()
  return Buffer.concat([
    Buffer.from(
      `%PDF-1.7\n1 0 obj\n<< /Type ${type} /N 1 /First 4 /Filter /FlateDecode /Length ${packed.length} >>\nstream\n`,
    ),
    packed,
    Buffer.from('\nendstream\nendobj\ntrailer\n<< /Root 2 0 R >>\n%%EOF'),
  ])
}

describe('a PDF that means harm', () => {
  it.each(['/ObjStm', '/Obj#53tm', '/XRef', '3 0 R', '% \n/ObjStm'])(
    'is refused where its objects open to two gigabytes (%s)',
    async (type) => {
      expect(await read(objectStreamBomb(type))).toMatchObject({ code: 'pdfTooLarge' })
    },
  )

  it('is refused where they are packed twice, which no program does', async () => {
    const twice = deflateSync(deflateSync(Buffer.alloc(1_000_000)))
    const pdf = Buffer.concat([
      Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter [/FlateDecode /FlateDecode] >>\nstream\n'),
      twice,
      Buffer.from('\nendstream\nendobj\n%%EOF'),
    ])
    expect(await read(pdf)).toMatchObject({ code: 'pdfTooLarge' })
  })

  it('is known by its name alone where its page opens to two gigabytes', async () => {
    const pdf = await PDFDocument.load(await aPdf(['Facture FA-1']))
    const packed = twoGigabytes()
    const stream = pdf.context.register(pdf.context.stream(packed, { Filter: 'FlateDecode' }))
    pdf.getPage(0).node.set(PDFName.of('Contents'), stream)
    const found = (await read(Buffer.from(await pdf.save()))) as { files: readonly DroppedFile[] }
    expect(found.files).toMatchObject([{ kind: 'pdf', inText: [], problem: null }])
  })
})

/** Objects numbered from 1, without a directory: the reader finds them by their marks. */
const aBarePdf = (objects: readonly (Buffer | string)[]): Buffer =>
  Buffer.concat([
    Buffer.from('%PDF-1.7\n'),
    ...objects.flatMap((object, index) => [
      Buffer.from(`${index + 1} 0 obj\n`),
      Buffer.from(object),
      Buffer.from('\nendobj\n'),
    ]),
    Buffer.from('trailer << /Root 1 0 R >>\n%%EOF\n'),
  ])

const aStream = (dictionary: string, content: Buffer | string): Buffer => {
  const packed = deflateSync(content)
  return Buffer.concat([
    Buffer.from(`<< ${dictionary} /Length ${packed.length} /Filter /FlateDecode >>\nstream\n`),
    packed,
    Buffer.from('\nendstream'),
  ])
}

describe('a PDF that stalls its reader', () => {
  it('is refused where it says « stream » a million times', async () => {
    expect(await read(Buffer.from(`%PDF-1.7\n${'stream '.repeat(1_000_000)}`))).toMatchObject({ code: 'brokenPdf' })
  })

  it('is refused where many directories together open to more than one may', async () => {
    const directories = Array.from({ length: 4 }, () =>
      aStream('/Type /ObjStm /N 0 /First 0', Buffer.alloc(20_000_000)),
    )
    expect(await read(aBarePdf(['<< /Type /Catalog >>', ...directories]))).toMatchObject({
      code: 'pdfTooLarge',
      value: '60',
    })
  })

  it('has its attachment opened once, however many names it gives it', async () => {
    const names = Array.from({ length: 2000 }, (_, i) => `<< /Type /Filespec /F (a${i}.xml) /EF << /F 2 0 R >> >>`)
    const content = aStream('/Type /EmbeddedFile', `<a>${' '.repeat(10_000_000)}</a>`)
    expect(await read(aBarePdf(['<< /Type /Catalog >>', content, ...names]))).toMatchObject({
      files: [{ kind: 'pdf', problem: null }],
    })
  })

  it('is refused where its objects fill the memory, and the next one is read', async () => {
    const objects = Array.from({ length: 600_000 }, (_, i) => `<< /A ${i} 0 R /B [${i}] >>`)
    expect(await read(aBarePdf(['<< /Type /Catalog >>', ...objects]))).toMatchObject({ code: 'pdfTooHeavy' })
    expect(await read(await aPdf(['Facture FA-1']))).toMatchObject({ files: [{ kind: 'pdf' }] })
  }, 60_000)

  it('is known by its name alone where its drawings hold each other a thousand million times over', async () => {
    const font = '/Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>'
    const levels = Array.from({ length: 9 }, (_, level) =>
      aStream(
        `/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << ${level === 8 ? font : `/XObject << /X ${level + 6} 0 R >>`} >>`,
        level === 8 ? 'BT /F1 9 Tf (Facture FA-1) Tj ET' : '/X Do '.repeat(10),
      ),
    )
    const page =
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R /Resources << /XObject << /X 5 0 R >> >> >>'
    const pdf = aBarePdf([
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      page,
      aStream('', '/X Do'),
      ...levels,
    ])
    expect(await read(pdf)).toMatchObject({ files: [{ kind: 'pdf', inText: [] }] })
  }, 40_000)
})

describe('an archive that means harm', () => {
  it('is refused where it opens to more than two gigabytes, before anything in it is opened', async () => {
    const declared = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`${index}.xml`, 40_000_000]))
    const parts = Object.fromEntries(Object.keys(declared).map((name) => [name, 'x']))
    expect(await read(aZip(parts, { declared }))).toMatchObject({ code: 'archiveTooLarge', value: '2000' })
  })

  it('is refused where it has fifty thousand files', async () => {
    const parts = Object.fromEntries(Array.from({ length: 50_000 }, (_, index) => [`${index}.xml`, '']))
    expect(await read(aZip(parts))).toMatchObject({ code: 'tooManyFiles', value: '10000' })
  })

  it('has a row that says why for each file that opens to more than it declares, or than an invoice may', async () => {
    expect(
      await problemsIn(
        {
          'menteur.xml': `<a>${' '.repeat(100_000)}</a>`,
          'enorme.xml': '<a/>',
          'grand.xml': `<a>${' '.repeat(21_000_000)}</a>`,
        },
        { declared: { 'menteur.xml': 100, 'enorme.xml': 51_000_000 } },
      ),
    ).toEqual([
      'bonne.xml invoice',
      'enorme.xml invoice partTooLarge',
      'grand.xml invoice xmlTooLarge',
      'menteur.xml invoice damagedArchive',
    ])
  })

  it('is refused where its files lie upon each other, a thousand times what it weighs', async () => {
    const bytes = aZip({ 'a.xml': `${aCii()}${' '.repeat(19_000_000)}` })
    const at = bytes.indexOf(Buffer.from('PK\x01\x02', 'latin1'))
    const entries = Array.from({ length: 50 }, (_, index) => {
      const entry = Buffer.from(bytes.subarray(at, at + 51))
      entry.write(String.fromCharCode(97 + (index % 26)) + String.fromCharCode(97 + Math.floor(index / 26)), 46)
      return entry
    })
    const directory = Buffer.concat(entries)
    const end = Buffer.alloc(22)
    end.writeUInt32LE(0x06054b50, 0)
    end.writeUInt16LE(entries.length, 10)
    end.writeUInt32LE(directory.length, 12)
    end.writeUInt32LE(at, 16)
    expect(await read(Buffer.concat([bytes.subarray(0, at), directory, end]))).toMatchObject({
      code: 'archiveTooLarge',
    })
  })

  it('keeps no NUL and no half of a sign in the names of its files', async () => {
    const parts = { 'a\0b.xml': aCii(), [`x${'👍'.repeat(100)}.xml`]: aCii({ number: 'FA-2' }) }
    expect(await problemsIn(parts)).toEqual(['ab.xml invoice', 'bonne.xml invoice', `${'👍'.repeat(98)}.xml invoice`])
  })

  it('gives its files their own names, without the way to them', async () => {
    const parts = { '../../etc/passwd': 'root', '/etc/FA-1.xml': aCii(), 'C:\\Windows\\system.xml': '<a>' }
    expect(await problemsIn(parts)).toEqual([
      'passwd other',
      'bonne.xml invoice',
      'system.xml invoice brokenXml',
      'FA-1.xml invoice',
    ])
  })

  it('is not opened where another archive lies in it', async () => {
    expect(await problemsIn({ 'dedans.zip': aZip({ 'a.xml': aCii() }) })).toEqual([
      'bonne.xml invoice',
      'dedans.zip other',
    ])
  })
})

describe('an XML that means harm', () => {
  it.each([
    [
      'an entity of its own machine',
      '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><Invoice>&f;</Invoice>',
      'xmlDocumentType',
    ],
    [
      'a bomb of entities',
      '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><Invoice>&b;</Invoice>',
      'xmlDocumentType',
    ],
    [
      'a document type fetched from afar',
      '<!DOCTYPE Invoice SYSTEM "http://example.com/x.dtd"><Invoice/>',
      'xmlDocumentType',
    ],
    ['a thousand levels', '<a>'.repeat(1000), 'xmlTooLarge'],
    ['an entity nobody declared', '<Invoice>&boom;</Invoice>', 'brokenXml'],
  ])('is refused: %s', async (_, xml, code) => {
    expect(await read(Buffer.from(xml))).toMatchObject({ code })
  })

  it('loses the character that no database holds', async () => {
    const found = (await read(Buffer.from(aCii({ number: 'FA-\u00001' })))) as { rows?: string[][] }
    expect(JSON.stringify(found)).not.toContain('\\u0000')
  })
})
