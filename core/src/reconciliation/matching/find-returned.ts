import { addDays, type CalendarDate, daysBetween } from '../../calendar/calendar-date.ts'
import type { BankLine } from './books.ts'
import { nameTokens } from './name-tokens.ts'
import { numberKey } from './number-shape.ts'
import type { Confidence, Evidence } from './proposal.ts'
import { plainCapitals } from './read-text.ts'
import { chancesOf, type Weight } from './weight.ts'

/** A payment that may have come back. Amounts are whole numbers of the smallest unit, positive. */
export interface ReceivedPayment {
  readonly id: number
  readonly customer: number
  readonly customerName: string
  readonly receivedOn: CalendarDate
  readonly amount: number
  readonly means: 'transfer' | 'cheque' | 'card' | 'directDebit' | 'billOfExchange' | 'cash' | 'other'
  /** What the line it came by, or a person, called it: end-to-end ids, mandates, cheque numbers. */
  readonly references: readonly string[]
  readonly payerName: string | null
  readonly payerIban: string | null
  readonly invoiceNumbers: readonly string[]
  /** Handed in together: a slip or a batch comes back one by one, and seldom as a whole. */
  readonly group: number | null
}

export interface ReturnProposal {
  readonly payments: readonly number[]
  readonly customer: number
  /** What the bank added for its trouble; zero in most. */
  readonly fee: number
  readonly confidence: Confidence
  readonly chances: number
  readonly evidence: readonly Evidence[]
}

export interface ReturnVerdict {
  readonly decision: 'auto' | 'suggest' | 'none'
  /** Best first, at most five. */
  readonly proposals: readonly ReturnProposal[]
}

/** A direct debit refused as unauthorised comes back up to thirteen months later. */
const longestWay = 400
const mostReturnFee = 3_000
const ahead: Weight = 5000

interface Weighed {
  readonly payment: ReceivedPayment
  readonly fee: number
  readonly weight: Weight
  readonly isNamed: boolean
  readonly evidence: Evidence[]
}

/** Which payment came back with this debit line: never one that came later, never more than once told apart. */
export function findReturned(line: BankLine, payments: readonly ReceivedPayment[]): ReturnVerdict {
  if (line.amount >= 0) return { decision: 'none', proposals: [] }
  const text = plainCapitals(`${line.label} ${line.remittance} ${line.payerName ?? ''} ${line.ultimateName ?? ''}`)
  const speaks =
    line.kind === 'returned' ||
    /\b(?:IMPAYE|IMP|REJET|RETOUR|REFUS|ANNUL\w*|UNPAID|RETURN(?:ED)?|REPRESENT\w*|CHQ IMP|RECALL|EXTOURNE)\b/.test(
      text,
    )
  const weighed = payments
    .flatMap((payment) => weigh(line, text, speaks, payment))
    .sort(
      (a, b) =>
        b.weight - a.weight || daysBetween(a.payment.receivedOn, b.payment.receivedOn) || a.payment.id - b.payment.id,
    )
  const [best, next] = weighed
  if (!best || best.weight < (speaks ? 2500 : 8000)) return { decision: 'none', proposals: [] }
  const isSure = speaks && best.isNamed && (!next || best.weight - next.weight >= ahead) && best.fee === 0
  const chances = chancesOf([...weighed.map(({ weight }) => weight), 3000])
  const proposals = weighed.slice(0, 5).map((one, rank): ReturnProposal => {
    const share = chances[rank] ?? 0
    const confidence =
      rank === 0 && isSure ? 'almostCertain' : share >= 7000 ? 'probable' : share >= 2000 ? 'toCheck' : 'toSearch'
    return {
      payments: [one.payment.id],
      customer: one.payment.customer,
      fee: one.fee,
      confidence,
      chances: share,
      evidence: one.evidence,
    }
  })
  return { decision: isSure ? 'auto' : 'suggest', proposals }
}

function weigh(line: BankLine, text: string, speaks: boolean, payment: ReceivedPayment): Weighed[] {
  const fee = -line.amount - payment.amount
  if (payment.receivedOn > line.bookedOn || payment.receivedOn < addDays(line.bookedOn, -longestWay)) return []
  if (fee < 0 || fee > mostReturnFee) return []
  const evidence: Evidence[] = []
  const say = (code: string, values: Evidence['values'] = {}): void => {
    evidence.push({ code, speaks: 'for', values })
  }
  let weight = fee === 0 ? 6000 : 1500
  if (fee === 0) say('returnedAmount')
  else say('returnedFee', { amount: fee })
  const named = [byReference(line, text, payment, say), byName(text, payment, say)]
  weight += named.reduce((sum, one) => sum + one, 0)
  if (speaks && meansFit(text, payment)) {
    weight += 1500
    say('returnedMeans')
  } else if (speaks) weight -= 2500
  const age = daysBetween(payment.receivedOn, line.bookedOn)
  weight -= age > 60 ? 2000 : age > 15 ? 700 : 0
  return [{ payment, fee, weight, isNamed: named.some((one) => one >= 3000), evidence }]
}

type Say = (code: string, values?: Evidence['values']) => void

function byReference(line: BankLine, text: string, { references, invoiceNumbers }: ReceivedPayment, say: Say): Weight {
  const key = numberKey(`${text} ${line.endToEndId ?? ''} ${line.creditorReference ?? ''}`)
  const given = references.map(numberKey).filter((reference) => reference.length >= 5 && reference !== 'N0TPR0V1DED')
  let weight = 0
  if (given.some((reference) => key.includes(reference))) {
    say('returnedReference')
    weight += 9000
  }
  const number = invoiceNumbers.find((one) => numberKey(one).length >= 5 && key.includes(numberKey(one)))
  if (number !== undefined) {
    say('returnedNumber', { number })
    weight += 7000
  }
  return weight
}

function byName(text: string, { payerName, customerName, customer }: ReceivedPayment, say: Say): Weight {
  const words = new Set(nameTokens(text))
  for (const name of [payerName, customerName]) {
    if (!name) continue
    const tokens = nameTokens(name).filter((token) => token.length >= 3)
    const found = tokens.filter((token) => words.has(token)).length
    if (tokens.length > 0 && found === tokens.length) {
      say('nameMatches', { code: customerName, customer })
      return 4500
    }
  }
  return 0
}

/** An unpaid cheque is a cheque's, a rejected direct debit a direct debit's; where the bank does not say, all fit. */
function meansFit(text: string, { means }: ReceivedPayment): boolean {
  if (/\b(?:CHQ|CHEQUES?)\b/.test(text)) return means === 'cheque'
  if (/\b(?:LCR|EFFETS?|BILL|TRAITE|BOR)\b/.test(text)) return means === 'billOfExchange'
  if (/\b(?:PRLV|PRELEVEMENTS?|PRELEV|SDD|DIRECT DEBIT|MANDAT)\b/.test(text)) return means === 'directDebit'
  if (/\b(?:VIR|VIREMENTS?|TRANSFER)\b/.test(text)) return means === 'transfer'
  return means !== 'cash'
}
