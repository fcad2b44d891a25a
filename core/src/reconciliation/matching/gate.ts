import { daysBetween } from '../../calendar/calendar-date.ts'
import { areRelated, type Payer } from './candidate-payers.ts'
import type { QuotesFound } from './find-quotes.ts'
import { isUsualPart } from './hypotheses/amount-fits.ts'
import { type Hypothesis, isStrong, type PoolItem } from './hypotheses/hypothesis.ts'
import type { ItemBook } from './item-book.ts'
import { speaksOfPart, warningsIn } from './line-words.ts'
import { numberKey, patternOf } from './number-shape.ts'
import type { ReadLine } from './read-line.ts'
import { plainCapitals } from './read-text.ts'
import type { Weight } from './weight.ts'

/** What keeps a proposal from being applied by itself; the first that does is told. */
export type GateReason =
  | 'payerUnsure'
  | 'payerContradicted'
  | 'amountUnsure'
  | 'tooMuch'
  | 'quotedLeftOut'
  | 'quotedSettled'
  | 'quotedOther'
  | 'quotedUnknown'
  | 'paidBefore'
  | 'warning'
  | 'equallyGood'

export interface GateQuestion {
  readonly best: Hypothesis
  /** All that was thought of, best first. */
  readonly all: readonly Hypothesis[]
  readonly payers: readonly Payer[]
  readonly found: QuotesFound
  readonly read: ReadLine
  readonly book: ItemBook
}

/** How far behind the next may be: a thousand times less likely, and more where no number is named. */
const behindQuoted: Weight = 4700
const behindUnquoted: Weight = 4700
const behindRecorded: Weight = 4000

/** Null lets it through: only what is certain on the payer and on the amount, and contradicted by nothing. */
export function gate(question: GateQuestion): GateReason | null {
  const { best } = question
  if (best.kind === 'alreadyRecorded') return gateRecorded(question)
  if (best.kind !== 'paysItems' || !best.set || !best.case) return 'amountUnsure'
  const items = best.set.items
  const allQuoted = items.every(({ quote, face }) => face < 0 || (quote !== null && isStrong(quote)))
  return (
    contradictions(question, items) ??
    payerDoubt(question, items, allQuoted) ??
    amountDoubt(question, items, allQuoted) ??
    (fitsAnotherWay(question) || isOneSumOfSeveral(question, items) ? 'equallyGood' : null) ??
    (isFarAhead(question, allQuoted ? behindQuoted : behindUnquoted) ? null : 'equallyGood')
  )
}

