import { addDays, type CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { ask, dayOf, happens, type Rung, type World } from './world.ts'

/** A step as the program shows it; what else it holds goes back as it came. */
export interface ShownStep {
  readonly key: string
  readonly delayDays: number
  readonly channel: string
  readonly tone: string
  readonly isActive: boolean
}

/** The scenario that all customers follow, as it was when the firm was founded, and what the firm made of it since. */
export interface Followed {
  readonly id: number
  readonly name: string
  readonly steps: readonly ShownStep[]
  /** Written, and in force from a day on. */
  planned: { readonly on: CalendarDate; readonly rungs: readonly Rung[] } | null
}

/** Steps after the due date, as a version has them. */
export const rungsOf = (steps: readonly ShownStep[], since: CalendarDate): Rung[] =>
  steps.flatMap(({ key, delayDays, isActive }) => (isActive && delayDays > 0 ? [{ key, delay: delayDays, since }] : []))

/** Soon, and then now and then, the firm writes a new version: later or earlier, one step less, an SMS more, from today or a later day on. */
export async function changeScenario(world: World): Promise<void> {
  const { followed } = world
  const today = dayOf(world)
  if (followed.planned !== null && followed.planned.on <= today) {
    // A rung that stood at the same day before is as old as it was.
    const before = new Map(world.rungs.map((rung) => [`${rung.key} ${rung.delay}`, rung.since]))
    const rungs = followed.planned.rungs.map((rung) => ({
      ...rung,
      since: before.get(`${rung.key} ${rung.delay}`) ?? rung.since,
    }))
    world.rungs.splice(0, world.rungs.length, ...rungs)
    followed.planned = null
  }
  if (followed.planned !== null || !happens(world, world.versions === 0 ? 5 : 25)) return
  const steps = variant(world, followed.steps)
  const on = addDays(today, world.chance.below(3) === 0 ? 0 : world.chance.below(15))
  await ask(world, 'PUT', `/api/v1/scenarios/${followed.id}`, { name: followed.name, steps, effectiveOn: on })
  world.versions += 1
  followed.planned = { on, rungs: rungsOf(steps, on) }
  if (on === today) await changeScenario(world)
}

function variant(world: World, founding: readonly ShownStep[]): ShownStep[] {
  const shift = world.chance.oneOf([0, 0, 2, -2])
  const silent = world.chance.oneOf([null, null, 1, 2])
  const mails = founding.filter(({ channel, delayDays }) => channel === 'email' && delayDays > 0)
  const steps = founding.map((step) => ({
    ...step,
    delayDays: mails.includes(step) ? step.delayDays + shift : step.delayDays,
    isActive: step.isActive && (silent === null || step !== mails[silent]),
  }))
  const model = mails[1]
  if (!model || (world.versions > 0 && happens(world, 3))) return steps
  const sms = { ...model, key: 'sms-20', delayDays: 20, channel: 'sms', isActive: true }
  return [...steps, sms].toSorted((a, b) => a.delayDays - b.delayDays)
}
