import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { balanceRecord, complementRecord, movementRecord } from '../testing/cfonb-records.ts'
import { cutRecords, looksLikeCfonb } from './cut-records.ts'

const opening = balanceRecord('01', '220326', 100_000)
const movement = movementRecord({ amount: 5_000, label: 'VIR SEPA RECU' })
const complement = complementRecord('NPY', 'DUPONT')
const closing = balanceRecord('07', '230326', 105_000)
const all = [opening, movement, complement, closing]

const textsOf = (text: string) => cutRecords(text).records.map((record) => record.text)
const linesOf = (text: string) => cutRecords(text).records.map(({ line }) => line)

describe('the records of a file', () => {
  it.each([
    ['\n', '\n'],
    ['\r\n', '\r\n'],
    ['\r', '\r'],
    ['none', ''],
  ] as const)('are the same four whatever ends their lines: %j', (name, mark) => {
    const cut = cutRecords(all.join(mark))
    expect(cut.records.map((record) => record.text)).toEqual(all)
    expect(cut.records.map(({ line }) => line)).toEqual([1, 2, 3, 4])
    expect(cut.lineBreaks).toBe(name)
  })

  it('are named after the longer line end where a file mixes both', () => {
    const cut = cutRecords(`${opening}\r\n${movement}\n${closing}`)
    expect(cut.lineBreaks).toBe('\r\n')
    expect(cut.records).toHaveLength(3)
  })

  it('have no line ends where the only one is the last sign of the file', () => {
    expect(cutRecords(`${all.join('')}\r\n`)).toMatchObject({ lineBreaks: 'none', records: { length: 4 } })
  })

  it('keep the number of their line when blank lines stand between them', () => {
    expect(linesOf(`\n\n${opening}\n   \n${closing}\n\n`)).toEqual([3, 5])
  })

  it('are filled up to 120 characters where the bank cut the blanks at their end', () => {
    const short = all.map((record) => record.trimEnd())
    expect(short.every((record) => record.length < 120)).toBe(true)
    expect(textsOf(short.join('\n'))).toEqual(all)
  })

  it('of 119 characters lose nothing but a blank', () => {
    expect(textsOf(all.map((record) => record.slice(0, 119)).join('\n'))).toEqual(all)
  })

  it('of 121 characters tell what stands beyond, and are otherwise as they were', () => {
    const { records } = cutRecords([opening, `${movement}X`, closing].join('\n'))
    expect(records.map(({ text }) => text)).toEqual([opening, movement, closing])
    expect(records.map(({ beyond }) => beyond)).toEqual(['', 'X', ''])
  })

  it('of 240 characters are two where the second half is a record itself', () => {
    const cut = cutRecords([opening + movement, complement + closing].join('\n'))
    expect(cut.records.map(({ text }) => text)).toEqual(all)
    expect(cut.records.map(({ line }) => line)).toEqual([1, 1, 2, 2])
  })

  it('of 240 characters are one where the second half is only blank', () => {
    const { records } = cutRecords(all.map((record) => record.padEnd(240)).join('\n'))
    expect(records.map(({ text, beyond }) => [text, beyond])).toEqual(all.map((record) => [record, '']))
  })

  it('written end to end are found again where the bank makes one of them wider', () => {
    expect(textsOf(`${opening}      ${movement}${complement}  ${closing}`)).toEqual(all)
  })

  it('written end to end are found again behind words beyond the last column', () => {
    const { records } = cutRecords(`${opening}230326 ${movement}AB 7 ${closing}`)
    expect(records.map(({ text, beyond, line }) => [text, beyond, line])).toEqual([
      [opening, '230326', 1],
      [movement, 'AB 7', 2],
      [closing, '', 3],
    ])
  })

  it('of nothing but blanks are none', () => {
    for (const text of ['', ' ', '\n', ' \r\n \r\n', ' '.repeat(240)]) expect(cutRecords(text).records).toEqual([])
  })

  it('hold a blank for each sign that prints nothing, so that no column moves', () => {
    const [record] = textsOf(`${movement.slice(0, 48)}A\u0000B\u007fC${movement.slice(53)}`)
    expect(record?.slice(48, 53)).toBe('A B C')
    expect(record).toHaveLength(120)
  })

  it('are 120 characters each, whatever the text', () => {
    const piece = fc.oneof(fc.string({ maxLength: 300, unit: 'binary' }), fc.constantFrom(...all, '\n', '\r\n', ' '))
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const { records } = cutRecords(pieces.join(''))
        expect(records.every(({ text }) => text.length === 120 && !/[\r\n]/.test(text))).toBe(true)
        expect(records.every(({ line }, index) => line >= (records[index - 1]?.line ?? 1))).toBe(true)
      }),
    )
  })
})

describe('the head of a file', () => {
  it.each([
    ['an opening balance', opening],
    ['an opening balance behind blank lines', `\r\n\r\n${opening}`],
    ['a movement, of a piece of a statement', movement],
    [
      'an opening balance with blank currency and decimals',
      balanceRecord('01', '220326', 1, { currency: '', decimals: '' }),
    ],
    [
      'a closing balance in francs of the Pacific',
      balanceRecord('07', '220326', 1, { currency: 'XPF', decimals: '0' }),
    ],
  ])('is that of a statement of 120 characters: %s', (_what, text) => {
    expect(looksLikeCfonb(text)).toBe(true)
  })

  it.each([
    ['a transfer order of 160 characters', '0302 8          '.padEnd(160)],
    ['an invoice number', '0120260311234'],
    ['MT940', ':20:STARTUMS\n:25:1'],
    ['a list', 'Date;Libellé;Montant\n01/03/2026;A;1,00'],
    ['nothing', ''],
    ['a bank code with a letter in it', opening.replace('30004', '3O004')],
  ])('is not: %s', (_what, text) => {
    expect(looksLikeCfonb(text)).toBe(false)
  })
})