function contradictions({ best, found, read }: GateQuestion, items: readonly PoolItem[]): GateReason | null {
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

function payerDoubt(
  { best, payers, book, read }: GateQuestion,
  items: readonly PoolItem[],
  allQuoted: boolean,
): GateReason | null {
  const { payer } = best
  if (!payer) return 'payerUnsure'
  const strangers = payers.filter((other) => !areRelated(other.customer.id, payer.customer.id, book.customers))
  if (!allQuoted && !payer.inText && strangers.some(({ inText }) => inText)) return 'payerContradicted'
  const nextKnown = Math.max(0, ...strangers.map(({ identified }) => identified))
  const ahead = payer.identified - nextKnown
  if (payer.identified >= 6500 && (ahead >= 1800 || (ahead >= -1500 && tellsApart(best, items, allQuoted)))) return null
  // Nobody is named: a number and an amount that only this invoice has cannot be somebody else's mistyped.
  const isOnlyOne = items.length === 1 && (book.openByAmount(read.line.amount)?.size ?? 0) === 1
  const isNobody = nextKnown < 4500 && payer.contradicted === null
  return allQuoted && best.fit === 'exact' && isNobody && (isOnlyOne || items.length > 1) ? null : 'payerUnsure'
}

/** Of two with like names, the numbers or an amount that is no price of the list tell which. */
function tellsApart({ case: one, fit }: Hypothesis, items: readonly PoolItem[], allQuoted: boolean): boolean {
  if (allQuoted || items.every(({ quote }) => (quote?.weight ?? 0) >= 3200)) return true
  const surprise = items.length === 1 ? one?.surpriseOfOne : one?.surprise
  return (fit === 'exact' || fit === 'discount') && (surprise ?? 0) >= 10_500
}

function amountDoubt({ best, book }: GateQuestion, items: readonly PoolItem[], allQuoted: boolean): GateReason | null {
  const { fit, credit, takes, case: one, payer } = best
  // Who has a parent or children pays for them as well.
  const isAlone = payer?.customer.parent === null && !book.childrenOf.has(payer.customer.id)
  const isNamed = allQuoted || items.every(({ quote }) => (quote?.weight ?? 0) >= 4800)
  // Every open item of the payer is named and paid: what is left can pay nothing.
  const isAll = allQuoted && isAlone && (one?.pool ?? []).every((other) => items.includes(other))
  if (fit === 'tooMuch' && isAll) return null
  if (fit === 'tooMuch' || (fit !== 'rounding' && credit > 0)) return 'tooMuch'
  if (fit === 'exact' || fit === 'discount') return null
  if (fit === 'rounding' && (credit === 0 || items.length === 1)) return null
  // Banks take round fees; a gap of cents beside is a coincidence.
  const fee = takes.reduce((sum, { difference }) => sum + (difference?.amount ?? 0), 0)
  if (fit === 'bankFee' && fee % 50 === 0 && (one?.habits.fees ?? 0) > 0) return null
  if (!isNamed) return 'amountUnsure'
  if (fit === 'bankFee' || fit === 'rounding') return null
  return items.length === 1 && (fit !== 'partial' || isMeantAsPart(best)) ? null : 'amountUnsure'
}

/** A round sum, a share that people agree on, or a word for it: any other amount may belong to something else. */
function isMeantAsPart({ takes, case: one }: Hypothesis): boolean {
  const amount = one?.read.line.amount ?? 0
  const isUsual = takes.some(({ pool }) => isUsualPart(pool.face, amount) || isUsualPart(pool.item.amount, amount))
  return isUsual || amount % 1000 === 0 || speaksOfPart(one?.read.plain ?? '')
}

/** A part of what is named, while something else of this payer has that very amount: he may have named the wrong one. */
function fitsAnotherWay({ best, all, book }: GateQuestion): boolean {
  if (best.fit === 'exact' || best.fit === null) return false
  const payer = best.payer?.customer.id
  const isUnexplained = best.fit === 'partial' || best.fit === 'retention' || best.fit === 'tooMuch'
  return all.some(
    ({ fit, set, payer: other }) =>
      ((fit === 'exact' && set?.items.length === 1) ||
        (isUnexplained && (fit === 'exact' || fit === 'rounding' || fit === 'discount'))) &&
      payer !== undefined &&
      other !== null &&
      areRelated(payer, other.customer.id, book.customers),
  )
}

/** Another of the family owes an item of that amount, and nothing says which of the two is meant. */
const hasTwinInFamily = ({ case: one }: Hypothesis, items: readonly PoolItem[]): boolean =>
  items.some(
    ({ quote, face, item }) =>
      (quote?.weight ?? 0) < 3000 &&
      one?.pool.some((other) => !items.includes(other) && other.face === face && other.item.customer !== item.customer),
  )

/** How far behind another sum to the cent is still one that could be true. */
const behindOtherSum: Weight = 9000

/** Several items that nothing names, and others of the same payer come to the same sum: that they are the oldest proves nothing. */
function isOneSumOfSeveral({ best, all, book }: GateQuestion, items: readonly PoolItem[]): boolean {
  if (best.fit !== 'exact' || items.length < 2 || items.every(({ quote }) => (quote?.weight ?? 0) >= 3000)) return false
  const payer = best.payer?.customer.id
  const same = signatureOf(best)
  const named = namedWeight(best)
  return all.some(
    (other) =>
      other.kind === 'paysItems' &&
      other.fit === 'exact' &&
      best.weight - other.weight < behindOtherSum &&
      payer !== undefined &&
      other.payer !== null &&
      areRelated(payer, other.payer.customer.id, book.customers) &&
      namedWeight(other) >= named &&
      signatureOf(other) !== same,
  )
}

const namedWeight = ({ set }: Hypothesis): Weight =>
  (set?.items ?? []).reduce((sum, { quote }) => sum + (quote?.weight ?? 0), 0)

/** Nothing else that is truly something else comes near. */
function isFarAhead({ best, all }: GateQuestion, behind: Weight): boolean {
  const same = signatureOf(best)
  return !all.some((other) => other !== best && best.weight - other.weight < behind && signatureOf(other) !== same)
}

/** Equal for two hypotheses that give the same customers the same amounts: which of two like items is paid is one. */
export function signatureOf({ kind, takes, payments, payer }: Hypothesis): string {
  if (kind !== 'paysItems') return `${kind} ${kind === 'notACustomer' ? '' : payer?.customer.id} ${payments.join(' ')}`
  return takes
    .map(({ pool, amount, difference }) => `${pool.item.customer} ${pool.face} ${amount} ${difference?.reason ?? ''}`)
    .sort()
    .join('|')
}

function gateRecorded(question: GateQuestion): GateReason | null {
  const { best, read } = question
  if (best.payer?.contradicted) return 'payerContradicted'
  const known = (best.payer?.identified ?? 0) >= 6500 || read.line.kind === 'chequeDeposit'
  if (!known) return 'payerUnsure'
  return isFarAhead(question, behindRecorded) ? null : 'equallyGood'
}
