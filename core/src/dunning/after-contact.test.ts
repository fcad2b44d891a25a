import { describe, expect, it } from 'vitest'
import { asDate } from '../calendar/calendar-date.ts'
import { afterContact, afterSetAside } from './after-contact.ts'
import { decideStep } from './decide-step.ts'
import type { Take } from './decision.ts'
import { anOpenItem, aSituation, theRules } from './testing/a-situation.ts'

const on = asDate('2026-04-13')
const chased = (id: number, due: string, delayDays: number) =>
  anOpenItem({ id, due, taken: [{ key: `email-${delayDays}`, delayDays, on: asDate('2026-03-20') }] })
/** A call is due for the first two; the third has its first e-mail before it, the fourth is not late. */
const situation = aSituation({
  items: [
    chased(1, '2026-03-02', 30),
    chased(2, '2026-03-03', 30),
    anOpenItem({ id: 3, due: '2026-04-01' }),
    anOpenItem({ id: 4, due: '2026-05-01' }),
  ],
  openTask: { step: 'call-40', item: 1, dueOn: on },
  lastContactOn: asDate('2026-04-01'),
})
const call = decideStep({ ...situation, openTask: null }, theRules, on) as Take
const rungs = (after: typeof situation) => after.items.map((item) => item.taken.at(-1)?.key ?? null)

describe('once a call was made', () => {
  const after = afterContact(situation, call, on)

  it('every listed item has climbed its own rung, and no other item has', () => {
    expect(rungs(after)).toEqual(['call-40', 'call-40', 'email-7', null])
    expect(after.items[0]?.taken.at(-1)).toEqual({ key: 'call-40', delayDays: 40, on })
  })

  it('it was a contact, and the task is over', () => {
    expect([after.lastContactOn, after.openTask]).toEqual([on, null])
  })
})

describe('once a call was set aside', () => {
  const after = afterSetAside(situation, call, on)

  it('the call is behind the items that were to have it; an e-mail is still before the other', () => {
    expect(rungs(after)).toEqual(['call-40', 'call-40', null, null])
  })

  it('nobody was contacted, and the task is over', () => {
    expect([after.lastContactOn, after.openTask]).toEqual([situation.lastContactOn, null])
  })
})

describe('once a decision was taken', () => {
  it('the customer was told nothing', () => {
    const decision = { ...call, step: { ...call.step, channel: 'decision' as const } }
    expect(afterContact(situation, decision, on).lastContactOn).toBe(situation.lastContactOn)
  })
})
