import { type CalendarDate, daysBetween } from '@quittance/core/calendar/calendar-date.ts'
import type { Language } from '@quittance/core/money/format-money.ts'
import { type PlanFacts, planStanding } from '@quittance/core/promises/plan-standing.ts'
import { type DecisionInForce, type NextStep, nextStepOfItem } from '../customers/next-step.ts'
import { planFacts } from '../customers/plan-facts.ts'
import { limitInSql } from '../people/limit-in.ts'
import type { Db } from '../platform/database/db.ts'
import { type Sql, sql } from '../platform/database/sql.ts'

interface Money {
  readonly amount: number
  readonly currency: string
}

/** One due line as every list and page shows it. */
export interface OpenItemRow {
  readonly id: number
  readonly invoiceId: number
  readonly invoiceNumber: string
  readonly kind: 'invoice' | 'deposit' | 'interim' | 'creditNote'
  readonly part: { readonly position: number; readonly of: number } | null
  readonly customer: { readonly id: number; readonly name: string }
  readonly subject: string | null
  readonly project: string | null
  readonly issueDate: CalendarDate
  readonly dueDate: CalendarDate
  readonly isDueAssumed: boolean
  readonly daysLate: number
  readonly amount: Money
  readonly amountDue: Money
  readonly status: 'open' | 'partiallyPaid' | 'paid'
  readonly isDisputed: boolean
  readonly disputedPart: Money | null
  readonly delayedUntil: CalendarDate | null
  readonly isPaused: boolean
  readonly promisedFor: CalendarDate | null
  readonly lastReminder: { readonly on: CalendarDate; readonly label: string } | null
  readonly next: NextStep | null
  readonly owner: { readonly id: number; readonly name: string } | null
  readonly salesRep: { readonly id: number; readonly name: string } | null
  /** Until when and why the item itself is paused; null when it is not. */
  readonly pause: { readonly until: string; readonly note: string | null } | null
  /** What ended the chase of it: given up, or its customer handed over or under a procedure. */
  readonly end: 'writtenOff' | 'handedOver' | 'insolvency' | null
}

interface Found {
  readonly id: number
  readonly invoiceId: number
  readonly invoiceNumber: string
  readonly kind: OpenItemRow['kind']
  readonly position: number
  readonly parts: number
  readonly customer: OpenItemRow['customer']
  readonly subject: string | null
  readonly project: string | null
  readonly issueDate: CalendarDate
  readonly dueDate: CalendarDate
  readonly isDueAssumed: boolean
  readonly currency: string
  readonly amount: number
  readonly amountDue: number
  readonly disputedFor: string | null
  readonly isDisputed: boolean
  /** Smallest unit; null where all of it is contested, or nothing. */
  readonly disputedPart: number | null
  readonly delayedUntil: CalendarDate | null
  readonly end: OpenItemRow['end']
  readonly pausedUntil: string | null
  readonly pauseNote: string | null
  readonly promisedFor: CalendarDate | null
  readonly plan: PlanFacts | null
  readonly tolerance: number
  readonly alsaceMoselle: boolean
  readonly isAutomatic: boolean
  readonly isTooSmall: boolean
  readonly decision: DecisionInForce | null
  readonly owner: OpenItemRow['owner']
  readonly salesRep: OpenItemRow['salesRep']
  readonly reminder: { readonly on: CalendarDate; readonly tone: string; readonly count: number } | null
  readonly task: { readonly on: CalendarDate; readonly kind: string } | null
}

/** These open items with all that is shown beside them, in the order of `ids`. */
export async function openItemRows(
  db: Db,
  ids: readonly number[],
  { today, language }: { today: CalendarDate; language: Language },
): Promise<OpenItemRow[]> {
  if (ids.length === 0) return []
  const found = new Map((await db.rows<Found>(itemsWithTheirStops(ids, today))).map((row) => [row.id, row]))
  return ids.flatMap((id) => {
    const row = found.get(id)
    return row ? [asRow(row, today, language)] : []
  })
}

