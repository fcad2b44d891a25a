import { describe, expect, it } from 'vitest'
import { addDays, asDate, type CalendarDate } from '../calendar/calendar-date.ts'
import { asCurrency, money } from '../money/money.ts'
import { decideStep } from './decide-step.ts'
import type { Step } from './scenario.ts'
import type { Situation } from './situation.ts'
import { anOpenItem, aScenario, aSituation, theRules } from './testing/a-situation.ts'

/** A Wednesday; what was due on 2 March is 30 days late. */
const today = asDate('2026-04-01')
const late = anOpenItem({ due: '2026-03-02' })
const decide = (words: Partial<Situation> = {}, on = today) =>
  decideStep(aSituation({ items: [late], ...words }), theRules, on)

const email: Step = { key: 'a', delayDays: 7, channel: 'email', tone: 'friendly', assignee: 'collector', active: true }

describe('what is late', () => {
  it('is late from the day after the due date, and not on it', () => {
    expect(decide({}, asDate('2026-03-02')).because).toBe('nothingOverdue')
    expect(decide({}, asDate('2026-03-03')).because).toBe('noStepDue')
  })

  it('never chases a credit note nor a paid item', () => {
    const items = [
      anOpenItem({ id: 1, amount: -500, due: '2026-03-02' }),
      anOpenItem({ id: 2, amount: 0, due: '2026-03-02' }),
    ]
    expect(decide({ items })).toMatchObject({ kind: 'rest', because: 'nothingOverdue', next: null })
  })

  it('lists the oldest first, then the largest, then the first entered', () => {
    const items = [
      anOpenItem({ id: 4, due: '2026-03-10', amount: 900 }),
      anOpenItem({ id: 3, due: '2026-03-02', amount: 100 }),
      anOpenItem({ id: 2, due: '2026-03-02', amount: 500 }),
      anOpenItem({ id: 1, due: '2026-03-02', amount: 100 }),
    ]
    expect(decide({ items })).toMatchObject({
      carrying: 2,
      items: [{ item: 2 }, { item: 1 }, { item: 3 }, { item: 4 }],
    })
  })

  it('does not touch the situation it is given', () => {
    const situation = aSituation({ items: [anOpenItem({ id: 2, due: '2026-03-10' }), late] })
    const before = JSON.stringify(situation)
    decideStep(situation, theRules, today)
    expect(JSON.stringify(situation)).toBe(before)
  })
})

describe('which step', () => {
  const taken = (key: string, delayDays: number) => ({ key, delayDays, on: asDate('2026-03-09') })
  const withTaken = (steps: readonly Step[], ...all: ReturnType<typeof taken>[]) =>
    decide({ scenario: aScenario(steps), items: [{ ...late, taken: all }] })

  it('does not repeat a step that was moved later under the same name', () => {
    expect(withTaken([{ ...email, delayDays: 20 }], taken('a', 7))).toMatchObject({ because: 'finished' })
  })

  it('does not repeat a level under another name', () => {
    const steps = [
      { ...email, key: 'b', delayDays: 5 },
      { ...email, key: 'c', delayDays: 7 },
      { ...email, key: 'd', delayDays: 8 },
    ]
    expect(withTaken(steps, taken('a', 7))).toMatchObject({ kind: 'take', step: { key: 'd' } })
  })

  it('puts nothing behind because of a courtesy before the due date', () => {
    expect(withTaken([{ ...email, delayDays: 0 }], taken('courtesy', -5))).toMatchObject({
      kind: 'take',
      step: { key: 'a' },
    })
  })

  it('takes a step at zero days on the first late day', () => {
    const scenario = aScenario([{ ...email, delayDays: 0 }])
    const items = [anOpenItem({ due: '2026-04-01' })]
    expect(decide({ scenario, items })).toMatchObject({ because: 'nothingOverdue', next: { on: '2026-04-02' } })
    expect(decide({ scenario, items }, asDate('2026-04-02')).kind).toBe('take')
  })

  it('passes over steps that are switched off', () => {
    expect(
      withTaken([
        { ...email, active: false },
        { ...email, key: 'b', delayDays: 9 },
      ]),
    ).toMatchObject({ step: { key: 'b' } })
  })

  it('hands over to the next item once one has been through the whole scenario, and still lists it', () => {
    const items = [{ ...late, taken: [taken('z', 90)] }, anOpenItem({ id: 2, due: '2026-03-20' })]
    expect(decide({ items })).toMatchObject({
      kind: 'take',
      carrying: 2,
      step: { delayDays: 7 },
      items: [
        { item: 1, climbs: null },
        { item: 2, climbs: { delayDays: 7 } },
      ],
    })
  })
})

