import type { KnownRates, LateInterestRule } from '@quittance/core/dunning/late-interest.ts'
import { type ChosenTerms, type InterestTerms, interestTerms } from '@quittance/core/dunning/law/interest-terms.ts'
import { recordInJournal } from '../../people/journal.ts'
import type { Db } from '../../platform/database/db.ts'
import { type Sql, sql } from '../../platform/database/sql.ts'
import { knownRates } from './rates.ts'

/** The latest rate agreed with the customer `customer`, as a value. */
export const customerRate = (customer: Sql): Sql => sql`(
  select t.rate from customer_interest_rate t
  where t.organization_id = current_organization() and t.customer_id = ${customer} order by t.id desc limit 1)`

/** What was chosen for a customer and a firm, as columns named like `ChosenTerms`; `c` is the customer, `e` the firm. */
export const chosenColumns = sql`
  c.category, ${customerRate(sql`c.id`)} as "customerRate", e.late_interest_rate as "firmRate",
  e.follows_legal_rate as "followsLaw", e.rate_reading as reading`

const chosenTerms = (db: Db, customer: number, legalEntity: number): Promise<ChosenTerms> =>
  db.one<ChosenTerms>(sql`
    select ${chosenColumns}
    from customer c join legal_entity e on e.organization_id = c.organization_id and e.id = ${legalEntity}
    where c.organization_id = current_organization() and c.id = ${customer}`)

/** The rule of late interest that a message may write, null when nobody chose one; with the rates known today. */
export async function interestToWrite(
  db: Db,
  { customer, legalEntity }: { readonly customer: number; readonly legalEntity: number },
): Promise<{ lateInterest: LateInterestRule | null; rates: KnownRates }> {
  const terms = interestTerms(await chosenTerms(db, customer, legalEntity))
  return { lateInterest: terms?.isChosen ? terms.rule : null, rates: await knownRates(db) }
}

/** How interest is owed by a customer, for each firm it has dealt with; null for a private individual. */
export async function termsOfCustomer(db: Db, customer: number) {
  const rows = await db.rows<ChosenTerms & { id: number; name: string }>(sql`
    select e.id, e.name, ${chosenColumns}
    from customer c join legal_entity e on e.organization_id = c.organization_id
    where c.organization_id = current_organization() and c.id = ${customer}
      and exists (select from open_item o where o.organization_id = c.organization_id and o.customer_id = c.id and o.legal_entity_id = e.id)
    order by e.id`)
  return rows.map(({ id, name, ...chosen }) => ({ legalEntity: { id, name }, terms: interestTerms(chosen) }))
}

/** `rate` null: the rate of the firm holds again. */
export async function agreeRate(
  db: Db,
  { customer, rate, note }: { readonly customer: number; readonly rate: number | null; readonly note: string | null },
): Promise<void> {
  const { before } = await db.one<{ before: number | null }>(
    sql`select ${customerRate(sql`${customer}::bigint`)} as before`,
  )
  await db.run(sql`
    insert into customer_interest_rate (organization_id, customer_id, rate, note, set_by)
    values (current_organization(), ${customer}, ${rate}, ${note}, current_person())`)
  await recordInJournal(db, {
    act: 'rateAgreed',
    thing: 'customer',
    thingId: customer,
    customerId: customer,
    details: { lateInterestRate: { from: before, to: rate }, note },
  })
}

export type { InterestTerms }
