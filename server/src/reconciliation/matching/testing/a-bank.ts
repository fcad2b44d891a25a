import type { Firm } from '../../../invoices/testing/a-firm.ts'
import { today } from '../../../invoices/testing/a-firm.ts'
import type { Db } from '../../../platform/database/db.ts'
import { sql } from '../../../platform/database/sql.ts'

interface LineGiven {
  /** Cents; negative for a debit. */
  readonly amount: number
  readonly label?: string
  readonly on?: string
  readonly payer?: string | null
  readonly iban?: string | null
  readonly kind?: string
  readonly endToEnd?: string
  readonly reference?: string
  readonly returned?: string
}

let serial = 0

/** One line of the bank of a firm, as a statement would have brought it. */
export const aLine = (firm: Pick<Firm, 'work' | 'legalEntity'>, given: LineGiven): Promise<number> =>
  firm.work(async (db) => {
    const account = await accountOf(db, firm.legalEntity)
    const { payer = null, iban = null, kind = 'transfer', label = 'VIREMENT', on = today } = given
    const { id } = await db.one<{ id: number }>(sql`
      insert into bank_line (organization_id, legal_entity_id, booked_on, label, currency, amount, bank_account_id, identity,
        kind, remittance, other_name, other_iban, end_to_end_id, bank_reference, returned_reason)
      values (current_organization(), ${firm.legalEntity}, ${on}, ${payer === null ? label : `${payer} ${label}`}, 'EUR',
        ${given.amount}, ${account}, ${`line-${++serial}`}, ${kind}, ${label}, ${payer}, ${iban}, ${given.endToEnd ?? null},
        ${given.reference ?? null}, ${given.returned ?? null})
      returning id`)
    return id
  })

async function accountOf(db: Db, legalEntity: number): Promise<number> {
  const there = await db.maybe<{ id: number }>(sql`
    select id from bank_account where organization_id = current_organization() and legal_entity_id = ${legalEntity} limit 1`)
  if (there) return there.id
  const { id } = await db.one<{ id: number }>(sql`
    insert into bank_account (organization_id, legal_entity_id, name, written, currency)
    values (current_organization(), ${legalEntity}, 'Compte courant', 'TEST', 'EUR') returning id`)
  return id
}

/** Every figure that a match may move: what is left of items, and of payments that stand. */
export const balances = (firm: Pick<Firm, 'work'>) =>
  firm.work(async (db) => ({
    items: await db.rows(sql`
      select id, amount_due, rejected_on from open_item where organization_id = current_organization() order by id`),
    credits: await db.rows(sql`
      select customer_id, currency, sum(amount)::bigint as received, sum(unallocated)::bigint as unallocated from payment p
      where organization_id = current_organization() and not exists (
        select from payment_reversal r where r.organization_id = p.organization_id and r.payment_id = p.id)
      group by 1, 2 order by 1, 2`),
  }))

export const stateOf = (firm: Pick<Firm, 'work'>, line: number) =>
  firm.work((db) =>
    db.one<{ state: string; confidence: string | null; proposals: readonly Record<string, unknown>[] }>(sql`
      select state, confidence, proposals from bank_line where organization_id = current_organization() and id = ${line}`),
  )
