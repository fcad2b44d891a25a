import { asDate, type CalendarDate } from '../../calendar/calendar-date.ts'
import { assert } from '../../money/assert.ts'
import { add, type Money, money, negate } from '../../money/money.ts'
import { defaultScenario, defaultScenarios } from '../default-scenarios.ts'
import type { Step } from '../scenario.ts'
import type { SituationItem, Until } from '../situation.ts'
import { anOpenItem } from './a-situation.ts'
import { bounce, finishTask, itemNamed, type StoryState, withItem, withSituation } from './story-state.ts'
import { readAmount, readPlan, readSteps, stepText } from './story-words.ts'

/** Applies one line of a story to the customer; throws on words it does not know. */
export function applyEvent(state: StoryState, text: string, on: CalendarDate): StoryState {
  for (const [pattern, apply] of events) {
    const found = pattern.exec(text)
    if (found) return apply(state, on, ...found.slice(1))
  }
  throw new Error(`"${text}" is no event a story knows`)
}

type Apply = (state: StoryState, on: CalendarDate, ...words: (string | undefined)[]) => StoryState

/** Writes a pattern with NAME, AMOUNT and DAY standing for what they capture. */
const line = (words: string): RegExp =>
  new RegExp(
    `^${words
      .replace(/NAME/g, '([A-Z]{1,3}-[\\w/]+)')
      .replace(/AMOUNT/g, '(\\d+\\.\\d{2}(?: [A-Z]{3})?)')
      .replace(/DAY/g, '(\\d{4}-\\d{2}-\\d{2})')}$`.replace(/ /g, ' +'),
  )

const until = (day: string | undefined): Until => (day === undefined ? 'furtherNotice' : asDate(day))

const events: readonly (readonly [RegExp, Apply])[] = [
  [line('(invoice|deposit|interim) NAME AMOUNT due DAY( by direct debit)?'), addInvoice],
  [line('credit note NAME AMOUNT'), addCreditNote],
  [line('payment AMOUNT for NAME'), (state, _, sum = '', name = '') => pay(state, name, readAmount(sum))],
  [line('payment AMOUNT'), (state, _, sum = '') => addCredit(state, readAmount(sum))],
  [
    line('allocate AMOUNT to NAME'),
    (state, _, sum = '', name = '') => pay(addCredit(state, negate(readAmount(sum))), name, readAmount(sum)),
  ],
  [line('allocate NAME to NAME'), allocateCreditNote],
  [line('payment of NAME rejected'), rejectPayment],
  [line('direct debit of NAME rejected'), (state, on, name = '') => withItem(state, name, { rejectedOn: on })],
  [
    line('promise NAME for DAY'),
    (state, _, name = '', day = '') => withItem(state, name, { promisedFor: asDate(day) }),
  ],
  [
    /^plan +([A-Z]{1,3}-[\w/]+): +(.+)$/,
    (state, _, name = '', dates = '') => withItem(state, name, { plan: readPlan(dates) }),
  ],
  [line('end plan NAME'), (state, _, name = '') => withItem(state, name, { plan: null })],
  [line('dispute NAME'), (state, _, name = '') => withItem(state, name, { disputed: true })],
  [line('resolve NAME'), (state, _, name = '') => withItem(state, name, { disputed: false })],
  [line('pause customer(?: until DAY)?'), (state, _, day) => withSituation(state, { pausedUntil: until(day) })],
  [line('resume customer'), (state) => withSituation(state, { pausedUntil: null })],
  [line('pause NAME(?: until DAY)?'), (state, _, name = '', day) => withItem(state, name, { pausedUntil: until(day) })],
  [
    line('bank line (pending|matched)'),
    (state, _, how) => withSituation(state, { bankLinePending: how === 'pending' }),
  ],
  [line('NAME imported on DAY from "(.+)", fresh for (\\d+) days'), comesFrom],
  [line('import from "(.+)"'), importAgain],
  [
    line('import from "(.+)" without NAME'),
    (state, on, source = '', name = '') => withItem(importAgain(state, on, source), name, { missingSince: on }),
  ],
  [line('NAME is back'), (state, _, name = '') => withItem(state, name, { missingSince: null })],
  [line('insolvency opens'), (state) => withSituation(state, { insolvent: true })],
  [line('handed over'), (state) => withSituation(state, { handedOver: true })],
  [line('departure uncertain'), (state) => withSituation(state, { uncertainMessage: true })],
  [line('departure settled'), (state) => withSituation(state, { uncertainMessage: false })],
  [line('put aside until DAY'), (state, _, day = '') => withSituation(state, { setAsideUntil: asDate(day) })],
  [line('message written by hand'), (state, on) => withSituation(state, { lastContactOn: on })],
  [line('call by hand'), (state, on) => withSituation(state, { lastContactOn: on })],
  [line('(?:call|letter|decision) done'), (state, on) => finishTask(state, 'done', on)],
  [line('task set aside'), (state, on) => finishTask(state, 'setAside', on)],
  [line('e-mail bounces'), (state) => bounce(state)],
  [line('e-mail corrected'), (state) => withSituation(state, { hasUsableEmail: true })],
  [line('no e-mail'), (state) => withSituation(state, { hasUsableEmail: false })],
  [line('no postal address'), (state) => withSituation(state, { hasPostalAddress: false })],
  [line('steps (.+)'), (state, _, steps = '') => withSteps(state, readSteps(steps))],
  [
    line('scenario (\\w+)'),
    (state, _, name) => {
      const preset = defaultScenarios.find((one) => one.preset === name)?.preset
      assert(preset !== undefined, `no scenario is called ${name}`)
      return withSteps(state, defaultScenario(preset).steps)
    },
  ],
  [line('already chased NAME up to (D\\+\\d+)'), alreadyChased],
  [line('scheduler down until DAY'), (state, _, day = '') => ({ ...state, downUntil: asDate(day) })],
  [line('scheduler runs (\\d+) times'), (state, _, times) => ({ ...state, runsToday: Number(times) })],
  [line('messages wait for approval'), (state) => ({ ...state, withApproval: true })],
  [line('tolerance AMOUNT'), (state, _, sum = '') => withRules(state, { tolerance: readAmount(sum).amount })],
  [
    line('(\\d+) days between two contacts'),
    (state, _, days) => withRules(state, { minimumDaysBetweenContacts: Number(days) }),
  ],
  [line('in Alsace-Moselle'), (state) => withRules(state, { alsaceMoselle: true })],
]

