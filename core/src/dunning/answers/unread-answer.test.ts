import { describe, expect, it } from 'vitest'
import { asDate } from '../../calendar/calendar-date.ts'
import { decideStep } from '../decide-step.ts'
import { explain } from '../explain.ts'
import { anOpenItem, aSituation, theRules } from '../testing/a-situation.ts'

const today = asDate('2026-11-23')
const facts = { customerName: 'Castel', invoiceOf: () => 'F-1' }
const late = [anOpenItem({ due: '2026-11-01' })]
const waiting = aSituation({ items: late, unreadAnswer: asDate('2026-11-12') })

describe('an answer that nobody has read', () => {
  it('keeps everything back until somebody reads it, with its day in the sentence', () => {
    const decision = decideStep(waiting, theRules, today)
    expect(decision).toMatchObject({
      kind: 'hold',
      because: 'answerUnread',
      until: 'furtherNotice',
      answeredOn: '2026-11-12',
    })
    expect(explain(decision, 'fr', facts)).toBe('Rien ne part\u00a0: une réponse du 12/11/2026 attend d’être lue.')
    expect(explain(decision, 'en', facts)).toContain('is waiting to be read.')
  })

  it('holds nothing once read: the step that was due is taken', () => {
    expect(decideStep(aSituation({ items: late }), theRules, today).kind).toBe('take')
  })

  it('comes after what is graver, and before a line of the bank', () => {
    const because = (more: object) => decideStep({ ...waiting, ...more }, theRules, today).because
    expect(because({ insolvent: true })).toBe('legal')
    expect(because({ uncertainMessage: true })).toBe('uncertain')
    expect(because({ bankLinePending: true })).toBe('answerUnread')
  })

  it('holds nothing of a customer who owes nothing', () => {
    expect(decideStep(aSituation({ items: [], unreadAnswer: asDate('2026-11-12') }), theRules, today).kind).toBe('rest')
  })
})