function asRow(row: Found, today: CalendarDate, language: Language): OpenItemRow {
  const { id, invoiceId, invoiceNumber, kind, customer, subject, project, issueDate, dueDate, currency } = row
  const { amount, amountDue, promisedFor, owner, salesRep, pausedUntil } = row
  return {
    id,
    invoiceId,
    invoiceNumber,
    kind,
    part: row.parts > 1 ? { position: row.position, of: row.parts } : null,
    customer,
    subject,
    project,
    issueDate,
    dueDate,
    isDueAssumed: row.isDueAssumed,
    daysLate: daysBetween(dueDate, today),
    amount: { amount, currency },
    amountDue: { amount: amountDue, currency },
    status: amountDue === 0 ? 'paid' : amountDue === amount ? 'open' : 'partiallyPaid',
    isDisputed: row.isDisputed,
    disputedPart: row.disputedPart === null ? null : { amount: row.disputedPart, currency },
    delayedUntil: row.delayedUntil,
    isPaused: pausedUntil !== null,
    promisedFor,
    lastReminder: lastReminder(row, language),
    next: nextStepOfItem({ ...row, plannedFor: plannedFor(row, today) }, { decision: row.decision, today, language }),
    owner,
    salesRep,
    pause: pausedUntil === null ? null : { until: pausedUntil, note: row.pauseNote },
    end: amountDue > 0 ? row.end : null,
  }
}

/** The instalment awaited; a plan of which one was missed keeps nothing back. */
function plannedFor({ plan, ...rules }: Found, today: CalendarDate): CalendarDate | null {
  const standing = plan && planStanding(plan, rules, today)
  return standing?.kind === 'running' ? standing.next : null
}

const taskLabels: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  fr: { call: 'Appel', letter: 'Courrier' },
  en: { call: 'Call', letter: 'Letter' },
}

function lastReminder({ reminder, task }: Found, language: Language): OpenItemRow['lastReminder'] {
  if (task && (!reminder || task.on >= reminder.on)) {
    return { on: task.on, label: taskLabels[language][task.kind] ?? taskLabels[language].letter ?? '' }
  }
  return reminder && { on: reminder.on, label: `E-mail ${reminder.count}` }
}

const tolerance = limitInSql(sql`g.tolerance_amount`, { base: sql`g.base_currency`, currency: sql`o.currency` })

