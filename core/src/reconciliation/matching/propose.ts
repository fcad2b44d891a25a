import type { CalendarDate } from '../../calendar/calendar-date.ts'
import type { BankLine, IgnoreRule, RecordedPayment } from './books.ts'
import { candidatePayers, type Payer, type PayerSources } from './candidate-payers.ts'
import { findQuotes, nothingFound, type QuotesFound } from './find-quotes.ts'
import { gate, signatureOf } from './gate.ts'
import type { GateReason } from './gate-question.ts'
import { evidenceOf } from './gather-evidence.ts'
import { type Hypothesis, isStrong } from './hypotheses/hypothesis.ts'
import { creditOf, hypothesesOf, recordedAs } from './hypotheses/hypothesise.ts'
import { casesOf } from './hypotheses/open-case.ts'
import { promisedOf } from './hypotheses/promised.ts'
import { recordedGroups } from './hypotheses/recorded.ts'
import { plainIban, wordingOf } from './learn.ts'
import type { Warning } from './line-words.ts'
import type { OwnAccounts } from './own-accounts.ts'
import type { Confidence, Proposal, Verdict } from './proposal.ts'
import { type ReadLine, readLine } from './read-line.ts'
import { chancesOf, ln, lnShare, type Weight } from './weight.ts'

export interface Sources extends PayerSources {
  readonly recorded: readonly RecordedPayment[]
  readonly ignored: readonly IgnoreRule[]
  readonly own: OwnAccounts
}

const mostProposals = 5

/** Payers beyond these are compared only if a number or the amount points to them. */
const mostCases = 8

/** What one credit line pays, on that day: everything thought of, weighed, and the best let through the gate or not. */
export function propose(line: BankLine, on: CalendarDate, sources: Sources): Verdict {
  const day = line.bookedOn < on ? line.bookedOn : on
  const read = readLine({ ...line, bookedOn: day }, sources.own)
  if (line.amount <= 0) return { decision: 'none', proposals: [], mayConcern: [] }
  if (isIgnored(read, sources.ignored)) return { decision: 'none', proposals: [toldToIgnore], mayConcern: [] }
  const found = findQuotes(read.fields, sources.book, day)
  const payers = candidatePayers(read, found.quotes, sources)
  const none = nobody(read, sources)
  // A customer somebody can look at is shown before nobody, unless something says that it is nobody.
  const all = [...think(read, found, payers, sources), none].sort(
    (a, b) =>
      (b === none ? none.weight - unsaid(none) : b.weight) - (a === none ? none.weight - unsaid(none) : a.weight) ||
      byOrder(a, b),
  )
  const [best] = all
  if (!best) return { decision: 'none', proposals: [], mayConcern: [] }
  return verdictOf(all, gate({ best, all, payers, found, read, book: sources.book }), sources)
}

function think(read: ReadLine, found: QuotesFound, payers: readonly Payer[], sources: Sources): Hypothesis[] {
  const { book, memory } = sources
  const all: Hypothesis[] = []
  const groups = recordedGroups(read.line, sources.recorded)
  const isKnown = payers.some(({ identified }) => identified >= 9000)
  payers.forEach((payer, rank) => {
    const quotes = found.quotes.filter(({ invoice }) => invoice.customer === payer.customer.id)
    const recorded = groups.filter(({ customer }) => customer === payer.customer.id)
    const isPointed = quotes.length > 0 || recorded.length > 0 || payer.isPointedTo
    // Where an account or a name says who pays, those who only owe a like amount are not compared.
    if (!isPointed && (rank >= mostCases || (isKnown && payer.identified < 1500))) return
    const cases = casesOf(payer, read, found, book, memory)
    for (const one of cases) all.push(...hypothesesOf(one), ...promisedOf(one, sources.promises))
    const [own] = cases
    if (!own) return
    if (payer.identified > 3000) all.push(creditOf(own))
    const named = Math.max(0, ...quotes.map(({ weight }) => weight))
    for (const group of recorded) {
      // A number names one payment, never the cheques of a slip.
      const told = group.isSlip ? 0 : named
      all.push(recordedAs(own, group.payments, group.evidence + 1500 + told - ln(recorded.length)))
    }
  })
  return [...all, ...recordedOfNobody(read, groups, payers, sources)]
}

