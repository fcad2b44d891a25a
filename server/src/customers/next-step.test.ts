import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { holdReasons } from '@quittance/core/dunning/decision.ts'
import { describe, expect, it } from 'vitest'
import { type DecisionInForce, type ItemStops, nextStepOfCustomer, nextStepOfItem, notReachable } from './next-step.ts'

const today = asDate('2026-11-23')
const day = asDate

const decision = (fields: Partial<DecisionInForce> = {}): DecisionInForce => ({
  kind: 'rest',
  because: 'noStepDue',
  until: null,
  channel: null,
  nextOn: null,
  carryingItem: null,
  taskDueOn: null,
  ...fields,
})

const lateItem = (fields: Partial<ItemStops> = {}): ItemStops => ({
  id: 1,
  dueDate: day('2026-09-10'),
  amountDue: 1_245_000,
  disputedFor: null,
  pausedUntil: null,
  promisedFor: null,
  plannedFor: null,
  delayedUntil: null,
  isAutomatic: false,
  isTooSmall: false,
  ...fields,
})

const label = (fields: Partial<DecisionInForce> | null, language: 'fr' | 'en' = 'fr') =>
  nextStepOfCustomer({ decision: fields && decision(fields), today, language }).label.replaceAll('\u00a0', ' ')

const itemLabel = (item: Partial<ItemStops>, fields: Partial<DecisionInForce> | null = null) =>
  nextStepOfItem(lateItem(item), { decision: fields && decision(fields), today, language: 'fr' })?.label.replaceAll(
    '\u00a0',
    ' ',
  )

describe('the next step of a customer, in a few words', () => {
  it('names the contact of today', () => {
    expect(label({ kind: 'take', because: 'stepDue', channel: 'email' })).toBe('E-mail aujourd’hui')
    expect(label({ kind: 'hold', because: 'humanToday', channel: 'call', taskDueOn: day('2026-11-20') })).toBe(
      'Appel aujourd’hui',
    )
    expect(label({ kind: 'take', because: 'stepDue', channel: 'letter' })).toBe('Courrier à relire')
    expect(label({ kind: 'hold', because: 'decision', channel: 'decision' })).toBe('À décider aujourd’hui')
  })

  it('names the contact to come and its day, with the year when it is another one', () => {
    expect(label({ channel: 'email', nextOn: day('2026-11-26') })).toBe('E-mail le 26/11')
    expect(label({ channel: 'call', nextOn: day('2027-01-04') })).toBe('Appel le 04/01/2027')
    expect(label({ kind: 'hold', because: 'tooSoon', channel: 'email', until: day('2026-11-26') })).toBe(
      'E-mail le 26/11',
    )
    expect(label({ channel: 'email', nextOn: day('2026-11-26') }, 'en')).toBe('E-mail on 26 Nov')
    expect(label({ channel: 'call', nextOn: day('2027-01-04') }, 'en')).toBe('Call on 4 Jan 2027')
  })

  it('says what holds it back, a promise by the day promised', () => {
    expect(label({ kind: 'hold', because: 'promise', until: day('2026-11-28') })).toBe('Promis pour le 27/11')
    expect(label({ kind: 'hold', because: 'plan' })).toBe('En pause : échéancier')
    expect(label({ kind: 'hold', because: 'badContact', channel: 'email' })).toBe('Adresse à corriger')
    expect(label({ kind: 'hold', because: 'bankPending' })).toBe('Virement à pointer')
  })

  it('says that nothing is planned, and why, when nothing is', () => {
    expect(label(null)).toBe('Aucune étape prévue')
    expect(label({ because: 'finished' })).toBe('Aucune étape prévue')
    expect(nextStepOfCustomer({ decision: null, today, language: 'fr' }).kind).toBe('none')
  })

  it('gives a whole sentence in both languages for every reason there is', () => {
    for (const language of ['fr', 'en'] as const) {
      for (const because of holdReasons) {
        for (const until of [null, day('2026-11-26')]) {
          const step = nextStepOfCustomer({ decision: decision({ kind: 'hold', because, until }), today, language })
          expect(step.sentence).toMatch(/^[A-ZÀ].*\.$/)
          expect(step.sentence).not.toContain(language === 'fr' ? 'pour le moment' : 'for the moment')
        }
      }
    }
  })
})

describe('the next step of an open item', () => {
  const emailToday = { kind: 'take', because: 'stepDue', channel: 'email', carryingItem: 7 } as const

  it('is what keeps the item itself back, before what happens to the others', () => {
    expect(itemLabel({ disputedFor: 'notReceived' }, emailToday)).toBe('Litige : non reçue')
    expect(itemLabel({ promisedFor: day('2026-11-27') }, emailToday)).toBe('Promis pour le 27/11')
    expect(itemLabel({ pausedUntil: 'furtherNotice' }, emailToday)).toBe('En pause')
    expect(itemLabel({ plannedFor: day('2026-12-01') }, emailToday)).toBe('Échéancier : 01/12')
    expect(itemLabel({ isTooSmall: true }, emailToday)).toBe('Reste trop faible')
    expect(itemLabel({}, emailToday)).toBe('E-mail aujourd’hui')
  })

  it('is the hold of the whole customer when there is one', () => {
    expect(itemLabel({ disputedFor: 'amount' }, { kind: 'hold', because: 'legal' })).toBe('Procédure collective')
  })

  it('before its due date waits, unless the decision names it', () => {
    const upcoming = { dueDate: day('2026-12-15') }
    expect(itemLabel(upcoming, emailToday)).toBe('Pas encore dû')
    expect(itemLabel({ ...upcoming, id: 7 }, { channel: 'email', nextOn: day('2026-12-10'), carryingItem: 7 })).toBe(
      'E-mail le 10/12',
    )
  })

  it('is none for what is paid and for a credit note', () => {
    expect(itemLabel({ amountDue: 0 }, emailToday)).toBeUndefined()
    expect(itemLabel({ amountDue: -120 }, emailToday)).toBeUndefined()
  })
})

describe('a customer without an address that works', () => {
  const planned = (fields: Partial<DecisionInForce>) =>
    notReachable(nextStepOfCustomer({ decision: decision(fields), today, language: 'fr' }), 'fr').sentence

  it('is told beside the e-mail that is planned, and not beside a call', () => {
    expect(planned({ channel: 'email', nextOn: day('2026-11-30') })).toContain('Aucune adresse e-mail')
    expect(planned({ channel: 'call', nextOn: day('2026-11-30') })).not.toContain('Aucune adresse')
  })
})
