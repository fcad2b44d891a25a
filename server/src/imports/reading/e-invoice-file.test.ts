import { deflateSync } from 'node:zlib'
import { AFRelationship, PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib'
import { describe, expect, it } from 'vitest'
import { readInvoiceXml } from './e-invoice-file.ts'
import { readInvoicePdf } from './e-invoices/read-pdf.ts'
import { ReadingError } from './reading-error.ts'
import { readXmlTree } from './xml-tree.ts'

const xml = (number = 'INV-7', head = '<?xml version="1.0" encoding="UTF-8"?>'): string => `${head}
<ubl:Invoice xmlns:ubl="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2" xmlns:cbc="urn:cbc" xmlns:cac="urn:cac">
  <cbc:ID>${number}</cbc:ID><cbc:IssueDate>2026-01-15</cbc:IssueDate>
  <cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>
  <cac:AccountingCustomerParty><cac:Party><cac:PartyName><cbc:Name><![CDATA[Café & Fils]]></cbc:Name></cac:PartyName></cac:Party></cac:AccountingCustomerParty>
  <cac:LegalMonetaryTotal><cbc:PayableAmount currencyID="EUR">900.30</cbc:PayableAmount></cac:LegalMonetaryTotal>
</ubl:Invoice>`

const problemOf = async (work: () => unknown): Promise<unknown> => {
  try {
    await work()
  } catch (error) {
    if (error instanceof ReadingError) return error.problem
    throw error
  }
  return 'read'
}

const pdfWith = async (...files: readonly (readonly [string, string | Uint8Array])[]): Promise<Uint8Array> => {
  const pdf = await PDFDocument.create()
  pdf.addPage()
  for (const [name, content] of files)
    await pdf.attach(Buffer.from(content), name, { afRelationship: AFRelationship.Data, mimeType: 'text/xml' })
  return pdf.save()
}

describe('the XML of an invoice', () => {
  it('is read whatever its prefixes, with its CDATA', () => {
    expect(readInvoiceXml(Buffer.from(xml()))).toMatchObject({
      number: 'INV-7',
      payable: 90_030,
      buyer: { name: 'Café & Fils' },
    })
  })

  it.each([
    ['a byte order mark', Buffer.from(`\ufeff${xml()}`)],
    ['Latin-1, declared', Buffer.from(xml('INV-7', '<?xml version="1.0" encoding="ISO-8859-1"?>'), 'latin1')],
    [
      'UTF-16 with its mark',
      Buffer.from(`\ufeff${xml('INV-7', '<?xml version="1.0" encoding="UTF-16"?>')}`, 'utf16le'),
    ],
    ['UTF-16 without', Buffer.from(xml('INV-7', '<?xml version="1.0"?>'), 'utf16le')],
  ])('is read with %s', (_, bytes) => {
    expect(readInvoiceXml(bytes).buyer.name).toBe('Café & Fils')
  })

  it('is refused where its bytes are not what it declares, or the encoding does not exist', async () => {
    expect(await problemOf(() => readInvoiceXml(Buffer.from(xml(), 'latin1')))).toEqual({
      code: 'wrongEncoding',
      line: 5,
      value: 'UTF-8',
    })
    const odd = Buffer.from(xml('INV-7', '<?xml version="1.0" encoding="KLINGON"?>'))
    expect(await problemOf(() => readInvoiceXml(odd))).toEqual({ code: 'wrongEncoding', value: 'KLINGON' })
  })

  it('is refused where it is cut short, on its line', async () => {
    const cut = xml().slice(0, xml().indexOf('<cbc:DocumentCurrency') + 10)
    expect(await problemOf(() => readInvoiceXml(Buffer.from(cut)))).toMatchObject({ code: 'brokenXml', line: 4 })
    expect(await problemOf(() => readInvoiceXml(Buffer.from('')))).toMatchObject({ code: 'brokenXml' })
  })

  it('is refused where it brings a document type: entities are neither expanded nor fetched', async () => {
    const bomb = xml('&b;', '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>')
    expect(await problemOf(() => readInvoiceXml(Buffer.from(bomb)))).toMatchObject({ code: 'xmlDocumentType' })
    const outside = xml('&f;', '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>')
    expect(await problemOf(() => readInvoiceXml(Buffer.from(outside)))).toMatchObject({ code: 'xmlDocumentType' })
  })

  it('is refused where it is deeper, longer or larger than an invoice', async () => {
    expect(await problemOf(() => readXmlTree(Buffer.from('<a>'.repeat(200))))).toMatchObject({ code: 'xmlTooLarge' })
    expect(await problemOf(() => readXmlTree(Buffer.from(`<a>${'<b/>'.repeat(200_001)}</a>`)))).toMatchObject({
      code: 'xmlTooLarge',
    })
    expect(await problemOf(() => readXmlTree(Buffer.alloc(20_000_001, 32)))).toMatchObject({ code: 'xmlTooLarge' })
  })

  it('of something else is refused as XML', async () => {
    expect(await problemOf(() => readInvoiceXml(Buffer.from('<Document/>')))).toEqual({ code: 'xml' })
  })
})

describe('the invoice within a PDF', () => {
  it('is the attachment of the standard name, before any other', async () => {
    const read = await readInvoicePdf(
      await pdfWith(['lettre.xml', xml('OTHER')], ['notes.txt', 'x'], ['factur-x.xml', xml('INV-7')]),
    )
    expect(read).toMatchObject({
      attachment: 'factur-x.xml',
      hasStandardName: true,
      relationship: 'Data',
      invoice: { number: 'INV-7' },
    })
  })

  it('may have another name, which is said', async () => {
    expect(await readInvoicePdf(await pdfWith(['facture.xml', xml()]))).toMatchObject({
      attachment: 'facture.xml',
      hasStandardName: false,
    })
  })

  it('is found behind another XML that is no invoice', async () => {
    expect((await readInvoicePdf(await pdfWith(['a.xml', '<a/>'], ['b.xml', xml()]))).attachment).toBe('b.xml')
  })

  it('is refused where there is none, or where it is not well formed', async () => {
    const none = await pdfWith()
    expect(await problemOf(() => readInvoicePdf(none))).toEqual({ code: 'pdf' })
    const broken = await pdfWith(['factur-x.xml', xml().slice(0, 300)])
    expect(await problemOf(() => readInvoicePdf(broken))).toMatchObject({ code: 'brokenXml' })
  })

  it('is not opened where it would fill the memory: a few kilobytes that hold a gigabyte', async () => {
    const pdf = await PDFDocument.create()
    pdf.addPage()
    const bomb = deflateSync(Buffer.alloc(100_000_000, 32), { level: 9 })
    const stream = pdf.context.register(pdf.context.stream(bomb, { Type: 'EmbeddedFile', Filter: 'FlateDecode' }))
    pdf.context.register(
      pdf.context.obj({
        Type: 'Filespec',
        F: PDFString.of('factur-x.xml'),
        EF: pdf.context.obj({ F: stream }),
        AFRelationship: PDFName.of('Data'),
      }),
    )
    const bytes = await pdf.save({ useObjectStreams: false })
    expect(bytes.length).toBeLessThan(200_000)
    expect(await problemOf(() => readInvoicePdf(bytes))).toEqual({ code: 'pdf' })
  })

  it('is refused where the PDF is cut, or is none', async () => {
    const whole = await pdfWith(['factur-x.xml', xml()])
    expect(await problemOf(() => readInvoicePdf(Buffer.from('%PDF-1.7\nnothing')))).toEqual({ code: 'brokenPdf' })
    expect(await problemOf(() => readInvoicePdf(whole.slice(0, 60)))).toEqual({ code: 'brokenPdf' })
  })
})
