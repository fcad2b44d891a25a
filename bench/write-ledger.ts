import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import { addDays, asDate, type CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { seededNumbers } from './seeded-numbers.ts'

/** What a written ledger holds, to be found again. */
export interface WrittenLedger {
  readonly lines: number
  readonly invoices: number
  readonly payments: number
  /** Cents: balance of the accounts 411. */
  readonly balance: number
}

export const ledgerColumns =
  'JournalCode|JournalLib|EcritureNum|EcritureDate|CompteNum|CompteLib|CompAuxNum|CompAuxLib|PieceRef|PieceDate|EcritureLib|Debit|Credit|EcritureLet|DateLet|ValidDate|Montantdevise|Idevise'.split(
    '|',
  )

/**
 * Writes a FEC of about that many lines: a sale is three lines (customer, revenue, VAT), a payment two; four invoices in
 * five are paid, most alone and lettered, some three at once, a few not lettered; purchases fill the rest.
 */
export async function writeLedger(file: string, lines: number, seed: number): Promise<WrittenLedger> {
  const next = seededNumbers(seed)
  const out = createWriteStream(file)
  const first = asDate('2026-01-01')
  const made = { lines: 0, invoices: 0, payments: 0, balance: 0 }
  const customers = Math.max(10, Math.floor(lines / 400))
  const say = async (cells: readonly (number | string)[]): Promise<void> => {
    made.lines += 1
    if (!out.write(`${cells.join('\t')}\r\n`)) await once(out, 'drain')
  }
  out.write(`${ledgerColumns.join('\t')}\r\n`)
  let entry = 0
  while (made.lines < lines) {
    const customer = next() % customers
    const aux = `C${String(customer).padStart(6, '0')}`
    const name = `SOCIETE DU ${customer}`
    const sales: { day: CalendarDate; cents: number; piece: string }[] = []
    const kind = next() % 20
    const count = kind === 0 ? 3 : 1
    const letters = kind < 16 ? lettersOf(made.invoices) : ''
    for (let sold = 0; sold < count; sold += 1) {
      const sale = {
        day: addDays(first, next() % 330),
        cents: 1200 + (next() % 900_000),
        piece: `FA${String(++made.invoices).padStart(8, '0')}`,
      }
      sales.push(sale)
      const vat = Math.floor(sale.cents / 6)
      const head = ['VE', 'JOURNAL DE VENTES', ++entry, digits(sale.day)]
      const tail = [sale.piece, digits(sale.day), `${name} ${sale.piece}`]
      const end = [digits(sale.day), '', '']
      await say([
        ...head,
        '411000',
        'CLIENTS',
        aux,
        name,
        ...tail,
        euros(sale.cents),
        '0,00',
        letters,
        letters && digits(sale.day),
        ...end,
      ])
      await say([...head, '706000', 'PRESTATIONS', '', '', ...tail, '0,00', euros(sale.cents - vat), '', '', ...end])
      await say([...head, '445710', 'TVA COLLECTEE', '', '', ...tail, '0,00', euros(vat), '', '', ...end])
      made.balance += sale.cents
    }
    if (kind < 17) {
      const paid = sales.reduce((sum, { cents }) => sum + cents, 0)
      const day = digits(addDays(sales[0]?.day ?? first, 20 + (next() % 40)))
      const head = ['BQ', 'BANQUE', ++entry, day]
      const tail = [`VIR${entry}`, day, `VIR ${name}`]
      await say([...head, '512000', 'BANQUE', '', '', ...tail, euros(paid), '0,00', '', '', day, '', ''])
      await say([
        ...head,
        '411000',
        'CLIENTS',
        aux,
        name,
        ...tail,
        '0,00',
        euros(paid),
        letters,
        letters && day,
        day,
        '',
        '',
      ])
      made.payments += 1
      made.balance -= paid
    }
  }
  out.end()
  await finished(out)
  return made
}

/** Four letters, of as many sales before. */
const lettersOf = (sold: number): string => {
  let code = ''
  for (let rest = sold, place = 0; place < 4; place += 1, rest = Math.floor(rest / 26))
    code = String.fromCharCode(65 + (rest % 26)) + code
  return code
}

const digits = (day: CalendarDate): string => day.replaceAll('-', '')
const euros = (cents: number): string => `${Math.floor(cents / 100)},${String(cents % 100).padStart(2, '0')}`
