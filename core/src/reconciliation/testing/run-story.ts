import type { CalendarDate } from '../../calendar/calendar-date.ts'
import { assert } from '../../money/assert.ts'
import type { Story, StoryDay } from '../../testing/story.ts'
import type { BankLine, LearntLine } from '../matching/books.ts'
import { findReturned } from '../matching/find-returned.ts'
import { type Matcher, openMatcher } from '../matching/open-matcher.ts'
import { someBooks } from '../matching/testing/some-books.ts'
import { customerOf, noFacts, readFact, type StoryFacts, withFacts } from './story-facts.ts'
import { readBankLine } from './story-line.ts'
import { type Answer, contradiction, type Deed, readDeed } from './story-told.ts'

/** What is known and what has happened by now. */
interface StoryState {
  facts: StoryFacts
  matcher: Matcher
  /** Of each due line, by its id. */
  readonly due: Map<number, number>
  learnt: LearntLine[]
  answer: Answer | null
  lines: number
  /** What the last line was confirmed to be, to take back. */
  done: Deed | null
}

/**
 * Lives a story of the bank: lines come, a person confirms or corrects them, invoices are issued in between. Returns
 * what went otherwise than told, one message each. Throws on words it does not know.
 */
export function runStory(story: Story): string[] {
  if (story.days.length === 0) return [`The story "${story.title}" has no day.`]
  const facts = story.start.reduce((known, text) => {
    const added = readFact(text, known)
    assert(added !== null, `"${text}" tells nothing of how things stand`)
    return withFacts(known, added)
  }, noFacts)
  const due = new Map(facts.items.map(({ id, amountDue }) => [id, amountDue]))
  const state: StoryState = {
    facts,
    matcher: opened(facts, due, []),
    due,
    learnt: [],
    answer: null,
    lines: 0,
    done: null,
  }
  const failures: string[] = []
  let before: CalendarDate | null = null
  for (const told of story.days) {
    if (before !== null && told.on < before) failures.push(`The days of "${story.title}" are not in order.`)
    before = told.on
    const failure = liveLine(state, told)
    if (failure !== null) failures.push(`line ${told.line}, ${told.on}\n${failure}`)
  }
  return failures
}

function opened(facts: StoryFacts, due: ReadonlyMap<number, number>, learnt: readonly LearntLine[]): Matcher {
  const items = facts.items.map((item) => ({ ...item, amountDue: due.get(item.id) ?? 0 }))
  return openMatcher(someBooks({ ...facts, items, learnt }))
}

function liveLine(state: StoryState, { on, event, expected }: StoryDay): string | null {
  if (event !== null) happen(state, event, on)
  if (expected === null) return null
  assert(state.answer !== null, `"${expected}" is expected of no line of the bank`)
  return contradiction(state.facts, state.answer, expected)
}

function happen(state: StoryState, event: string, on: CalendarDate): void {
  const line = readBankLine(event, on, state.lines + 1)
  const added = line === null ? readFact(event, state.facts) : null
  if (line) ask(state, line)
  else if (added) learnFacts(state, added)
  else decide(state, event, on)
}

function ask(state: StoryState, line: BankLine): void {
  state.lines += 1
  state.done = null
  state.answer =
    line.amount > 0
      ? { line, verdict: state.matcher.propose(line, line.bookedOn) }
      : { line, returned: findReturned(line, state.facts.received) }
}

function learnFacts(state: StoryState, added: Partial<StoryFacts>): void {
  state.facts = withFacts(state.facts, added)
  for (const { id, amountDue } of added.items ?? []) state.due.set(id, amountDue)
  if (added.settled) state.matcher = opened(state.facts, state.due, state.learnt)
  state.matcher.addCustomers(added.customers ?? [])
  state.matcher.addItems(added.items ?? [])
  state.matcher.setRecorded(state.facts.recorded)
  state.matcher.setPromises(state.facts.promises)
  state.matcher.setIgnored(state.facts.ignored)
}

function decide(state: StoryState, event: string, on: CalendarDate): void {
  const [, word = '', rest = ''] = /^(confirm|correct|take back|forget)(?: (.+))?$/.exec(event) ?? []
  assert(word !== '', `"${event}" is no event of a story`)
  if (word === 'forget') forget(state, rest)
  else if (word === 'take back') takeBack(state, on)
  else confirm(state, word === 'correct' ? rest : null, on)
}

/** What was proposed first, or what a person says in its place. */
function confirm(state: StoryState, instead: string | null, on: CalendarDate): void {
  const { answer, facts } = state
  assert(answer !== null && 'verdict' in answer, 'only a credit of the bank can be confirmed or corrected')
  const deed = instead === null ? answer.verdict.proposals[0] : readDeed(facts, instead)
  assert(deed !== undefined, 'nothing was proposed that could be confirmed')
  settle(state, deed, on, 1)
  const learnt = learntFrom(facts, answer.line, deed)
  state.learnt.push(learnt)
  state.matcher.learn(learnt)
  state.done = deed
}

/** Gives the items back what the line paid, and unlearns what it taught. */
function takeBack(state: StoryState, on: CalendarDate): void {
  assert(state.done !== null, 'nothing was confirmed that could be taken back')
  settle(state, state.done, on, -1)
  state.learnt = state.learnt.slice(0, -1)
  state.matcher = opened(state.facts, state.due, state.learnt)
  state.done = null
}

function forget(state: StoryState, code: string): void {
  const { id } = customerOf(state.facts, code)
  state.learnt = state.learnt.filter(({ customers }) => !customers.includes(id))
  state.matcher = opened(state.facts, state.due, state.learnt)
}

function settle({ matcher, due, facts }: StoryState, deed: Deed, on: CalendarDate, sign: 1 | -1): void {
  for (const { item, amount, difference } of deed.allocations) {
    const left = (due.get(item) ?? 0) - sign * (amount + (difference?.amount ?? 0))
    const as = facts.items.find(({ id }) => id === item)?.amount ?? 0
    assert(as < 0 ? left <= 0 : left >= 0, `item ${item} would be paid more than is left of it`)
    due.set(item, left)
    matcher.settle([{ item, due: left, on }])
  }
}

function learntFrom({ items }: StoryFacts, line: BankLine, deed: Deed): LearntLine {
  const paid = deed.allocations.flatMap(({ item, amount, difference }) => {
    const one = items.find(({ id }) => id === item)
    return one ? [{ invoiceNumber: one.invoiceNumber, customer: one.customer, amount, difference }] : []
  })
  const owners = [...new Set(paid.map(({ customer }) => customer))]
  const customers = owners.length > 0 ? owners : deed.customer === null ? [] : [deed.customer]
  const allocations = paid.map(({ invoiceNumber, customer, amount }) => ({ invoiceNumber, customer, amount }))
  return { line, customers, allocations, difference: paid.find(({ difference }) => difference)?.difference ?? null }
}
