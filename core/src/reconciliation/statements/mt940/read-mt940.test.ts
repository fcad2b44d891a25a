import { describe, expect, it } from 'vitest'
import type { StatementLine } from '../statement.ts'
import type { StatementFile } from '../statement-file.ts'
import { readMt940 } from './read-mt940.ts'

const read = (text: string): StatementFile => {
  const found = readMt940(text)
  if ('problem' in found) throw new Error(found.problem.code)
  return found
}

const message = (...lines: readonly string[]): string =>
  [':20:STARTUMS', ':25:FR7630006000011234567890189', ':28C:12/1', ':60F:C260322EUR100,', ...lines].join('\r\n')

const linesOf = (...lines: readonly string[]): readonly StatementLine[] =>
  read(message(...lines)).statements[0]?.statement.lines ?? []

const onlyLine = (information: string, first = ':61:2603230323C12,50NTRFNONREF//BANK42'): StatementLine | undefined =>
  linesOf(first, ...`:86:${information}`.split('\n'))[0]

describe('a statement of SWIFT', () => {
  it('gives its account, balances and movements, with the blocks of the network or without', () => {
    const text = message(':61:2603240323C12,50NTRFNONREF//BANK42', ':86:VIREMENT DUPONT', ':62F:C260323EUR112,50', '-')
    const framed = `{1:F01BNPAFRPPAXXX0000000000}{2:I940BNPAFRPPXXXXN}{4:\r\n${text}}{5:{MAC:0}}`
    for (const one of [text, framed])
      expect(read(one).statements).toMatchObject([
        {
          statement: {
            statementId: 'STARTUMS 12/1',
            account: { iban: 'FR7630006000011234567890189' },
            currency: 'EUR',
            opening: { amount: 10_000, on: '2026-03-22' },
            closing: { amount: 11_250, on: '2026-03-23' },
            lines: [{ bookedOn: '2026-03-23', valueOn: '2026-03-24', amount: 1250, bankReference: 'BANK42' }],
          },
          facts: { balances_join: true, opening_tag: '60F', closing_date_yymmdd: '260323', sum_credits: '12.50' },
        },
      ])
  })

  it('shifts the year of the booking day around New Year', () => {
    const lines = linesOf(':61:2601021231C1,NTRFNONREF', ':61:2512310102D1,NTRFNONREF')
    expect(lines.map(({ bookedOn, valueOn }) => [bookedOn, valueOn])).toEqual([
      ['2025-12-31', '2026-01-02'],
      ['2026-01-02', '2025-12-31'],
    ])
  })

  it('reads the marks of credits, debits and their reversals, with a letter of the currency behind', () => {
    const lines = linesOf(...['C', 'D', 'RC', 'RD', 'CR', 'DR', 'RCR'].map((mark) => `:61:260323${mark}1,50NTRFNONREF`))
    expect(lines.map(({ amount }) => amount)).toEqual([150, -150, -150, 150, 150, -150, -150])
    expect(lines.map(({ kind }) => kind === 'returned')).toEqual([false, false, true, true, false, false, true])
  })

  it('keeps several statements apart, also where a later page has no reference of its own', () => {
    const text = `${message(':62M:C260322EUR100,')}\n-\n:25:123\n:60M:C260322EUR100,\n:61:260323C1,NTRFX\n:62F:C260323EUR101,`
    expect(read(text).statements.map(({ facts }) => [facts.account, facts.closing_tag])).toEqual([
      ['FR7630006000011234567890189', '62M'],
      ['123', '62F'],
    ])
  })

  it('names the lines and balances it cannot read, and reads the others', () => {
    const found = read(
      message(':61:260230C1,NTRFX', ':61:WHAT', ':61:260323C1,005NTRFX', ':61:260323C2,NTRFX', ':62F:C26'),
    )
    expect(found.statements[0]?.statement.lines.map(({ amount, fileLine }) => [amount, fileLine])).toEqual([[200, 8]])
    expect(found.warnings).toMatchObject([
      { code: 'balanceUnreadable', line: 9 },
      { code: 'lineUnreadable', line: 6 },
      { code: 'dateUnreadable', line: 5 },
      { code: 'impossiblePrecision', line: 7 },
    ])
  })

  it('assumes euros where no balance names a currency, and says so', () => {
    const found = read(':20:X\n:25:1\n:60F:C260322100,\n:62F:C260322100,')
    expect(found.statements[0]?.statement.currency).toBe('EUR')
    expect(found.warnings).toMatchObject([{ code: 'currencyAssumed' }])
    expect(readMt940(':20:X\nhello')).toEqual({ problem: { code: 'noStatement' } })
  })

  it('takes a dash within a text for a part of it', () => {
    const found = read(message(':61:260323C1,NTRFX', ':86:MND', '-', '42', ':62F:C260323EUR101,', '-'))
    expect(found.statements[0]?.statement.lines[0]?.label).toBe('MND - 42')
  })
})

