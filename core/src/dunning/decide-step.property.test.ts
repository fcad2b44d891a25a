import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, asDate, type CalendarDate } from '../calendar/calendar-date.ts'
import { isWorkingDay } from '../calendar/working-days.ts'
import { asCurrency, money } from '../money/money.ts'
import { afterContact, afterSetAside } from './after-contact.ts'
import { decideStep } from './decide-step.ts'
import { type Decision, sentAs, type Take } from './decision.ts'
import { defaultScenarios } from './default-scenarios.ts'
import { recheckAtSending } from './recheck.ts'
import { channels, isInternal, isMessage, type Scenario, type Step } from './scenario.ts'
import { simulate, simulateContacts } from './simulate.ts'
import type { DunningRules, Situation, SituationItem } from './situation.ts'
import { anOpenItem, aScenario, aSituation } from './testing/a-situation.ts'

const start = asDate('2026-03-02')
const day = (most: number) => fc.integer({ min: -most, max: most }).map((days) => addDays(start, days))
const rarely = <T, U>(value: fc.Arbitrary<T>, usual: U): fc.Arbitrary<T | U> =>
  fc.oneof({ weight: 5, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: value })

const aStep = (delayDays: number, at: number): fc.Arbitrary<Step> =>
  fc.record({ channel: fc.constantFrom(...channels), active: fc.boolean() }).map(({ channel, active }) => ({
    key: `${at}-${delayDays}`,
    delayDays,
    channel: delayDays < 0 ? 'email' : channel,
    tone: delayDays < 0 ? 'courtesy' : 'firm',
    assignee: 'collector',
    active: active || at === 0,
  }))

const scenario: fc.Arbitrary<Scenario> = fc.oneof(
  fc.constantFrom(...defaultScenarios).map(({ steps }) => aScenario(steps)),
  fc
    .uniqueArray(fc.integer({ min: -10, max: 90 }), { minLength: 1, maxLength: 6 })
    .chain((delays) => fc.tuple(...delays.sort((a, b) => a - b).map(aStep)))
    .map((steps) => aScenario(steps)),
)

const cleanItem = (id: number): fc.Arbitrary<SituationItem> =>
  fc
    .record({ dueDate: day(90), amount: fc.integer({ min: 1, max: 500_000 }), currency: fc.constantFrom('EUR', 'USD') })
    .map(({ dueDate, amount, currency }) => anOpenItem({ id, due: dueDate, amount, currency }))

const plan = fc.record({
  instalments: fc.array(fc.record({ dueOn: day(40), amount: fc.integer({ min: 1, max: 200_000 }) }), {
    minLength: 1,
    maxLength: 3,
  }),
  paid: fc.integer({ min: 0, max: 400_000 }),
  contested: fc.integer({ min: 0, max: 100_000 }),
  graceDays: fc.integer({ min: 0, max: 5 }),
})

const item = (id: number): fc.Arbitrary<SituationItem> =>
  fc
    .tuple(
      cleanItem(id),
      fc.record({
        disputed: rarely(fc.constant(true), false),
        pausedUntil: rarely(fc.oneof(day(40), fc.constant('furtherNotice' as const)), null),
        promisedFor: rarely(day(40), null),
        promiseKept: fc.boolean(),
        plan: rarely(plan, null),
        automaticMeans: rarely(fc.constant(true), false),
        rejectedOn: rarely(day(20), null),
      }),
      rarely(fc.constant(-1), 1),
    )
    .map(([clean, stops, sign]) => ({
      ...clean,
      ...stops,
      amountDue: money(sign * clean.amountDue.amount, clean.amountDue.currency),
    }))

const itemsOf = (one: (id: number) => fc.Arbitrary<SituationItem>) =>
  fc.integer({ min: 1, max: 6 }).chain((count) => fc.tuple(...Array.from({ length: count }, (_, at) => one(at + 1))))

const credit = fc.record({ amount: fc.integer({ min: 0, max: 400_000 }), currency: fc.constantFrom('EUR', 'USD') })

const situation: fc.Arbitrary<Situation> = fc
  .record({
    scenario,
    items: itemsOf(item),
    unallocatedCredit: rarely(credit, null),
    pausedUntil: rarely(day(40), null),
    lastContactOn: rarely(day(20), null),
    setAsideUntil: rarely(day(20), null),
    hasUsableEmail: fc.boolean(),
    hasUsableMobile: fc.boolean(),
  })
  .map(({ unallocatedCredit: sum, ...words }) =>
    aSituation({ ...words, unallocatedCredit: sum ? [money(sum.amount, asCurrency(sum.currency))] : [] }),
  )

