import type { JournalAct } from '@quittance/core/people/journal-acts.ts'
import type { Db } from '../platform/database/db.ts'
import { sql } from '../platform/database/sql.ts'

declare module '../platform/database/db.ts' {
  /** Where the work comes from: the journal keeps it. Nothing said: a job. */
  interface Scope {
    readonly origin?: 'web' | 'commandLine' | 'job' | 'api'
    readonly ip?: string
  }
}

/** One line of the history. `customerId` and `invoiceId` say on which pages it is shown besides its own. */
export interface JournalEntry {
  /** What was done, in the past tense: 'created', 'changed', 'approved'… */
  readonly act: JournalAct
  /** To what: the table's name, 'customer', 'legal_entity'… */
  readonly thing: string
  readonly thingId?: number
  readonly customerId?: number
  readonly invoiceId?: number
  /** What a person wants to read there later: names, amounts, before and after. Never a secret. */
  readonly details?: Readonly<Record<string, unknown>>
}

/** Writes who did what, in the transaction of the change; person, origin and address come from its scope. */
export async function recordInJournal(db: Db, entry: JournalEntry): Promise<void> {
  await db.run(sql`
    insert into journal (organization_id, person_id, origin, ip, act, thing, thing_id, customer_id, invoice_id, details)
    values (current_organization(), current_person(), ${db.scope.origin ?? 'job'}, ${db.scope.ip ?? null}, ${entry.act},
            ${entry.thing}, ${entry.thingId ?? null}, ${entry.customerId ?? null}, ${entry.invoiceId ?? null},
            ${sql.json(entry.details ?? {})})`)
}

export interface JournalLine {
  readonly id: number
  readonly at: string
  readonly person: string | null
  readonly origin: string
  readonly act: string
  readonly thing: string
  readonly thingId: number | null
  readonly details: Record<string, unknown>
}

/** Latest first, those before line `before`. */
export const journalBefore = (db: Db, before: number | null, limit: number): Promise<JournalLine[]> =>
  db.rows(sql`
    select j.id, j.at, p.name as person, j.origin, j.act, j.thing, j.thing_id as "thingId", j.details
    from journal j
    left join person p on p.organization_id = j.organization_id and p.id = j.person_id
    where j.organization_id = current_organization() and (${before}::bigint is null or j.id < ${before})
    order by j.id desc
    limit ${limit}`)

/** What differs between two states of a row, field by field, for `details`. */
export function changesBetween<T extends object>(before: T, after: T): Record<string, { from: unknown; to: unknown }> {
  const fields = Object.keys(after) as (keyof T & string)[]
  return Object.fromEntries(
    fields
      .filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
      .map((field) => [field, { from: before[field] ?? null, to: after[field] ?? null }]),
  )
}
