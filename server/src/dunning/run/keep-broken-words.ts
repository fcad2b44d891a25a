import { workingDayFrom } from '@quittance/core/calendar/working-days.ts'
import { type Decision, type HoldReason, sentAs } from '@quittance/core/dunning/decision.ts'
import { isMessage } from '@quittance/core/dunning/scenario.ts'
import type { Db } from '../../platform/database/db.ts'
import { addBrokenWordCalls, type BrokenWordCall, dropMendedCalls } from '../../tasks/broken-word-calls.ts'
import { ownersOf } from '../../tasks/step-tasks.ts'
import type { Decided } from './decide-customers.ts'
import type { RunContext } from './run-context.ts'

type Broken = Omit<BrokenWordCall, 'assignee'>

/** A promise or an instalment that was not kept: somebody calls, once, unless they spoke with the customer since. */
export async function keepBrokenWords(
  db: Db,
  customers: readonly number[],
  decided: readonly Decided[],
  run: RunContext,
): Promise<number> {
  await dropMendedCalls(db, customers, decided.flatMap(brokenIn))
  const asked = [...Map.groupBy(decided.filter(mayBeAsked), (one) => one.situation.customer).values()].flatMap(
    (parties) => latest(parties.flatMap(brokenSinceContact)),
  )
  if (asked.length === 0) return 0
  const owners = new Map(
    (
      await ownersOf(
        db,
        asked.map((one) => one.customer),
      )
    ).map((row) => [row.customer, row]),
  )
  const calls = asked.map((one) => ({ ...one, assignee: owners.get(one.customer)?.collector ?? run.people.collector }))
  return addBrokenWordCalls(db, calls, workingDayFrom(run.today, run.rules))
}

const brokenIn = ({ situation, decision }: Decided): Broken[] =>
  [...Map.groupBy(decision.broken ?? [], ({ because, on }) => `${because}${on}`).values()].flatMap((words) =>
    words.slice(0, 1).map(({ because, on }) => ({
      customer: situation.customer,
      legalEntity: situation.legalEntity,
      because,
      on,
      items: words.map((word) => word.item),
    })),
  )

function brokenSinceContact({ situation, decision }: Decided): Broken[] {
  const { lastContactOn } = situation
  const broken = (decision.broken ?? []).filter((one) => lastContactOn === null || lastContactOn < one.since)
  return brokenIn({ situation, decision: { ...decision, broken } })
}

/** One call asks about the word broken last. */
const latest = (broken: readonly Broken[]): Broken[] => broken.toSorted((a, b) => (a.on < b.on ? 1 : -1)).slice(0, 1)

/** Where a person is on it already, or nobody may be asked, no call is added. */
const mayBeAsked = ({ decision }: Decided): boolean =>
  decision.kind === 'hold' ? stillAsked.has(decision.because) : decision.kind === 'rest' || isSent(decision)

const stillAsked: ReadonlySet<HoldReason> = new Set(['tooSoon', 'notWorkingDay', 'badContact', 'setAside'])

const isSent = (decision: Decision): boolean => decision.kind === 'take' && isMessage(sentAs(decision))
