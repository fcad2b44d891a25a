import { type LearntRule, rulesOf } from '@quittance/core/reconciliation/matching/learn.ts'
import type { Db } from '../../../platform/database/db.ts'
import type { Chosen, MatchAct } from '../applying/choose-act.ts'
import type { LineRow } from '../line-queries.ts'
import { addRule, endRulesOfLine, endSameRules, isRuleThere } from './rule-queries.ts'

interface Told {
  readonly chosen: Chosen
  /** The payer first. */
  readonly customers: readonly number[]
  readonly act: MatchAct
}

/**
 * A correction becomes rules that a person can read and remove: this IBAN, this wording is that customer, or none.
 * Accepting the first proposal teaches nothing that matching did not think already.
 */
export async function teach(db: Db, line: LineRow, { chosen, customers, act }: Told): Promise<void> {
  const isCorrection = act.kind !== 'proposal' || act.rank > 0
  const isAlways = chosen.kind === 'notACustomer' && chosen.always
  const isAboutPayer = chosen.kind === 'paysItems' || chosen.kind === 'customerCredit'
  if (!isAlways && !(isCorrection && isAboutPayer)) return
  const payer = customers.slice(0, 1)
  const rules = rulesOf({ line, customers: payer, allocations: [], difference: null }, () => null)
  for (const rule of rules) for (const one of asRows(rule)) await teachOne(db, line.id, one)
}

interface Taught {
  readonly iban: string | null
  readonly wording: string | null
  readonly customer: number | null
}

/** A rule says one thing: of a line that concerns nobody the account when it is known, for its words may be anybody's. */
function asRows(rule: LearntRule): Taught[] {
  switch (rule.kind) {
    case 'iban':
      return [{ iban: rule.iban, wording: null, customer: rule.customer }]
    case 'wording':
      return [{ iban: null, wording: rule.wording, customer: rule.customer }]
    case 'notACustomer':
      return [{ iban: rule.iban, wording: rule.iban === null ? rule.wording : null, customer: null }]
  }
}

async function teachOne(db: Db, line: number, rule: Taught): Promise<void> {
  if (await isRuleThere(db, rule)) return
  await endSameRules(db, rule)
  await addRule(db, { ...rule, line })
}

/** What this line taught is forgotten with its match. */
export const unteach = (db: Db, line: number): Promise<number> => endRulesOfLine(db, line)
