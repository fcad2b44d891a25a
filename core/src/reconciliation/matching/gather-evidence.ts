import type { BookedPromise, RecordedPayment } from './books.ts'
import type { GateReason } from './gate-question.ts'
import { type Hypothesis, isStrong, type PoolItem } from './hypotheses/hypothesis.ts'
import { numberKey } from './number-shape.ts'
import type { Evidence } from './proposal.ts'

const spoken = (code: string, values: Evidence['values'] = {}): Evidence => ({ code, speaks: 'for', values })
const against = (code: string, values: Evidence['values'] = {}): Evidence => ({ code, speaks: 'against', values })

/** What speaks for a hypothesis and against it, in the order in which a person would say it. */
export function evidenceOf(
  hypothesis: Hypothesis,
  context: {
    readonly gate: GateReason | null
    readonly promises: readonly BookedPromise[]
    readonly recorded: readonly RecordedPayment[]
  },
): Evidence[] {
  const { kind, set } = hypothesis
  const evidence: Evidence[] = []
  if (kind === 'alreadyRecorded') evidence.push(spoken('alreadyRecorded', { count: hypothesis.payments.length }))
  if (set) evidence.push(...ofQuotes(hypothesis, set.items), ...ofAmount(hypothesis))
  evidence.push(...ofPayer(hypothesis))
  if (set) evidence.push(...ofPromises(hypothesis, context.promises), ...ofChoice(hypothesis))
  evidence.push(...ofWarnings(hypothesis), ...ofElsewhere(hypothesis), ...ofNobody(hypothesis))
  if (context.gate) evidence.push(against('heldBack', { reason: context.gate }))
  if (context.gate === 'paidBefore') evidence.push(against('paidBefore'))
  if (context.gate === 'equallyGood') evidence.push(against('equallyGood'))
  if (context.gate === 'payerUnsure') evidence.push(against('payerUnsure'))
  if (context.gate === 'quotedUnknown') evidence.push(against('quotedUnknown'))
  return evidence
}

function ofQuotes({ case: one }: Hypothesis, items: readonly PoolItem[]): Evidence[] {
  const named = items.flatMap(({ item, quote }) => {
    if (!quote) return []
    const { manner, written, field, from, to } = quote
    const isWhole = manner === 'short' && numberKey(written) === item.invoice.shape.full
    const code = {
      tail: 'quotedTail',
      list: 'quotedTail',
      short: 'quotedTail',
      cut: 'quotedTail',
      range: 'quotedRange',
      day: 'quotedDay',
      month: 'quotedMonth',
      nearly: 'quotedNearly',
      orderNumber: 'quotedOrder',
      paymentReference: 'quotedPaymentReference',
      full: 'quotedNumber',
      digits: 'quotedNumber',
    }[isWhole ? 'full' : manner]
    return [spoken(code, { number: item.invoiceNumber, item: item.id, written, field, from, to, of: items.length })]
  })
  const left = (one?.pool ?? []).filter(
    ({ item, quote }) => quote && isStrong(quote) && !items.some((paid) => paid.item.invoice === item.invoice),
  )
  return [...named, ...left.slice(0, 3).map(({ item }) => against('quotedLeftOut', { number: item.invoiceNumber }))]
}

function ofAmount({ fit, takes, set, case: one, credit }: Hypothesis): Evidence[] {
  const count = takes.length
  const difference = takes.reduce((sum, take) => sum + (take.difference?.amount ?? 0), 0)
  const unique = count === 1 && one?.surpriseOfOne === one?.surprise
  if (fit === 'exact')
    return [
      spoken('amountExact', { count, credits: takes.filter(({ amount }) => amount < 0).length }),
      ...(unique ? [spoken('amountUnique')] : []),
      ...((set?.ways ?? 1) > 1 && set?.manner === 'sum' ? [against('severalSums', { ways: set.ways })] : []),
    ]
  if (fit === 'discount') {
    const late = Math.max(0, ...takes.map(({ pool, difference: gap }) => (gap ? pool.discountLate : 0)))
    return [
      late > 0
        ? against('discountTakenLate', { amount: difference, count: late })
        : spoken('discountTaken', { amount: difference }),
    ]
  }
  if (fit === 'bankFee') return [spoken('bankFeeTaken', { amount: difference })]
  if (fit === 'rounding') return [spoken('roundedAmount', { amount: difference || credit })]
  if (fit === 'retention') return [spoken('retained', { amount: missing(takes) })]
  if (fit === 'partial') return [against('paidInPart', { amount: missing(takes) })]
  return [against('paidTooMuch', { amount: credit })]
}

