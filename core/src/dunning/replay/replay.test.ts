import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, asDate, type CalendarDate, compare } from '../../calendar/calendar-date.ts'
import { asCurrency } from '../../money/money.ts'
import { decideStep } from '../decide-step.ts'
import { defaultScenarios } from '../default-scenarios.ts'
import { isInternal } from '../scenario.ts'
import type { StepTaken } from '../situation.ts'
import { anOpenItem, aScenario, aSituation, theRules } from '../testing/a-situation.ts'
import { itemOn, type Past, type PastItem, partyOn, type Span } from './past.ts'
import { replay } from './replay.ts'

const from = asDate('2025-11-24')
const window = { from, until: asDate('2026-11-23') }

const aPastItem = (id: number, due: string, words: Partial<PastItem> = {}): PastItem => ({
  item: anOpenItem({ id, due, issueDate: addDays(asDate(due), -30) }),
  amount: 120_000,
  settled: [],
  disputes: [],
  promises: [],
  delays: [],
  plans: [],
  pauses: [],
  goneOn: null,
  ...words,
})

const aPast = (items: readonly PastItem[], words: Partial<Past> = {}): Past => ({
  situation: aSituation({ items: [] }),
  items,
  pauses: [],
  handedOver: [],
  insolvent: [],
  credits: [],
  ...words,
})

const sent = (past: Past) =>
  replay(past, theRules, window).contacts.map(({ on, decision }) => `${on} ${decision.step.key}`)
const held = (past: Past) => replay(past, theRules, window).holds.map(({ on, decision }) => `${on} ${decision.because}`)
const span = (start: string, end: string | null): Span => ({
  from: asDate(start),
  until: end === null ? null : asDate(end),
})

describe('the last months replayed', () => {
  it('write until the invoice was paid, and not after', () => {
    const paid = aPastItem(1, '2026-02-02', { settled: [{ on: asDate('2026-02-20'), amount: 120_000 }] })
    expect(sent(aPast([paid]))).toEqual(['2026-02-09 email-7', '2026-02-16 email-14'])
  })

  it('ask for what was left that day after a part was paid, and again when a payment bounced', () => {
    const settled = [
      { on: asDate('2026-02-10'), amount: 120_000 },
      { on: asDate('2026-02-24'), amount: -120_000 },
    ]
    const past = aPast([aPastItem(1, '2026-02-02', { settled })])
    expect(sent(past).slice(0, 2)).toEqual(['2026-02-09 email-7', '2026-02-24 email-14'])
  })

  it('know nothing of an invoice before it was issued', () => {
    const late = aPastItem(1, '2026-02-02')
    const past = aPast([{ ...late, item: { ...late.item, issueDate: asDate('2026-03-02') } }])
    expect(sent(past)[0]).toBe('2026-03-02 email-7')
  })

  it('leave behind what was taken before the first day, and forget what was taken since', () => {
    const taken = [
      { key: 'email-7', delayDays: 7, on: asDate('2025-11-10') },
      { key: 'email-14', delayDays: 14, on: asDate('2025-12-01') },
    ]
    const item = anOpenItem({ id: 1, due: '2025-11-03', issueDate: asDate('2025-10-03'), taken })
    expect(sent(aPast([aPastItem(1, '2025-11-03', { item })]))[0]).toBe('2025-11-24 email-14')
  })

  it('keep the spacing to the last contact before the first day', () => {
    const past = aPast([aPastItem(1, '2025-11-17')], {
      situation: aSituation({ items: [], lastContactOn: asDate('2025-11-21') }),
    })
    expect(sent(past)[0]).toBe('2025-11-26 email-7')
  })

  it('hold for a dispute, a promise, a pause, a credit and an end of the road as long as they lasted, with the reason', () => {
    const item = (words: Partial<PastItem>) => aPast([aPastItem(1, '2026-02-02', words)])
    const kept = { promisedFor: asDate('2026-02-20'), keptUntil: asDate('2026-02-23'), isKept: false }
    const cases: readonly [Past, string, string][] = [
      [item({ disputes: [{ ...span('2026-02-03', '2026-03-02'), amount: null }] }), '2026-02-03 dispute', '2026-03-02'],
      [item({ promises: [{ ...span('2026-02-03', null), ...kept }] }), '2026-02-03 promise', '2026-02-24'],
      [item({ pauses: [span('2026-02-03', '2026-03-02')] }), '2026-02-03 paused', '2026-03-02'],
      [
        item({ delays: [{ ...span('2026-02-03', null), delayedUntil: asDate('2026-03-02') }] }),
        '2026-02-03 delay',
        '2026-03-09',
      ],
      [
        { ...item({}), credits: [credit('2026-02-03', 200_000), credit('2026-03-02', -200_000)] },
        '2026-02-03 credit',
        '2026-03-02',
      ],
      [{ ...item({}), insolvent: [span('2026-02-04', '2026-03-02')] }, '2026-02-04 legal', '2026-03-02'],
    ]
    for (const [past, hold, firstContact] of cases) {
      expect([held(past)[0], sent(past)[0]?.slice(0, 10)]).toEqual([hold, firstContact])
    }
  })

  it('chase the part that is not contested, and nothing once it was given up', () => {
    const part = aPastItem(1, '2026-02-02', { disputes: [{ ...span('2026-02-03', null), amount: 20_000 }] })
    expect(replay(aPast([part]), theRules, window).contacts[0]?.decision.toPay[0]?.amount).toBe(100_000)
    expect(sent(aPast([aPastItem(1, '2026-02-02', { goneOn: asDate('2026-02-12') })]))).toEqual(['2026-02-09 email-7'])
  })

  it('let a plan run while what was agreed came, and fall where it did not', () => {
    const plans = [
      {
        ...span('2026-02-05', null),
        graceDays: 2,
        instalments: [
          { dueOn: asDate('2026-03-02'), amount: 60_000 },
          { dueOn: asDate('2026-04-01'), amount: 60_000 },
        ],
        covers: [{ item: 1, amountDue: 120_000 }],
      },
    ]
    const settled = [{ on: asDate('2026-03-02'), amount: 60_000 }]
    expect(sent(aPast([aPastItem(1, '2026-02-02', { plans, settled })]))[0]).toMatch(/^2026-04-0[4-7]/)
  })
})

