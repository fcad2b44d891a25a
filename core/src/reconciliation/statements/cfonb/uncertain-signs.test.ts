import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { StatementFile } from '../statement-file.ts'
import { balanceRecord, movementRecord, signed } from '../testing/cfonb-records.ts'
import { readCfonb } from './read-cfonb.ts'

const read = (records: readonly string[]): StatementFile => {
  const found = readCfonb(records.join('\n'))
  if ('problem' in found) throw new Error(JSON.stringify(found.problem))
  return found
}

/** A statement of these movements, all of its braces turned into letters. */
const statement = (
  opening: number,
  movements: readonly number[],
  braces: (amount: string) => string,
  closing = movements.reduce((sum, one) => sum + one, opening),
): string[] => [
  balanceRecord('01', '220326', braces(signed(opening))),
  ...movements.map((cents) => movementRecord({ amount: braces(signed(cents)), label: 'VIR' })),
  balanceRecord('07', '230326', braces(signed(closing))),
]

/** As the French code page of mainframes turns them, and the other way round. */
const french = (amount: string): string => amount.replace('{', 'é').replace('}', 'è')
const swapped = (amount: string): string => amount.replace('{', 'è').replace('}', 'é')
const capital = (amount: string): string => french(amount).toUpperCase()
const lower = (amount: string): string => amount.toLowerCase()

const amountsOf = (file: StatementFile): unknown[] => {
  const [only] = file.statements
  return [
    only?.statement.opening?.amount,
    ...(only?.statement.lines.map(({ amount }) => amount) ?? []),
    only?.statement.closing?.amount,
  ]
}

describe('amounts whose sign came as a letter with an accent', () => {
  it.each([
    ['é for a credit', french],
    ['è for a credit', swapped],
    ['É for a credit', capital],
  ] as const)('are read by the balances: %s', (_how, braces) => {
    const file = read(statement(10_000, [50_000, -20_000, 1_234], braces))
    expect(amountsOf(file)).toEqual([10_000, 50_000, -20_000, 1_234, 41_234])
    expect(file.warnings).toEqual([{ code: 'signsSettled', line: 1 }])
    expect(file.statements[0]?.facts).toMatchObject({ balances_join: true, sum_debits: '200.00' })
  })

  it('are settled for each statement of a file, and said for each', () => {
    const file = read([...statement(10_001, [50_000], french), ...statement(60_001, [-20_000], french)])
    expect(file.statements.flatMap(({ statement: { lines } }) => lines.map(({ amount }) => amount))).toEqual([
      50_000, -20_000,
    ])
    expect(file.warnings).toEqual([
      { code: 'signsSettled', line: 2 },
      { code: 'signsSettled', line: 5 },
    ])
  })

  it('refuse the file where neither reading joins the balances, the first doubtful record named', () => {
    const records = statement(10_001, [50_000], french, 1)
    expect(readCfonb(records.join('\n'))).toEqual({
      problem: { code: 'signUncertain', line: 2, value: '0000000005000é' },
    })
  })

  it('are read as in the other statements of the file where both readings join', () => {
    const inAndOut = (braces: (amount: string) => string) => statement(10_001, [50_000, -50_000], braces)
    for (const braces of [french, swapped]) {
      const file = read([...inAndOut(braces), ...statement(10_001, [70_000], braces)])
      expect(file.statements.map(({ statement: { lines } }) => lines.map(({ amount }) => amount))).toEqual([
        [50_000, -50_000],
        [70_000],
      ])
    }
  })

  it('are no doubt where the amount is zero', () => {
    const file = read(statement(0, [101, -101], french))
    expect(file.warnings).toEqual([])
    expect(amountsOf(file)).toEqual([0, 101, -101, 0])
  })

  it('leave a statement without accents as it is, joined or not', () => {
    const file = read(statement(10_000, [50_000], (amount) => amount, 1))
    expect(file.warnings).toEqual([{ code: 'balancesDoNotJoin', line: 3, value: '-599.99' }])
    expect(amountsOf(file)).toEqual([10_000, 50_000, 1])
  })

  it('are read as they were written, however the bank turned them, where the balance moved', () => {
    const cents = fc.integer({ min: -9_999_999, max: 9_999_999 }).filter((one) => one !== 0)
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9_999 }),
        fc.array(cents, { minLength: 1, maxLength: 8 }),
        fc.constantFrom(french, swapped, capital),
        (opening, movements, braces) => {
          const file = read(statement(opening * 10 + 1, movements, braces))
          const doubtful = movements.filter((one) => one % 10 === 0).reduce((sum, one) => sum + one, 0)
          const closing = opening * 10 + 1 + movements.reduce((sum, one) => sum + one, 0)
          // Both readings join where what is doubtful comes to nothing: no arithmetic tells them apart.
          fc.pre(doubtful !== (closing % 10 === 0 ? closing : 0))
          expect(amountsOf(file)).toEqual([opening * 10 + 1, ...movements, closing])
        },
      ),
    )
  })
})

describe('amounts whose letters are small', () => {
  it.each([...'ABCDEFGHI{'].map((letter, index) => [letter.toLowerCase(), (index + 1) % 10] as const))(
    'have the credit of the capital: %s ends in %i',
    (letter, digit) => {
      const file = read([
        balanceRecord('01', '220326', 0),
        movementRecord({ amount: `0000000001000${letter}` }),
        balanceRecord('07', '230326', 10_000 + digit),
      ])
      expect(amountsOf(file)[1]).toBe(10_000 + digit)
      expect(file.warnings).toEqual([])
    },
  )

  it.each([...'JKLMNOPQR}'].map((letter, index) => [letter.toLowerCase(), (index + 1) % 10] as const))(
    'have the debit of the capital: %s ends in %i',
    (letter, digit) => {
      const file = read([
        balanceRecord('01', '220326', 0),
        movementRecord({ amount: `0000000001000${letter}` }),
        balanceRecord('07', '230326', -10_000 - digit),
      ])
      expect(amountsOf(file)[1]).toBe(-10_000 - digit)
      expect(file.warnings).toEqual([])
    },
  )

  it('read as the capitals do', () => {
    const movements = [12_345, -67_890, 1, -1, 99]
    expect(amountsOf(read(statement(-50_007, movements, lower)))).toEqual(
      amountsOf(read(statement(-50_007, movements, (amount) => amount))),
    )
  })
})
