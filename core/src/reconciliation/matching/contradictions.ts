import { daysBetween } from '../../calendar/calendar-date.ts'
import type { GateQuestion, GateReason } from './gate-question.ts'
import { type Hypothesis, isStrong, type PoolItem } from './hypotheses/hypothesis.ts'
import { warningsIn } from './line-words.ts'
import { numberKey, patternOf } from './number-shape.ts'
import type { ReadLine } from './read-line.ts'
import { plainCapitals } from './read-text.ts'

/** What the text or the books say against a proposal; the first thing found, null when nothing does. */
export function contradictions({ best, found, read }: GateQuestion, items: readonly PoolItem[]): GateReason | null {
  if (best.payer?.contradicted) return 'payerContradicted'
  const paid = new Set(items.map(({ item }) => item.invoice))
  for (const { item, quote } of best.case?.pool ?? [])
    if (
      quote &&
      quote.manner !== 'orderNumber' &&
      !paid.has(item.invoice) &&
      (isStrong(quote) || (quote.weight >= 3500 && quote.manner !== 'day'))
    )
      return 'quotedLeftOut'
  if (leavesOrderOut(best, items)) return 'quotedLeftOut'
  const owners = new Set(items.map(({ item }) => item.customer))
  if (found.saidElse.some((invoice) => owners.has(invoice.customer) && !paid.has(invoice))) return 'quotedLeftOut'
  for (const quote of best.case?.quotedElsewhere ?? [])
    if (quote.manner !== 'orderNumber' && !paid.has(quote.invoice))
      return quote.items.length === 0 ? 'quotedSettled' : 'quotedOther'
  const mistyped = items.some(({ quote }) => quote?.manner === 'nearly')
  if (found.unknown.length > 0 || mistyped) return 'quotedUnknown'
  if (isWarned(best, read, items)) return 'warning'
  if (namesOtherDays(best, read, items)) return 'quotedUnknown'
  if (namesOtherOrder(best, read, items)) return 'quotedUnknown'
  if (mayBePaidTwice(best, items)) return 'paidBefore'
  if (hasTwinsOfMonths(best, items) || mayCancel(best, items) || hasTwinInFamily(best, items)) return 'equallyGood'
  const unsure = items.some(({ quote }) => quote === null || !isStrong(quote))
  if (unsure && (best.case?.settledTails.length ?? 0) > 0) return 'quotedSettled'
  if ((unsure || best.fit !== 'exact') && best.case?.isNamedElse) return 'quotedUnknown'
  if (listsUnknown(best, read)) return 'quotedUnknown'
  const unnamed = items.some(({ quote }) => quote === null || quote.weight < 3000)
  if (unnamed && (best.case?.unexplained ?? 0) > 0 && hasTwins(best, items)) return 'quotedUnknown'
  return null
}

/** An order is named, and nothing of it is paid. */
const leavesOrderOut = ({ case: one }: Hypothesis, items: readonly PoolItem[]): boolean =>
  (one?.pool ?? []).some(
    ({ quote }) =>
      quote?.manner === 'orderNumber' &&
      !items.some((paid) => paid.quote && paid.quote.field === quote.field && paid.quote.from === quote.from),
  )

/** The payer's software lists a document that none of these invoices answers to. */
const listsUnknown = ({ case: one }: Hypothesis, { fields }: ReadLine): boolean =>
  fields.some(
    ({ field, text }) =>
      field === 'document' &&
      /\d{3}/.test(text) &&
      !one?.pool.some(({ quote }) => quote?.field === 'document' && text.includes(quote.written)),
  )

/** « FACTURE DU 03/08 », « AVRIL 2024 »: a day or a month of none of the items. */
function namesOtherDays({ case: one }: Hypothesis, { fields }: ReadLine, items: readonly PoolItem[]): boolean {
  if (!one || items.every(({ quote }) => quote !== null && isStrong(quote))) return false
  return fields.some(({ field, text, dates }) =>
    dates.some(({ dayOfMonth, month, year, from }) => {
      const own = (date: string): boolean =>
        Number(date.slice(5, 7)) === month &&
        (year === null || Number(date.slice(0, 4)) === year) &&
        (dayOfMonth === null || Number(date.slice(8)) === dayOfMonth)
      const isOf = items.some(({ item }) => own(item.issueDate) || own(item.dueDate))
      return (
        field !== 'endToEnd' &&
        !isOf &&
        (dayOfMonth === null || /\bFA?C?T?(?:URES?)? ?(?:DU|DES)? ?$/i.test(text.slice(0, from)))
      )
    }),
  )
}