/** A pause, promise or plan counts as long as it holds that day back: a pause until D ends on D, a promise after it. */
const itemsWithTheirStops = (ids: readonly number[], today: CalendarDate): Sql => sql`
  select o.id, o.invoice_id as "invoiceId", i.number as "invoiceNumber", i.kind, o.position, parts.count as parts,
    json_build_object('id', c.id, 'name', c.name) as customer, i.subject, i.project, o.issue_date as "issueDate",
    o.due_date as "dueDate", o.is_due_assumed as "isDueAssumed", o.currency, o.amount, o.amount_due as "amountDue", case when dispute.whole then dispute.reason end as "disputedFor",
    dispute.reason is not null as "isDisputed", case when not dispute.whole then dispute.part::bigint end as "disputedPart", delay.until as "delayedUntil",
    case when o.paused_on is null then null when o.paused_until is null then 'furtherNotice'
      when o.paused_until > ${today} then o.paused_until::text end as "pausedUntil",
    case when o.written_off_on is not null then 'writtenOff' when c.insolvency_on is not null then 'insolvency'
      when c.handed_over_on is not null then 'handedOver' end as end, o.pause_note as "pauseNote", promise.promised_for as "promisedFor", plan.facts as plan,
    ${tolerance} as tolerance, g.alsace_moselle as "alsaceMoselle",
    (o.automatic_means or c.automatic_means) and o.rejected_on is null as "isAutomatic", o.amount_due < ${tolerance} as "isTooSmall",
    case when d.customer_id is not null then json_build_object('kind', d.kind, 'because', d.because, 'until', d.until,
      'channel', d.channel, 'nextOn', d.next_on, 'carryingItem', d.carrying_item_id, 'taskDueOn', waiting.due_on) end as decision,
    case when e.id is not null then json_build_object('id', e.id, 'name', e.name) end as owner,
    case when rep.id is not null then json_build_object('id', rep.id, 'name', rep.name) end as "salesRep",
    reminder.last as reminder, task.last as task
  from open_item o
  join invoice i on i.organization_id = o.organization_id and i.id = o.invoice_id
  join customer c on c.organization_id = o.organization_id and c.id = o.customer_id
  join organization g on g.organization_id = o.organization_id
  left join person e on e.organization_id = c.organization_id and e.id = c.collector_id
  left join person rep on rep.organization_id = c.organization_id and rep.id = c.sales_rep_id
  left join current_decision d on d.organization_id = o.organization_id and d.customer_id = o.customer_id
    and d.legal_entity_id = o.legal_entity_id
  cross join lateral (
    select count(*) from open_item s where s.organization_id = o.organization_id and s.invoice_id = o.invoice_id) parts
  left join lateral (
    select coalesce(k.name, s.reason) as reason, bool_or(l.amount is null) over () or sum(l.amount) over () >= o.amount_due as whole,
      sum(l.amount) over () as part
    from dispute_item l
    join dispute s on s.organization_id = l.organization_id and s.id = l.dispute_id
    left join dispute_category k on k.organization_id = s.organization_id and k.id = s.category_id
    where l.organization_id = o.organization_id and l.open_item_id = o.id and s.resolved_on is null
    order by s.id limit 1) dispute on true
  left join lateral (
    select p.promised_for, p.kept_until from promise_item l
    join promise p on p.organization_id = l.organization_id and p.id = l.promise_id
    where l.organization_id = o.organization_id and l.open_item_id = o.id and p.withdrawn_on is null
    order by p.id desc limit 1) promise on promise.kept_until >= ${today}
  left join lateral (
    select max(e.until) as until from extra_delay e
    where e.organization_id = o.organization_id and e.invoice_id = o.invoice_id and e.ended_on is null and e.until > o.due_date
  ) delay on delay.until >= ${today}
  left join lateral (
    select to_json(judged) as facts from (
      select ${planFacts(sql`p.id`, sql`p.grace_days`)}
      from payment_plan_item l
      join payment_plan p on p.organization_id = l.organization_id and p.id = l.payment_plan_id
      where l.organization_id = o.organization_id and l.open_item_id = o.id and p.ended_on is null
      order by p.id desc limit 1) judged) plan on true
  left join lateral (
    select coalesce(t.snoozed_until, t.due_on) as due_on from task t
    where t.organization_id = o.organization_id and t.open_item_id = d.carrying_item_id and t.step_key is not null
      and t.state in ('todo', 'snoozed')
    limit 1) waiting on d.kind = 'hold'
  left join lateral (
    select json_build_object('on', max((r.sent_at at time zone g.time_zone)::date), 'count', count(*)) as last
    from reminder_item l
    join reminder r on r.organization_id = l.organization_id and r.id = l.reminder_id
    where l.organization_id = o.organization_id and l.open_item_id = o.id and r.state = 'sent' and r.about <> 'copy'
    having count(*) > 0) reminder on true
  left join lateral (
    select json_build_object('on', (t.ended_at at time zone g.time_zone)::date, 'kind', t.kind) as last
    from step_taken s
    join task t on t.organization_id = s.organization_id and t.id = s.task_id
    where s.organization_id = o.organization_id and s.open_item_id = o.id and s.how = 'done' and t.kind in ('call', 'letter')
    order by t.ended_at desc limit 1) task on true
  where o.organization_id = current_organization() and o.id = any(${ids})`
