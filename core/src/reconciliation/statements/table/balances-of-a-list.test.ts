import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { StatementFile } from '../statement-file.ts'
import { readStatementTable, type StatementTable } from './read-statement-table.ts'

const read = (headers: string, rows: readonly string[], more: Partial<StatementTable> = {}): StatementFile => {
  const found = readStatementTable({
    headers: headers.split(';'),
    rows: rows.map((row, index) => ({ line: index + 2, cells: row.split(';') })),
    titles: [],
    ...more,
  })
  if ('problem' in found) throw new Error(found.problem.code)
  return found
}

const decimal = (cents: number): string => {
  const digits = String(Math.abs(cents)).padStart(3, '0')
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)},${digits.slice(-2)}`
}

const headers = 'Date;Libellé;Montant;Solde;Devise'

describe('the running balance of a list', () => {
  const rowsOf = (amounts: readonly number[], opening: number): string[] => {
    let balance = opening
    return amounts.map((cents) => {
      balance += cents
      return `23/03/2026;A;${decimal(cents)};${decimal(balance)};EUR`
    })
  }
  const amounts = fc.array(
    fc.integer({ min: -1_000_000, max: 1_000_000 }).filter((cents) => cents !== 0),
    {
      minLength: 2,
      maxLength: 15,
    },
  )

  it('gives the opening and closing balance, whichever way the list runs', () => {
    fc.assert(
      fc.property(amounts, fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.boolean(), (all, opening, isNewest) => {
        const closing = all.reduce((sum, cents) => sum + cents, opening)
        // A list that reads both ways opens and closes alike: nothing tells which way it runs.
        fc.pre(all.some((cents) => cents !== all[0]) && closing !== opening)
        const rows = rowsOf(all, opening)
        const { statement } = read(headers, isNewest ? rows.toReversed() : rows).statements[0] ?? {}
        expect([statement?.opening?.amount, statement?.closing?.amount]).toEqual([opening, closing])
      }),
    )
  })

  it('is not believed, and named with the first row that breaks it, where it follows neither way', () => {
    fc.assert(
      fc.property(amounts, fc.nat(), (all, place) => {
        fc.pre(all.length > 3)
        const rows = rowsOf(all, 0)
        const at = 1 + (place % (all.length - 2))
        const broken = rows.toSpliced(at, 1, (rows[at] ?? '').replace(/;[^;]*;EUR$/, ';7777777777,77;EUR'))
        const file = read(headers, broken)
        expect(file.statements[0]?.statement).toMatchObject({ opening: null, closing: null })
        expect(file.statements[0]?.statement.lines).toHaveLength(all.length)
        expect(file.warnings.filter(({ code }) => code === 'balancesDoNotJoin')).toEqual([
          { code: 'balancesDoNotJoin', line: at + 2 },
        ])
      }),
    )
  })

  it('is not taken where a row has none', () => {
    const rows = ['23/03/2026;A;1,00;1,00;EUR', '23/03/2026;B;2,00;;EUR']
    const file = read(headers, rows)
    expect(file.statements[0]?.statement).toMatchObject({ opening: null, closing: null })
    expect(file.warnings.map(({ code }) => code)).not.toContain('balancesDoNotJoin')
  })

  it('closes on the day of the newest row', () => {
    const rows = ['24/03/2026;B;2,00;3,00;EUR', '23/03/2026;A;1,00;1,00;EUR']
    expect(read(headers, rows).statements[0]?.statement).toMatchObject({
      opening: { amount: 0, on: null },
      closing: { amount: 300, on: '2026-03-24' },
    })
  })
})

describe('the currency of a list', () => {
  it.each([
    [
      'the one most rows name',
      headers,
      ['23/03/2026;A;1,00;;USD', '23/03/2026;B;1,00;;USD', '23/03/2026;C;1,00;;EUR'],
      'USD',
      2,
    ],
    ['the one in the header of its amounts', 'Date;Libellé;Montant (USD)', ['23/03/2026;A;1,00'], 'USD', 1],
    ['the sign in the header of its amounts', 'Date;Libellé;Débit €;Crédit €', ['23/03/2026;A;;1,00'], 'EUR', 1],
    ['the euro, which is said', 'Date;Libellé;Montant', ['23/03/2026;A;1,00'], 'EUR', 1],
  ])('is %s', (what, columns, rows, currency, count) => {
    const file = read(columns, rows)
    expect(file.statements[0]?.statement.currency).toBe(currency)
    expect(file.statements[0]?.statement.lines).toHaveLength(count)
    expect(file.warnings.some(({ code }) => code === 'currencyAssumed')).toBe(what.endsWith('said'))
  })
})

describe('the account of a list', () => {
  const accountOf = (titles: readonly string[], columns = 'Date;Libellé;Montant', rows = ['23/03/2026;A;1,00']) =>
    read(columns, rows, { titles }).statements[0]?.statement.account

  it.each([
    ['an IBAN with blanks', 'Compte FR76 3000 6000 0112 3456 7890 189 - EUR', 'FR7630006000011234567890189'],
    ['an IBAN without blanks', 'IBAN:FR7630006000011234567890189', 'FR7630006000011234567890189'],
    ['a number behind « compte »', 'Compte courant n° 00012345678', '00012345678'],
    ['a number in groups', 'Compte 0001 2345 678 EUR', '00012345678'],
  ])('is that of a title: %s', (_what, title, text) => {
    expect(accountOf(['Relevé', title])?.text).toBe(text)
  })

  it('is not an IBAN whose check digits are wrong', () => {
    expect(accountOf(['Compte FR76 3000 6000 0112 3456 7890 188'])?.iban).toBeNull()
  })

  it('is not made of a column that names several', () => {
    const [columns, row] = ['Date;Libellé;Montant;Compte', (number: string) => `23/03/2026;A;1,00;${number}`]
    expect(accountOf([], columns, [row('111'), row('111')])?.text).toBe('111')
    expect(accountOf([], columns, [row('111'), row('222')])?.text).toBe('')
  })

  it('is missed where none is named', () => {
    expect(read('Date;Libellé;Montant', ['23/03/2026;A;1,00']).warnings).toMatchObject([
      { code: 'currencyAssumed' },
      { code: 'accountMissing' },
    ])
  })
})

describe('what a person says of the columns', () => {
  it('is believed over their headers', () => {
    const rows = ['23/03/2026;24/03/2026;A;1,00']
    const file = read('Date;Date valeur;Libellé;Montant', rows, {
      mapping: ['valueOn', 'bookedOn', 'label', 'amount'],
    })
    expect(file.statements[0]?.statement.lines[0]).toMatchObject({ bookedOn: '2026-03-24', valueOn: '2026-03-23' })
    expect(file.facts).toMatchObject({ columns: [{ header: 'Date', field: 'valueOn' }, {}, {}, { field: 'amount' }] })
  })

  it('is needed where the headers are none of a statement', () => {
    const table = { headers: ['a', 'b', 'c'], rows: [{ line: 2, cells: ['23/03/2026', 'X', '1,00'] }], titles: [] }
    expect(readStatementTable(table)).toEqual({ problem: { code: 'noStatement' } })
    expect(readStatementTable({ ...table, mapping: ['bookedOn', 'label', 'amount'] })).toMatchObject({
      statements: [{ statement: { lines: [{ amount: 100 }] } }],
    })
  })
})