const missing = (takes: Hypothesis['takes']): number =>
  takes.reduce((sum, { pool, amount }) => sum + pool.face - amount, 0)

function ofPayer({ payer, set }: Hypothesis): Evidence[] {
  if (!payer) return []
  const { iban, name, wording, code, siren, contradicted, customer } = payer
  const evidence: Evidence[] = []
  if (iban !== null) evidence.push(iban === 'books' ? spoken('ibanInBooks') : spoken('ibanKnown', { count: iban }))
  if (name?.isWhole) evidence.push(spoken('nameMatches', { code: customer.code, name: name.entry.name }))
  else if (name) evidence.push(spoken('nameResembles', { code: customer.code, name: name.entry.name }))
  if (wording > 0) evidence.push(spoken('wordingKnown', { count: wording }))
  if (code) evidence.push(spoken('codeQuoted', { code: customer.code }))
  if (siren) evidence.push(spoken('sirenQuoted'))
  const others = set?.items.some(({ item }) => item.customer !== customer.id) ?? false
  if (others) evidence.push(spoken('paysForChildren', { name: customer.name }))
  if (contradicted === 'iban') evidence.push(against('ibanOfAnother'))
  if (contradicted === 'name') evidence.push(against('nameOfAnother'))
  return evidence
}

function ofPromises({ takes, case: one }: Hypothesis, promises: readonly BookedPromise[]): Evidence[] {
  const paid = new Set(takes.map(({ pool }) => pool.item.id))
  const customers = new Set(takes.map(({ pool }) => pool.item.customer))
  const kept = promises.find(
    (promise) =>
      customers.has(promise.customer) &&
      (promise.items.some((item) => paid.has(item)) || promise.amount === one?.read.line.amount),
  )
  return kept ? [spoken('promised', { on: kept.on, amount: kept.amount })] : []
}

function ofChoice({ set, case: one }: Hypothesis): Evidence[] {
  if (!set || !one) return []
  const evidence: Evidence[] = []
  if (set.manner === 'allDue') evidence.push(spoken('allThatIsDue'))
  if (set.manner === 'all') evidence.push(spoken('allThatIsOpen'))
  if (set.manner === 'oldest' && set.items.length > 1) evidence.push(spoken('theOldest', { count: set.items.length }))
  if (set.manner === 'month') evidence.push(spoken('aWholeMonth'))
  const [only] = set.items
  const twins = one.pool.filter(({ item, face }) => face === only?.face && item.customer === only.item.customer).length
  if (set.items.length === 1 && twins > 1 && !only?.quote) evidence.push(spoken('oldestOfEquals', { count: twins }))
  return evidence
}

/** Told by those before it: the same account or the same words, and no customer. */
const ofNobody = ({ before = 0 }: Hypothesis): Evidence[] =>
  before > 0 ? [spoken('nobodyBefore', { count: before })] : []

const ofWarnings = (hypothesis: Hypothesis): Evidence[] =>
  (hypothesis.case?.read.warnings ?? []).map((warning) =>
    hypothesis.kind === 'notACustomer' || (hypothesis.kind === 'customerCredit' && warning === 'deposit')
      ? spoken('warning', { warning })
      : against('warning', { warning }),
  )

function ofElsewhere({ case: one, kind }: Hypothesis): Evidence[] {
  return (one?.quotedElsewhere ?? []).slice(0, 2).map(({ invoice, items }) => {
    const code = items.length === 0 ? 'quotedSettled' : 'quotedOther'
    return kind === 'customerCredit'
      ? spoken(code, { number: invoice.number })
      : against(code, { number: invoice.number })
  })
}
