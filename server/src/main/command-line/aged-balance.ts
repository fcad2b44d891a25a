import { formatDate } from '@quittance/core/calendar/format-date.ts'
import { decimalText, type Language } from '@quittance/core/money/format-money.ts'
import { asCurrency, money } from '@quittance/core/money/money.ts'
import { agedBalance } from '../../aging/aged-balance.ts'
import type { Commanded, ExitCode } from './command.ts'
import { chooseOrganization, dayAsked, inOrganization } from './organizations.ts'
import { shown } from './remind.ts'

type Balance = Awaited<ReturnType<typeof agedBalance>>['currencies'][number]
type Amounts = Balance['totals']

const columns = ['notDue', 'd1_30', 'd31_60', 'd61_90', 'd90plus', 'credits', 'total'] as const

/** What each customer owes by age, per currency, at the end of a day. */
export async function agedBalanceCommand(given: Commanded): Promise<ExitCode> {
  const { terminal, asked } = given
  const organization = await chooseOrganization(given)
  const on = dayAsked(given, organization)
  const balance = await inOrganization(
    given,
    organization.id,
  )((db) => agedBalance(db, { on, today: organization.today }))
  if (asked.json) {
    await terminal.line(JSON.stringify({ command: 'aged-balance', organization: shown(organization), ...balance }))
    return 0
  }
  const { words, language } = terminal
  if (balance.currencies.length === 0) await terminal.line(words.nothingOwed)
  for (const one of balance.currencies) {
    await terminal.line(`${words.balanceOn(organization.name, formatDate(on, language), one.currency)}\n`)
    for (const line of table(one, { heads: words.balanceHeads, total: words.total, language }))
      await terminal.line(line)
    await terminal.line()
  }
  return 0
}

interface Named {
  readonly heads: readonly string[]
  readonly total: string
  readonly language: Language
}

/** Names left, amounts right, each column as wide as its widest cell. */
function table({ currency, customers, totals }: Balance, { heads, total, language }: Named): string[] {
  const cells = (name: string, amounts: Amounts) => [
    name,
    ...columns.map((column) => plain(amounts[column], currency, language)),
  ]
  const byName = customers.toSorted((a, b) => a.name.localeCompare(b.name, language))
  const rows = [[...heads], ...byName.map((one) => cells(one.name, one)), cells(total, totals)]
  const widths = heads.map((_, index) => rows.reduce((widest, row) => Math.max(widest, row[index]?.length ?? 0), 0))
  return rows.map((row) =>
    row
      .map((cell, index) => (index === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[index] ?? 0)))
      .join('  ')
      .trimEnd(),
  )
}

/** « 1 234,56 » or "1,234.56": the currency stands above the table; nothing at all for zero. */
function plain(amount: number, currency: string, language: Language): string {
  if (amount === 0) return ''
  const [whole = '', decimals] = decimalText(money(amount, asCurrency(currency))).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, language === 'fr' ? '\u00a0' : ',')
  return decimals === undefined ? grouped : `${grouped}${language === 'fr' ? ',' : '.'}${decimals}`
}
