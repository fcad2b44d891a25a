import { asDate } from '../../calendar/calendar-date.ts'
import { formatDate } from '../../calendar/format-date.ts'
import { formatMoney, type Language } from '../../money/format-money.ts'
import { asCurrency, money } from '../../money/money.ts'
import type { InvoiceRow } from '../parse-row.ts'

/** What one electronic invoice says, as far as a person needs it to tell it from another of its number. */
export interface ToldInvoice {
  /** The name of its file; null for the invoice that is there. */
  readonly file: string | null
  readonly total: number
  readonly amountDue: number
  readonly currency: string
  readonly issueDate: string | null
  readonly dueDates: readonly string[]
}

/** All due lines of it together. */
export function toldInvoice(rows: readonly InvoiceRow[]): ToldInvoice {
  const [first] = rows
  return {
    file: first?.invoiceFile ?? null,
    total: rows.reduce((sum, row) => sum + row.total.amount, 0),
    amountDue: rows.reduce((sum, row) => sum + row.amountDue.amount, 0),
    currency: first?.total.currency ?? 'EUR',
    issueDate: first?.issueDate ?? null,
    dueDates: rows.flatMap(({ dueDate }) => dueDate ?? []),
  }
}

/** This one and those it contradicts, as the inner text of a refusal. */
export const contradictionText = (mine: ToldInvoice, others: readonly ToldInvoice[]): string =>
  JSON.stringify([mine, ...others.slice(0, mostOthers)])

/** Others told by name; more of them would fill the row. */
const mostOthers = 3

/** « Celui-ci (a.pdf) : 671,15 € du 13/11/2017, 470,15 € à payer au 13/12/2017. … » from the text of `contradictionText`. */
export function contradictionSentence(text: string, language: Language): string {
  const [mine, ...others] = JSON.parse(text) as readonly ToldInvoice[]
  if (!mine) return ''
  const { here, there, known } = places[language]
  const told = others.map(
    (other) => `${other.file === null ? known : `${there}${named(other)}`}${facts(other, language)}`,
  )
  return [`${here}${named(mine)}${facts(mine, language)}`, ...told].join('. ')
}

const places = {
  fr: { here: 'Celle-ci', there: 'Une autre', known: 'Celle qui est là' },
  en: { here: 'This one', there: 'Another', known: 'The one that is there' },
} as const

const named = ({ file }: ToldInvoice): string => (file === null ? '' : ` (${file})`)

function facts({ total, amountDue, currency, issueDate, dueDates }: ToldInvoice, language: Language): string {
  const amount = (cents: number): string => formatMoney(money(cents, asCurrency(currency)), language)
  const day = (date: string): string => formatDate(asDate(date), language)
  const [first] = dueDates
  const last = dueDates.at(-1)
  const due =
    first === undefined || last === undefined ? '' : first === last ? day(last) : `${day(first)} – ${day(last)}`
  const isFrench = language === 'fr'
  const issued = issueDate === null ? '' : isFrench ? ` du ${day(issueDate)}` : ` of ${day(issueDate)}`
  const left = isFrench ? `${amount(amountDue)} à payer` : `${amount(amountDue)} left to pay`
  const when = due === '' ? '' : isFrench ? `, échéance ${due}` : `, due ${due}`
  return `${isFrench ? ' : ' : ': '}${amount(total)}${issued}, ${left}${when}`
}
