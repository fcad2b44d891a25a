import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCfonb } from './cfonb/read-cfonb.ts'
import { readMt940 } from './mt940/read-mt940.ts'
import { readOfx } from './ofx/read-ofx.ts'
import type { StatementFile, StatementRefusal } from './statement-file.ts'
import { balanceRecord, complementRecord, movementRecord } from './testing/cfonb-records.ts'

const cents = [123_456, -5_000, 70_010, -1, 99]
const sum = cents.reduce((total, one) => total + one, 0)

const decimal = (amount: number, mark: string): string => {
  const digits = String(Math.abs(amount)).padStart(3, '0')
  return `${digits.slice(0, -2)}${mark}${digits.slice(-2)}`
}

const cfonb = [
  balanceRecord('01', '220326', 100_001),
  ...cents.flatMap((amount, index) => [
    movementRecord({ amount, label: `VIR CLIENT ${index}`, reference: `BNK${index}` }),
    complementRecord('LCC', `FACTURE ${index}`),
  ]),
  balanceRecord('07', '230326', 100_001 + sum),
].join('\n')

const mt940 = [
  ':20:STARTUMS',
  ':25:FR7630006000011234567890189',
  ':60F:C260322EUR1000,01',
  ...cents.flatMap((amount, index) => [
    `:61:2603230323${amount < 0 ? 'D' : 'C'}${decimal(amount, ',')}NTRFNONREF//BNK${index}`,
    `:86:VIR CLIENT ${index} FACTURE ${index}`,
  ]),
  `:62F:C260323EUR${decimal(100_001 + sum, ',')}`,
].join('\n')

const ofx = `<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>EUR<BANKACCTFROM><ACCTID>1</BANKACCTFROM><BANKTRANLIST>
${cents
  .map(
    (amount, index) =>
      `<STMTTRN><DTPOSTED>20260323<TRNAMT>${amount < 0 ? '-' : ''}${decimal(amount, '.')}<FITID>${index}<NAME>CLIENT ${index}</STMTTRN>`,
  )
  .join('\n')}
</BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>`

type Read = (text: string) => StatementFile | StatementRefusal

const formats: readonly (readonly [string, string, Read])[] = [
  ['cfonb120', cfonb, readCfonb],
  ['mt940', mt940, readMt940],
  ['ofx', ofx, readOfx],
]

const amountsOf = (file: StatementFile): number[] =>
  file.statements.flatMap(({ statement }) => statement.lines.map(({ amount }) => amount))

/** One sign replaced, put in or taken out, at a place of the text. */
const mutation = fc.record({
  at: fc.nat(),
  kind: fc.constantFrom('replace' as const, 'insert' as const, 'delete' as const),
  sign: fc.oneof(fc.constantFrom(...'0123456789,.{}AJé:<>/ \nCD-+'), fc.string({ minLength: 1, maxLength: 1 })),
})

const mutate = (text: string, { at, kind, sign }: { at: number; kind: string; sign: string }): string => {
  const place = at % text.length
  return text.slice(0, place) + (kind === 'delete' ? '' : sign) + text.slice(place + (kind === 'insert' ? 0 : 1))
}

describe.each(formats)('a file of %s', (name, text, read) => {
  it('is read whole as it stands', () => {
    const found = read(text)
    if ('problem' in found) throw new Error(found.problem.code)
    expect(amountsOf(found)).toEqual(cents)
    expect(found.warnings).toEqual([])
  })

  it('with one sign changed reads with the same lines, or says what it no longer reads, or by how much it is off', () => {
    fc.assert(
      fc.property(mutation, (change) => {
        const found = read(mutate(text, change))
        if ('problem' in found) {
          expect(found.problem.code).toMatch(/^[a-z][A-Za-z]+$/)
          return
        }
        // A balance that says nothing of the movements (OFX has no opening one) cannot tell a changed amount.
        if (name === 'ofx') expect(amountsOf(found).every(Number.isSafeInteger)).toBe(true)
        else if (found.warnings.length === 0) expect(amountsOf(found)).toEqual(cents)
      }),
      { numRuns: 1_500 },
    )
  })

  it('with a line of it taken out never keeps an amount it did not hold', () => {
    const lines = text.split('\n')
    fc.assert(
      fc.property(fc.nat({ max: lines.length - 1 }), (out) => {
        const found = read(lines.toSpliced(out, 1).join('\n'))
        if ('problem' in found) return
        expect(amountsOf(found).every((amount) => cents.includes(amount))).toBe(true)
      }),
    )
  })

  it('cut off anywhere is refused, or keeps its first lines in their order', () => {
    fc.assert(
      fc.property(fc.nat({ max: text.length - 1 }), (length) => {
        const found = read(text.slice(0, length))
        if ('problem' in found) return
        const amounts = amountsOf(found)
        // The last of them may be cut within its digits.
        expect(amounts.slice(0, -1)).toEqual(cents.slice(0, Math.max(amounts.length - 1, 0)))
      }),
      { numRuns: 300 },
    )
  })

  it('reads with the same lines whatever ends them', () => {
    for (const mark of ['\r\n', '\r']) {
      const found = read(text.replaceAll('\n', mark))
      expect('problem' in found ? found.problem : amountsOf(found)).toEqual(cents)
    }
  })

  it('answers whatever text it is given', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string({ unit: 'binary', maxLength: 40 }), fc.constantFrom(...text.split('\n'))), {
          maxLength: 20,
        }),
        (pieces) => {
          const found = read(pieces.join('\n'))
          if ('problem' in found) expect(found.problem.code).toMatch(/^[a-z][A-Za-z]+$/)
          else expect(amountsOf(found).every((amount) => Number.isSafeInteger(amount) && amount !== 0)).toBe(true)
        },
      ),
      { numRuns: 300 },
    )
  })
})
