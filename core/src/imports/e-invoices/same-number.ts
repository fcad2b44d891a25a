import { nameKey } from '../customer-name.ts'
import type { InvoiceRow } from '../parse-row.ts'

/** One electronic invoice of a drop that holds several under one number: its rows, one a due line, and what is known of it. */
export interface Namesake {
  readonly rows: readonly InvoiceRow[]
  /** It came in before, and says nothing new. */
  readonly isKnown: boolean
  /** A person said that it is the right one, or that it is to be left out. */
  readonly answer: 'chosen' | 'leftOut' | null
}

/** What becomes of it; `by` and `others` are places in the list. */
export type NamesakeStanding =
  | { readonly kind: 'stands' }
  /** It says the same as another, or less. */
  | { readonly kind: 'repeats'; readonly by: number }
  /** Another one was chosen, or it came before: null where it was merely left out. */
  | { readonly kind: 'aside'; readonly by: number | null }
  /** They contradict each other: a person decides. */
  | { readonly kind: 'contested'; readonly others: readonly number[] }

/**
 * Of several electronic invoices under one number of one seller, which one goes in. Numbers are given once (CGI, annexe II,
 * art. 242 nonies A): those that say the same, or less of it, are one invoice; of those that contradict each other none goes
 * in before a person has chosen. One that came in before never contradicts a newer one.
 */
export function settleNamesakes(namesakes: readonly Namesake[]): NamesakeStanding[] {
  const places = namesakes.map((_, place) => place)
  const left = places.filter((place) => namesakes[place]?.answer !== 'leftOut')
  const chosen = left.find((place) => namesakes[place]?.answer === 'chosen')
  const fresh = left.filter((place) => !namesakes[place]?.isKnown)
  const known = left.filter((place) => namesakes[place]?.isKnown)
  const rowsOf = (place: number): readonly InvoiceRow[] => namesakes[place]?.rows ?? []
  const agree = fresh.every((one, index) => fresh.slice(index + 1).every((two) => areOne(rowsOf(one), rowsOf(two))))
  const standing = chosen ?? (agree ? richest(fresh, rowsOf) : undefined) ?? richest(known, rowsOf)
  return places.map((place): NamesakeStanding => {
    if (place === standing) return { kind: 'stands' }
    if (!left.includes(place)) return { kind: 'aside', by: null }
    const isOpen = chosen === undefined && !agree && fresh.includes(place)
    if (isOpen || standing === undefined) return { kind: 'contested', others: fresh.filter((other) => other !== place) }
    return { kind: areOne(rowsOf(place), rowsOf(standing)) ? 'repeats' : 'aside', by: standing }
  })
}

/** The first that says when it is due, else the first that says what was paid, else the first. */
const richest = (places: readonly number[], rowsOf: (place: number) => readonly InvoiceRow[]): number | undefined =>
  places.find((place) => rowsOf(place).every(({ dueDate }) => dueDate !== undefined)) ??
  places.find((place) => !isBare(rowsOf(place))) ??
  places[0]

/** Says what is left alone, and not when: the MINIMUM profile of Factur-X knows neither deposits nor due days. */
const isBare = (rows: readonly InvoiceRow[]): boolean =>
  rows.every(({ dueDate, total, amountDue }) => dueDate === undefined && total.amount === amountDue.amount)

/** Whether two say the same: due days, and what was paid before, count where both give them. */
export function areOne(a: readonly InvoiceRow[], b: readonly InvoiceRow[]): boolean {
  const [one, two] = [a[0], b[0]]
  if (!one || !two) return true
  const isSilent = [...a, ...b].some(({ dueDate }) => dueDate === undefined)
  return (
    (one.kind === 'creditNote') === (two.kind === 'creditNote') &&
    one.total.currency === two.total.currency &&
    (one.issueDate ?? two.issueDate) === (two.issueDate ?? one.issueDate) &&
    (sum(a, 'total') === sum(b, 'total') || isBare(a) || isBare(b)) &&
    sum(a, 'amountDue') === sum(b, 'amountDue') &&
    isSameCustomer(one, two) &&
    (isSilent || dueLines(a) === dueLines(b))
  )
}

const sum = (rows: readonly InvoiceRow[], field: 'amountDue' | 'total'): number =>
  rows.reduce((total, row) => total + row[field].amount, 0)

const dueLines = (rows: readonly InvoiceRow[]): string =>
  rows
    .map(({ dueDate, total, amountDue }) => `${dueDate} ${total.amount} ${amountDue.amount}`)
    .toSorted()
    .join()

/** By the first identity both have. */
function isSameCustomer({ customer: a }: InvoiceRow, { customer: b }: InvoiceRow): boolean {
  if (a.siren && b.siren) return a.siren === b.siren
  if (a.vatNumber && b.vatNumber) return a.vatNumber === b.vatNumber
  return nameKey(a.name) === nameKey(b.name)
}
