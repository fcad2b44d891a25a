import { areRelated } from './candidate-payers.ts'
import { contradictions } from './contradictions.ts'
import type { GateQuestion, GateReason } from './gate-question.ts'
import { isUsualPart } from './hypotheses/amount-fits.ts'
import { type Hypothesis, isStrong, type PoolItem } from './hypotheses/hypothesis.ts'
import { speaksOfPart } from './line-words.ts'
import type { Weight } from './weight.ts'

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
    (fitsAnotherWay(question) || isOneSumOfSeveral(question, items) || hasOtherPair(question, items)
      ? 'equallyGood'
      : null) ??
    (isFarAhead(question, allQuoted ? behindQuoted : behindUnquoted) ? null : 'equallyGood')
  )
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

/** The search for sums looks at twenty amounts: among more, another two may make what these two or three make. */
function hasOtherPair({ best }: GateQuestion, items: readonly PoolItem[]): boolean {
  const isNamed = ({ quote }: PoolItem): boolean => (quote?.weight ?? 0) >= 3000
  const unnamed = items.filter((one) => !isNamed(one))
  if (best.fit !== 'exact' || unnamed.length < 2 || unnamed.length > 3) return false
  const rest = unnamed.reduce((sum, { face }) => sum + face, 0)
  const others = (best.case?.pool ?? []).filter((one) => !isNamed(one) && one.face > 0)
  const own = new Set(unnamed.map(({ face }) => face))
  const faces = new Set<number>()
  for (const { face } of others) {
    const isOther = !own.has(face) || !own.has(rest - face)
    if (isOther && (face === rest || faces.has(rest - face))) return true
    faces.add(face)
  }
  return false
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