/** A month or a due date points to one of two like items, and payers mean by it what they will. */
const hasTwinsOfMonths = ({ case: one }: Hypothesis, items: readonly PoolItem[]): boolean =>
  items.some(({ quote, face, item }) => {
    if (quote?.manner !== 'month' && quote?.manner !== 'day') return false
    const twins = (one?.pool ?? []).filter(
      (other) => !items.includes(other) && other.face === face && other.item.customer === item.customer,
    )
    const saysYear = /\d/.test(quote.written)
    return (quote.manner === 'month' && !saysYear) || (quote.manner === 'day' && quote.weight < 2400)
      ? twins.length > 0
      : twins.some((twin) => twin.quote !== null)
  })

/** An order is named, the payer's items have orders, and it is none of theirs: of an invoice that is settled, it may be. */
function namesOtherOrder({ case: one }: Hypothesis, { plain }: ReadLine, items: readonly PoolItem[]): boolean {
  if (!one || items.some(({ quote }) => quote !== null && isStrong(quote))) return false
  const orders = items.flatMap(({ item }) => item.references.map((reference) => patternOf(numberKey(reference))))
  if (orders.length === 0) return false
  const isAnnounced =
    /\b(?:CDES?|CMD|COMMANDES?|PO|BC|BDC|BON DE COMMANDE|ORDER) (?:N |NO )?(?:[A-Z]{1,4} )?\d{3,}/.test(plain)
  return isAnnounced || plain.split(' ').some((word) => word.length >= 6 && orders.includes(patternOf(numberKey(word))))
}

/** A payer who has not used a credit note by then has left it with its invoice. */
const mostDaysToCancel = 75

/** A credit note open beside the very invoice it takes back: the payer may have set one against the other, or not. */
function mayCancel({ case: one }: Hypothesis, items: readonly PoolItem[]): boolean {
  const day = one?.read.line.bookedOn
  if (!day || items.every(({ quote }) => (quote?.weight ?? 0) >= 3000)) return false
  const pool = one?.pool ?? []
  const cancels = (credit: PoolItem, debt: PoolItem): boolean =>
    credit.face < 0 && debt.face === -credit.face && debt.item.customer === credit.item.customer
  return pool.some((credit) =>
    pool.some(
      (debt) =>
        cancels(credit, debt) &&
        items.includes(credit) === items.includes(debt) &&
        (items.includes(credit) || daysBetween(credit.item.issueDate, day) <= mostDaysToCancel),
    ),
  )
}

/** The same sum came not long ago: the money may come a second time, whatever else it fits by chance. */
function mayBePaidTwice({ case: one }: Hypothesis, items: readonly PoolItem[]): boolean {
  const days = one?.paidDaysAgo ?? null
  if (days === null || days > 150 || items.every(({ quote }) => (quote?.weight ?? 0) >= 3000)) return false
  return items.length > 1 || (days < 25 && items.every(({ timing }) => timing <= -900))
}

/** Another item of the same amount stands beside, and the text may have meant that one. */
const hasTwins = ({ case: one }: Hypothesis, items: readonly PoolItem[]): boolean =>
  (one?.pool ?? []).some((other) => !items.includes(other) && items.some(({ face }) => face === other.face))

/** Payments confirmed that make somebody one who pays invoices. */
const linesThatTell = 1

/** Words of a payer whose payments are known by that very name warn of nothing. */
function isWarned({ payer, fit, case: one }: Hypothesis, read: ReadLine, items: readonly PoolItem[]): boolean {
  const { warnings, plain, isOwn } = read
  if (warnings.length === 0) return false
  if (isOwn) return true
  const deposits = items.every(({ item, quote }) => item.isDeposit && quote !== null)
  const name = payer?.name?.isWhole || (payer?.wording ?? 0) > 0 ? (payer?.name?.entry.name ?? '') : ''
  const words = new Set(plainCapitals(name).match(/[A-Z0-9]+/g))
  const left = plain
    .split(' ')
    .filter((word) => !words.has(word))
    .join(' ')
  // A rent that is invoiced is paid like anything else, once its number says so, or its month and all that was paid before.
  const named =
    fit === 'exact' &&
    items.every(({ quote }) => quote !== null && (isStrong(quote) || (one?.habits.lines ?? 0) >= linesThatTell))
  return warningsIn(left)
    .filter((warning) => warnings.includes(warning))
    .some((warning) => !(warning === 'deposit' && deposits) && !(warning === 'otherDealing' && named))
}

/** Another of the family owes an item of that amount, and nothing says which of the two is meant. */
const hasTwinInFamily = ({ case: one }: Hypothesis, items: readonly PoolItem[]): boolean =>
  items.some(
    ({ quote, face, item }) =>
      (quote?.weight ?? 0) < 3000 &&
      one?.pool.some((other) => !items.includes(other) && other.face === face && other.item.customer !== item.customer),
  )