const cleanSituation: fc.Arbitrary<Situation> = fc
  .record({
    scenario,
    items: itemsOf(cleanItem),
    lastContactOn: rarely(day(20), null),
    setAsideUntil: rarely(day(20), null),
  })
  .map((words) => aSituation(words))

const rules: fc.Arbitrary<DunningRules> = fc.record({
  minimumDaysBetweenContacts: fc.integer({ min: 1, max: 10 }),
  tolerance: fc.constantFrom(0, 5_000),
  alsaceMoselle: fc.boolean(),
})

/** What may happen to a customer between two days. */
type Happening = { kind: 'nothing' | 'done' | 'setAside' } | { kind: 'paid' | 'disputed' | 'resolved'; item: number }
const happening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 6, arbitrary: fc.constant<Happening>({ kind: 'nothing' }) },
  { weight: 3, arbitrary: fc.constant<Happening>({ kind: 'done' }) },
  { weight: 1, arbitrary: fc.constant<Happening>({ kind: 'setAside' }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constantFrom('paid', 'disputed', 'resolved'),
      item: fc.integer({ min: 1, max: 6 }),
    }),
  },
)
const days = fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), happening), { minLength: 5, maxLength: 60 })

const contactsOf = (decision: Decision): decision is Take =>
  decision.kind === 'take' && !isInternal(decision.step.channel)

interface Lived {
  readonly on: CalendarDate
  readonly before: Situation
  readonly decision: Decision
}

/** Lives some days: e-mails leave at once, tasks wait until they are done or set aside. Tells every decision and contact. */
function live(first: Situation, rulesOfHouse: DunningRules, sequence: readonly (readonly [number, Happening])[]) {
  let now = first
  let task: Take | null = null
  let on = start
  const lived: Lived[] = []
  const contacts: CalendarDate[] = first.lastContactOn === null ? [] : [first.lastContactOn]
  for (const [gap, what] of sequence) {
    on = addDays(on, gap)
    if (task && (what.kind === 'done' || what.kind === 'setAside')) {
      now = what.kind === 'done' ? afterContact(now, task, on) : afterSetAside(now, task, on)
      if (what.kind === 'done' && contactsOf(task)) contacts.push(on)
      task = null
    } else if ('item' in what)
      now = { ...now, items: now.items.map((one) => (one.id === what.item ? changed(one, what.kind) : one)) }
    const decision = decideStep(now, rulesOfHouse, on)
    lived.push({ on, before: now, decision })
    if (decision.kind !== 'take') continue
    if (isMessage(sentAs(decision))) {
      now = afterContact(now, decision, on)
      contacts.push(on)
    } else {
      task = decision
      now = { ...now, openTask: { step: decision.step.key, item: decision.carrying, dueOn: on } }
    }
  }
  return { lived, contacts, last: now }
}

const changed = (one: SituationItem, kind: 'paid' | 'disputed' | 'resolved'): SituationItem =>
  kind === 'paid' ? { ...one, amountDue: money(0, one.amountDue.currency) } : { ...one, disputed: kind === 'disputed' }

const always = <T>(property: fc.IRawProperty<T>, numRuns = 300) => fc.assert(property, { numRuns })

/** The rung before an item, found another way than the rule does: the lowest active offset above all that was taken. */
function ownNextRung(one: SituationItem, { steps }: Scenario): number | null {
  const highest = Math.max(-1, ...one.taken.map((taken) => taken.delayDays))
  const before = steps.filter((step) => step.active && step.delayDays > highest).map((step) => step.delayDays)
  return before.length === 0 ? null : Math.min(...before)
}

