import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { nextWorkingDay } from '@quittance/core/calendar/working-days.ts'
import { dayInZone } from '@quittance/core/calendar/zone-day.ts'
import { recordInJournal } from '../../people/journal.ts'
import type { Db } from '../../platform/database/db.ts'
import { AppError, found } from '../../platform/http/app-error.ts'
import { soonestAfter } from '../departure.ts'
import { buildMessage } from '../messages/build-message.ts'
import { reminderHead } from '../messages/queries.ts'
import { decideCustomers } from '../run/decide-customers.ts'
import type { RunContext } from '../run/run-context.ts'
import { afterDeparture } from '../sending/after-outcome.ts'
import { isFrozen, putInTestOutbox, settle } from '../sending/outbox.ts'
import {
  approve,
  beyondRecall,
  endHold,
  hold,
  takeApprovalBack,
  uncertainReminder,
  withoutMailServer,
} from './act-queries.ts'

/**
 * Lets messages leave at their departure time, and not before the time to take them back is over; the earliest is told.
 * `now` does not wait for the departure time. Those of a firm without a mail server land in the test outbox, word for
 * word as they would arrive; nothing leaves the machine and no step is taken.
 */
export async function approveReminders(
  db: Db,
  ids: readonly number[],
  run: RunContext,
  options: { now: boolean; nowMs: number },
): Promise<{ approved: number; leavesAt: string | null; inTestOutbox: number }> {
  if (await isFrozen(db)) throw suspended()
  const soonest = new Date(soonestAfter(options.nowMs, run.hours)).toISOString()
  const tests = await withoutMailServer(db, ids)
  for (const { id } of tests) {
    const head = found(await reminderHead(db, id))
    await putInTestOutbox(db, id, await buildMessage(db, head, run), options.nowMs)
  }
  const approved = await approve(db, ids, options.now ? { leavesAtMinute: () => soonest } : run)
  for (const { id, customer } of [...approved, ...tests]) {
    await recordInJournal(db, { act: 'reminder.approved', thing: 'reminder', thingId: id, customerId: customer })
  }
  const [leavesAt = null] = approved.map((one) => one.leavesAt).toSorted()
  return { approved: approved.length, leavesAt, inTestOutbox: tests.length }
}

/** Possible until a sender has claimed the message; those that were quicker are counted. No step is taken. */
export async function cancelApproval(
  db: Db,
  ids: readonly number[],
  reason: string | null = null,
): Promise<{ cancelled: number; tooLate: number }> {
  const back = await takeApprovalBack(db, ids, reason)
  for (const { id, customer } of back) {
    await recordInJournal(db, {
      act: 'reminder.approvalCancelled',
      thing: 'reminder',
      thingId: id,
      customerId: customer,
      ...(reason !== null && { details: { reason } }),
    })
  }
  return { cancelled: back.length, tooLate: back.length === ids.length ? 0 : await beyondRecall(db, ids) }
}

/** Not today: put aside until a day, by default the next working one. */
export async function setAside(
  db: Db,
  id: number,
  aside: { until?: CalendarDate | undefined; reason?: string | null | undefined },
  run: RunContext,
): Promise<CalendarDate> {
  const { reason = null } = aside
  const day = aside.until ?? nextWorkingDay(run.today, run.hours)
  if (day <= run.today) {
    throw new AppError('dateInThePast', 400, {
      fr: 'Choisissez un jour à venir.',
      en: 'Choose a day in the future.',
    })
  }
  const held = await hold(db, id, { until: day, reason })
  if (!held) throw tooLate()
  await recordInJournal(db, {
    act: 'reminder.setAside',
    thing: 'reminder',
    thingId: id,
    customerId: held.customer,
    details: { until: day, ...(reason !== null && { reason }) },
  })
  await decideCustomers(db, [held.customer], run)
  return day
}

/** Undo of « mettre de côté »: today's decision queues the message again. */
export async function takeBack(db: Db, id: number, run: RunContext): Promise<void> {
  const { customer } = found(await endHold(db, id))
  await recordInJournal(db, { act: 'reminder.takenBack', thing: 'reminder', thingId: id, customerId: customer })
  await decideCustomers(db, [customer], run)
}

/** A person looked (sent folder, the customer) and says whether the message left: then its step counts, else it is proposed again. */
export async function settleUncertain(
  db: Db,
  id: number,
  left: boolean,
  run: RunContext,
  nowMs: number,
): Promise<void> {
  found(await uncertainReminder(db, id))
  const head = found(await reminderHead(db, id))
  await recordInJournal(db, {
    act: left ? 'reminder.saidSent' : 'reminder.saidNotSent',
    thing: 'reminder',
    thingId: id,
    customerId: head.customer,
  })
  const leftMs = await settle(db, id, { left, atMs: nowMs })
  const message = { subject: head.subject ?? '', text: head.text ?? '', to: head.recipients?.to ?? [] }
  if (leftMs !== null) await afterDeparture(db, { head, message, today: dayInZone(leftMs, run.hours.timeZone), run })
  else await decideCustomers(db, [head.customer], run)
}

const suspended = (): AppError =>
  new AppError('sendingFrozen', 409, {
    fr: 'Les envois sont suspendus : reprenez-les d’abord, dans les réglages de l’e-mail d’envoi.',
    en: 'Sending is suspended: resume it first, in the e-mail settings.',
  })

/** It left, or another person acted on it. */
export const tooLate = (): AppError =>
  new AppError('tooLate', 409, {
    fr: 'Ce message est déjà parti ou n’attend plus : rechargez la liste.',
    en: 'This message has already left or no longer waits: reload the list.',
  })
