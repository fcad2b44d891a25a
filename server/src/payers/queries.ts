import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { PayerJudgement, PayerProfile, PayerRules } from '@quittance/core/payers/payer-profile.ts'
import type { Db } from '../platform/database/db.ts'
import { sql } from '../platform/database/sql.ts'

/** Null where the organisation left them as they are at first. */
export const rulesKept = (db: Db): Promise<PayerRules | null> =>
  db.maybe<PayerRules>(sql`
    select window_months as "windowMonths", lines_needed as "linesNeeded", punctual_days as "punctualDays",
      forgetful_days as "forgetfulDays", risky_days as "riskyDays", broken_promises as "brokenPromises"
    from payer_rules where organization_id = current_organization()`)

/** Keeps all of them, those that did not change too. */
export const keepRules = (db: Db, rules: PayerRules): Promise<number> =>
  db.run(sql`
    insert into payer_rules (organization_id, window_months, lines_needed, punctual_days, forgetful_days, risky_days, broken_promises)
    values (current_organization(), ${rules.windowMonths}, ${rules.linesNeeded}, ${rules.punctualDays}, ${rules.forgetfulDays},
      ${rules.riskyDays}, ${rules.brokenPromises})
    on conflict (organization_id) do update set window_months = excluded.window_months, lines_needed = excluded.lines_needed,
      punctual_days = excluded.punctual_days, forgetful_days = excluded.forgetful_days, risky_days = excluded.risky_days,
      broken_promises = excluded.broken_promises`)

/** A profile as it is kept. */
export interface KeptProfile {
  readonly customer: number
  readonly profile: PayerProfile
  readonly reckoned: PayerProfile
  readonly because: PayerJudgement['because']
  readonly lines: number
  readonly typicalDays: number | null
  readonly brokenPromises: number
  readonly lateSince: CalendarDate | null
}

/** Null for a customer of whom nothing is known. */
export const profileKept = (db: Db, customer: number): Promise<KeptProfile | null> =>
  db.maybe<KeptProfile>(sql`
    select customer_id as customer, profile, reckoned, because, lines, typical_days as "typicalDays",
      broken_promises as "brokenPromises", late_since as "lateSince"
    from payer_profile where organization_id = current_organization() and customer_id = ${customer}`)

/** The profiles that hold of these customers; of whom nothing is known has none. */
export const profilesOf = async (db: Db, customers: readonly number[]): Promise<ReadonlyMap<number, PayerProfile>> =>
  new Map(
    (
      await db.rows<{ customer: number; profile: PayerProfile }>(sql`
        select customer_id as customer, profile from payer_profile
        where organization_id = current_organization() and customer_id = any(${customers})`)
    ).map(({ customer, profile }) => [customer, profile]),
  )

/** Writes those that differ from what is kept; how many. */
export const keepProfiles = (db: Db, rows: readonly KeptProfile[]): Promise<number> =>
  db.run(sql`
    insert into payer_profile as p (organization_id, customer_id, profile, reckoned, because, lines, typical_days, broken_promises, late_since)
    select current_organization(), g.customer, g.profile, g.reckoned, g.because, g.lines, g."typicalDays", g."brokenPromises", g."lateSince"
    from jsonb_to_recordset(${sql.json(rows)}::jsonb) as g (customer bigint, profile text, reckoned text, because text, lines int,
      "typicalDays" int, "brokenPromises" int, "lateSince" date)
    order by g.customer
    on conflict (organization_id, customer_id) do update set profile = excluded.profile, reckoned = excluded.reckoned,
      because = excluded.because, lines = excluded.lines, typical_days = excluded.typical_days,
      broken_promises = excluded.broken_promises, late_since = excluded.late_since
    where (p.profile, p.reckoned, p.because, p.lines, p.typical_days, p.broken_promises, p.late_since)
      is distinct from (excluded.profile, excluded.reckoned, excluded.because, excluded.lines, excluded.typical_days,
        excluded.broken_promises, excluded.late_since)`)

/** Of these customers nothing is known any more. */
export const dropProfiles = (db: Db, customers: readonly number[]): Promise<number> =>
  db.run(sql`
    delete from payer_profile where organization_id = current_organization() and customer_id = any(${customers})`)

/** A profile that a person chose. */
export interface Declaration {
  readonly profile: PayerProfile
  readonly note: string
  readonly on: CalendarDate
  /** Null: a person who is gone. */
  readonly by: string | null
}

/** Null where payments tell the profile. */
export const declarationOf = (db: Db, customer: number): Promise<Declaration | null> =>
  db.maybe<Declaration>(sql`
    select d.profile, d.note, d.declared_on as on, p.name as by
    from declared_profile d
    left join person p on p.organization_id = d.organization_id and p.id = d.declared_by
    where d.organization_id = current_organization() and d.customer_id = ${customer}`)

/** By the person of the scope; takes the place of the one before. */
export const writeDeclaration = (
  db: Db,
  { customer, profile, note, on }: { customer: number; profile: PayerProfile; note: string; on: CalendarDate },
): Promise<number> =>
  db.run(sql`
    insert into declared_profile (organization_id, customer_id, profile, note, declared_on, declared_by)
    values (current_organization(), ${customer}, ${profile}, ${note}, ${on}, current_person())
    on conflict (organization_id, customer_id) do update set profile = excluded.profile, note = excluded.note,
      declared_on = excluded.declared_on, declared_by = excluded.declared_by`)

/** Answers 0 where there was none. */
export const removeDeclaration = (db: Db, customer: number): Promise<number> =>
  db.run(sql`
    delete from declared_profile where organization_id = current_organization() and customer_id = ${customer}`)
