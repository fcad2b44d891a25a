import { AFRelationship, PDFDocument } from '@cantoo/pdf-lib'

export interface CiiSaid {
  readonly number?: string
  readonly type?: string
  readonly issued?: string
  /** null: the file does not say. */
  readonly due?: string | null
  readonly seller?: { readonly name: string; readonly siren?: string }
  readonly buyer?: { readonly name: string; readonly siren?: string; readonly email?: string }
  readonly total?: string
  readonly prepaid?: string
  readonly payable?: string
  readonly preceding?: string
  readonly payee?: string
  readonly iban?: string
  readonly means?: string
  readonly instalments?: readonly (readonly [day: string, amount: string])[]
}

/** A Cross Industry Invoice of 1,200.00 EUR from Atelier Vauquelin to Farine & Cie, as BASIC writes it. */
export function aCii(said: CiiSaid = {}): string {
  const { number = 'FA-2026-0012', type = '380', issued = '20261015', due = '20261114' } = said
  const { seller = { name: 'Atelier Vauquelin', siren: '812345678' }, buyer = { name: 'Farine & Cie' } } = said
  const { total = '1200.00', prepaid, payable = total } = said
  const instalments = said.instalments ?? (due === null ? [] : [[due, ''] as const])
  return `<?xml version="1.0" encoding="UTF-8"?>
<rsm:CrossIndustryInvoice xmlns:rsm="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100"
  xmlns:ram="urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100"
  xmlns:udt="urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100">
<rsm:ExchangedDocumentContext><ram:GuidelineSpecifiedDocumentContextParameter>
  <ram:ID>urn:cen.eu:en16931:2017#compliant#urn:factur-x.eu:1p0:basic</ram:ID>
</ram:GuidelineSpecifiedDocumentContextParameter></rsm:ExchangedDocumentContext>
<rsm:ExchangedDocument><ram:ID>${number}</ram:ID><ram:TypeCode>${type}</ram:TypeCode>
  <ram:IssueDateTime>${day(issued)}</ram:IssueDateTime>
  <ram:IncludedNote><ram:Content>Indemnité forfaitaire de 40 €</ram:Content><ram:SubjectCode>PMT</ram:SubjectCode></ram:IncludedNote>
</rsm:ExchangedDocument>
<rsm:SupplyChainTradeTransaction><ram:ApplicableHeaderTradeAgreement>
  <ram:SellerTradeParty><ram:Name>${text(seller.name)}</ram:Name>${legal(seller.siren)}</ram:SellerTradeParty>
  <ram:BuyerTradeParty><ram:Name>${text(buyer.name)}</ram:Name>${legal(buyer.siren)}${
    buyer.email
      ? `<ram:DefinedTradeContact><ram:EmailURIUniversalCommunication><ram:URIID>${buyer.email}</ram:URIID></ram:EmailURIUniversalCommunication></ram:DefinedTradeContact>`
      : ''
  }</ram:BuyerTradeParty>
</ram:ApplicableHeaderTradeAgreement><ram:ApplicableHeaderTradeSettlement>
  <ram:PaymentReference>RF-${number}</ram:PaymentReference><ram:InvoiceCurrencyCode>EUR</ram:InvoiceCurrencyCode>
  ${said.payee ? `<ram:PayeeTradeParty><ram:Name>${said.payee}</ram:Name></ram:PayeeTradeParty>` : ''}
  <ram:SpecifiedTradeSettlementPaymentMeans><ram:TypeCode>${said.means ?? '58'}</ram:TypeCode>${
    said.iban
      ? `<ram:PayeePartyCreditorFinancialAccount><ram:IBANID>${said.iban}</ram:IBANID></ram:PayeePartyCreditorFinancialAccount>`
      : ''
  }</ram:SpecifiedTradeSettlementPaymentMeans>
  ${instalments.map(terms).join('\n')}
  <ram:SpecifiedTradeSettlementHeaderMonetarySummation><ram:GrandTotalAmount>${total}</ram:GrandTotalAmount>${
    prepaid ? `<ram:TotalPrepaidAmount>${prepaid}</ram:TotalPrepaidAmount>` : ''
  }<ram:DuePayableAmount>${payable}</ram:DuePayableAmount></ram:SpecifiedTradeSettlementHeaderMonetarySummation>
  ${said.preceding ? `<ram:InvoiceReferencedDocument><ram:IssuerAssignedID>${said.preceding}</ram:IssuerAssignedID></ram:InvoiceReferencedDocument>` : ''}
</ram:ApplicableHeaderTradeSettlement></rsm:SupplyChainTradeTransaction></rsm:CrossIndustryInvoice>`
}

const day = (compact: string): string => `<udt:DateTimeString format="102">${compact}</udt:DateTimeString>`

const terms = ([on, amount]: readonly [string, string]): string =>
  `<ram:SpecifiedTradePaymentTerms><ram:DueDateDateTime>${day(on)}</ram:DueDateDateTime>${
    amount && `<ram:PartialPaymentAmount>${amount}</ram:PartialPaymentAmount>`
  }</ram:SpecifiedTradePaymentTerms>`

const legal = (siren: string | undefined): string =>
  siren
    ? `<ram:SpecifiedLegalOrganization><ram:ID schemeID="0002">${siren}</ram:ID></ram:SpecifiedLegalOrganization>`
    : ''

const text = (words: string): string => words.replaceAll('&', '&amp;')

/** A PDF that shows these lines, with an invoice in it and a picture of that many bytes where given; the same bytes each time. */
export async function aPdf(lines: readonly string[], xml?: string, picture = 0): Promise<Buffer> {
  const pdf = await PDFDocument.create({ updateMetadata: false })
  const page = pdf.addPage([595, 842])
  lines.forEach((line, index) => {
    page.drawText(line, { x: 50, y: 800 - 20 * index, size: 12 })
  })
  if (picture > 0) pdf.context.register(pdf.context.stream(Buffer.alloc(picture, lines.join()), { Subtype: 'Image' }))
  const fixed = new Date('2026-10-15T00:00:00Z')
  if (xml)
    await pdf.attach(Buffer.from(xml), 'factur-x.xml', {
      afRelationship: AFRelationship.Data,
      mimeType: 'text/xml',
      creationDate: fixed,
      modificationDate: fixed,
    })
  return Buffer.from(await pdf.save())
}

/** An invoice as Factur-X has it. */
export const aFacturX = (said: CiiSaid = {}, picture = 0): Promise<Buffer> =>
  aPdf([`Facture ${said.number ?? 'FA-2026-0012'}`], aCii(said), picture)
