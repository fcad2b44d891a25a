import { isBefore } from '@quittance/core/calendar/calendar-date.ts'
import { type Decision, sentAs, type Take } from '@quittance/core/dunning/decision.ts'
import { type Assignee, type Channel, isMessage } from '@quittance/core/dunning/scenario.ts'
import type { Situation } from '@quittance/core/dunning/situation.ts'
import type { Db } from '../../platform/database/db.ts'
import {
  addNeedTasks,
  addStepTasks,
  dropSettledNeeds,
  dropStepTasks,
  type Need,
  type NewStepTask,
  ownersOf,
} from '../../tasks/step-tasks.ts'
import type { Decided } from './decide-customers.ts'
import type { RunContext } from './run-context.ts'

/** Is what is due done by a person: a call, a letter, a decision? */
export const isTask = (decision: Decision): decision is Take => decision.kind === 'take' && !isMessage(sentAs(decision))

/**
 * Brings the tasks in line with the decisions: a call, letter or decision that is due lands with a person and a day;
 * one whose item was paid or left the chase is dropped; what blocks silence (an address, a credit) is asked of somebody.
 */
export async function keepTasks(
  db: Db,
  customers: readonly number[],
  decided: readonly Decided[],
  run: RunContext,
): Promise<number> {
  const over = decided.flatMap((one) => {
    const because = stepTaskIsOver(one, run)
    return because && one.situation.openTask ? [{ ...one.situation.openTask, because }] : []
  })
  if (over.length > 0) await dropStepTasks(db, over)
  const due = decided.filter((one): one is { situation: Situation; decision: Take } => isTask(one.decision))
  const added = due.length > 0 ? await addStepTasks(db, await withAssignees(db, due, run), run.today) : 0
  const needs = decided.flatMap((one) => needOf(one, run))
  await dropSettledNeeds(db, customers, [...needs, ...decided.flatMap(stillWithoutEmail)])
  return added + (needs.length > 0 ? await addNeedTasks(db, needs, run.today) : 0)
}

/** Why the open call, letter or decision has lost its object; null when it stands. */
function stepTaskIsOver({ situation, decision }: Decided, run: RunContext): string | null {
  if (!situation.openTask) return null
  if (decision.kind === 'hold' && isEndOfRoad(decision.because)) return decision.because
  const { item: id } = situation.openTask
  const item = situation.items.find((one) => one.id === id)
  if (!item || item.amountDue.amount <= 0) return 'paid'
  if (!isBefore(item.dueDate, run.today)) return 'notLate'
  if (item.taken.some(({ key }) => key === situation.openTask?.step)) return 'declared'
  return decision.excluded.find((one) => one.item === id)?.because ?? null
}

/** A procedure or a hand-over stops calls and letters as it stops messages; they come back when it is lifted. */
const isEndOfRoad = (because: string): boolean => because === 'legal' || because === 'handedOver'

function needOf({ situation, decision }: Decided, run: RunContext): Need[] {
  if (decision.kind !== 'hold' || decision.needs === null) return []
  return [
    {
      customer: situation.customer,
      legalEntity: situation.legalEntity,
      kind: decision.needs,
      assignee: run.people.collector,
    },
  ]
}

/** Without any address that works it stays somebody's task, also where a letter goes instead, until nothing is late any more. */
const stillWithoutEmail = ({ situation, decision }: Decided): Need[] =>
  situation.hasUsableEmail || decision.because === 'nothingOverdue'
    ? []
    : [{ customer: situation.customer, legalEntity: situation.legalEntity, kind: 'correctAddress', assignee: null }]

async function withAssignees(
  db: Db,
  due: readonly { situation: Situation; decision: Take }[],
  run: RunContext,
): Promise<NewStepTask[]> {
  const owners = new Map(
    (
      await ownersOf(
        db,
        due.map((one) => one.situation.customer),
      )
    ).map((row) => [row.customer, row]),
  )
  const assigneeOf = (customer: number, wanted: Assignee): number | null => {
    if (typeof wanted === 'object') return wanted.person
    if (wanted === 'director') return run.people.director
    const { salesRep = null, collector = null } = owners.get(customer) ?? {}
    return (wanted === 'salesRep' ? salesRep : null) ?? collector ?? run.people.collector
  }
  return due.map(({ situation, decision }) => ({
    customer: situation.customer,
    legalEntity: situation.legalEntity,
    carrying: decision.carrying,
    step: { key: decision.step.key, delayDays: decision.step.delayDays },
    items: decision.items.map((one) => ({ item: one.item, climbs: one.climbs })),
    kind: kindOf(sentAs(decision)),
    title: decision.step.channel === 'task' ? (decision.step.label ?? null) : null,
    assignee: assigneeOf(situation.customer, decision.step.assignee),
  }))
}

/** A registered letter is a letter to whoever prints it; a task of the scenario's own says itself what is to be done. */
function kindOf(channel: Channel): NewStepTask['kind'] {
  if (channel === 'call' || channel === 'decision') return channel
  return channel === 'task' ? 'other' : 'letter'
}
