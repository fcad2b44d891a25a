import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { Language } from '@quittance/core/money/format-money.ts'
import type { Db } from '../platform/database/db.ts'
import { sql } from '../platform/database/sql.ts'
import { decisionOf } from './decision-of.ts'
import type { HistoryEntry } from './history.ts'
import { type DecisionInForce, nextStepOfCustomer } from './next-step.ts'

/** What comes next, as the first line of a history; nothing when no day is known. */
export async function plannedStep(
  db: Db,
  customer: number,
  { today, language }: { today: CalendarDate; language: Language },
): Promise<HistoryEntry[]> {
  const { decision } = await db.one<{ decision: DecisionInForce | null }>(
    sql`select ${decisionOf(sql`${customer}::bigint`)} as decision`,
  )
  const next = decision ? nextStepOfCustomer({ decision, today, language }) : null
  if (!next || next.on === null) return []
  return [
    {
      key: 'planned',
      on: next.on,
      at: null,
      kind: 'planned',
      planned: true,
      title: next.label,
      detail: next.sentence,
      person: null,
      reminderId: null,
      paymentId: null,
      taskId: null,
    },
  ]
}