describe('what stops a customer', () => {
  it('names the gravest reason first', () => {
    const all: Partial<Situation> = {
      insolvent: true,
      handedOver: true,
      pausedUntil: 'furtherNotice',
      uncertainMessage: true,
      bankLinePending: true,
    }
    const without = (...keys: (keyof Situation)[]) => {
      const calm: Partial<Situation> = {
        insolvent: false,
        handedOver: false,
        pausedUntil: null,
        uncertainMessage: false,
      }
      return decide({ ...all, ...Object.fromEntries(keys.map((key) => [key, calm[key]])) }).because
    }
    expect([
      without(),
      without('insolvent'),
      without('insolvent', 'handedOver'),
      without('insolvent', 'handedOver', 'pausedUntil'),
      without('insolvent', 'handedOver', 'pausedUntil', 'uncertainMessage'),
    ]).toEqual(['legal', 'handedOver', 'paused', 'uncertain', 'bankPending'])
  })

  it('waits for a line of the bank to be matched, or for the credit it left to be allocated by a person', () => {
    const matched = decide({ bankLinePending: true, bankLine: { on: today, waitsFor: 'match' } })
    expect(matched).toMatchObject({ kind: 'hold', because: 'bankPending', needs: null, bankLine: { on: today } })
    const credit = decide({ bankLinePending: true, bankLine: { on: today, waitsFor: 'allocation' } })
    expect(credit).toMatchObject({ kind: 'hold', because: 'credit', needs: 'allocateCredit' })
  })

  it('resumes on the very day a pause ends', () => {
    expect(decide({ pausedUntil: addDays(today, 1) }).because).toBe('paused')
    expect(decide({ pausedUntil: today }).kind).toBe('take')
  })

  it('tells what still counts and what does not while it stops everything', () => {
    const items = [late, anOpenItem({ id: 2, due: '2026-03-02', disputed: true })]
    expect(decide({ items, handedOver: true })).toMatchObject({
      late: [{ amount: 10_000 }],
      excluded: [{ item: 2, because: 'dispute' }],
      step: { delayDays: 7 },
      carrying: 1,
    })
  })

  it('needs a person to say what became of an uncertain message', () => {
    expect(decide({ uncertainMessage: true })).toMatchObject({ needs: 'resolveUncertain', until: 'furtherNotice' })
  })
})

