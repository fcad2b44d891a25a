import { describe, expect, it } from 'vitest'
import type { ScenarioStep } from './scenario-api.ts'
import { changesBetween, plain, problemAt, problemsOf, withNewStep, withoutStep, withStep } from './scenario-draft.ts'

const aStep = (given: Partial<ScenarioStep>): ScenarioStep => ({
  key: 'email-7',
  delayDays: 7,
  channel: 'email',
  tone: 'friendly',
  assignee: 'collector',
  assigneeId: null,
  isActive: true,
  ...plain,
  ...given,
})
const steps = [aStep({}), aStep({ key: 'email-14', delayDays: 14, tone: 'neutral' })]

describe('a scenario being changed', () => {
  it('stays in the order of its days', () => {
    expect(withStep(steps, 'email-7', { delayDays: 20 }).map(({ key }) => key)).toEqual(['email-14', 'email-7'])
  })

  it('gets its new step two weeks after the last one, ready to be saved', () => {
    const longer = withNewStep(steps, 'new')
    expect(longer.at(-1)).toMatchObject({ key: 'new', delayDays: 28 })
    expect(problemsOf(longer, 'fr')).toEqual([])
  })

  it('counts a changed, a removed and an added step once each', () => {
    const changed = withNewStep(withoutStep(withStep(steps, 'email-7', { delayDays: 8 }), 'email-14'), 'new')
    expect(changesBetween(steps, changed)).toBe(3)
    expect(changesBetween(steps, steps)).toBe(0)
  })

  it('is refused by the same rule as on the server', () => {
    const [problem] = problemsOf(withStep(steps, 'email-14', { delayDays: 7 }), 'fr')
    expect(problem).toMatchObject({ because: 'notIncreasing', step: 1 })
  })

  it('tells of two steps on one day at each of them', () => {
    const moved = withStep(steps, 'email-7', { delayDays: 14 })
    const problems = problemsOf(moved, 'fr')
    expect(moved.map((step) => problemAt(step, moved, problems)?.because)).toEqual(['notIncreasing', 'notIncreasing'])
    expect(problemAt(steps[0], steps, problemsOf(steps, 'fr'))).toBeUndefined()
  })
})
