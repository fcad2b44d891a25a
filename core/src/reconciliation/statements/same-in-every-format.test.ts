import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, asDate, type CalendarDate } from '../../calendar/calendar-date.ts'
import { readCamt } from './camt/read-camt.ts'
import { readCfonb } from './cfonb/read-cfonb.ts'
import { readMt940 } from './mt940/read-mt940.ts'
import { readOfx } from './ofx/read-ofx.ts'
import type { StatementFile, StatementRefusal } from './statement-file.ts'
import { readStatementTable } from './table/read-statement-table.ts'
import { balance, amount as camtAmount, entry, statementTree } from './testing/camt-tree.ts'
import { balanceRecord, movementRecord } from './testing/cfonb-records.ts'

interface Movement {
  readonly on: CalendarDate
  readonly cents: number
  readonly words: string
}

const movements: fc.Arbitrary<readonly Movement[]> = fc.array(
  fc.record({
    on: fc.integer({ min: 0, max: 3000 }).map((days) => addDays(asDate('2020-01-01'), days)),
    cents: fc.integer({ min: -10_000_000_000, max: 10_000_000_000 }).filter((cents) => cents !== 0),
    words: fc
      .array(fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'), { minLength: 1, maxLength: 20 })
      .map((all) => all.join('')),
  }),
  { maxLength: 12 },
)

const [first, last] = [asDate('2020-01-01'), asDate('2029-01-01')]

const decimal = (cents: number, mark: string): string => {
  const digits = String(Math.abs(cents)).padStart(3, '0')
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}${mark}${digits.slice(-2)}`
}
const dmy = (day: CalendarDate): string => day.slice(8) + day.slice(5, 7) + day.slice(2, 4)
const ymd = (day: CalendarDate): string => day.slice(2).replaceAll('-', '')

const sum = (all: readonly Movement[]): number => all.reduce((total, { cents }) => total + cents, 0)

/** The same movements as each format writes them, from a balance of 1,000.00. */
const written: Readonly<Record<string, (all: readonly Movement[]) => StatementFile | StatementRefusal>> = {
  cfonb120: (all) =>
    readCfonb(
      [
        balanceRecord('01', dmy(first), 100_000),
        ...all.map(({ on, cents, words }) => movementRecord({ amount: cents, booked: dmy(on), label: words })),
        balanceRecord('07', dmy(last), 100_000 + sum(all)),
      ].join('\n'),
    ),
  mt940: (all) =>
    readMt940(
      [
        ':20:X',
        ':25:1',
        `:60F:C${ymd(first)}EUR1000,`,
        ...all.flatMap(({ on, cents, words }) => [
          `:61:${ymd(on)}${cents < 0 ? 'D' : 'C'}${decimal(Math.abs(cents), ',')}NTRFNONREF`,
          `:86:${words}`,
        ]),
        `:62F:${sum(all) < -100_000 ? 'D' : 'C'}${ymd(last)}EUR${decimal(Math.abs(100_000 + sum(all)), ',')}`,
      ].join('\r\n'),
    ),
  camt: (all) =>
    readCamt([
      statementTree({
        Bal: [
          balance('OPBD', '1000', first),
          balance('CLBD', decimal(Math.abs(100_000 + sum(all)), '.'), last, sum(all) < -100_000 ? 'DBIT' : 'CRDT'),
        ],
        Ntry: all.map(({ on, cents, words }) =>
          entry('0', {
            Amt: camtAmount(decimal(Math.abs(cents), '.')),
            CdtDbtInd: cents < 0 ? 'DBIT' : 'CRDT',
            BookgDt: { Dt: on },
            ValDt: { Dt: on },
            AddtlNtryInf: words,
          }),
        ),
      }),
    ]),
  ofx: (all) =>
    readOfx(
      `<OFX><STMTRS><CURDEF>EUR<BANKTRANLIST>${all
        .map(
          ({ on, cents, words }) =>
            `<STMTTRN><DTPOSTED>${on.replaceAll('-', '')}<TRNAMT>${decimal(cents, '.')}<NAME>${words}</STMTTRN>`,
        )
        .join('\n')}</BANKTRANLIST></STMTRS></OFX>`,
    ),
  csv: (all) => {
    let balanceNow = 100_000
    const rows = all.map(({ on, cents, words }, index) => {
      balanceNow += cents
      return { line: index + 2, cells: [on, words, decimal(cents, ','), decimal(balanceNow, ',')] }
    })
    const headers = ['Date', 'Libellé', 'Montant', 'Solde']
    return readStatementTable({ headers, rows, titles: [], mapping: ['bookedOn', 'label', 'amount', 'balance'] })
  },
}

describe.each(Object.entries(written))('movements written as %s', (_format, write) => {
  it('are read as they are: no line, no cent and no day is lost, and the balances join', () => {
    fc.assert(
      fc.property(movements, (all) => {
        const read = write(all)
        if ('problem' in read) throw new Error(read.problem.code)
        const [only] = read.statements
        expect(only?.statement.lines.map(({ bookedOn, amount, label }) => [bookedOn, amount, label])).toEqual(
          all.map(({ on, cents, words }) => [on, cents, words]),
        )
        expect(only?.facts.balances_join ?? true).toBe(true)
        expect(read.warnings.filter(({ code }) => code === 'balancesDoNotJoin')).toEqual([])
      }),
      { numRuns: 60 },
    )
  })
})
