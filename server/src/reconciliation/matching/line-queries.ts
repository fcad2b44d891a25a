import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { BankLine } from '@quittance/core/reconciliation/matching/books.ts'
import type { Confidence } from '@quittance/core/reconciliation/matching/proposal.ts'
import type { Db } from '../../platform/database/db.ts'
import { type Sql, sql } from '../../platform/database/sql.ts'
import type { KeptProposal } from './kept-proposal.ts'

/** A line with all that matching and applying look at. */
export interface LineRow extends BankLine {
  readonly legalEntity: number
  readonly currency: string
  readonly account: number | null
  readonly valueOn: CalendarDate | null
  /** Who it may come from, or came from. */
  readonly customer: number | null
  readonly state: 'unmatched' | 'suggested' | 'matched' | 'ignored'
  readonly bankReference: string | null
  readonly mandate: string | null
  readonly returnedReason: string | null
  readonly returnedText: string | null
  readonly proposals: readonly KeptProposal[]
  readonly confidence: Confidence | null
  readonly isHandsOff: boolean
  readonly proposedFrom: string | null
}

const columns = sql`b.id, b.legal_entity_id as "legalEntity", b.currency, b.bank_account_id as account, b.customer_id as customer, b.booked_on as "bookedOn",
  b.value_on as "valueOn", b.amount, b.kind, b.label, b.remittance, b.creditor_reference as "creditorReference", b.documents,
  b.end_to_end_id as "endToEndId", b.mandate, b.other_name as "payerName", b.other_ultimate_name as "ultimateName",
  b.other_iban as "payerIban", b.is_batch as "isBatch", b.bank_reference as "bankReference", b.charges,
  case when b.original_amount is not null then json_build_object('amount', b.original_amount, 'currency', b.original_currency) end as original,
  b.returned_reason as "returnedReason", b.returned_text as "returnedText", b.state, b.proposals, b.confidence,
  b.is_hands_off as "isHandsOff", b.proposed_from as "proposedFrom"`

const waits = sql`b.organization_id = current_organization() and b.state in ('unmatched', 'suggested')`

/** This line, locked until the transaction ends; null when there is none. */
export const lockLine = (db: Db, id: number): Promise<LineRow | null> =>
  db.maybe(
    sql`select ${columns} from bank_line b where b.organization_id = current_organization() and b.id = ${id} for update`,
  )

/** Those of these lines that wait, locked in the order of their ids until the transaction ends. */
export const lockWaiting = (db: Db, ids: readonly number[]): Promise<LineRow[]> =>
  db.rows(sql`select ${columns} from bank_line b where ${waits} and b.id = any(${ids}) order by b.id for update`)

export const lineById = (db: Db, id: number): Promise<LineRow | null> =>
  db.maybe(sql`select ${columns} from bank_line b where b.organization_id = current_organization() and b.id = ${id}`)

export interface Waiting {
  /** Lines up to that day only. */
  readonly until?: CalendarDate | undefined
  readonly account?: number | undefined
}

const narrowed = ({ until, account }: Waiting): Sql =>
  sql`${waits}
    ${until === undefined ? sql.empty : sql`and b.booked_on <= ${until}`}
    ${account === undefined ? sql.empty : sql`and b.bank_account_id = ${account}`}`

/** Lines not settled, oldest first. */
export const waitingLines = (db: Db, asked: Waiting): Promise<LineRow[]> =>
  db.rows(sql`select ${columns} from bank_line b where ${narrowed(asked)} order by b.booked_on, b.id`)

/** Whose books lines wait for. */
export const booksAwaited = (db: Db): Promise<{ legalEntity: number; currency: string }[]> =>
  db.rows(sql`
    select b.legal_entity_id as "legalEntity", b.currency from bank_line b where ${waits} group by 1, 2 order by 1, 2`)

export interface Outdated {
  readonly legalEntity: number
  readonly currency: string
  readonly print: string
  /** That one alone. */
  readonly line?: number
  /** So many: never looked at first, then those that speak of a customer whose line was settled last, then the latest. */
  readonly limit?: number
}

