import { describe, expect, it } from 'vitest'
import type { Step } from './scenario.ts'
import { scenarioBounds, validateScenario } from './validate-scenario.ts'

const step = (delayDays: number, words: Partial<Step> = {}): Step => ({
  key: `k${delayDays}`.replace('.', '_'),
  delayDays,
  channel: 'email',
  tone: delayDays < 0 ? 'courtesy' : 'neutral',
  assignee: 'collector',
  active: true,
  ...words,
})
const faults = (...steps: Step[]) => validateScenario(steps, 'en').map(({ because, step }) => [because, step])

/** One scenario for each fault. */
const faulty: readonly (readonly [string, number | null, readonly Step[]])[] = [
  ['noStep', null, []],
  ['tooManySteps', null, Array.from({ length: scenarioBounds.steps + 1 }, (_, day) => step(day))],
  ['badKey', 0, [step(7, { key: '' })]],
  ['sameKey', 1, [step(7, { key: 'a' }), step(9, { key: 'a' })]],
  ['notWholeDays', 0, [step(7.5)]],
  ['outOfBounds', 0, [step(731)]],
  ['notIncreasing', 1, [step(7), step(7, { key: 'b' })]],
  ['courtesyAfterDueDate', 0, [step(7, { tone: 'courtesy' })]],
  ['notCourtesyBeforeDueDate', 0, [step(-5, { channel: 'call' }), step(7)]],
  ['nothingActive', null, [step(-5), step(7, { active: false })]],
  ['noCopyAddress', 0, [step(7, { copies: [{ address: 'nobody' }] })]],
  ['taskWithoutLabel', 1, [step(7), step(9, { channel: 'task' })]],
  ['feeOutOfBounds', 0, [step(7, { fee: { fixed: 1_000_001 } })]],
  ['feeOutOfBounds', 0, [step(-5, { fee: { fixed: 1 } }), step(7)]],
]

describe('a scenario that cannot be saved', () => {
  for (const [because, position, steps] of faulty) {
    it(`says ${because}, where, and what to do`, () => {
      expect(faults(...steps)).toContainEqual([because, position])
      for (const language of ['fr', 'en'] as const) {
        const sentence =
          validateScenario(steps, language).find((problem) => problem.because === because)?.sentence ?? ''
        expect(sentence).toMatch(/: .+\.$/)
        expect(/[^\u00a0][:;?!]/.test(sentence) && language === 'fr').toBe(false)
        if (position !== null) expect(sentence).toContain(String(position + 1))
      }
    })
  }

  it('has rules within their bounds, told with their field', () => {
    const rules = {
      minimumDaysBetweenContacts: 61,
      tolerance: -1,
      approvalAbove: 0.5,
      repeat: { everyDays: 0, atMost: 1 },
    }
    const problems = validateScenario([step(7)], 'en', rules)
    expect(problems.map(({ because, field }) => [because, field])).toEqual([
      ['ruleOutOfBounds', 'minimumDaysBetweenContacts'],
      ['ruleOutOfBounds', 'tolerance'],
      ['ruleOutOfBounds', 'approvalAbove'],
      ['ruleOutOfBounds', 'repeat'],
    ])
    const sound = { minimumDaysBetweenContacts: 0, tolerance: 0, repeat: { everyDays: 15, atMost: 24 } }
    expect(validateScenario([step(7)], 'en', sound)).toEqual([])
  })

  it('repeats no formal notice, but asks a decision again', () => {
    const notice = step(60, { channel: 'registeredLetter', tone: 'formalNotice' })
    const repeat = { everyDays: 30, atMost: 2 }
    const told = validateScenario([step(7), notice], 'en', { repeat })
    expect(told.map(({ because, field }) => [because, field])).toEqual([['repeatsFormalNotice', 'repeat']])
    const decision = step(75, { channel: 'decision', tone: 'formalNotice' })
    expect(validateScenario([step(7), notice, decision], 'en', { repeat })).toEqual([])
  })

  it('may stand on its bounds, and no further', () => {
    expect(faults(step(-60), step(0), step(730))).toEqual([])
    expect(faults(step(-61), step(0))).toEqual([['outOfBounds', 0]])
  })

  it('is told all that is wrong, in order', () => {
    expect(faults(step(14), step(7), step(9), step(20, { tone: 'courtesy' }))).toEqual([
      ['notIncreasing', 1],
      ['notIncreasing', 2],
      ['courtesyAfterDueDate', 3],
    ])
  })
})