describe('the information of a movement', () => {
  it('is read in the fields of German banks, words joined where a piece is full', () => {
    const text =
      '166?00GUTSCHRIFT?20EREF+E2E-42?21MREF+M-7?22SVWZ+Rechnung 2026-031 und?23 2026-032?30BNPAFRPP?31FR7630004000031234567890143?32DUPONT MASCHINENBAU UND SOE?33HNE GMBH'
    expect(onlyLine(text)).toMatchObject({
      kind: 'transfer',
      operation: 'NTRF 166',
      endToEndId: 'E2E-42',
      mandate: 'M-7',
      remittance: 'Rechnung 2026-031 und 2026-032',
      otherName: 'DUPONT MASCHINENBAU UND SOEHNE GMBH',
      otherIban: 'FR7630004000031234567890143',
    })
  })

  it('is read behind the codes of Dutch and international banks', () => {
    const text =
      '/TRTP/SEPA OVERBOEKING/IBAN/NL91ABNA0417164300/BIC/ABNANL2A/NAME/JANSEN\n BV/REMI/Factuur 12/EREF/NOTPROVIDED'
    expect(onlyLine(text)).toMatchObject({
      otherName: 'JANSEN BV',
      otherIban: 'NL91ABNA0417164300',
      remittance: 'Factuur 12',
      endToEndId: null,
    })
    expect(
      onlyLine('/RTRN/MS03//EREF/1//CNTP/NL91ABNA0417164300/INGBNL2A/J.Janssen///REMI/USTD//Factuur 9/'),
    ).toMatchObject({
      otherName: 'J.Janssen',
      remittance: 'Factuur 9',
      returned: { reason: 'MS03' },
    })
    expect(onlyLine('/REMI/STRD/CUR/9001123412341234/')?.creditorReference).toBe('9001123412341234')
    expect(onlyLine('/TRTP/SEPA BATCH/PREF/109180/NRTX/162')?.isBatch).toBe(true)
  })

  it('is read behind the words of French and Dutch banks, else it is all remittance', () => {
    expect(onlyLine('VIR SEPA RECU /DE DUPONT SARL /MOTIF FACTURE 2026-031 /REF X1')).toMatchObject({
      otherName: 'DUPONT SARL',
      remittance: 'FACTURE 2026-031',
    })
    expect(
      onlyLine('SEPA IDEAL   IBAN: NL91ABNA0417164300   NAAM: NS GROEP   OMSCHRIJVING: ORDER 7 KENMERK: 1'),
    ).toMatchObject({
      otherName: 'NS GROEP',
      otherIban: 'NL91ABNA0417164300',
      remittance: 'ORDER 7',
    })
    expect(onlyLine('REMISE DE CHEQUES 12')).toMatchObject({ remittance: 'REMISE DE CHEQUES 12', otherName: null })
  })

  it('is joined without a space where a line is full', () => {
    const full = 'FACTURE '.padEnd(65, 'X')
    expect(onlyLine(`${full}\nYZ`)?.remittance).toBe(`${full}YZ`)
    expect(onlyLine('FACTURE\nYZ')?.remittance).toBe('FACTURE YZ')
  })

  it('is read in the notes of banks that send no other', () => {
    const [line] = linesOf(':61:260323C1,NTRFX', ':NS:01Facture 12', '02 et 13', '15Dupont', '17Virement')
    expect(line).toMatchObject({
      otherName: 'Dupont',
      remittance: 'Facture 12 et 13',
      label: 'Virement Dupont Facture 12 et 13',
    })
  })

  it('takes the account of the other side and the amount ordered from the lines below', () => {
    const first = ':61:260323C12,50NTRFEREF\nFR7630004000031234567890143'
    expect(linesOf(...first.split('\n'), ':86:/NAME/X/REMI/Y')[0]?.otherIban).toBe('FR7630004000031234567890143')
    expect(linesOf(':61:260323C12,50NTRFNONREF', '/OCMT/USD14,00/')[0]?.original).toEqual({
      amount: 1400,
      currency: 'USD',
    })
  })
})
