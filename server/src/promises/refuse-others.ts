import type { Db } from '../platform/database/db.ts'
import { AppError } from '../platform/http/app-error.ts'
import { promisable } from './queries.ts'

/** AppError 409 unless all these items are the customer's or its subsidiaries', in this currency, with something left. */
export async function refuseOthers(
  db: Db,
  customer: number,
  items: readonly number[],
  currency: string,
): Promise<void> {
  const known = new Set((await promisable(db, customer, items, currency)).map(({ id }) => id))
  if (items.every((item) => known.has(item))) return
  throw new AppError('itemsNotOfCustomer', 409, {
    fr: 'Certaines factures ne sont pas à ce client, sont déjà payées ou sont dans une autre devise : rechargez la page.',
    en: 'Some invoices are not this customer’s, are already paid or are in another currency: reload the page.',
  })
}
