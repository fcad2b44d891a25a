import { describe, expect, it } from 'vitest'
import type { StatementFile } from '../statement-file.ts'
import { readOfx } from './read-ofx.ts'

const read = (text: string): StatementFile => {
  const found = readOfx(text)
  if ('problem' in found) throw new Error(found.problem.code)
  return found
}

const account = '<BANKACCTFROM><BANKID>30004<BRANCHID>00815<ACCTID>00012345678<ACCTTYPE>CHECKING</BANKACCTFROM>'
const balance = '<LEDGERBAL><BALAMT>1234,56<DTASOF>20260331</LEDGERBAL>'

/** Version 1: values without end tags. */
const sgml = (...movements: readonly string[]): string =>
  `OFXHEADER:100\nDATA:OFXSGML\nVERSION:102\nENCODING:USASCII\nCHARSET:1252\n\n<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>EUR${account}
<BANKTRANLIST><DTSTART>20260301<DTEND>20260331
${movements.map((one) => `<STMTTRN>${one}</STMTTRN>`).join('\n')}
</BANKTRANLIST>${balance}</STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>`

const movement = (more = '<NAME>MARTIN SA<MEMO>FACTURE 12'): string =>
  `<TRNTYPE>CREDIT<DTPOSTED>20260323120000.000[+1:CET]<TRNAMT>+1 234,50<FITID>F1${more}`

describe('a statement of OFX', () => {
  it('gives account, movements and the balance it ends with; it has no opening one', () => {
    const found = read(sgml(movement()))
    expect(found).toMatchObject({ version: '102', facts: { opening_balance: 'OFX has none' }, warnings: [] })
    expect(found.statements[0]?.statement).toMatchObject({
      account: { text: '00012345678', bank: '30004', branch: '00815', number: '00012345678' },
      currency: 'EUR',
      opening: null,
      closing: { amount: 123_456, on: '2026-03-31' },
      lines: [
        {
          fileLine: 9,
          bookedOn: '2026-03-23',
          amount: 123_450,
          label: 'MARTIN SA FACTURE 12',
          remittance: 'FACTURE 12',
          otherName: 'MARTIN SA',
          bankReference: 'F1',
        },
      ],
    })
    expect(found.statements[0]?.facts).toMatchObject({ type: 'bank', from_date: '20260301', sum_credits: '1234.50' })
  })

  it('reads XML of version 2, cards, and several accounts and lists in one file', () => {
    const list = '<BANKTRANLIST><STMTTRN><DTPOSTED>20260323</DTPOSTED><TRNAMT>-5</TRNAMT></STMTTRN></BANKTRANLIST>'
    const card = `<CCSTMTRS><CURDEF>USD</CURDEF><CCACCTFROM><ACCTID>4970</ACCTID></CCACCTFROM>${list}${list}</CCSTMTRS>`
    const found = read(
      `<?xml version="1.0"?>\n<?OFX OFXHEADER="200" VERSION="211"?>\n<OFX><STMTRS><CURDEF>EUR</CURDEF>${list}</STMTRS>${card}</OFX>`,
    )
    expect(found.version).toBe('211')
    expect(found.statements.map(({ facts }) => [facts.type, facts.entries, facts.sum_debits])).toEqual([
      ['bank', 1, '5.00'],
      ['card', 2, '10.00'],
    ])
  })

  it('reads a text on one line, empty values without end tags, comments, and signs that were not escaped', () => {
    const text = sgml(
      movement('<CHECKNUM><REFNUM><NAME>DUPONT & FILS &lt;SARL&gt; &#233;<!-- note --><MEMO><![CDATA[A < B & C]]>'),
    )
    const [line] = read(text.replaceAll('\n', ' ')).statements[0]?.statement.lines ?? []
    expect(line).toMatchObject({ otherName: 'DUPONT & FILS <SARL> é', remittance: 'A < B & C', fileLine: 1 })
  })

  it('expands no entity but those of one sign, and refuses a document type', () => {
    const zero = read(sgml(movement('<NAME>A&#0;B&#xD800;C'))).statements[0]?.statement.lines[0]
    expect(zero?.label).toBe('A B&#xD800;C')
    const [line] = read(sgml(movement('<NAME>&bomb;&bomb;'))).statements[0]?.statement.lines ?? []
    expect(line?.label).toBe('&bomb;&bomb;')
    expect(readOfx(`<?xml version="1.0"?>\n<!DOCTYPE OFX [<!ENTITY bomb "x">]>\n<OFX></OFX>`)).toEqual({
      problem: { code: 'xmlDocumentType', line: 2 },
    })
  })

  it('tells a transfer from the words of French banks', () => {
    const lines = read(
      sgml(
        movement('<NAME>VIR SEPA RECU /DE MARTIN SA /MOTIF<MEMO>VIR SEPA RECU /DE MARTIN SA /MOTIF FACTURE 12 /REF 9'),
        movement('<NAME>REMISE CHEQUES 0000123'),
        movement('<NAME>REJET PRLV CLIENT DURAND'),
      ),
    ).statements[0]?.statement.lines
    expect(lines?.map(({ kind, otherName }) => [kind, otherName])).toEqual([
      ['transfer', 'MARTIN SA'],
      ['chequeDeposit', null],
      ['returned', null],
    ])
  })

  it('names the movements it cannot read, and reads the others', () => {
    const found = read(
      sgml(
        '<DTPOSTED>20260230<TRNAMT>1.00',
        '<TRNAMT>1.00',
        '<DTPOSTED>20260323<TRNAMT>',
        '<DTPOSTED>20260323<TRNAMT>ONE',
        '<DTPOSTED>20260323<TRNAMT>1.2345',
        '<DTPOSTED>20260323<TRNAMT>1,234.50',
      ),
    )
    expect(found.statements[0]?.statement.lines.map(({ amount }) => amount)).toEqual([123_450])
    expect(found.warnings).toMatchObject([
      { code: 'dateUnreadable', line: 9, value: '20260230' },
      { code: 'dateUnreadable', line: 10 },
      { code: 'amountMissing', line: 11 },
      { code: 'amountUnreadable', line: 12 },
      { code: 'impossiblePrecision', line: 13 },
    ])
  })

  it('is refused where it is cut off in its list of movements, or holds none', () => {
    const cut = sgml(movement(), movement()).slice(0, 480)
    expect(readOfx(cut)).toMatchObject({ problem: { code: 'listNotClosed' } })
    expect(readOfx('<OFX><SONRS></SONRS></OFX>')).toEqual({ problem: { code: 'noStatement' } })
  })
})
