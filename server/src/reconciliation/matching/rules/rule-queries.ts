import type { Db } from '../../../platform/database/db.ts'
import { sql } from '../../../platform/database/sql.ts'

export interface RuleRow {
  readonly id: number
  readonly iban: string | null
  readonly wording: string | null
  /** As the bank wrote it on the line that taught it; the wording is its stems. */
  readonly written: string | null
  readonly customer: { readonly id: number; readonly name: string; readonly code: string } | null
  readonly taughtBy: string | null
  readonly taughtAt: string
}

/** Rules in force, the latest first. */
export const rulesInForce = (db: Db): Promise<RuleRow[]> =>
  db.rows(sql`
    select r.id, r.iban, r.wording, case when r.wording is not null then b.other_name end as written, p.name as "taughtBy", r.taught_at as "taughtAt",
      case when c.id is not null then json_build_object('id', c.id, 'name', c.name, 'code', c.code) end as customer
    from bank_rule r
    left join customer c on c.organization_id = r.organization_id and c.id = r.customer_id
    left join bank_line b on b.organization_id = r.organization_id and b.id = r.learnt_from_line_id
    left join person p on p.organization_id = r.organization_id and p.id = r.taught_by
    where r.organization_id = current_organization() and r.removed_at is null
    order by r.id desc`)

interface Said {
  readonly iban: string | null
  readonly wording: string | null
  readonly customer: number | null
}

export const isRuleThere = async (db: Db, { iban, wording, customer }: Said): Promise<boolean> => {
  const { there } = await db.one<{ there: boolean }>(sql`
    select exists (
      select from bank_rule where organization_id = current_organization() and removed_at is null
        and iban is not distinct from ${iban} and wording is not distinct from ${wording}
        and customer_id is not distinct from ${customer}) as there`)
  return there
}

/** Another customer was said of it until now. */
export const endSameRules = (db: Db, { iban, wording }: Said): Promise<number> =>
  db.run(sql`
    update bank_rule set removed_at = clock_timestamp()
    where organization_id = current_organization() and removed_at is null
      and iban is not distinct from ${iban} and wording is not distinct from ${wording}`)

export const addRule = (db: Db, rule: Said & { readonly line: number }): Promise<number> =>
  db.run(sql`
    insert into bank_rule (organization_id, iban, wording, customer_id, learnt_from_line_id, taught_by)
    values (current_organization(), ${rule.iban}, ${rule.wording}, ${rule.customer}, ${rule.line}, current_person())`)

export const endRulesOfLine = (db: Db, line: number): Promise<number> =>
  db.run(sql`
    update bank_rule set removed_at = clock_timestamp()
    where organization_id = current_organization() and removed_at is null and learnt_from_line_id = ${line}`)

/** How many were removed: none when somebody was quicker, or there never was one. */
export const removeRule = (db: Db, id: number): Promise<number> =>
  db.run(sql`
    update bank_rule set removed_at = clock_timestamp(), removed_by = current_person()
    where organization_id = current_organization() and id = ${id} and removed_at is null`)
