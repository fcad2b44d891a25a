import { describe, expect, it } from 'vitest'
import { asDate } from '../calendar/calendar-date.ts'
import { asCurrency, money } from '../money/money.ts'
import { chasedPart, countsFrom } from './chased-part.ts'
import { decideStep } from './decide-step.ts'
import { anOpenItem, aSituation } from './testing/a-situation.ts'

const rules = { minimumDaysBetweenContacts: 5, tolerance: 500, alsaceMoselle: false }
const euros = (amount: number) => money(amount, asCurrency('EUR'))

describe('an item of which a part is contested', () => {
  const item = anOpenItem({ due: '2026-09-10', amount: 100_000, disputedAmount: 30_000 })

  it('is chased for the rest, and the message asks for no more', () => {
    expect(chasedPart(item).amountDue).toEqual(euros(70_000))
    const decision = decideStep(aSituation({ items: [item] }), rules, asDate('2026-09-23'))
    expect(decision).toMatchObject({ kind: 'take', toPay: [euros(70_000)] })
  })

  it('is left alone once the rest is paid: a part payment does not end the dispute', () => {
    const paid = { ...item, amountDue: euros(30_000) }
    expect(chasedPart(paid).disputed).toBe(true)
    const decision = decideStep(aSituation({ items: [paid] }), rules, asDate('2026-09-23'))
    expect(decision).toMatchObject({ kind: 'hold', because: 'dispute' })
  })
})

describe('an item for which more time was granted', () => {
  const item = anOpenItem({ due: '2026-09-10', delayedUntil: asDate('2026-09-30') })
  const on = (day: string) => decideStep(aSituation({ items: [item] }), rules, asDate(day))

  it('is not chased up to and including that day', () => {
    expect(on('2026-09-30')).toMatchObject({ kind: 'hold', because: 'delay', until: '2026-10-01' })
  })

  it('starts its steps from that day, and is not late from its due date', () => {
    expect(countsFrom(item)).toBe('2026-09-30')
    expect(on('2026-10-01')).toMatchObject({ kind: 'rest', because: 'noStepDue', next: { on: '2026-10-07' } })
    expect(on('2026-10-07')).toMatchObject({ kind: 'take' })
  })

  it('does not keep the other items from being chased', () => {
    const other = anOpenItem({ id: 2, due: '2026-09-14' })
    const decision = decideStep(aSituation({ items: [item, other] }), rules, asDate('2026-09-23'))
    expect(decision).toMatchObject({ kind: 'take', carrying: 2, excluded: [{ item: item.id, because: 'delay' }] })
  })
})
