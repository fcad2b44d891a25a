import { describe, expect, it } from 'vitest'
import { asDate } from '../calendar/calendar-date.ts'
import { compareContacts, otherwiseThan } from './compare-contacts.ts'
import type { Step } from './scenario.ts'
import { simulateContacts } from './simulate.ts'
import { anOpenItem, aScenario, aSituation, theRules } from './testing/a-situation.ts'

const from = asDate('2026-02-02')
const before = aScenario()

/** How the customer of one late invoice fares over ninety days when some steps change. */
function changed(change: (step: Step) => Partial<Step>, { paid = false } = {}) {
  const after = aScenario(before.steps.map((step) => ({ ...step, ...change(step) })))
  const items = paid ? [] : [anOpenItem({ due: '2026-01-30' })]
  const contacts = (scenario: typeof before) =>
    simulateContacts(aSituation({ scenario, items }), theRules, from, 90).contacts.flatMap(({ on, decision }) =>
      decision.kind === 'take' ? [{ on, decision }] : [],
    )
  return compareContacts(contacts(before), contacts(after), otherwiseThan(before))
}
const only = (key: string, change: Partial<Step>) => (step: Step) => (step.key === key ? change : {})

describe('the contacts of a customer under two scenarios', () => {
  it('are told by the first whose day differs, also when the one before it did not move', () => {
    expect(changed(only('email-7', { delayDays: 5 }))).toEqual({ how: 'sooner', was: '2026-02-06', is: '2026-02-04' })
    expect(changed(only('email-14', { delayDays: 17 }))).toEqual({ how: 'later', was: '2026-02-13', is: '2026-02-16' })
  })

  it('are one more or one fewer where the last of them has no other beside it', () => {
    const last = before.steps.at(-1)?.key ?? ''
    expect(changed(only(last, { active: false }))).toMatchObject({ how: 'dropped', is: null })
  })

  it('are told as other where they come on the same day in another tone, by another way or to others', () => {
    const other = { how: 'otherwise', was: '2026-02-06', is: '2026-02-06' }
    expect(changed(only('email-7', { tone: 'firm' }))).toEqual(other)
    expect(changed(only('email-7', { channel: 'letter' }))).toEqual(other)
    expect(changed(only('email-7', { copies: [{ ours: 'salesRep' }] }))).toEqual(other)
  })

  it('are as they were when nothing that leaves has changed', () => {
    expect(changed(() => ({}))).toBeNull()
    expect(changed(only('email-7', { label: 'Un autre nom' }))).toBeNull()
    expect(changed(only('email-7', { tone: 'firm' }), { paid: true })).toBeNull()
  })
})