describe('when nothing late counts', () => {
  it('gives the reason of the oldest, and the soonest day on which one counts again', () => {
    const items = [
      anOpenItem({ id: 1, due: '2026-03-10', promisedFor: '2026-04-09' }),
      anOpenItem({ id: 2, due: '2026-03-02', disputed: true }),
      anOpenItem({ id: 3, due: '2026-03-20', plannedFor: '2026-04-05' }),
    ]
    expect(decide({ items })).toMatchObject({ because: 'dispute', carrying: 2, until: '2026-04-09', late: [] })
  })

  it('asks for the allocation of a credit even where the oldest is kept out for another reason', () => {
    const items = [anOpenItem({ id: 1, due: '2026-03-02', disputed: true }), anOpenItem({ id: 2, due: '2026-03-10' })]
    const unallocatedCredit = [money(10_000, asCurrency('EUR'))]
    expect(decide({ items, unallocatedCredit })).toMatchObject({
      because: 'credit',
      needs: 'allocateCredit',
      carrying: 2,
    })
  })

  it('compares a credit with what counts, not with what is disputed', () => {
    const items = [anOpenItem({ id: 1, due: '2026-03-02', disputed: true }), anOpenItem({ id: 2, due: '2026-03-10' })]
    const unallocatedCredit = [money(9_999, asCurrency('EUR'))]
    expect(decide({ items, unallocatedCredit })).toMatchObject({ kind: 'take', toPay: [{ amount: 1 }] })
  })

  it('leaves a message of less than the tolerance unwritten', () => {
    const situation = aSituation({ items: [late], unallocatedCredit: [money(9_000, asCurrency('EUR'))] })
    const tolerant = { ...theRules, tolerance: 1_001 }
    expect(decideStep(situation, tolerant, today)).toMatchObject({ because: 'tooSmall', needs: null, until: null })
    expect(decideStep(situation, { ...theRules, tolerance: 1_000 }, today).kind).toBe('take')
  })
})

describe('the tolerance', () => {
  it.each([
    ['JPY', 4, 5],
    ['EUR', 499, 500],
    ['BHD', 4999, 5000],
  ])('is as many units in %s', (currency, small, enough) => {
    const decided = (amount: number) => {
      const item = { ...late, amountDue: money(amount, asCurrency(currency)) }
      return decideStep(aSituation({ items: [item] }), { ...theRules, tolerance: 500 }, today).kind
    }
    expect([decided(small), decided(enough)]).toEqual(['hold', 'take'])
  })
})

describe('a task that waits', () => {
  const openTask = { step: 'call-40', item: 1, dueOn: asDate('2026-03-30') }

  it('holds everything else, and says whose step it is', () => {
    expect(decide({ openTask })).toMatchObject({ because: 'humanToday', carrying: 1, step: { key: 'call-40' } })
    expect(decide({ openTask: { ...openTask, step: 'decision-75' } }).because).toBe('decision')
  })

  it('holds under a step the scenario no longer has', () => {
    expect(decide({ openTask: { ...openTask, step: 'gone' } })).toMatchObject({ because: 'humanToday', step: null })
  })

  it('holds nothing once its step was declared done', () => {
    const behind = [7, 14, 30, 40].map((delayDays) => ({ key: `${delayDays}`, delayDays, on: today }))
    const taken = [...behind.slice(0, 3), { key: 'call-40', delayDays: 40, on: today }]
    expect(decide({ openTask, items: [{ ...late, taken }] }).because).not.toBe('humanToday')
    expect(decide({ openTask, items: [{ ...late, taken: behind.slice(0, 3) }] }).because).toBe('humanToday')
  })

  it('holds nothing once its item does not count', () => {
    const items = [{ ...late, disputed: true }, anOpenItem({ id: 2, due: '2026-03-10' })]
    expect(decide({ openTask, items })).toMatchObject({ kind: 'take', carrying: 2 })
  })
})

