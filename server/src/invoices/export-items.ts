import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { formatDate } from '@quittance/core/calendar/format-date.ts'
import type { Language } from '@quittance/core/money/format-money.ts'
import { decimalText } from '@quittance/core/money/format-money.ts'
import { asCurrency, money } from '@quittance/core/money/money.ts'
import { catchUpBalances } from '../customers/balances.ts'
import type { Db } from '../platform/database/db.ts'
import { csvLine } from '../platform/http/csv-line.ts'
import { idsInOrder, type ListAsked } from './list-page.ts'
import { type OpenItemRow, openItemRows } from './open-item-rows.ts'

type Exported = Omit<ListAsked, 'cursor' | 'limit' | 'with'>

const headers: Readonly<Record<Language, readonly string[]>> = {
  fr: [
    'Client',
    'Facture',
    'Émise le',
    'Échéance',
    'Jours de retard',
    'Montant TTC',
    'Reste à payer',
    'Devise',
    'Prochaine étape',
    'Suivi par',
  ],
  en: [
    'Customer',
    'Invoice',
    'Issued',
    'Due date',
    'Days late',
    'Total incl. tax',
    'Left to pay',
    'Currency',
    'Next step',
    'Owner',
  ],
}

/** The list as CSV, line by line: byte order mark, semicolons, decimals and days as the language writes them. */
export async function* exportItems(
  db: Db,
  asked: Exported,
  seen: { today: CalendarDate; language: Language },
): AsyncGenerator<string> {
  const { today, language } = seen
  await catchUpBalances(db, today)
  yield `\uFEFF${csvLine(headers[language], ';')}`
  for await (const ids of idsInOrder(db, asked, today)) {
    const rows = await openItemRows(db, ids, seen)
    yield rows.map((row) => csvLine(cellsOf(row, language), ';')).join('')
  }
}

const cellsOf = (row: OpenItemRow, language: Language): string[] => [
  row.customer.name,
  row.invoiceNumber,
  formatDate(row.issueDate, language),
  formatDate(row.dueDate, language),
  String(Math.max(0, row.daysLate)),
  decimal(row.amount, language),
  decimal(row.amountDue, language),
  row.amount.currency,
  row.next?.label ?? '',
  row.owner?.name ?? '',
]

const decimal = (sum: { amount: number; currency: string }, language: Language): string => {
  const text = decimalText(money(sum.amount, asCurrency(sum.currency)))
  return language === 'fr' ? text.replace('.', ',') : text
}
