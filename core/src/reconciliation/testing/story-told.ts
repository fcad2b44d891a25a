import { assert } from '../../money/assert.ts'
import { asCurrency } from '../../money/money.ts'
import type { BankLine } from '../matching/books.ts'
import { explainEvidence, quotedRanges } from '../matching/explain-evidence.ts'
import type { ReturnVerdict } from '../matching/find-returned.ts'
import type { Proposal, Verdict } from '../matching/proposal.ts'
import { amountText, customerOf, itemOf, readAmount, type StoryFacts } from './story-facts.ts'

/** What was answered to one line of the bank: of a credit what it pays, of a debit what came back. */
export type Answer =
  | { readonly line: BankLine; readonly verdict: Verdict }
  | { readonly line: BankLine; readonly returned: ReturnVerdict }

/** What one proposal does, apart from its reasons and chances. */
export type Deed = Pick<Proposal, 'kind' | 'customer' | 'allocations' | 'credit'>

const nameOf = ({ customers }: StoryFacts, id: number | null): string =>
  customers.find((one) => one.id === id)?.code ?? `stranger ${id}`

/** « C-1 pays F-101 1200.00, discount 24.00 on F-101, credit 30.00 », parts in the order of their letters. */
export function proposalText(facts: StoryFacts, proposal: Proposal): string {
  const payer = nameOf(facts, proposal.customer)
  if (proposal.kind === 'notACustomer') return 'nobody'
  if (proposal.kind === 'customerCredit') return `credit of ${payer} ${amountText(proposal.credit)}`
  if (proposal.kind === 'alreadyRecorded') {
    const payments = facts.recorded.filter(({ id }) => proposal.payments.includes(id))
    return `entered ${payments.map((one) => `${nameOf(facts, one.customer)} ${amountText(one.amount)}`).join(', ')}`
  }
  const parts = proposal.allocations.flatMap(({ item, amount, difference }) => {
    const number = facts.items.find(({ id }) => id === item)?.invoiceNumber
    const paid = `${number} ${amountText(amount)}`
    return difference ? [paid, `${difference.reason} ${amountText(difference.amount)} on ${number}`] : [paid]
  })
  if (proposal.credit > 0) parts.push(`credit ${amountText(proposal.credit)}`)
  return `${payer} pays ${parts.sort().join(', ')}`
}

const inOrder = (text: string): string => {
  const [payer = '', parts] = text.split(' pays ')
  return parts === undefined ? text : `${payer} pays ${parts.split(', ').sort().join(', ')}`
}

/** What a person says that a line pays, in the words of `proposalText`; « nobody » for a line of no customer. */
export function readDeed(facts: StoryFacts, text: string): Deed {
  if (text === 'nobody') return { kind: 'notACustomer', customer: null, allocations: [], credit: 0 }
  const credit = /^credit of (\S+) (\S+)$/.exec(text)
  if (credit) {
    const [, code = '', amount = ''] = credit
    return {
      kind: 'customerCredit',
      customer: customerOf(facts, code).id,
      allocations: [],
      credit: readAmount(amount),
    }
  }
  const [code = '', parts = ''] = text.split(' pays ')
  const words = parts.split(', ').map((part) => part.split(' '))
  const of = (word: string) => words.filter(([one]) => one === word)
  const reasons = ['discount', 'bankFee', 'rounding'] as const
  const paid = words.filter(([one = '']) => one !== 'credit' && !reasons.some((reason) => reason === one))
  return {
    kind: 'paysItems',
    customer: customerOf(facts, code).id,
    allocations: paid.map(([number = '', amount = '']) => {
      const reason = reasons.find((one) => of(one).some(([, , , on]) => on === number))
      const gap = reason && of(reason).find(([, , , on]) => on === number)?.[1]
      const difference = reason && gap ? { reason, amount: readAmount(gap) } : null
      return { item: itemOf(facts, number).id, amount: readAmount(amount), difference }
    }),
    credit: readAmount(of('credit')[0]?.[1] ?? '0.00'),
  }
}

function decisionText(facts: StoryFacts, answer: Answer): { decision: string; all: string[] } {
  if ('verdict' in answer) {
    const { decision, proposals } = answer.verdict
    return { decision, all: proposals.map((one) => proposalText(facts, one)) }
  }
  const { decision, proposals } = answer.returned
  const all = proposals.map(({ payments, fee }) => {
    const one = facts.received.find(({ id }) => payments.includes(id))
    const back = `back ${nameOf(facts, one?.customer ?? null)} ${amountText(one?.amount ?? 0)} of ${one?.receivedOn}`
    return fee > 0 ? `${back}, fee ${amountText(fee)}` : back
  })
  return { decision, all }
}

const plainSpaces = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ')

function reasonsOf(answer: Answer): string[] {
  const [best] = 'verdict' in answer ? answer.verdict.proposals : answer.returned.proposals
  return (['fr', 'en'] as const).flatMap((language) =>
    explainEvidence(best?.evidence ?? [], { language, currency: asCurrency('EUR') }).map(({ text }) =>
      plainSpaces(text),
    ),
  )
}

const markedIn = ({ line, ...answer }: Answer): string[] => {
  const [best] = 'verdict' in answer ? answer.verdict.proposals : []
  return quotedRanges(best?.evidence ?? []).map(({ from, to }) => line.label.slice(from, to))
}

const heldBy = (facts: StoryFacts, answer: Answer): string[] =>
  'verdict' in answer ? answer.verdict.mayConcern.map((id) => nameOf(facts, id)).sort() : []

/** What was told and is not so: null when the answer says all that the line expects. */
export function contradiction(facts: StoryFacts, answer: Answer, expected: string): string | null {
  const { decision, all } = decisionText(facts, answer)
  const got = `${decision}: ${all.join(' | ')}`
  const [, word = '', rest] = /^(\w+)(?:(?::| ) ?(.+))?$/.exec(expected) ?? []
  const isSo = sayings[word]
  assert(isSo !== undefined, `"${expected}" expects nothing that can be told`)
  if (isSo({ facts, answer, decision, all, text: rest ?? '' })) return null
  return `  expected  ${expected}\n  got       ${got}\n            ${reasonsOf(answer).join('; ')}\n            holds ${heldBy(facts, answer).join(', ')}`
}

interface Said {
  readonly facts: StoryFacts
  readonly answer: Answer
  readonly decision: string
  readonly all: readonly string[]
  readonly text: string
}

const isFirst = ({ all, text }: Said): boolean => text === '' || all[0] === inOrder(text)

/** The words an expectation begins with. */
const sayings: Readonly<Record<string, (said: Said) => boolean>> = {
  auto: (said) => said.decision === 'auto' && isFirst(said),
  suggest: (said) => said.decision === 'suggest' && isFirst(said),
  none: (said) => said.decision === 'none' && isFirst(said),
  /** A person decides, whatever is proposed, and whether anything is. */
  waits: (said) => said.decision !== 'auto' && isFirst(said),
  first: isFirst,
  also: ({ all, text }) => all.includes(inOrder(text)),
  never: ({ all, text }) => !all.includes(inOrder(text)),
  because: ({ answer, text }) => reasonsOf(answer).includes(text),
  marks: ({ answer, text }) => markedIn(answer).join(', ') === text,
  holds: ({ facts, answer, text }) => heldBy(facts, answer).join(', ') === (text === 'nobody' ? '' : text),
}