describe('when a step may leave', () => {
  it('leaves on the day the minimum delay is over, not before', () => {
    expect(decide({ lastContactOn: asDate('2026-03-27') }).kind).toBe('take')
    expect(decide({ lastContactOn: asDate('2026-03-28') })).toMatchObject({ because: 'tooSoon', until: '2026-04-02' })
  })

  it('never leaves on the day of another contact, even where no delay is kept', () => {
    const none = { ...theRules, minimumDaysBetweenContacts: 0 }
    const on = (lastContactOn: CalendarDate) => decideStep(aSituation({ items: [late], lastContactOn }), none, today)
    expect(on(today)).toMatchObject({ because: 'tooSoon', until: addDays(today, 1) })
    expect(on(addDays(today, -1)).kind).toBe('take')
  })

  it('does not make a decision wait after a contact, nor count it as one', () => {
    const scenario = aScenario([{ ...email, channel: 'decision' }])
    expect(decide({ scenario, lastContactOn: today }).kind).toBe('take')
    expect(decide({ scenario, lastContactOn: today }, asDate('2026-03-08')).because).toBe('noStepDue')
    expect(decide({ scenario, lastContactOn: today }, asDate('2026-04-04')).because).toBe('notWorkingDay')
  })

  it('says why a step waits where several reasons hold: put aside, then too soon, then the day', () => {
    const saturday = asDate('2026-04-04')
    const lastContactOn = asDate('2026-04-02')
    expect(decide({ setAsideUntil: asDate('2026-04-05'), lastContactOn }, saturday).because).toBe('setAside')
    expect(decide({ setAsideUntil: saturday, lastContactOn }, saturday).because).toBe('tooSoon')
    expect(decide({}, saturday)).toMatchObject({ because: 'notWorkingDay', until: '2026-04-07' })
  })

  it('tells the next day with everything that stands before it', () => {
    const words = { lastContactOn: asDate('2026-03-03'), setAsideUntil: asDate('2026-03-14') }
    expect(decide(words, asDate('2026-03-05'))).toMatchObject({ next: { on: '2026-03-16', item: 1 } })
  })
})

describe('by which way', () => {
  it('writes a letter where no e-mail is usable, and asks for an address where there is none either', () => {
    expect(decide({ hasUsableEmail: false })).toMatchObject({ kind: 'take', insteadOfEmail: 'letter' })
    expect(decide({ hasUsableEmail: false, hasPostalAddress: false })).toMatchObject({
      because: 'badContact',
      needs: 'correctAddress',
      step: { delayDays: 7 },
    })
  })

  it('lets a person call or write where no e-mail is usable', () => {
    const scenario = aScenario([{ ...email, channel: 'call' }])
    expect(decide({ scenario, hasUsableEmail: false, hasPostalAddress: false })).toMatchObject({
      kind: 'take',
      insteadOfEmail: null,
    })
  })

  it('sends no courtesy by post', () => {
    const scenario = aScenario([
      { ...email, delayDays: -5, tone: 'courtesy' },
      { ...email, key: 'b' },
    ])
    const items = [anOpenItem({ due: '2026-04-03' })]
    expect(decide({ scenario, items, hasUsableEmail: false }).because).toBe('badContact')
  })

  it('takes lighter rungs along with a call or a letter, and no heavier one', () => {
    const chased = (id: number, delayDays: number) =>
      anOpenItem({
        id,
        due: '2026-01-05',
        amount: 100 - id,
        taken: [{ key: `${id}`, delayDays, on: asDate('2026-02-01') }],
      })
    const climbs = (first: number, second: number) => {
      const decision = decide({ items: [chased(1, first), chased(2, second)] })
      return decision.kind === 'take' ? decision.items.map((item) => item.climbs?.channel ?? null) : decision.because
    }
    expect(climbs(30, 7)).toEqual(['call', 'email'])
    expect(climbs(40, 30)).toEqual(['registeredLetter', 'call'])
    expect(climbs(14, 30)).toEqual(['email', null])
    expect(climbs(60, 7)).toEqual(['decision', null])
    expect(climbs(60, 60)).toEqual(['decision', 'decision'])
  })

  it('consumes an e-mail rung, not a letter rung, when the e-mail goes by post', () => {
    const taken = [{ key: 'x', delayDays: 40, on: asDate('2026-02-01') }]
    const items = [anOpenItem({ id: 1, due: '2026-01-05' }), anOpenItem({ id: 2, due: '2026-01-06', taken })]
    expect(decide({ items, hasUsableEmail: false })).toMatchObject({
      insteadOfEmail: 'letter',
      items: [{ climbs: { channel: 'email' } }, { climbs: null }],
    })
  })
})

