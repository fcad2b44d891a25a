import { addDays, type CalendarDate } from '../calendar/calendar-date.ts'
import { afterContact } from './after-contact.ts'
import { decideStep } from './decide-step.ts'
import type { Decision } from './decision.ts'
import { scenarioOf } from './next-step.ts'
import { isInternal } from './scenario.ts'
import type { DunningRules, Situation } from './situation.ts'

export interface SimulatedDay {
  readonly on: CalendarDate
  readonly decision: Decision
}

/**
 * What would go out over `days` days from `from` on (included), if nothing is paid and every task is done the day it
 * appears. One decision a day, also where nothing leaves; a task already open is taken as done on the first day.
 */
export function simulate(
  situation: Situation,
  rules: DunningRules,
  from: CalendarDate,
  days: number,
): readonly SimulatedDay[] {
  const replayed: SimulatedDay[] = []
  let now = withTaskDone(situation, from)
  for (let day = 0; day < days; day += 1) {
    const on = addDays(from, day)
    const decision = decideStep(now, rules, on)
    replayed.push({ on, decision })
    if (decision.kind === 'take') now = afterContact(now, decision, on)
  }
  return replayed
}

function withTaskDone(situation: Situation, on: CalendarDate): Situation {
  const { openTask } = situation
  const carrying = openTask && situation.items.find((item) => item.id === openTask.item)
  const step = carrying && scenarioOf(carrying, situation).steps.find((one) => one.key === openTask.step)
  if (!step) return { ...situation, openTask: null }
  const { key, delayDays } = step
  return {
    ...situation,
    items: situation.items.map((item) =>
      item.id === openTask.item ? { ...item, taken: [...item.taken, { key, delayDays, on }] } : item,
    ),
    lastContactOn: isInternal(step.channel) ? situation.lastContactOn : on,
    openTask: null,
  }
}
