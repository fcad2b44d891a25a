import type { Db } from '../../../platform/database/db.ts'
import { type Sql, sql } from '../../../platform/database/sql.ts'
import type { BooksOf } from './book-queries.ts'

/**
 * One figure of all the facts that proposals are made from: the same figure, the same facts. It is asked of the database
 * each time (docs/decisions/0014), so nothing has to remember to say that something changed.
 */
export async function booksPrint(db: Db, of: BooksOf): Promise<string> {
  const { print } = await db.one<{ print: string }>(sql`
    select md5(concat_ws('.', ${version}::text, ${sql.join(
      factsOf(of).map((facts) => sql`(${facts})`),
      sql`, `,
    )})) as print`)
  return print
}

/** Another number whenever matching itself learns to think otherwise. */
const version = '2'

/** Order does not count in an exclusive or, and each row has its own key in it. */
const printOf = (row: Sql, rest: Sql): Sql =>
  sql`select coalesce(bit_xor(hashtextextended((${row})::text, 0)), 0) ${rest}`

const factsOf = ({ legalEntity, currency }: BooksOf): Sql[] => [
  // The largest of them, so without writing its rows as texts first.
  sql`select coalesce(bit_xor(hashint8extended(o.id, hashint8extended(o.amount_due, hashint8extended(o.customer_id,
      o.due_date - date '2000-01-01')))), 0)
    from open_item o where o.organization_id = current_organization() and o.amount_due <> 0
      and o.legal_entity_id = ${legalEntity} and o.currency = ${currency}`,
  // What a payer may quote, which a person or a newer file corrects in place.
  sql`select coalesce(bit_xor(hashtextextended(concat_ws('|', i.number, i.order_reference, i.project, i.kind), i.id)), 0)
    from invoice i where i.organization_id = current_organization()`,
  printOf(
    sql`(c.id, c.name, c.trade_name, c.siren, c.city, c.parent_id, c.early_discount_basis_points, c.early_discount_days)`,
    sql`from customer c where c.organization_id = current_organization()`,
  ),
  printOf(sql`(a.customer_id, a.kept_id)`, sql`from customer_alias a where a.organization_id = current_organization()`),
  printOf(sql`(k.customer_id, k.iban)`, sql`from customer_iban k where k.organization_id = current_organization()`),
  printOf(sql`(e.id, e.name, e.iban)`, sql`from legal_entity e where e.organization_id = current_organization()`),
  printOf(sql`(b.id, b.iban)`, sql`from bank_account b where b.organization_id = current_organization()`),
  printOf(sql`(r.id)`, sql`from bank_rule r where r.organization_id = current_organization() and r.removed_at is null`),
  sql`select count(*) from learnt_line l where l.organization_id = current_organization()`,
  printOf(sql`(m.id)`, sql`from bank_match m where m.organization_id = current_organization() and m.undone_at is null`),
  sql`select coalesce(max(p.id), 0) from payment p where p.organization_id = current_organization()`,
  sql`select count(*) from payment_reversal v where v.organization_id = current_organization()`,
  printOf(
    sql`(p.id, p.promised_for, p.amount)`,
    sql`from promise p where p.organization_id = current_organization() and p.withdrawn_on is null`,
  ),
  printOf(
    sql`(l.id)`,
    sql`from payment_plan l where l.organization_id = current_organization() and l.ended_on is null`,
  ),
]