describe('before the due date', () => {
  const courtesy: Step = { ...email, key: 'c', delayDays: -5, tone: 'courtesy' }
  const scenario = aScenario([courtesy, email])
  const upcoming = (words: Partial<Situation> = {}) =>
    decide({
      scenario,
      items: [anOpenItem({ id: 1, due: '2026-04-03' }), anOpenItem({ id: 2, due: '2026-04-01' })],
      ...words,
    })

  it('lists what is soon due, with days still to go, and no credit', () => {
    expect(upcoming({ unallocatedCredit: [money(50, asCurrency('EUR'))] })).toMatchObject({
      about: 'upcoming',
      carrying: 2,
      items: [
        { item: 2, daysLate: 0 },
        { item: 1, daysLate: -2 },
      ],
      credits: [],
      toPay: [{ amount: 20_000 }],
      late: [],
    })
  })

  it('holds for the same reasons as a reminder', () => {
    expect(upcoming({ insolvent: true })).toMatchObject({ because: 'legal', step: { key: 'c' }, late: [] })
    const items = [anOpenItem({ due: '2026-04-03' })]
    expect(upcoming({ items, setAsideUntil: asDate('2026-04-02') }).because).toBe('setAside')
  })

  it('rests where all that is soon due is kept out or paid for', () => {
    expect(upcoming({ unallocatedCredit: [money(20_000, asCurrency('EUR'))] })).toMatchObject({
      because: 'nothingOverdue',
    })
    expect(upcoming({ items: [anOpenItem({ due: '2026-04-03', automaticMeans: true })] })).toMatchObject({
      because: 'nothingOverdue',
      next: null,
    })
  })

  it('stays silent about what is not due while something is late', () => {
    expect(decide({ scenario, items: [late, anOpenItem({ id: 2, due: '2026-04-03' })] })).toMatchObject({
      items: [{ item: 1 }],
    })
  })
})

describe('the next contact of a customer who rests', () => {
  const taken = [{ key: 'z', delayDays: 99, on: asDate('2026-03-20') }]
  const next = (words: Partial<Situation>) => {
    const decision = decide({ items: [anOpenItem({ due: '2026-04-03' })], ...words })
    return decision.kind === 'rest' ? (decision.next?.on ?? null) : decision.because
  }

  it('is the first step of what is not due yet, on a working day', () => {
    expect(next({})).toBe('2026-04-10')
    expect(next({ items: [anOpenItem({ due: '2026-04-05' })] })).toBe('2026-04-13')
  })

  it('waits for the end of a pause, a promise or a plan', () => {
    expect(next({ pausedUntil: asDate('2026-04-20') })).toBe('2026-04-20')
    expect(next({ items: [anOpenItem({ due: '2026-04-03', promisedFor: '2026-04-21' })] })).toBe('2026-04-22')
    expect(next({ items: [anOpenItem({ due: '2026-04-03', pausedUntil: asDate('2026-04-23') })] })).toBe('2026-04-23')
  })

  it('is nothing where a person must act first', () => {
    expect(next({ pausedUntil: 'furtherNotice' })).toBeNull()
    expect(next({ handedOver: true })).toBeNull()
    expect(next({ insolvent: true })).toBeNull()
    expect(next({ items: [anOpenItem({ due: '2026-04-03', disputed: true })] })).toBeNull()
  })

  it('is about another item once the late one has been through the scenario', () => {
    const items = [{ ...late, taken }, anOpenItem({ id: 2, due: '2026-04-03' })]
    expect(decide({ items })).toMatchObject({ because: 'finished', next: { item: 2, on: '2026-04-10' } })
  })

  it('is not a courtesy where another item will be late by then', () => {
    const courtesy: Step = { ...email, key: 'c', delayDays: -2, tone: 'courtesy' }
    const items = [anOpenItem({ id: 1, due: '2026-04-02' }), anOpenItem({ id: 2, due: '2026-04-09' })]
    const on = { scenario: aScenario([courtesy, email]), items, lastContactOn: today }
    expect(decide(on)).toMatchObject({
      because: 'nothingOverdue',
      next: { item: 1, on: '2026-04-09', step: { key: 'a' } },
    })
  })
})