/** Slips, and payments of customers whom nothing on the line names. */
function recordedOfNobody(
  read: ReadLine,
  groups: ReturnType<typeof recordedGroups>,
  payers: readonly Payer[],
  { book, memory }: Sources,
): Hypothesis[] {
  return groups
    .filter(({ customer }) => !payers.some((payer) => payer.customer.id === customer))
    .flatMap((group) => {
      const customer = book.customers.get(group.customer)
      if (!customer) return []
      const payer: Payer = {
        customer,
        weight: -ln(book.customers.size),
        identified: 0,
        iban: null,
        name: null,
        wording: 0,
        code: false,
        siren: false,
        contradicted: null,
        inText: false,
        isPointedTo: false,
      }
      const [own] = casesOf(payer, read, nothingFound, book, memory)
      return own ? [recordedAs(own, group.payments, group.evidence + 1500 - ln(groups.length))] : []
    })
}

/** The line concerns no customer: more likely by its words, and by what was said of such lines before. */
function nobody(read: ReadLine, { memory, book }: Sources): Hypothesis {
  const { line, warnings, isOwn } = read
  const rare = ln(book.customers.size)
  const wording = wordingOf(line)
  const known = [line.payerIban && memory.ofIban(plainIban(line.payerIban)), wording && memory.ofWording(wording)]
  const learnt = Math.max(
    0,
    ...known.map((one) => (one && one.notACustomer > 0 ? rare + 3000 + lnShare(one.notACustomer, one.lines + 0.3) : 0)),
  )
  const told = warnings.reduce((sum, warning) => sum + saidOfNobody(warning), 0)
  const weight: Weight = usualNobody - (line.kind === 'chequeDeposit' ? 2500 : 0) + learnt + told + (isOwn ? 12_000 : 0)
  return {
    kind: 'notACustomer',
    case: null,
    payer: null,
    set: null,
    fit: null,
    takes: [],
    credit: 0,
    payments: [],
    weight,
    before: Math.max(0, ...known.map((one) => (one ? one.notACustomer : 0))),
  }
}

/** A deposit is a customer's; rents and the like may well be invoiced. */
const saidOfNobody = (warning: Warning): Weight =>
  warning === 'deposit' ? 0 : warning === 'otherDealing' || warning === 'security' ? 1200 : 3500

function isIgnored({ line, plain }: ReadLine, ignored: readonly IgnoreRule[]): boolean {
  const iban = line.payerIban === null ? null : plainIban(line.payerIban)
  return ignored.some(
    (rule) =>
      (rule.iban !== null || rule.wording !== null) &&
      (rule.iban === null || rule.iban === iban) &&
      (rule.wording === null || ` ${plain} `.includes(` ${rule.wording} `) || wordingOf(line) === rule.wording),
  )
}

const toldToIgnore: Proposal = {
  kind: 'notACustomer',
  customer: null,
  allocations: [],
  credit: 0,
  payments: [],
  confidence: 'almostCertain',
  chances: 10_000,
  evidence: [{ code: 'ignoreRule', speaks: 'for', values: {} }],
}

/** Nothing but habit says that a line with that weight is nobody's. */
const usualNobody: Weight = -1500
const unsaid = ({ weight }: Hypothesis): Weight => (weight <= usualNobody ? 4500 : 0)

/** Never left to the order in which things came: the older due date, then the smaller number. */
function byOrder(a: Hypothesis, b: Hypothesis): number {
  const [left, right] = [orderOf(a), orderOf(b)]
  return left < right ? -1 : left > right ? 1 : 0
}

