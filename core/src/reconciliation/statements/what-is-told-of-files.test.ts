import { describe, expect, it } from 'vitest'
import { readCamt } from './camt/read-camt.ts'
import { complementOf } from './cfonb/complements.ts'
import { readCfonb } from './cfonb/read-cfonb.ts'
import { parseEntry } from './mt940/entry.ts'
import { readMt940 } from './mt940/read-mt940.ts'
import { readOfx } from './ofx/read-ofx.ts'
import type { StatementFile, StatementRefusal, StatementWarningCode } from './statement-file.ts'
import { entry, treeOf } from './testing/camt-tree.ts'
import { balanceRecord, complementRecord, movementRecord } from './testing/cfonb-records.ts'
import { statementWarningSentence } from './warning-sentence.ts'

const read = (found: StatementFile | StatementRefusal): StatementFile => {
  if ('problem' in found) throw new Error(found.problem.code)
  return found
}

describe('what is told of a statement of 120 characters', () => {
  const parts = { bank: '30066', branch: '10001', account: '00020202020', currency: 'USD' }
  const file = read(
    readCfonb(
      [
        balanceRecord('01', '220326', 100, parts),
        movementRecord({ ...parts, amount: 250, booked: '300226', reason: '65' }),
        complementRecord('LIB', 'A', parts),
        balanceRecord('07', '230326', 350, parts),
      ].join('\n'),
    ),
  )

  it('is its account, currency, days, balances and sums, as written', () => {
    expect(file.statements[0]?.facts).toEqual({
      bank: '30066',
      branch: '10001',
      account: '00020202020',
      currency: 'USD',
      opening_date_ddmmyy: '220326',
      opening_balance: '1.00',
      closing_date_ddmmyy: '230326',
      closing_balance: '3.50',
      entries: 1,
      detail_records: 1,
      sum_credits: '2.50',
      sum_debits: '0.00',
      balances_join: true,
    })
  })

  it('is the day it cannot read, and nothing of what stands beside it', () => {
    expect(file.warnings).toEqual([{ code: 'dateUnreadable', line: 2, field: 'bookedOn', value: '300226' }])
  })

  it('is not what stands in the two reserved places at the end of a complement', () => {
    const record = `${complementRecord('', '').slice(0, 40)}${'A'.repeat(78)}ZZ`
    expect(complementOf(record)).toEqual({ qualifier: '', text: 'A'.repeat(78) })
    expect(complementOf(`${complementRecord('LIB', 'B'.repeat(70)).slice(0, 118)}ZZ`).text).toBe('B'.repeat(70))
  })
})

describe('what is told of a statement of SWIFT', () => {
  it('is the currency of the one balance that is there', () => {
    const opening = read(readMt940(':20:X\n:25:1\n:60F:C260322USD100,\n:61:260323C1,NTRFX'))
    const closing = read(readMt940(':20:X\n:25:1\n:61:260323C1,NTRFX\n:62F:D260322USD100,'))
    expect(opening.statements[0]?.facts).toMatchObject({
      currency: 'USD',
      opening_balance: '100.00',
      closing_tag: null,
    })
    expect(closing.statements[0]?.facts).toMatchObject({
      currency: 'USD',
      closing_balance: '-100.00',
      opening_tag: null,
    })
    expect([opening, closing].map(({ statements: [only] }) => only?.facts.balances_join)).toEqual([
      undefined,
      undefined,
    ])
  })

  it.each(['C260322EUR1,2,3', 'C260322EUR', 'X260322EUR1,', 'C26032EUR1,', 'C260322EUR1,00 solde'])(
    'is that its balance cannot be read: %s',
    (written) => {
      const file = read(readMt940(`:20:X\n:25:1\n:60F:${written}\n:61:260323C1,NTRFX`))
      expect(file.statements[0]?.statement).toMatchObject({ opening: null, lines: [{ amount: 100 }] })
      expect(file.warnings[0]).toEqual({ code: 'balanceUnreadable', line: 3, field: '60F', value: written })
    },
  )

  it('is the movement it cannot read, as written', () => {
    const file = read(readMt940(':20:X\n:25:1\n:60F:C260322EUR1,\n:61:VINGT EUROS\n:86:VIREMENT'))
    expect(file.warnings).toEqual([{ code: 'lineUnreadable', line: 4, field: '61', value: 'VINGT EUROS' }])
  })

  it('is no movement of an amount longer than any money', () => {
    expect(parseEntry({ tag: '61', lines: [`260323C${'1'.repeat(41)}NTRFX`], line: 1 })).toBeUndefined()
  })

  it('is that a line of words alone is no batch, and came back from nobody', () => {
    const file = read(readMt940(':20:X\n:25:1\n:60F:C260322EUR1,\n:61:260323C1,NTRFX\n:86:VIREMENT DE MARTIN'))
    expect(file.statements[0]?.statement.lines).toMatchObject([{ isBatch: false, returned: null, mandate: null }])
  })

  it.each([
    ['FR7630006000011234567890189', 'FR7630006000011234567890189', null],
    ['FR76 3000 6000 0112 3456 7890 189', 'FR7630006000011234567890189', null],
    ['FR7630006000011234567890189EUR', 'FR7630006000011234567890189', null],
    ['25040066/0123456789', null, '0123456789'],
    ['BNPAFRPP/00012345678', null, '00012345678'],
    ['0123456789', null, null],
  ])('is its account, written %s', (written, iban, number) => {
    const file = read(readMt940(`:20:X\n:25:${written}\n:60F:C260322EUR1,`))
    expect(file.statements[0]?.statement.account).toMatchObject({ iban, number, text: iban ?? written })
    expect(file.warnings).toEqual([])
  })
})

