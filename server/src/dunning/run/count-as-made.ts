import { type Decision, sentAs, type Take } from '@quittance/core/dunning/decision.ts'
import { type Channel, isInternal } from '@quittance/core/dunning/scenario.ts'
import { addExchange, type NewExchange } from '../../customers/exchanges.ts'
import { recordInJournal } from '../../people/journal.ts'
import { forWholeHouse } from '../../people/whole-house.ts'
import type { Db } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'
import { endTask } from '../../tasks/end-task.ts'
import type { Outcome } from '../../tasks/outcome.ts'
import { houseLanguage } from '../house-language.ts'
import { stepLabel } from '../reminders/words.ts'
import { taskHooks } from '../task-hooks.ts'
import { type Decided, decideAsOn, lockCustomers } from './decide-customers.ts'
import type { RunContext } from './run-context.ts'

/** What counts as made: contacts with customers, what is between ourselves, steps now behind open items. */
export interface Counted {
  readonly customers: number
  readonly contacts: number
  readonly tasks: number
  readonly steps: number
}

type Made = Omit<Counted, 'customers'>

interface Making {
  readonly run: RunContext
  readonly language: 'fr' | 'en'
}

/**
 * A firm that writes to its customers by other means says so: each contact due on the day of the run counts as made that
 * day, and so does the task that waits for a person. Nothing leaves. The same day again counts nothing more. What follows
 * today is for the caller to decide.
 */
export const countAsMade = (db: Db, customers: readonly number[], run: RunContext, isPast: boolean): Promise<Counted> =>
  forWholeHouse(db, async () => {
    await lockCustomers(db, customers)
    const decided = await decideAsOn(db, customers, run, isPast)
    const making = { run, language: await houseLanguage(db) }
    let all: Made = nothing
    for (const one of decided) all = sum(all, await countOne(db, one, making))
    return { customers: decided.length, ...all }
  })

const nothing: Made = { contacts: 0, tasks: 0, steps: 0 }
const sum = (a: Made, b: Made): Made => ({
  contacts: a.contacts + b.contacts,
  tasks: a.tasks + b.tasks,
  steps: a.steps + b.steps,
})

async function countOne(db: Db, { situation, decision }: Decided, making: Making): Promise<Made> {
  if (decision.kind === 'take') return countContact(db, situation.customer, decision, making)
  return isAwaited(decision) ? endAwaited(db, decision, making) : nothing
}

async function countContact(db: Db, customer: number, take: Take, { run, language }: Making): Promise<Made> {
  const steps = await declareRungs(db, take, run)
  const label = stepLabel(take.step.delayDays, language)
  const channel = sentAs(take)
  if (!isInternal(channel)) {
    await addExchange(db, {
      customer,
      kind: exchangeOf(channel),
      happenedOn: run.today,
      summary:
        language === 'fr' ? `Relance ${label} faite hors de Quittance` : `Reminder ${label} made outside Quittance`,
      countsAsContact: true,
    })
  }
  await recordInJournal(db, {
    act: 'customer.declaredChased',
    thing: 'customer',
    thingId: customer,
    customerId: customer,
    details: { stepKey: take.step.key, items: steps },
  })
  return isInternal(channel) ? { contacts: 0, tasks: 1, steps } : { contacts: 1, tasks: 0, steps }
}

const exchangeOf = (channel: Channel): NewExchange['kind'] => {
  if (channel === 'email' || channel === 'sms' || channel === 'call') return channel
  return channel === 'letter' || channel === 'registeredLetter' ? 'letter' : 'note'
}

const declareRungs = (db: Db, { items }: Take, run: RunContext): Promise<number> => {
  const rungs = items.flatMap(({ item, climbs }) => (climbs ? [{ item, key: climbs.key, days: climbs.delayDays }] : []))
  return db.run(sql`
    insert into step_taken (organization_id, open_item_id, step_key, delay_days, taken_on, how)
    select current_organization(), g.item, g.key, g.days, ${run.today}, 'declared'
    from unnest(${rungs.map(({ item }) => item)}::bigint[], ${rungs.map(({ key }) => key)}::text[],
      ${rungs.map(({ days }) => days)}::int[]) as g(item, key, days)
    on conflict (organization_id, open_item_id, step_key) do nothing`)
}

type Awaited = Extract<Decision, { kind: 'hold' }>
const isAwaited = (decision: Decision): decision is Awaited =>
  decision.kind === 'hold' && (decision.because === 'humanToday' || decision.because === 'decision')

/** The call, letter or decision that waits for a person was made: as if they had said so that day. */
async function endAwaited(db: Db, { carrying, step, because }: Awaited, { run, language }: Making): Promise<Made> {
  const task = await db.maybe<{ id: number; items: number }>(sql`
    select t.id, (select count(*)::int from task_item x where x.organization_id = t.organization_id and x.task_id = t.id
      and x.step_key is not null) as items
    from task t
    where t.organization_id = current_organization() and t.open_item_id = ${carrying} and t.step_key = ${step?.key ?? null}
      and t.state in ('todo', 'snoozed')`)
  if (!task) return nothing
  const outcome: Outcome = { outcome: 'done', note: null, decision: because === 'decision' ? 'continue' : undefined }
  await endTask(db, task.id, outcome, { today: run.today, language, context: taskHooks(() => run.nowMs) })
  const isOurs = because === 'decision' || (step !== null && isInternal(step.channel))
  return { contacts: isOurs ? 0 : 1, tasks: isOurs ? 1 : 0, steps: task.items }
}
