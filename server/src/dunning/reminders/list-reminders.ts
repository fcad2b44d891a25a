import { nextWorkingDay } from '@quittance/core/calendar/working-days.ts'
import { dayInZone } from '@quittance/core/calendar/zone-day.ts'
import type { Language } from '@quittance/core/money/format-money.ts'
import type { Db } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'
import { readCursor, writeCursor } from '../../platform/http/cursor.ts'
import { smsParts } from '../channels/sms/gateway-settings.ts'
import type { RunContext } from '../run/run-context.ts'
import { keyKind, type ReminderFilter, type ReminderListRow, reminderPage } from './list-pages.ts'
import { decisionsInForce } from './list-queries.ts'
import { readyFacets, reminderTotals, viewCounts } from './list-totals.ts'
import { copySentence, sayer, stepLabel, troubleSentence } from './words.ts'

interface Asked extends ReminderFilter {
  readonly cursor?: string | undefined
  readonly limit: number
}

/** A view of messages with its totals, and when what is approved now would leave. */
export async function listReminders(db: Db, asked: Asked, run: RunContext, language: Language) {
  const after = readCursor(asked.cursor, keyKind(asked.view))
  const { count, items, total } = await reminderTotals(db, asked)
  const rows = await reminderPage(db, asked, { after, limit: asked.limit, count })
  const inForce = new Map(
    (
      await decisionsInForce(
        db,
        rows.map((row) => row.id),
      )
    ).map((row) => [row.reminder, row.decision]),
  )
  const say = await sayer(db, [...inForce.values()], language)
  const sentence = (row: ReminderListRow): string => {
    const decision = inForce.get(row.id)
    const trouble = troubleSentence(row, language)
    if (trouble !== null) return trouble
    if (row.because === 'copyAsked') return copySentence[language]
    return decision ? say.decision(decision, row.customer.name) : ''
  }
  const { frozen, automatic } = await switches(db)
  const last = rows.length === asked.limit ? rows.at(-1) : undefined
  const sendsSms = (await smsParts(db)) !== null
  const hasSmtp = run.entitiesWithSmtp.size > 0
  const departure = (hasSmtp || sendsSms) && !frozen ? run.leavesAt : null
  const canLeave = ({ channel, legalEntity }: ReminderListRow) =>
    !frozen && (channel === 'sms' ? sendsSms : run.entitiesWithSmtp.has(legalEntity))
  const leaves = dayInZone(Date.parse(run.leavesAt), run.hours.timeZone)
  return {
    rows: rows.map((row) => ({
      id: row.id,
      customer: row.customer,
      state: row.state,
      channel: row.channel,
      tone: row.tone,
      stepLabel: stepLabel(row.delayDays, language),
      items: row.items,
      total: row.total,
      deducted: row.deducted,
      decidedOn: row.decidedOn,
      leavesAt: row.leavesAt,
      leavesIfApproved:
        row.state === 'pendingApproval' && canLeave(row) ? run.leavesAtMinute(row.departureMinute, row.everyDay) : null,
      isTriedAgain: row.isTriedAgain,
      sentAt: row.sentAt,
      sentence: sentence(row),
      isEdited: row.isEdited,
      isChanged: row.isChanged,
      collector: row.collector,
    })),
    count,
    items,
    total,
    nextCursor: last ? writeCursor(last) : null,
    views: await viewCounts(db),
    facets: asked.view === 'ready' ? await readyFacets(db) : [],
    departure,
    nextDeparture: leaves > run.today ? leaves : nextWorkingDay(run.today, run.hours),
    hasSmtp,
    sendingFrozen: frozen,
    automaticSending: automatic,
  }
}

const switches = (db: Db) =>
  db.one<{ frozen: boolean; automatic: boolean }>(sql`
    select sending_frozen as frozen, automatic_sending as automatic from organization where organization_id = current_organization()`)
