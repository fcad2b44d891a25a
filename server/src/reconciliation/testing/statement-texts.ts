import { aZip } from '../../imports/reading/workbook/testing/a-zip.ts'

/** A small good statement in each format, all of the same three movements: what tests and mutations begin with. */
const camt = `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><GrpHdr><MsgId>M1</MsgId></GrpHdr><Stmt><Id>S1</Id>
<Acct><Id><IBAN>FR7630006000011234567890189</IBAN></Id><Ccy>EUR</Ccy></Acct>
<Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">100.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-03-22</Dt></Dt></Bal>
<Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">1300.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-03-23</Dt></Dt></Bal>
<Ntry><Amt Ccy="EUR">1234.56</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2026-03-23</Dt></BookgDt><ValDt><Dt>2026-03-24</Dt></ValDt><AcctSvcrRef>B1</AcctSvcrRef><BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd><SubFmlyCd>ESCT</SubFmlyCd></Fmly></Domn></BkTxCd><NtryDtls><TxDtls><Refs><EndToEndId>E2E-1</EndToEndId></Refs><RltdPties><Dbtr><Pty><Nm>Martin &amp; Fils</Nm></Pty></Dbtr><DbtrAcct><Id><IBAN>FR7630004000031234567890143</IBAN></Id></DbtrAcct></RltdPties><RmtInf><Ustrd>Facture 2026-031</Ustrd><Strd><CdtrRefInf><Ref>RF18539007547034</Ref></CdtrRefInf></Strd></RmtInf></TxDtls></NtryDtls></Ntry>
<Ntry><Amt Ccy="EUR">-0.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><DtTm>2026-03-23T10:00:00+01:00</DtTm></BookgDt></Ntry>
<Ntry><Amt Ccy="EUR">34.56</Amt><CdtDbtInd>DBIT</CdtDbtInd><RvslInd>true</RvslInd><BookgDt><Dt>2026-03-23</Dt></BookgDt><NtryDtls><TxDtls><Amt Ccy="EUR">30.00</Amt><RtrInf><Rsn><Cd>AM04</Cd></Rsn></RtrInf></TxDtls><TxDtls><Amt Ccy="EUR">4.56</Amt></TxDtls></NtryDtls></Ntry>
</Stmt></BkToCstmrStmt></Document>
`

const record = (text: string): string => text.padEnd(120)

const cfonb = [
  record(`0130006    00001EUR2 12345678901  220326${' '.repeat(50)}0000000001000{`),
  record('0430006056800001EUR2 1234567890105230326  240326VIR SEPA RECU MARTIN             0000042  0000000012345FB1'),
  record('0530006056800001EUR2 1234567890105230326     NPYMARTIN ET FILS'),
  record('0530006056800001EUR2 1234567890105230326     LCCFACTURE 2026-031'),
  record('0530006056800001EUR2 1234567890105230326     RCNE2E-1'),
  record('0430006056800001EUR2 12345678901B3230326AM230326REJET PRLV                       0000043  0000000000345O'),
  record(`0730006    00001EUR2 12345678901  230326${' '.repeat(50)}0000000013000{`),
].join('\r\n')

const mt940 = `{1:F01BNPAFRPPAXXX0000000000}{2:I940BNPAFRPPXXXXN}{4:
:20:STARTUMS
:25:FR7630006000011234567890189
:28C:12/1
:60F:C260322EUR100,
:61:2603240323CR1234,56NTRFNONREF//B1
:86:166?00GUTSCHRIFT?20EREF+E2E-1?21SVWZ+Facture 2026-031?31FR7630004000031234567890143?32MARTIN ET FILS
:61:2603230323D34,56NRTINONREF
:86:/RTRN/AM04/NAME/MARTIN/REMI/USTD//Facture 2026-030/
:62F:C260323EUR1300,
-}
`

const ofx = `OFXHEADER:100
DATA:OFXSGML
VERSION:102
ENCODING:USASCII
CHARSET:1252

<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>EUR<BANKACCTFROM><BANKID>30006<BRANCHID>00001<ACCTID>12345678901</BANKACCTFROM>
<BANKTRANLIST><DTSTART>20260301<DTEND>20260331
<STMTTRN><TRNTYPE>CREDIT<DTPOSTED>20260323<TRNAMT>1234.56<FITID>B1<NAME>VIR SEPA RECU /DE MARTIN & FILS<MEMO>/MOTIF FACTURE 2026-031</STMTTRN>
<STMTTRN><TRNTYPE>DEBIT<DTPOSTED>20260323120000<TRNAMT>-34,56<FITID>B2<NAME>REJET PRLV</STMTTRN>
</BANKTRANLIST><LEDGERBAL><BALAMT>1300.00<DTASOF>20260323</LEDGERBAL></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>
`

const list = `Compte courant;FR76 3000 6000 0112 3456 7890 189;;;;
Date opération;Date valeur;Libellé;Débit;Crédit;Solde
23/03/2026;24/03/2026;VIR SEPA RECU /DE MARTIN /MOTIF FACTURE 2026-031;;1 234,56;1 334,56
24/03/2026;24/03/2026;REJET PRLV;-34,56;;1 300,00
`

export const statementTexts = { camt, cfonb, mt940, ofx, list } as const

export const anArchiveOfStatements = (): Buffer => aZip({ 'a.xml': camt, 'b.txt': cfonb, 'notes.txt': 'rien' })
