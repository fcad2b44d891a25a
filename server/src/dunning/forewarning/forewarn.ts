import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { isWorkingDay, nextWorkingDay } from '@quittance/core/calendar/working-days.ts'
import { minutesInZone } from '@quittance/core/calendar/zone-day.ts'
import type { Db } from '../../platform/database/db.ts'
import { compose } from '../../platform/mail/compose.ts'
import { sendOverSmtp } from '../../platform/mail/send-over-smtp.ts'
import type { SendOutcome } from '../../platform/mail/smtp-outcome.ts'
import type { SmtpSettings } from '../../platform/mail/smtp-settings.ts'
import type { InTransaction } from '../run/daily-run.ts'
import { loadRunContext, type RunContext } from '../run/run-context.ts'
import { senderOf } from '../sending/sender-settings.ts'
import {
  claimForewarning,
  type ForewarningClaim,
  type ForewarningRules,
  forewarningFailed,
  forewarningRules,
  forewarningSent,
  internalSender,
  settledForewarnings,
  type ToldPerson,
  whoIsTold,
} from './queries.ts'
import { forewarningMail } from './write-forewarning.ts'

export interface ForewarningTools {
  readonly inTransaction: InTransaction
  readonly nowMs: () => number
  readonly unseal: (sealed: string) => string | null
  /** Where people find the program. */
  readonly publicUrl: string
}

/** Minutes before the first departure of the day at which the morning's mail leaves at the latest. */
const leadMinutes = 60
const mostAttempts = 3
const retryMinutes = 15

/**
 * Tells each colleague in charge what leaves, once a day and person whatever the number of servers: the row that says so
 * is there before the mail is. A program killed in between tells nobody a second time. Answers how many were told.
 */
export async function forewarn(tools: ForewarningTools): Promise<number> {
  const prepared = await tools.inTransaction((db) => prepare(db, tools))
  if (prepared === null) return 0
  let told = 0
  for (const person of prepared.people) {
    if (await tell(tools, prepared, person)) told += 1
  }
  return told
}

interface Prepared {
  readonly day: CalendarDate
  readonly rules: ForewarningRules
  readonly people: readonly ToldPerson[]
  readonly from: string
  readonly settings: SmtpSettings
}

async function prepare(db: Db, tools: ForewarningTools): Promise<Prepared | null> {
  const rules = await forewarningRules(db)
  if (rules.forewarning === 'off') return null
  const nowMs = tools.nowMs()
  const run = await loadRunContext(db, nowMs)
  const day = dayToTell(rules, run, minutesInZone(nowMs, rules.timeZone))
  if (day === null || run.isFrozen) return null
  const settled = await settledForewarnings(db, day, nowMs)
  const asked = { day, forewarned: rules.forewarned, collector: run.people.collector, settled }
  const people = await whoIsTold(db, { ...asked, planned: rules.forewarning === 'dayBefore' })
  const house = people.length === 0 ? null : await internalSender(db)
  const sender = house && (await senderOf(db, house.legalEntity, tools.unseal))
  return house && sender && { day, rules, people, from: house.address, settings: sender.settings }
}

/** The day that is to be told now: today in the morning, the next working day on the day before; null when it is too early, or no working day. */
export function dayToTell(
  { forewarning, minute }: Pick<ForewarningRules, 'forewarning' | 'minute'>,
  { today, hours }: Pick<RunContext, 'today' | 'hours'>,
  nowMinute: number,
): CalendarDate | null {
  if (forewarning === 'off' || !isWorkingDay(today, hours)) return null
  const inTheMorning = forewarning === 'morning'
  const from = inTheMorning ? Math.min(minute, Math.max(0, hours.departureMinute - leadMinutes)) : minute
  // What has left by now is no forewarning: after the hours have closed nothing is told of today.
  if (nowMinute < from || (inTheMorning && nowMinute >= hours.toMinute)) return null
  return inTheMorning ? today : nextWorkingDay(today, hours)
}

async function tell(tools: ForewarningTools, prepared: Prepared, person: ToldPerson): Promise<boolean> {
  const { day, rules, from, settings } = prepared
  const nowMs = tools.nowMs()
  const domain = from.split('@').at(-1) ?? 'quittance.invalid'
  const messageId = `<f.${person.person}.${day}@${domain}>`
  const claim = await tools.inTransaction((db) =>
    claimForewarning(db, { person: person.person, day, messages: person.messages.length, messageId }, nowMs),
  )
  if (claim === null) return false
  const isToday = rules.forewarning === 'morning'
  const mail = forewarningMail(person, { day, isToday, publicUrl: tools.publicUrl })
  const raw = await compose({
    ...mail,
    from: { name: rules.name, address: from },
    replyTo: null,
    to: [{ name: person.name, address: person.email }],
    cc: [],
    messageId,
    inReplyTo: null,
    references: [],
    sentAt: new Date(nowMs),
    language: person.language,
    quittanceId: `forewarning-${person.person}-${day}`,
    automatic: true,
    attachments: [],
  })
  const outcome = await sendOverSmtp(settings, { from, to: [person.email] }, raw)
  await tools.inTransaction((db) => conclude(db, claim, outcome, tools.nowMs()))
  return outcome.kind === 'accepted'
}

/** A doubt counts as told: one mail too few is better than one too many. */
async function conclude(db: Db, claim: ForewarningClaim, outcome: SendOutcome, nowMs: number): Promise<void> {
  if (outcome.kind === 'accepted') return void (await forewarningSent(db, claim, { reply: outcome.reply, nowMs }))
  if (outcome.kind === 'uncertain') return void (await forewarningSent(db, claim, { reply: outcome.why, nowMs }))
  const isTransient = outcome.kind === 'temporary' || (outcome.kind === 'notConnected' && outcome.transient)
  const retryMs = isTransient && claim.attempt < mostAttempts ? nowMs + retryMinutes * 60_000 : null
  const reply = outcome.kind === 'notConnected' ? outcome.why : outcome.reply
  await forewarningFailed(db, claim, { reply, retryMs })
}
