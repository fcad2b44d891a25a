import { recordInJournal } from '../../people/journal.ts'
import type { Db } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'
import { AppError } from '../../platform/http/app-error.ts'
import { type RuleRow, ruleRows } from './choices.ts'

type Rule = Omit<RuleRow, 'id'>

/**
 * Replaces the rules, in order. A rule that asks nothing, or that names who or what is not there, is refused; so is a change
 * of rules that are not those its author saw (by their numbers, which each change gives anew; left out: whatever there is).
 */
export async function changeRules(
  db: Db,
  rules: readonly Rule[],
  seen?: readonly number[] | undefined,
): Promise<RuleRow[]> {
  await oneAtATime(db)
  const before = await ruleRows(db)
  if (seen && before.map(({ id }) => id).join() !== seen.join()) throw changedMeanwhile()
  const empty = rules.findIndex(asksNothing)
  if (empty >= 0) throw refusal(empty, 'asksNothing')
  const impossible = rules.findIndex(
    ({ owesFrom, owesBelow }) => owesFrom !== null && owesBelow !== null && owesFrom >= owesBelow,
  )
  if (impossible >= 0) throw refusal(impossible, 'impossible')
  const unknown = await firstUnknown(db, rules)
  if (unknown !== null) throw refusal(unknown, 'unknown')
  await db.run(sql`delete from scenario_rule where organization_id = current_organization()`)
  await addRules(db, rules)
  await recordInJournal(db, { act: 'scenario.rulesChanged', thing: 'scenario', thingId: 0, details: { rules } })
  return ruleRows(db)
}

/** Of two who save at once the second reads what the first wrote. */
const oneAtATime = (db: Db): Promise<number> =>
  db.run(sql`select pg_advisory_xact_lock(hashtext('scenario_rule'), current_organization()::integer)`)

const asksNothing = ({ category, profile, salesRep, collector, owesFrom, owesBelow }: Rule): boolean =>
  [category, profile, salesRep, collector, owesFrom, owesBelow].every((one) => one === null)

const numbered = (rules: readonly Rule[]) => sql.json(rules.map((rule, position) => ({ ...rule, position })))

const addRules = (db: Db, rules: readonly Rule[]): Promise<number> =>
  db.run(sql`
    insert into scenario_rule (organization_id, position, scenario_id, category, profile, sales_rep_id, collector_id, owes_from,
      owes_below)
    select current_organization(), g.position, g.scenario, g.category, g.profile, g."salesRep", g.collector, g."owesFrom", g."owesBelow"
    from jsonb_to_recordset(${numbered(rules)}::jsonb) as g (position int, scenario bigint, category text, profile text, "salesRep" bigint,
      collector bigint, "owesFrom" bigint, "owesBelow" bigint)`)

async function firstUnknown(db: Db, rules: readonly Rule[]): Promise<number | null> {
  const row = await db.maybe<{ position: number }>(sql`
    select g.position from jsonb_to_recordset(${numbered(rules)}::jsonb) as g (position int, scenario bigint, "salesRep" bigint, collector bigint)
    where not exists (select from scenario s where s.organization_id = current_organization() and s.id = g.scenario)
      or (g."salesRep" is not null and not exists (select from person p where p.organization_id = current_organization() and p.id = g."salesRep"))
      or (g.collector is not null and not exists (select from person p where p.organization_id = current_organization() and p.id = g.collector))
    order by g.position limit 1`)
  return row?.position ?? null
}

const sentences = {
  asksNothing: {
    fr: (place: number) =>
      `La règle ${place} vaudrait pour tous les clients : donnez-lui une condition, ou retirez-la.`,
    en: (place: number) => `Rule ${place} would hold for every customer: give it a condition, or remove it.`,
  },
  impossible: {
    fr: (place: number) => `Aucun client ne peut remplir la règle ${place} : corrigez ses montants.`,
    en: (place: number) => `No customer can fulfil rule ${place}: correct its amounts.`,
  },
  unknown: {
    fr: (place: number) =>
      `La règle ${place} nomme un scénario ou une personne qui n’existe plus : choisissez de nouveau.`,
    en: (place: number) => `Rule ${place} names a scenario or a person that is gone: choose again.`,
  },
} as const

const refusal = (at: number, why: keyof typeof sentences): AppError =>
  new AppError(
    'ruleRefused',
    400,
    { fr: sentences[why].fr(at + 1), en: sentences[why].en(at + 1) },
    { rule: at, because: why },
  )

const changedMeanwhile = (): AppError =>
  new AppError('rulesChangedMeanwhile', 409, {
    fr: 'D’autres règles ont été enregistrées depuis que vous avez ouvert cette page. Vos modifications restent à l’écran\u00a0: voyez ces règles avant d’enregistrer les vôtres.',
    en: 'Other rules were saved since you opened this page. Your changes stay on screen: look at those rules before you save yours.',
  })
