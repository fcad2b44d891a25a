import { addDays, type CalendarDate, maxDate } from '@quittance/core/calendar/calendar-date.ts'
import { formatDate } from '@quittance/core/calendar/format-date.ts'
import { formatMoney, type Language } from '@quittance/core/money/format-money.ts'
import { asCurrency, money } from '@quittance/core/money/money.ts'
import type { Db } from '../platform/database/db.ts'
import { type Sql, sql } from '../platform/database/sql.ts'
import { changeInWords } from './change-words.ts'
import { type HistoryKind, historyWords } from './history-words.ts'
import { promisesAbout } from './promises-about.ts'

/** One thing that happened (or is planned), as pages show it. */
export interface HistoryEntry {
  readonly key: string
  readonly on: CalendarDate
  readonly at: string | null
  readonly kind: HistoryKind
  readonly planned: boolean
  readonly title: string
  readonly detail: string | null
  readonly person: string | null
  readonly reminderId: number | null
  readonly paymentId: number | null
  readonly taskId: number | null
}

interface Found extends Omit<HistoryEntry, 'title' | 'planned'> {
  /** What the words need: an outcome, a reason, an act… */
  readonly what: string | null
  readonly amount: number | null
  readonly currency: string | null
  readonly day: CalendarDate | null
}

/** Entries a page shows, latest first. */
const longest = 200

/** What happened with a customer, or with one of its invoices, latest first; the last two hundred, or the whole of it. */
export async function historyOf(
  db: Db,
  about: { customer: number; invoice: number | null },
  { today, language, isWhole = false }: { today: CalendarDate; language: Language; isWhole?: boolean },
): Promise<HistoryEntry[]> {
  const broken = await brokenPromises(db, about, { today, language })
  const words = historyWords[language]
  const rows = await db.rows<Found>(sql`
    select * from (${everythingAbout(about)}) entry order by "on" desc, at desc nulls last, key desc limit ${isWhole ? null : longest}`)
  return [...rows, ...broken].toSorted(latestFirst).map(({ what, amount, currency, day, ...row }) => ({
    ...row,
    planned: false,
    ...words(row.kind, {
      what,
      detail: row.kind === 'change' ? changeInWords(row.detail, language) : row.detail,
      amount: amount === null || currency === null ? null : formatMoney(money(amount, asCurrency(currency)), language),
      day: day === null ? null : formatDate(day, language),
      other: row.kind === 'change' ? otherIn(row.detail) : null,
    }),
  }))
}

/** The name of the other customer, from the details of a merge or a separation. */
function otherIn(details: string | null): string | null {
  const parsed = details === null ? null : (JSON.parse(details) as { otherName?: unknown } | null)
  return typeof parsed?.otherName === 'string' ? parsed.otherName : null
}

const latestFirst = (a: Found, b: Found): number =>
  (a.on < b.on ? 1 : a.on > b.on ? -1 : 0) || (b.at ?? '').localeCompare(a.at ?? '')

/** A broken promise is told on the day after the last on which it could be kept, or once what had kept it came back. */
async function brokenPromises(
  db: Db,
  about: { customer: number; invoice: number | null },
  { today, language }: { today: CalendarDate; language: Language },
): Promise<Found[]> {
  const promises = await promisesAbout(db, about, today)
  return promises
    .filter(({ state }) => state === 'broken' || state === 'partiallyKept')
    .map(({ id, promisedFor, keptUntil, takenBackOn, amount, received, state }) => ({
      key: `broken-${id}`,
      on: takenBackOn === null ? addDays(keptUntil, 1) : maxDate(addDays(keptUntil, 1), takenBackOn),
      at: null,
      kind: 'brokenPromise',
      detail: state === 'partiallyKept' ? formatMoney(received, language) : null,
      person: null,
      reminderId: null,
      paymentId: null,
      taskId: null,
      what: takenBackOn === null ? state : `${state}Again`,
      amount: amount.amount,
      currency: amount.currency,
      day: promisedFor,
    }))
}

/** The invoice of an open item, looked up row by row: joined, a young database without statistics multiplies its tables. */
const numberOf = (item: Sql): Sql => sql`(
  select v.number from open_item o join invoice v on v.organization_id = o.organization_id and v.id = o.invoice_id
  where o.organization_id = a.organization_id and o.id = ${item})`