/** Lines whose proposals were made from other facts; locked, those that somebody is settling left out. */
export const outdatedLines = (db: Db, { legalEntity, currency, print, line, limit }: Outdated): Promise<LineRow[]> =>
  db.rows(sql`
    select ${columns} from bank_line b
    where ${waits} and b.legal_entity_id = ${legalEntity} and b.currency = ${currency}
      and b.proposed_from is distinct from ${print}
      ${line === undefined ? sql.empty : sql`and b.id = ${line}`}
    order by ${limit === undefined ? sql`b.id` : sql`${nearest} limit ${limit}`}
    for update of b skip locked`)

function ofLastMatched(column: Sql): Sql {
  return sql`(
    select ${column} from bank_match m
    join bank_line s on s.organization_id = m.organization_id and s.id = m.bank_line_id
    where m.organization_id = current_organization() order by m.id desc limit 1)`
}

/** Undone lines, then those of the customer or of the amount of the line that was matched last. */
const nearest = sql`b.proposed_from is not null,
  coalesce(b.customer_id = ${ofLastMatched(sql`s.customer_id`)} or b.amount = ${ofLastMatched(sql`s.amount`)}, false) desc,
  b.booked_on desc, b.id desc`

export interface Proposed {
  readonly line: number
  readonly proposals: readonly KeptProposal[]
  readonly confidence: Confidence
  readonly customer: number | null
}

export const keepProposals = (db: Db, proposed: readonly Proposed[], print: string): Promise<number> =>
  db.run(sql`
    update bank_line b set proposals = g.proposals, confidence = g.confidence, customer_id = g.customer,
      state = case when g.customer is null then 'unmatched' else 'suggested' end,
      proposed_at = clock_timestamp(), proposed_from = ${print}
    from unnest(${proposed.map(({ line }) => line)}::bigint[], ${proposed.map((one) => sql.json(one.proposals))}::jsonb[],
      ${proposed.map(({ confidence }) => confidence)}::text[], ${proposed.map(({ customer }) => customer)}::bigint[])
      as g(line, proposals, confidence, customer)
    where b.organization_id = current_organization() and b.id = g.line`)

/** `handsOff`: a person took it back, it waits for a person. */
export const setState = (
  db: Db,
  line: number,
  to: { readonly state: LineRow['state']; readonly customer: number | null; readonly handsOff?: boolean },
): Promise<number> =>
  db.run(sql`
    update bank_line set state = ${to.state}, customer_id = ${to.customer}, proposed_from = null,
      is_hands_off = is_hands_off or ${to.handsOff ?? false}
    where organization_id = current_organization() and id = ${line}`)

export const countWaiting = async (db: Db): Promise<number> =>
  (await db.one<{ count: number }>(sql`select count(*)::int as count from bank_line b where ${waits}`)).count

/** Those that one click may apply. */
export const countCertain = async (db: Db, account: number | undefined): Promise<number> =>
  (
    await db.one<{ count: number }>(sql`
      select count(*)::int as count from bank_line b
      where ${narrowed({ account })} and b.confidence = 'almostCertain' and not b.is_hands_off`)
  ).count

/** What these lines come to, currency by currency. */
export const sumsOf = (db: Db, lines: readonly number[]): Promise<{ currency: string; amount: number }[]> =>
  db.rows(sql`
    select currency, sum(amount)::bigint as amount from bank_line
    where organization_id = current_organization() and id = any(${lines}) group by 1 order by 1`)

/** What is left of these items now. */
export const duesOf = async (db: Db, items: readonly number[]): Promise<ReadonlyMap<number, number>> => {
  const rows = await db.rows<{ id: number; due: number }>(sql`
    select id, amount_due as due from open_item where organization_id = current_organization() and id = any(${items})`)
  return new Map(rows.map(({ id, due }) => [id, due]))
}
