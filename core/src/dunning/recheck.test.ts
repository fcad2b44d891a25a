import { describe, expect, it } from 'vitest'
import { asDate } from '../calendar/calendar-date.ts'
import { asCurrency, money } from '../money/money.ts'
import { decideStep } from './decide-step.ts'
import type { Take } from './decision.ts'
import { type Frozen, recheckAtSending } from './recheck.ts'
import type { Situation } from './situation.ts'
import { anOpenItem, aScenario, aSituation, theRules } from './testing/a-situation.ts'

const yesterday = asDate('2026-04-01')
const today = asDate('2026-04-02')
const first = anOpenItem({ id: 1, due: '2026-03-02' })
const second = anOpenItem({ id: 2, due: '2026-03-20' })
const credit = (amount: number) => [money(amount, asCurrency('EUR'))]

const decidedYesterday = (words: Partial<Situation> = {}): Take => {
  const decision = decideStep(aSituation({ items: [first, second], ...words }), theRules, yesterday)
  if (decision.kind !== 'take') throw new Error(`expected a message, got ${decision.because}`)
  return decision
}
const recheck = (words: Partial<Situation> = {}, frozen: Frozen = decidedYesterday(), on = today) =>
  recheckAtSending(frozen, aSituation({ items: [first, second], ...words }), theRules, on)

describe('at the moment of sending', () => {
  it('lets a message leave that still says the truth, one day later', () => {
    expect(recheck()).toEqual({ kind: 'sendAsIs' })
  })

  it('cancels what was paid, or left the books', () => {
    const paid = anOpenItem({ id: 1, due: '2026-03-02', amount: 0 })
    expect(recheck({ items: [paid, second] })).toEqual({ kind: 'cancel', because: 'paid' })
    expect(recheck({ items: [second] })).toEqual({ kind: 'cancel', because: 'paid' })
  })

  it('writes anew what changed in amount, in number or in credits', () => {
    const partly = anOpenItem({ id: 1, due: '2026-03-02', amount: 4_000 })
    expect(recheck({ items: [partly, second] })).toMatchObject({
      kind: 'rewrite',
      take: { toPay: [{ amount: 14_000 }] },
    })
    expect(recheck({ items: [first] })).toMatchObject({ kind: 'rewrite', take: { items: [{ item: 1 }] } })
    expect(recheck({ items: [first, { ...second, disputed: true }] })).toMatchObject({ kind: 'rewrite' })
    expect(recheck({ unallocatedCredit: credit(500) })).toMatchObject({
      kind: 'rewrite',
      take: { credits: [{ amount: 500 }], toPay: [{ amount: 19_500 }] },
    })
  })

  it('writes anew when another credit hides behind the same number of them', () => {
    const frozen = decidedYesterday({ unallocatedCredit: credit(500) })
    expect(recheck({ unallocatedCredit: credit(500) }, frozen).kind).toBe('sendAsIs')
    expect(recheck({ unallocatedCredit: credit(501) }, frozen).kind).toBe('rewrite')
  })

  it('does not mind credits where the text is written only now', () => {
    const { about, carrying, step, items } = decidedYesterday()
    expect(recheck({ unallocatedCredit: credit(500) }, { about, carrying, step, items }).kind).toBe('sendAsIs')
  })

  it('writes anew when a listed item was replaced by another, or another one came in', () => {
    const third = anOpenItem({ id: 3, due: '2026-03-21' })
    expect(recheck({ items: [first, second, third] }).kind).toBe('rewrite')
    expect(recheck({ items: [first, third] }).kind).toBe('rewrite')
  })

  it('cancels with the reason of the item that carried it, else of the customer', () => {
    const because = (words: Partial<Situation>) => {
      const verdict = recheck(words)
      return verdict.kind === 'cancel' ? verdict.because : verdict.kind
    }
    expect(because({ items: [{ ...first, disputed: true }, second] })).toBe('dispute')
    expect(because({ items: [{ ...first, promisedFor: today }] })).toBe('promise')
    expect(because({ items: [{ ...first, promisedFor: today }, second] })).toBe('promise')
    expect(because({ unallocatedCredit: credit(20_000) })).toBe('credit')
    expect(because({ handedOver: true })).toBe('handedOver')
    expect(because({ bankLinePending: true })).toBe('bankPending')
    expect(because({ lastContactOn: today })).toBe('tooSoon')
    expect(because({ setAsideUntil: asDate('2026-04-03') })).toBe('setAside')
    expect(because({ hasUsableEmail: false })).toBe('badContact')
    expect(because({ hasUsableEmail: false, hasPostalAddress: false })).toBe('badContact')
  })

  it('cancels what goes by another way now: an SMS whose number was refused, an e-mail whose step became an SMS', () => {
    const texting = aScenario([
      { key: 'sms-7', delayDays: 7, channel: 'sms', tone: 'friendly', assignee: 'collector', active: true },
    ])
    const reached = { scenario: texting, hasUsableMobile: true }
    const text = { ...decidedYesterday(reached), sentAs: 'sms' as const }
    expect(recheck(reached, text)).toEqual({ kind: 'sendAsIs' })
    const otherWay = { kind: 'cancel', because: 'otherWay' }
    expect(recheck({ ...reached, hasUsableMobile: false }, text)).toEqual(otherWay)
    expect(recheck(reached, { ...text, sentAs: 'email' })).toEqual(otherWay)
  })

  it('cancels when another step or another item would speak now', () => {
    const older = anOpenItem({ id: 9, due: '2026-02-02' })
    expect(recheck({ items: [older, first, second] })).toEqual({ kind: 'cancel', because: 'otherStep' })
    const taken = [{ key: 'email-7', delayDays: 7, on: yesterday }]
    expect(recheck({ items: [{ ...first, taken }, second] })).toEqual({ kind: 'cancel', because: 'otherStep' })
  })

  it('cancels when the step is no longer due', () => {
    const scenario = aScenario([])
    expect(recheck({ scenario })).toEqual({ kind: 'cancel', because: 'noLongerDue' })
  })

  it('cancels a courtesy once the due date has passed', () => {
    const scenario = aScenario([
      { key: 'c', delayDays: -5, channel: 'email', tone: 'courtesy', assignee: 'collector', active: true },
    ])
    const items = [anOpenItem({ due: '2026-04-01' })]
    const frozen = decidedYesterday({ scenario, items })
    expect(frozen.about).toBe('upcoming')
    expect(recheck({ scenario, items }, frozen, yesterday)).toEqual({ kind: 'sendAsIs' })
    expect(recheck({ scenario, items }, frozen)).toEqual({ kind: 'cancel', because: 'noLongerDue' })
  })

  it('does not stand in its own way when it was already noted as the last contact', () => {
    expect(recheck({ lastContactOn: yesterday }, { ...decidedYesterday(), countedOn: yesterday })).toEqual({
      kind: 'sendAsIs',
    })
    expect(recheck({ lastContactOn: yesterday })).toEqual({ kind: 'cancel', because: 'tooSoon' })
    expect(recheck({ lastContactOn: today }, { ...decidedYesterday(), countedOn: yesterday }).kind).toBe('cancel')
  })

  it('leaves days and hours to the sending window', () => {
    expect(recheck({}, decidedYesterday(), asDate('2026-04-04'))).toEqual({ kind: 'sendAsIs' })
  })
})