describe('whatever happens to a customer', () => {
  it('no contact is due within the minimum delay of the one before', () => {
    always(
      fc.property(situation, rules, days, (first, house, sequence) => {
        const { lived } = live(first, house, sequence)
        for (const { before, decision, on } of lived) {
          if (!contactsOf(decision) || before.lastContactOn === null) continue
          expect(addDays(before.lastContactOn, house.minimumDaysBetweenContacts) <= on).toBe(true)
        }
      }),
    )
  })

  it('two messages that leave are never nearer than the minimum delay', () => {
    always(
      fc.property(cleanSituation, rules, days, (first, house, sequence) => {
        const emails = {
          ...first.scenario,
          steps: first.scenario.steps.map((step) => ({ ...step, channel: 'email' as const })),
        }
        const { contacts } = live({ ...first, scenario: emails }, house, sequence)
        contacts.slice(1).forEach((on, at) => {
          const before = contacts[at] as CalendarDate
          if (before <= on) expect(addDays(before, house.minimumDaysBetweenContacts) <= on).toBe(true)
        })
      }),
    )
  })

  it('running again on the same day adds nothing', () => {
    always(
      fc.property(situation, rules, days, (first, house, sequence) => {
        for (const { before, decision, on } of live(first, house, sequence).lived) {
          if (decision.kind !== 'take') continue
          expect(decideStep(before, house, on)).toEqual(decision)
          const openTask = { step: decision.step.key, item: decision.carrying, dueOn: on }
          if (decision.about === 'overdue') expect(decideStep({ ...before, openTask }, house, on).kind).toBe('hold')
          if (contactsOf(decision)) {
            const again = decideStep(afterContact(before, decision, on), house, on)
            expect(contactsOf(again)).toBe(false)
          }
        }
      }),
    )
  })

  it('a contact is due on working days only', () => {
    always(
      fc.property(situation, rules, days, (first, house, sequence) => {
        for (const { decision, on } of live(first, house, sequence).lived) {
          if (decision.kind === 'take') expect(isWorkingDay(on, house)).toBe(true)
        }
      }),
    )
  })

  it('no item takes a step twice, nor one before its day, nor one that is not its own next', () => {
    always(
      fc.property(situation, rules, days, (first, house, sequence) => {
        for (const { before, decision, on } of live(first, house, sequence).lived) {
          if (decision.kind !== 'take' || decision.about === 'upcoming') continue
          for (const listed of decision.items) {
            const one = before.items.find((candidate) => candidate.id === listed.item) as SituationItem
            if (listed.climbs === null) continue
            expect(listed.climbs.delayDays).toBe(ownNextRung(one, before.scenario))
            expect(addDays(one.dueDate, listed.climbs.delayDays) <= on).toBe(true)
            expect(one.taken.map((taken) => taken.key)).not.toContain(listed.climbs.key)
          }
          const carrying = decision.items.find((listed) => listed.item === decision.carrying)
          expect(carrying?.climbs).toEqual(decision.step)
        }
      }),
    )
  })

  it('what is listed is exactly what is late and counts, and adds up to it, less credits', () => {
    always(
      fc.property(situation, rules, days, (first, house, sequence) => {
        for (const { before, decision, on } of live(first, house, sequence).lived) {
          const late = before.items.filter((one) => one.amountDue.amount > 0 && one.dueDate < on).map((one) => one.id)
          const out = decision.excluded.map((one) => one.item)
          if (decision.kind !== 'take' || decision.about === 'upcoming') continue
          expect([...decision.items.map((one) => one.item), ...out].sort()).toEqual(late.sort())
          for (const sum of decision.late) {
            const listed = decision.items.filter((one) => one.amountDue.currency === sum.currency)
            expect(listed.reduce((total, one) => total + one.amountDue.amount, 0)).toBe(sum.amount)
            const credits = decision.credits.filter((one) => one.currency === sum.currency)
            const toPay = decision.toPay.find((one) => one.currency === sum.currency)?.amount
            expect(toPay).toBe(sum.amount - credits.reduce((total, one) => total + one.amount, 0))
            expect(toPay).toBeGreaterThanOrEqual(Math.max(1, house.tolerance))
          }
        }
      }),
    )
  })

  it('nothing is asked for in a currency whose credits cover what is late in it', () => {
    always(
      fc.property(situation, rules, day(60), (before, house, on) => {
        const late = before.items.filter((one) => one.amountDue.amount > 0 && one.dueDate < on)
        const covered = ['EUR', 'USD'].map(asCurrency).map((currency) => {
          const owed = late
            .filter((one) => one.amountDue.currency === currency)
            .reduce((sum, one) => sum + one.amountDue.amount, 0)
          return money(owed, currency)
        })
        const decision = decideStep({ ...before, unallocatedCredit: covered }, house, on)
        if (late.length > 0) expect(decision.kind).not.toBe('take')
      }),
    )
  })
})

