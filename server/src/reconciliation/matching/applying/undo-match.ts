import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { FactsChanged } from '../../../customers/facts-changed.ts'
import { restorePayment } from '../../../payments/restore-payment.ts'
import { undoBankPayments } from '../../../payments/undo-bank-payments.ts'
import { recordInJournal } from '../../../people/journal.ts'
import type { Db } from '../../../platform/database/db.ts'
import { found } from '../../../platform/http/app-error.ts'
import { dropTask } from '../../../tasks/queries.ts'
import { dropHolds } from '../holds.ts'
import { lockLine, setState } from '../line-queries.ts'
import { unteach } from '../rules/teach.ts'
import { endMatch, type MatchRow, matchInForce, paymentsOfMatch, standForInstead } from './match-queries.ts'

interface Undoing {
  readonly today: CalendarDate
  readonly factsChanged: FactsChanged
  /** Another answer follows at once: the line may be applied by itself all the same. */
  readonly isReplaced?: boolean
}

/**
 * Takes a match back, whoever made it: its payments are reversed, a payment that had come back stands again, what was
 * taught with it is forgotten, and the line waits for a person. A line that waits already stays as it is.
 */
export async function undoMatch(db: Db, id: number, undoing: Undoing): Promise<void> {
  const line = found(await lockLine(db, id))
  const match = await matchInForce(db, id)
  if (!match) return
  const released = await dropHolds(db, id)
  await takeBack(db, match, undoing)
  await endMatch(db, match.id)
  await unteach(db, id)
  await setState(db, id, { state: 'unmatched', customer: null, handsOff: undoing.isReplaced !== true })
  await recordInJournal(db, {
    act: 'bankLine.undone',
    thing: 'bankLine',
    thingId: id,
    ...(line.customer !== null && { customerId: line.customer }),
    details: {
      kind: match.kind,
      amount: line.amount,
      currency: line.currency,
      on: line.bookedOn,
      label: line.label.slice(0, 140),
    },
  })
  if (released.length > 0) await undoing.factsChanged(db, released)
}

async function takeBack(db: Db, match: MatchRow, { today, factsChanged }: Undoing): Promise<void> {
  const linked = await paymentsOfMatch(db, match.id)
  const payments = linked.filter(({ how }) => how === 'entered').map(({ payment }) => payment)
  const { allocations = [], before = [], task } = match.proposal
  if (payments.length + allocations.length > 0) {
    await undoBankPayments(db, { payments, allocations, today, factsChanged })
  }
  for (const { payment } of linked.filter(({ how }) => how === 'reversed')) {
    const entryKey = `bank:restored:${match.id}:${payment}`
    const is = await restorePayment(db, { payment, settled: before, entryKey, factsChanged })
    await standForInstead(db, { was: payment, is })
  }
  if (task !== undefined) await dropTask(db, task)
}