const orderOf = ({ kind, takes, payer, payments }: Hypothesis): string =>
  [
    kind,
    takes[0]?.pool.item.dueDate ?? '',
    ...takes.map(({ pool }) => String(pool.item.id).padStart(12, '0')),
    payer?.customer.id ?? '',
    ...payments,
  ].join(' ')

function verdictOf(all: readonly Hypothesis[], reason: GateReason | null, sources: Sources): Verdict {
  const distinct = distinctOf(all)
  const chances = chancesOf(distinct.map(({ weight }) => weight))
  const told = distinct
    .slice(0, mostProposals)
    .map((one, rank) => proposalOf(one, chances[rank] ?? 0, rank === 0 ? reason : null, rank, sources))
  const [best] = told
  const proposals = told.filter((one, rank) => rank === 0 || one.chances >= 5)
  const isNone = !best || best.kind === 'notACustomer'
  const isAuto = reason === null && !isNone
  return {
    decision: isAuto ? 'auto' : isNone ? 'none' : 'suggest',
    proposals,
    mayConcern: isNone ? [] : concerned(distinct, chances),
  }
}

/** Those that say the same thing once, as far as they have any chance beside the best. */
function distinctOf(all: readonly Hypothesis[]): Hypothesis[] {
  const said = new Set<string>()
  const distinct: Hypothesis[] = []
  for (const one of all) {
    if (distinct.length >= 12 || (distinct[0] && one.weight < distinct[0].weight - 15_000)) break
    const signature = signatureOf(one)
    if (!said.has(signature)) distinct.push(one)
    said.add(signature)
  }
  return distinct
}

function concerned(all: readonly Hypothesis[], chances: readonly number[]): number[] {
  const likely = all.filter((one, rank) => (chances[rank] ?? 0) >= 1500 && one.payer !== null)
  const customers = likely.flatMap(({ payer, takes }) => [
    ...(payer ? [payer.customer.id] : []),
    ...takes.map(({ pool }) => pool.item.customer),
  ])
  return [...new Set(customers)].slice(0, 50)
}

function proposalOf(
  one: Hypothesis,
  chances: number,
  reason: GateReason | null,
  rank: number,
  sources: Sources,
): Proposal {
  const certain = rank === 0 && reason === null && one.kind !== 'notACustomer' && one.kind !== 'customerCredit'
  const evidence = evidenceOf(one, { gate: reason, promises: sources.promises, recorded: sources.recorded })
  const confidence = certain ? 'almostCertain' : confidenceOf(one, chances)
  return {
    kind: one.kind,
    customer: one.payer?.customer.id ?? null,
    allocations: one.takes.map(({ pool, amount, difference }) => ({ item: pool.item.id, amount, difference })),
    credit: one.credit,
    payments: one.payments,
    confidence,
    chances,
    evidence,
  }
}

/** In the words of the screen: what rests on an amount alone is looked at, however few others owe it. */
function confidenceOf(one: Hypothesis, chances: number): Confidence {
  // Nobody found is no proof that there is nobody: without a word for it, a person searches.
  if (one.kind === 'notACustomer' && one.weight <= usualNobody) return 'toSearch'
  if (chances >= 7000) return isAmountAlone(one) || isTooMuchAndUnnamed(one) ? 'toCheck' : 'probable'
  return chances >= 2000 ? 'toCheck' : 'toSearch'
}

const isAmountAlone = ({ kind, payer, takes }: Hypothesis): boolean =>
  kind === 'paysItems' && (payer?.identified ?? 0) < 1500 && takes.every(({ pool }) => pool.quote === null)

/** Neither the amount nor a number says that it is this invoice. */
const isTooMuchAndUnnamed = ({ fit, takes }: Hypothesis): boolean =>
  fit === 'tooMuch' && !takes.some(({ pool }) => pool.quote !== null && isStrong(pool.quote))