describe('a payment', () => {
  it('never makes the next contact jump above the own next rung of the item that carries it', () => {
    always(
      fc.property(
        situation,
        rules,
        days,
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 0, max: 30 }),
        (first, house, sequence, paid, later) => {
          const { last, lived } = live(first, house, sequence)
          const on = addDays(lived.at(-1)?.on ?? start, later)
          const items = last.items.map((one) => (one.id === paid ? changed(one, 'paid') : one))
          const decision = decideStep({ ...last, items, openTask: null }, house, on)
          if (decision.kind !== 'take' || decision.about === 'upcoming') return
          const carrying = last.items.find((one) => one.id === decision.carrying) as SituationItem
          expect(decision.carrying).not.toBe(paid)
          expect(decision.step.delayDays).toBe(ownNextRung(carrying, last.scenario))
        },
      ),
    )
  })

  it('of a part changes no step', () => {
    always(
      fc.property(cleanSituation, day(90), fc.integer({ min: 1, max: 6 }), (before, on, part) => {
        const house = { minimumDaysBetweenContacts: 5, tolerance: 0, alsaceMoselle: false }
        const halved = before.items.map((one) =>
          one.id === part
            ? { ...one, amountDue: money(Math.ceil(one.amountDue.amount / 2), one.amountDue.currency) }
            : one,
        )
        const [was, is] = [decideStep(before, house, on), decideStep({ ...before, items: halved }, house, on)]
        expect([is.kind, is.because]).toEqual([was.kind, was.because])
        if (was.kind === 'take' && is.kind === 'take') expect(is.step).toEqual(was.step)
      }),
    )
  })
})

describe('over two years in which nothing is paid', () => {
  const house: DunningRules = { minimumDaysBetweenContacts: 5, tolerance: 0, alsaceMoselle: false }

  it('every item goes through every step, in order, once', () => {
    always(
      fc.property(cleanSituation, (first) => {
        const wanted = first.scenario.steps.filter((step) => step.active && step.delayDays >= 0).map((step) => step.key)
        let now: Situation = first
        for (const { on, decision } of simulate(first, house, addDays(start, -100), 730)) {
          if (decision.kind === 'take') now = afterContact(now, decision, on)
        }
        for (const one of now.items) {
          expect(one.taken.filter((taken) => taken.delayDays >= 0).map((taken) => taken.key)).toEqual(wanted)
        }
      }),
      60,
    )
  })

  it('the next contact leaves on the day that was told', () => {
    always(
      fc.property(cleanSituation, day(90), (first, on) => {
        const decision = decideStep(first, house, on)
        if (decision.kind === 'take') return
        const then = simulate(first, house, on, 300).find((later) => later.decision.kind === 'take')
        if (decision.kind === 'rest') {
          expect(then?.on ?? null).toBe(decision.next?.on ?? null)
          if (then?.decision.kind === 'take') expect(then.decision.carrying).toBe(decision.next?.item)
          if (then?.decision.kind === 'take') expect(then.decision.step).toEqual(decision.next?.step)
        } else if (decision.because === 'tooSoon' || decision.because === 'notWorkingDay')
          expect(then?.on).toBe(decision.until)
      }),
    )
  })
})

describe('at the moment of sending', () => {
  it('what was just decided leaves as it is', () => {
    always(
      fc.property(situation, rules, days, (first, house, sequence) => {
        for (const { before, decision, on } of live(first, house, sequence).lived) {
          if (decision.kind !== 'take' || decision.insteadOfEmail !== null) continue
          expect(recheckAtSending({ ...decision, sentAs: sentAs(decision) }, before, house, on)).toEqual({
            kind: 'sendAsIs',
          })
        }
      }),
    )
  })
})

describe('a simulation that looks only at the days on which something may change', () => {
  it('finds the contacts of one that looks at every day', () => {
    always(
      fc.property(situation, rules, day(40), (first, house, from) => {
        const every = simulate(first, house, from, 45)
        const contacts = every.filter(({ decision }) => decision.kind === 'take')
        expect(simulateContacts(first, house, from, 45).contacts).toEqual(contacts)
      }),
      1000,
    )
  })
})
