import type { Db } from '../platform/database/db.ts'
import { sql } from '../platform/database/sql.ts'
import { AppError } from '../platform/http/app-error.ts'

/** What is contested of one due line, in the smallest unit. */
export interface ContestedPart {
  readonly item: number
  readonly amount: number
}

/**
 * Refuses items that are not the customer's, and parts that are no part. A part as large as what is left is all of it:
 * such parts are left out of the answer.
 */
export async function refuseParts(
  db: Db,
  {
    customer,
    items,
    parts,
  }: { readonly customer: number; readonly items: readonly number[]; readonly parts: readonly ContestedPart[] },
): Promise<ContestedPart[]> {
  const owed = new Map((await ownItems(db, customer, items)).map(({ id, amountDue }) => [id, amountDue]))
  if (items.some((item) => !owed.has(item))) {
    throw new AppError('itemsNotOfCustomer', 409, {
      fr: 'Certaines factures ne sont pas à ce client : rechargez la page.',
      en: 'Some invoices are not this customer’s: reload the page.',
    })
  }
  const once = new Set(parts.map(({ item }) => item))
  if (once.size < parts.length || parts.some(({ item, amount }) => amount <= 0 || !items.includes(item))) {
    throw new AppError('contestedParts', 400, {
      fr: 'Le montant contesté est positif et porte sur une facture du litige\u00a0: corrigez-le.',
      en: 'The amount contested is positive and about an invoice of the dispute: correct it.',
    })
  }
  return parts.filter(({ item, amount }) => amount < (owed.get(item) ?? 0))
}

const ownItems = (db: Db, customer: number, items: readonly number[]) =>
  db.rows<{ id: number; amountDue: number }>(sql`
    select id, amount_due as "amountDue" from open_item
    where organization_id = current_organization() and customer_id = ${customer} and id = any(${items})`)
