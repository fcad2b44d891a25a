import type { CustomerCategory } from '@quittance/core/customers/category.ts'
import type { ChoiceFacts, ScenarioChoices, ScenarioRule } from '@quittance/core/dunning/choose-scenario.ts'
import { chooseScenario } from '@quittance/core/dunning/choose-scenario.ts'
import type { PayerProfile } from '@quittance/core/payers/payer-profile.ts'
import type { Db } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'

export interface RuleRow {
  readonly id: number
  readonly scenario: number
  readonly category: CustomerCategory | null
  readonly profile: PayerProfile | null
  readonly salesRep: number | null
  readonly collector: number | null
  readonly owesFrom: number | null
  readonly owesBelow: number | null
}

/** Who follows what, in the order it is tried. */
export const ruleRows = (db: Db): Promise<RuleRow[]> =>
  db.rows<RuleRow>(sql`
    select id, scenario_id as scenario, category, profile, sales_rep_id as "salesRep", collector_id as collector,
      owes_from as "owesFrom", owes_below as "owesBelow"
    from scenario_rule where organization_id = current_organization() order by position, id`)

const defaultRows = (db: Db) =>
  db.rows<{ category: CustomerCategory; scenario: number }>(sql`
    select category, scenario_id as scenario from default_scenario where organization_id = current_organization()`)

/** A rule as the choice reads it: what it does not ask is not there. */
export const ruleFrom = ({
  id,
  scenario,
  category,
  profile,
  salesRep,
  collector,
  owesFrom,
  owesBelow,
}: RuleRow): ScenarioRule => ({
  id,
  scenario,
  ...(category !== null && { category }),
  ...(profile !== null && { profile }),
  ...(salesRep !== null && { salesRep }),
  ...(collector !== null && { collector }),
  ...(owesFrom !== null && { owesFrom }),
  ...(owesBelow !== null && { owesBelow }),
})

/** The rules in their order, and the scenario of each category. */
export async function loadChoices(db: Db): Promise<ScenarioChoices> {
  return {
    rules: (await ruleRows(db)).map(ruleFrom),
    defaults: new Map((await defaultRows(db)).map((row) => [row.category, row.scenario])),
  }
}

/** The choice's facts of every customer: what each owes in the base currency. */
const everyCustomer = (db: Db) =>
  db.rows<ChoiceFacts & { readonly id: number }>(sql`
    select c.id, c.category, c.sales_rep_id as "salesRep", c.collector_id as collector, c.scenario_id as own,
      coalesce(o.owes, 0)::bigint as owes, coalesce(p.profile, 'unknown') as profile
    from customer c
    left join payer_profile p on p.organization_id = c.organization_id and p.customer_id = c.id
    left join (
      select customer_id, sum(amount_due) as owes from open_item
      where organization_id = current_organization() and amount_due > 0
        and currency = (select base_currency from organization where organization_id = current_organization())
      group by 1) o on o.customer_id = c.id
    where c.organization_id = current_organization()`)

/** Customers by the scenario they follow; who follows none is left out. */
export async function followersByScenario(db: Db, choices: ScenarioChoices): Promise<Map<number, number[]>> {
  const followers = new Map<number, number[]>()
  for (const customer of await everyCustomer(db)) {
    const scenario = chooseScenario(customer, choices)?.scenario
    if (scenario === undefined) continue
    const ids = followers.get(scenario)
    if (ids) ids.push(customer.id)
    else followers.set(scenario, [customer.id])
  }
  return followers
}

/** How many customers each says the scenario of. */
export interface Takes {
  /** Chosen by a person, customer by customer. */
  readonly chosen: number
  /** In the order of the rules. */
  readonly rules: number[]
  readonly defaults: Readonly<Record<CustomerCategory, number>>
}

/** How many customers each rule takes, how many were chosen by hand, and how many are left to each category. */
export async function countTakes(db: Db, choices: ScenarioChoices): Promise<Takes> {
  const rules = new Map(choices.rules.map((rule) => [rule, 0]))
  const defaults = { company: 0, publicBody: 0, individual: 0 }
  let chosen = 0
  for (const customer of await everyCustomer(db)) {
    const origin = chooseScenario(customer, choices)?.origin
    if (origin?.from === 'customer') chosen += 1
    else if (origin?.from === 'rule') rules.set(origin.rule, (rules.get(origin.rule) ?? 0) + 1)
    else if (origin?.from === 'organization') defaults[customer.category] += 1
  }
  return { chosen, rules: choices.rules.map((rule) => rules.get(rule) ?? 0), defaults }
}

/** The choice's facts of one customer; null when there is none. */
export const factsOfCustomer = (db: Db, customer: number): Promise<ChoiceFacts | null> =>
  db.maybe<ChoiceFacts>(sql`
    select c.category, c.sales_rep_id as "salesRep", c.collector_id as collector, c.scenario_id as own,
      coalesce(p.profile, 'unknown') as profile,
      coalesce((select sum(i.amount_due) from open_item i
        where i.organization_id = c.organization_id and i.customer_id = c.id and i.amount_due > 0
          and i.currency = o.base_currency), 0)::bigint as owes
    from customer c join organization o on o.organization_id = c.organization_id
    left join payer_profile p on p.organization_id = c.organization_id and p.customer_id = c.id
    where c.organization_id = current_organization() and c.id = ${customer}`)