/** What kind of message an exchange of kind 'answer' was: a report is no answer of the customer. */
const classOfAnswer: Sql = sql`(
  select n.class from answer n
  where n.organization_id = e.organization_id and n.customer_id = e.customer_id and n.exchange_id = e.id)`

/** Every source gives the same columns; for one invoice, only what touches its due lines. */
function everythingAbout({ customer, invoice }: { customer: number; invoice: number | null }): Sql {
  const items = sql`select id from open_item where organization_id = current_organization() and invoice_id = ${invoice}`
  // Of an invoice everything counts, also what its customer's parent paid or promised.
  const about = (owner: Sql, touchesInvoice: Sql) => (invoice === null ? sql`${owner} = ${customer}` : touchesInvoice)
  const none = sql`null::bigint`
  // The journal is never rewritten: what was done under the number of a customer merged into this one stays there.
  const ofJournal =
    invoice === null
      ? sql`j.customer_id in (
        select ${customer}::bigint union all select a.customer_id from customer_alias a
        where a.organization_id = current_organization() and a.kept_id = ${customer})`
      : sql`j.invoice_id = ${invoice}`
  const ofItem = about(sql`i.customer_id`, sql`i.invoice_id = ${invoice}`)
  return sql`
    select 'exchange-' || e.id as key, e.happened_on as on, e.written_at as at, e.kind::text as kind, e.summary as detail, p.name as person,
      e.reminder_id as "reminderId", ${none} as "paymentId", e.task_id as "taskId",
      case when e.undelivered_on is not null then 'undelivered' when e.kind = 'answer' then ${classOfAnswer} else e.outcome end as what, null::bigint as amount, null::text as currency, null::date as day
    from exchange e left join person p on p.organization_id = e.organization_id and p.id = e.person_id
    where e.organization_id = current_organization() and ${about(
      sql`e.customer_id`,
      sql`(e.invoice_id = ${invoice}
        or e.reminder_id in (select reminder_id from reminder_item where organization_id = current_organization() and open_item_id in (${items}))
        or e.task_id in (select task_id from task_item where organization_id = current_organization() and open_item_id in (${items})))`,
    )}
    union all
    select 'posting-' || l.task_id, l.posted_on, l.recorded_at, 'letter', l.registered_number, p.name, ${none}, ${none}, l.task_id, 'posted', null, null, null
    from letter_posting l
    join task t on t.organization_id = l.organization_id and t.id = l.task_id
    left join person p on p.organization_id = l.organization_id and p.id = l.recorded_by
    where l.organization_id = current_organization() and ${about(
      sql`t.customer_id`,
      sql`t.id in (select task_id from task_item where organization_id = current_organization() and open_item_id in (${items}))`,
    )}
    union all
    select 'payment-' || y.id, y.received_on, y.entered_at, 'payment', coalesce(${wordsOfBank}, y.reference), p.name, ${none}, y.id, ${none}, y.means, y.amount, y.currency, null
    from payment y left join person p on p.organization_id = y.organization_id and p.id = y.entered_by
    where y.organization_id = current_organization() and ${about(sql`y.customer_id`, sql`y.id in (select payment_id from allocation where organization_id = current_organization() and open_item_id in (${items}))`)}
    union all
    select 'reversal-' || v.payment_id, case when v.reason = 'rejected' then v.reversed_on else (v.reversed_at at time zone o.time_zone)::date end,
      v.reversed_at, 'reversal', v.note, p.name, ${none}, v.payment_id, ${none}, v.reason, y.amount, y.currency, null
    from payment_reversal v
    join organization o on o.organization_id = v.organization_id
    join payment y on y.organization_id = v.organization_id and y.id = v.payment_id
    left join person p on p.organization_id = v.organization_id and p.id = v.reversed_by
    where v.organization_id = current_organization() and ${about(sql`y.customer_id`, sql`y.id in (select payment_id from allocation where organization_id = current_organization() and open_item_id in (${items}))`)}
    union all
    select 'promise-' || m.id, m.noted_on, m.noted_at, 'promise', m.note, p.name, ${none}, ${none}, ${none},
      case when m.withdrawn_on is not null then coalesce(m.withdrawn_because, 'cancelled') end, m.amount, m.currency, m.promised_for
    from promise m left join person p on p.organization_id = m.organization_id and p.id = m.noted_by
    where m.organization_id = current_organization() and m.withdrawn_because is distinct from 'undone' and ${about(sql`m.customer_id`, sql`m.id in (select promise_id from promise_item where organization_id = current_organization() and open_item_id in (${items}))`)}
    union all
    select 'dispute-' || d.id, d.opened_on, null, 'dispute', d.note, p.name, ${none}, ${none}, ${none}, coalesce(k.name, d.reason), null, null, null
    from dispute d left join person p on p.organization_id = d.organization_id and p.id = d.opened_by
    left join dispute_category k on k.organization_id = d.organization_id and k.id = d.category_id
    where d.organization_id = current_organization() and d.outcome is distinct from 'undone' and ${about(sql`d.customer_id`, sql`d.id in (select dispute_id from dispute_item where organization_id = current_organization() and open_item_id in (${items}))`)}
    union all
    select 'resolved-' || d.id, d.resolved_on, null, 'disputeResolved', d.resolution, null, ${none}, ${none}, ${none}, d.reason, null, null, null
    from dispute d
    where d.organization_id = current_organization() and d.outcome is distinct from 'undone' and ${about(sql`d.customer_id`, sql`d.id in (select dispute_id from dispute_item where organization_id = current_organization() and open_item_id in (${items}))`)} and d.resolved_on is not null
    union all
    select 'invoice-' || v.id, v.issue_date, null, 'issued', v.number, null, ${none}, ${none}, ${none}, v.kind, v.total_amount, v.currency, null
    from invoice v where v.organization_id = current_organization() and ${about(sql`v.customer_id`, sql`v.id = ${invoice}`)}
    union all
    select 'deduction-' || a.id, a.allocated_on, a.entered_at, 'payment', ${numberOf(sql`a.credit_item_id`)} || ' → ' || ${numberOf(sql`a.open_item_id`)},
      (select p.name from person p where p.organization_id = a.organization_id and p.id = a.entered_by), ${none}, ${none}, ${none}, 'creditNote', a.amount,
      (select o.currency from open_item o where o.organization_id = a.organization_id and o.id = a.open_item_id), null
    from (
      select x.* from open_item i join allocation x on x.organization_id = i.organization_id and x.open_item_id = i.id
      where i.organization_id = current_organization() and ${ofItem}
      union
      select x.* from open_item i join allocation x on x.organization_id = i.organization_id and x.credit_item_id = i.id
      where i.organization_id = current_organization() and ${ofItem}) a
    where a.credit_item_id is not null and a.reverses_id is null
    union all
    select 'takenBack-' || j.id, (j.details ->> 'on')::date, j.at, 'reversal', j.details ->> 'label', p.name, ${none}, ${none}, ${none}, 'allocation',
      (j.details ->> 'amount')::bigint, j.details ->> 'currency', null
    from journal j
    left join person p on p.organization_id = j.organization_id and p.id = j.person_id
    where j.organization_id = current_organization() and ${ofJournal} and j.thing = 'allocation' and j.act = 'reversed'
    union all
    select 'journal-' || j.id, (j.at at time zone o.time_zone)::date, j.at, 'change', j.details::text, p.name, ${none}, ${none}, ${none}, j.thing || '.' || j.act, null, null, null
    from journal j
    join organization o on o.organization_id = j.organization_id
    left join person p on p.organization_id = j.organization_id and p.id = j.person_id
    where j.organization_id = current_organization() and ${ofJournal} and (j.thing in ('customer', 'contact', 'invoice', 'open_item', 'paymentPlan')
      or j.thing = 'dispute' and j.act in ('dispute.reopened', 'dispute.settled'))`
}

/** What the bank wrote of payment `y`, for those who may see the bank. */
const wordsOfBank = sql`(
  select b.label from bank_match_payment l
  join bank_match m on m.organization_id = l.organization_id and m.id = l.bank_match_id and m.undone_at is null
  join bank_line b on b.organization_id = m.organization_id and b.id = m.bank_line_id
  where l.organization_id = y.organization_id and l.payment_id = y.id and l.how <> 'reversed' limit 1)`
