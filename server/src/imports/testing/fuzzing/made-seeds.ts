import { AFRelationship, PDFDocument } from '@cantoo/pdf-lib'
import { aWorkbook, rowsOf } from '../../reading/workbook/testing/a-workbook.ts'
import { aZip } from '../../reading/workbook/testing/a-zip.ts'
import type { Seed } from './seed-files.ts'

const rows = [
  ['N° facture', 'Client', 'Date', 'Échéance', 'Montant TTC', 'Reste à payer'],
  ['F-2026-001', 'Dupont SARL', '15/01/2026', '14/02/2026', '1 200,00', '1 200,00'],
  ['F-2026-002', 'Brun &amp; Fils', '20/01/2026', '19/02/2026', '845,30', '0,00'],
  ['AV-2026-003', 'Café Castel', '02/02/2026', '', '-80,00', '-80,00'],
]

const ledgerHeader =
  'JournalCode JournalLib EcritureNum EcritureDate CompteNum CompteLib CompAuxNum CompAuxLib PieceRef PieceDate EcritureLib Debit Credit EcritureLet DateLet ValidDate Montantdevise Idevise'

const ledgerLines = [
  'VE,Ventes,1,20260115,411000,Clients,C001,Dupont,FA-1,20260115,Facture FA-1,1200|00,0|00,AA,20260210,20260131,,',
  'VE,Ventes,1,20260115,706000,Prestations,,,FA-1,20260115,Facture FA-1,0|00,1000|00,,,20260131,,',
  'VE,Ventes,1,20260115,445710,TVA,,,FA-1,20260115,Facture FA-1,0|00,200|00,,,20260131,,',
  'VE,Ventes,2,20260120,411000,Clients,C002,Brun,FA-2,20260120,Facture FA-2,600|00,0|00,,,20260131,,',
  'VE,Ventes,2,20260120,706000,Prestations,,,FA-2,20260120,Facture FA-2,0|00,600|00,,,20260131,,',
  'BQ,Banque,3,20260210,512000,Banque,,,VIR,20260210,Virement Dupont,1200|00,0|00,,,20260228,,',
  'BQ,Banque,3,20260210,411000,Clients,C001,Dupont,VIR,20260210,Virement Dupont,0|00,1200|00,AA,20260210,20260228,,',
]

const ledger = [ledgerHeader.split(' '), ...ledgerLines.map((line) => line.split(','))]
  .map((cells) => `${cells.join('\t').replaceAll('|', ',')}\r\n`)
  .join('')

const party = (name: string): string =>
  `<ram:Name>${name}</ram:Name><ram:SpecifiedLegalOrganization><ram:ID schemeID="0002">732829320</ram:ID></ram:SpecifiedLegalOrganization><ram:PostalTradeAddress><ram:PostcodeCode>69001</ram:PostcodeCode><ram:LineOne>1 rue Neuve</ram:LineOne><ram:CityName>Lyon</ram:CityName><ram:CountryID>FR</ram:CountryID></ram:PostalTradeAddress>`

const instalment = (day: string, amount: string): string =>
  `<ram:SpecifiedTradePaymentTerms><ram:Description>30 jours</ram:Description><ram:DueDateDateTime><udt:DateTimeString format="102">${day}</udt:DateTimeString></ram:DueDateDateTime><ram:PartialPaymentAmount>${amount}</ram:PartialPaymentAmount></ram:SpecifiedTradePaymentTerms>`

const invoice = `<?xml version="1.0" encoding="UTF-8"?>
<rsm:CrossIndustryInvoice xmlns:rsm="urn:rsm" xmlns:ram="urn:ram" xmlns:udt="urn:udt"><rsm:ExchangedDocumentContext><ram:GuidelineSpecifiedDocumentContextParameter><ram:ID>urn:cen.eu:en16931:2017</ram:ID></ram:GuidelineSpecifiedDocumentContextParameter></rsm:ExchangedDocumentContext>
<rsm:ExchangedDocument><ram:ID>FA-2026-0012</ram:ID><ram:TypeCode>380</ram:TypeCode><ram:IssueDateTime><udt:DateTimeString format="102">20260115</udt:DateTimeString></ram:IssueDateTime><ram:IncludedNote><ram:Content>40 euros</ram:Content><ram:SubjectCode>PMT</ram:SubjectCode></ram:IncludedNote></rsm:ExchangedDocument>
<rsm:SupplyChainTradeTransaction><ram:IncludedSupplyChainTradeLineItem/><ram:ApplicableHeaderTradeAgreement><ram:SellerTradeParty>${party('Atelier Vauquelin')}</ram:SellerTradeParty><ram:BuyerTradeParty>${party('Farine &amp; Cie')}</ram:BuyerTradeParty></ram:ApplicableHeaderTradeAgreement>
<ram:ApplicableHeaderTradeSettlement><ram:PaymentReference>FA-2026-0012</ram:PaymentReference><ram:InvoiceCurrencyCode>EUR</ram:InvoiceCurrencyCode><ram:SpecifiedTradeSettlementPaymentMeans><ram:TypeCode>58</ram:TypeCode><ram:PayeePartyCreditorFinancialAccount><ram:IBANID>FR7630006000011234567890189</ram:IBANID></ram:PayeePartyCreditorFinancialAccount></ram:SpecifiedTradeSettlementPaymentMeans>${instalment('20260214', '600.00')}${instalment('20260314', '600.00')}<ram:SpecifiedTradeSettlementHeaderMonetarySummation><ram:TaxBasisTotalAmount>1000.00</ram:TaxBasisTotalAmount><ram:TaxTotalAmount currencyID="EUR">200.00</ram:TaxTotalAmount><ram:GrandTotalAmount>1200.00</ram:GrandTotalAmount><ram:DuePayableAmount>1200.00</ram:DuePayableAmount></ram:SpecifiedTradeSettlementHeaderMonetarySummation></ram:ApplicableHeaderTradeSettlement></rsm:SupplyChainTradeTransaction></rsm:CrossIndustryInvoice>`

async function invoicePdf(): Promise<Buffer> {
  const pdf = await PDFDocument.create()
  pdf.addPage().drawText('Facture n° FA-2026-0012')
  await pdf.attach(Buffer.from(invoice), 'factur-x.xml', { afRelationship: AFRelationship.Data, mimeType: 'text/xml' })
  return Buffer.from(await pdf.save())
}

/** One good file of each kind, for where there is no folder of them. */
export async function madeSeeds(): Promise<Seed[]> {
  const pdf = await invoicePdf()
  return [
    { name: 'list', kind: 'csv', bytes: Buffer.from(rows.map((cells) => cells.join(';')).join('\n')) },
    { name: 'ledger', kind: 'fec', bytes: Buffer.from(ledger) },
    { name: 'invoice', kind: 'xml', bytes: Buffer.from(invoice) },
    { name: 'invoice', kind: 'pdf', bytes: pdf },
    { name: 'workbook', kind: 'xlsx', bytes: aWorkbook({ rows: rowsOf(rows), merges: ['B2:B3'], formats: [14] }) },
    { name: 'archive', kind: 'zip', bytes: aZip({ 'a.xml': invoice, 'b.pdf': pdf, 'c.txt': 'rien' }) },
  ]
}