function credit(on: string, amount: number) {
  return { on: asDate(on), amount, currency: asCurrency('EUR') }
}

/** One decision each day, whether or not anything may have changed. */
function dayByDay(past: Past): string[] {
  const taken = new Map<number, StepTaken[]>(
    past.items.map(({ item }) => [item.id, item.taken.filter(({ on }) => on < window.from)]),
  )
  let { lastContactOn } = past.situation
  const contacts: string[] = []
  for (let on: CalendarDate = window.from; on < window.until; on = addDays(on, 1)) {
    const items = past.items.flatMap((one) => itemOn(one, on, taken.get(one.item.id) ?? [], past) ?? [])
    const decision = decideStep({ ...partyOn(past, on, lastContactOn), items }, theRules, on)
    if (decision.kind !== 'take') continue
    contacts.push(`${on} ${decision.step.key}`)
    for (const { item, climbs } of decision.items) {
      if (climbs) taken.get(item)?.push({ key: climbs.key, delayDays: climbs.delayDays, on })
    }
    if (!isInternal(decision.step.channel)) lastContactOn = on
  }
  return contacts
}

const aDay = fc.integer({ min: -60, max: 380 }).map((days) => addDays(from, days))
const aSpan = fc
  .tuple(aDay, fc.option(fc.integer({ min: 1, max: 60 })))
  .map(([start, days]): Span => ({ from: start, until: days === null ? null : addDays(start, days) }))
const few = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<T[]> =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constant<T[]>([]) },
    { weight: 1, arbitrary: fc.array(one, { minLength: 1, maxLength: 2 }) },
  )

const pastItem = (id: number): fc.Arbitrary<PastItem> =>
  fc
    .record({
      due: aDay,
      settled: fc.array(fc.record({ on: aDay, amount: fc.integer({ min: 1, max: 120_000 }) }), { maxLength: 2 }),
      disputes: few(fc.tuple(aSpan, fc.option(fc.constant(30_000))).map(([one, amount]) => ({ ...one, amount }))),
      promises: few(
        fc.tuple(aSpan, fc.integer({ min: 0, max: 20 }), fc.boolean()).map(([one, days, isKept]) => ({
          ...one,
          promisedFor: addDays(one.from, days),
          keptUntil: addDays(one.from, days + 2),
          isKept,
        })),
      ),
      delays: few(fc.tuple(aSpan, aDay).map(([one, delayedUntil]) => ({ ...one, delayedUntil }))),
      plans: few(
        fc.tuple(aSpan, aDay).map(([one, dueOn]) => ({
          ...one,
          graceDays: 2,
          instalments: [{ dueOn, amount: 120_000 }],
          covers: [{ item: 1, amountDue: 120_000 }],
        })),
      ),
      pauses: few(aSpan),
      goneOn: fc.option(aDay, { freq: 8 }),
    })
    .map(({ due, settled, ...words }) =>
      aPastItem(id, due, { ...words, settled: settled.toSorted((a, b) => compare(a.on, b.on)) }),
    )

it('is the same as one decision a day', () => {
  const past = fc
    .record({
      items: fc.tuple(pastItem(1), pastItem(2), pastItem(3)),
      steps: fc.constantFrom(...defaultScenarios.map(({ steps }) => steps)),
      pauses: few(aSpan),
      credits: few(fc.tuple(aDay, aDay).map(([first, then]) => [first, then] as const)),
    })
    .map(({ items, steps, pauses, credits }) =>
      aPast(items, {
        situation: aSituation({ items: [], scenario: aScenario(steps) }),
        pauses,
        credits: credits.flatMap(([first, then]) => [credit(first, 150_000), credit(then, -150_000)]),
      }),
    )
  fc.assert(
    fc.property(past, (one) => {
      const contacts = replay(one, theRules, window).contacts.map(({ on, decision }) => `${on} ${decision.step.key}`)
      expect(contacts).toEqual(dayByDay(one))
    }),
    { numRuns: 150 },
  )
})