describe('what is told of a statement of OFX', () => {
  it('is the amount it cannot read, as written', () => {
    const rows = '<STMTTRN><DTPOSTED>20260323<TRNAMT>douze euros</STMTTRN>'
    const file = read(readOfx(`<OFX><STMTRS><CURDEF>EUR<BANKTRANLIST>${rows}</BANKTRANLIST></STMTRS></OFX>`))
    expect(file.warnings).toEqual([
      { code: 'accountMissing', line: 1 },
      { code: 'amountUnreadable', line: 1, value: 'douze euros' },
    ])
  })

  it.each([
    ['OFXHEADER:100\nDATA:OFXSGML\nVERSION:102\n\n', '102'],
    ['OFXHEADER:100 DATA:OFXSGML VERSION:103 SECURITY:NONE ', '103'],
    ['VERSION:151\n', '151'],
    ['<?xml version="1.0"?><?OFX OFXHEADER="200" VERSION="220"?>', '220'],
    ["<?OFX OFXHEADER='200' VERSION='203'?>", '203'],
    ['', null],
    ['<?xml version="1.0"?>', null],
  ])('is the version of its head: %j is %s', (head, version) => {
    expect(read(readOfx(`${head}<OFX><STMTRS><CURDEF>EUR</STMTRS></OFX>`)).version).toBe(version)
  })
})

describe('what is told of a statement of ISO 20022', () => {
  it('is the version of its schema, where the namespace names none', () => {
    const root = treeOf('Document', {
      '@xsi:schemaLocation': 'http://bank.example camt.053.001.04.xsd',
      BkToCstmrStmt: { Stmt: { Id: 'S', Ntry: entry('1') } },
    })
    expect(read(readCamt([root])).version).toBe('camt.053.001.04')
  })
})

describe('every sentence of what was passed over', () => {
  const codes: Readonly<Record<StatementWarningCode, null>> = {
    amountUnreadable: null,
    amountMissing: null,
    impossiblePrecision: null,
    amountTooLarge: null,
    dateUnreadable: null,
    directionMissing: null,
    lineUnreadable: null,
    zeroLine: null,
    notBooked: null,
    valueDateUnreadable: null,
    currencyAssumed: null,
    otherCurrency: null,
    accountMissing: null,
    accountDiffers: null,
    balanceUnreadable: null,
    balancesDoNotJoin: null,
    detailsDoNotAddUp: null,
    negativeAmount: null,
    signsSettled: null,
    unknownQualifier: null,
    recordTooLong: null,
    repairedText: null,
    skippedFile: null,
  }

  it.each(Object.keys(codes) as StatementWarningCode[])(
    'is whole in both languages, without a mark left over: %s',
    (code) => {
      const [fr, en] = (['fr', 'en'] as const).map((language) =>
        statementWarningSentence({ code, value: '42' }, language),
      )
      for (const sentence of [fr, en]) {
        expect(sentence).toMatch(/^[\p{Lu}«“].*\.$/su)
        expect(sentence).not.toMatch(/[{}!]|undefined/)
      }
      expect(fr).not.toBe(en)
    },
  )

  it('names the length of a record as the format has it', () => {
    for (const language of ['fr', 'en'] as const)
      expect(statementWarningSentence({ code: 'recordTooLong', line: 3 }, language)).toMatch(/\b120\b/)
  })
})