function comesFrom(state: StoryState, _: CalendarDate, ...words: (string | undefined)[]): StoryState {
  const [name = '', day = '', source = '', freshnessDays] = words
  itemNamed(state, name)
  const known = state.situation.sources.filter((one) => one.name !== source)
  const added = { id: known.length + 1, name: source, lastGoodOn: asDate(day), freshnessDays: Number(freshnessDays) }
  return withSituation(state, { sources: [...known, added] })
}

function importAgain(state: StoryState, on: CalendarDate, source = ''): StoryState {
  const sources = state.situation.sources.map((one) => (one.name === source ? { ...one, lastGoodOn: on } : one))
  return withSituation(state, { sources })
}

const withRules = (state: StoryState, rules: Partial<StoryState['rules']>): StoryState => ({
  ...state,
  rules: { ...state.rules, ...rules },
})

const withSteps = (state: StoryState, steps: readonly Step[]): StoryState => {
  const { scenario } = state.situation
  return withSituation(state, { scenario: { ...scenario, version: scenario.version + 1, steps } })
}

function addItem(state: StoryState, item: Partial<SituationItem>): StoryState {
  const id = state.situation.items.length + 1
  return withSituation(state, {
    items: [...state.situation.items, { ...anOpenItem({ id }), ...item, id } as SituationItem],
  })
}

function addInvoice(state: StoryState, on: CalendarDate, ...words: (string | undefined)[]): StoryState {
  const [kind, invoiceNumber = '', sum = '', due = '', automatic] = words
  return addItem(state, {
    kind: kind as SituationItem['kind'],
    invoiceNumber,
    issueDate: on,
    dueDate: asDate(due),
    amountDue: readAmount(sum),
    automaticMeans: automatic !== undefined,
  })
}

function addCreditNote(state: StoryState, on: CalendarDate, invoiceNumber = '', sum = ''): StoryState {
  const amountDue = negate(readAmount(sum))
  return addItem(state, { kind: 'creditNote', invoiceNumber, issueDate: on, dueDate: on, amountDue })
}

function pay(state: StoryState, name: string, sum: Money): StoryState {
  const item = itemNamed(state, name)
  assert(sum.amount <= item.amountDue.amount, `${name} would be overpaid`)
  const paid = withItem(state, name, settled(item, sum.amount))
  return { ...paid, payments: [...paid.payments, { item: item.id, amount: sum.amount }] }
}

/** Less to pay, and as much more come for the plan and the promise; whole promises only. */
function settled(item: SituationItem, amount: number): Pick<SituationItem, 'amountDue' | 'plan' | 'promiseKept'> {
  const amountDue = money(item.amountDue.amount - amount, item.amountDue.currency)
  const plan = item.plan && { ...item.plan, paid: item.plan.paid + amount }
  return { amountDue, plan, promiseKept: amountDue.amount === 0 }
}

function addCredit(state: StoryState, sum: Money): StoryState {
  const { unallocatedCredit } = state.situation
  const has = unallocatedCredit.some((one) => one.currency === sum.currency)
  const all = has ? unallocatedCredit : [...unallocatedCredit, money(0, sum.currency)]
  const changed = all.map((one) => (one.currency === sum.currency ? add(one, sum) : one))
  assert(
    changed.every((one) => one.amount >= 0),
    'more is allocated than was received',
  )
  return withSituation(state, { unallocatedCredit: changed })
}

function allocateCreditNote(state: StoryState, _: CalendarDate, note = '', name = ''): StoryState {
  const credit = negate(itemNamed(state, note).amountDue)
  const due = itemNamed(state, name).amountDue
  const used = money(Math.min(credit.amount, due.amount), due.currency)
  return pay(withItem(state, note, { amountDue: negate(add(credit, negate(used))) }), name, used)
}

/** The last payment of this item comes back, whole. */
function rejectPayment(state: StoryState, on: CalendarDate, name = ''): StoryState {
  const item = itemNamed(state, name)
  const last = state.payments.findLast((one) => one.item === item.id)
  assert(last !== undefined, `${name} was not paid`)
  const amountDue = money(item.amountDue.amount + last.amount, item.amountDue.currency)
  const { plan } = settled(item, -last.amount)
  const reopened = withItem(state, name, { amountDue, plan, rejectedOn: on, promiseKept: false })
  return { ...reopened, payments: reopened.payments.filter((one) => one !== last) }
}

/** Said by a person at import: these steps are behind, though not by us. */
function alreadyChased(state: StoryState, on: CalendarDate, name = '', last = ''): StoryState {
  const { steps } = state.situation.scenario
  const position = steps.findIndex((step) => stepText(step) === last)
  assert(position >= 0, `the scenario has no ${last}`)
  const behind = steps.slice(0, position + 1).filter((step) => step.delayDays >= 0)
  return withItem(state, name, { taken: behind.map(({ key, delayDays }) => ({ key, delayDays, on })) })
}
