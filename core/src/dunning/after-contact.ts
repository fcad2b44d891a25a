import type { CalendarDate } from '../calendar/calendar-date.ts'
import type { Take } from './decision.ts'
import { isInternal, type Step } from './scenario.ts'
import type { Situation, SituationItem } from './situation.ts'

/**
 * The situation once this contact has really taken place: the message left, the call was made, the letter was posted,
 * the decision was taken. Every listed item has climbed its rung; what is between ourselves leaves the last contact as it was.
 */
export function afterContact(situation: Situation, take: Take, on: CalendarDate): Situation {
  return {
    ...situation,
    items: situation.items.map((item) => climb(item, rungOf(take, item), on)),
    lastContactOn: isInternal(take.step.channel) ? situation.lastContactOn : on,
    openTask: null,
  }
}

/**
 * The situation once a person has set a call, letter or decision aside for good: nobody was contacted. Its rung is
 * behind the items that were to climb it, so that it is not asked again tomorrow for the next invoice; the other
 * rungs of the listed items stay before them.
 */
export function afterSetAside(situation: Situation, take: Take, on: CalendarDate): Situation {
  return {
    ...situation,
    items: situation.items.map((item) => {
      const rung = rungOf(take, item)
      return rung?.channel === take.step.channel ? climb(item, rung, on) : item
    }),
    openTask: null,
  }
}

const rungOf = (take: Take, item: SituationItem): Step | null =>
  take.items.find((listed) => listed.item === item.id)?.climbs ?? null

const climb = (item: SituationItem, rung: Step | null, on: CalendarDate): SituationItem =>
  rung === null ? item : { ...item, taken: [...item.taken, { key: rung.key, delayDays: rung.delayDays, on }] }
