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

/** This one and those it contradicts, as the inner text of a refusal; others that say the same are told once. */
export function contradictionText(mine: ToldInvoice, others: readonly ToldInvoice[]): string {
  const distinct = new Map(others.map(({ file, ...facts }) => [JSON.stringify(facts), { file, ...facts }]))
  return JSON.stringify([mine, ...[...distinct.values()].slice(0, mostOthers)])
}

/** Others told; more of them say no more. */
const mostOthers = 5

/**
 * « Celle-ci (a.pdf) : 671,15 € du 13/11/2017. Une autre (b.pdf) : … » from the text of `contradictionText`. Of several
 * others, `isShort` says how many they are: each has a row of its own.
 */
export function contradictionSentence(text: string, language: Language, isShort: boolean): string {
  const [mine, ...others] = JSON.parse(text) as readonly ToldInvoice[]
  if (!mine) return ''
  const { here, there, known, several } = places[language]
  const first = `${here}${named(mine)}${facts(mine, language)}`
  if (isShort && others.length > 1) return `${first}. ${several.replace('{count}', String(others.length))}`
  const told = others.map((other) =>
    other.file === null ? `${known}${facts(other, language)}` : `${there}${named(other)}${facts(other, language)}`,
  )
  return [first, ...told].join('. ')
}

const places = {
  fr: {
    here: 'Celle-ci',
    there: 'Une autre',
    known: 'Celle qui est là',
    several: '{count} autres disent autre chose',
  },
  en: {
    here: 'This one',
    there: 'Another',
    known: 'The one that is there',
    several: '{count} others say something else',
  },
} as const

const named = ({ file }: ToldInvoice): string => (file === null ? '' : ` (${file})`)

function facts({ total, amountDue, currency, issueDate, dueDates }: ToldInvoice, language: Language): string {
  const amount = (cents: number): string => formatMoney(money(cents, asCurrency(currency)), language)
  const day = (date: string): string => formatDate(asDate(date), language)
  const [first, last] = [dueDates[0], dueDates.at(-1)]
  const isFrench = language === 'fr'
  const parts = [
    issueDate !== null && (isFrench ? ` du ${day(issueDate)}` : ` of ${day(issueDate)}`),
    amountDue !== total && (isFrench ? `, ${amount(amountDue)} à payer` : `, ${amount(amountDue)} left to pay`),
    first !== undefined && last !== undefined && (isFrench ? ', échéance ' : ', due '),
    first !== undefined && first !== last && `${day(first)} – `,
    last !== undefined && day(last),
  ]
  return `${isFrench ? ' : ' : ': '}${amount(total)}${parts.filter((part) => part !== false).join('')}`
}
