import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { formatDate } from '@quittance/core/calendar/format-date.ts'
import type { Db } from '../platform/database/db.ts'
import { sql } from '../platform/database/sql.ts'
import { AppError } from '../platform/http/app-error.ts'
import { lockItems } from '../promises/refuse-both.ts'

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
    isNew = false,
  }: {
    readonly customer: number
    readonly items: readonly number[]
    readonly parts: readonly ContestedPart[]
    /** A dispute is opened: something is left of each. */
    readonly isNew?: boolean
  },
): Promise<ContestedPart[]> {
  const owed = new Map((await ownItems(db, customer, items)).map(({ id, amountDue }) => [id, amountDue]))
  if (items.some((item) => !owed.has(item))) {
    throw new AppError('itemsNotOfCustomer', 409, {
      fr: 'Certaines factures ne sont pas à ce client : rechargez la page.',
      en: 'Some invoices are not this customer’s: reload the page.',
    })
  }
  if (isNew && [...owed.values()].some((left) => left <= 0)) {
    throw new AppError('nothingToContest', 409, {
      fr: 'Il ne reste rien à payer sur une de ces factures\u00a0: rechargez la page.',
      en: 'Nothing is left to pay on one of these invoices: reload the page.',
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

/**
 * AppError 409 where one of these items is in an open dispute already, but for parts beside each other. `but`: the
 * dispute itself. Who contests at the same time waits, and is refused.
 */
export async function refuseContestedTwice(
  db: Db,
  {
    items,
    parts,
    but,
  }: { readonly items: readonly number[]; readonly parts: readonly ContestedPart[]; readonly but?: number },
): Promise<void> {
  const asked = new Map(parts.map(({ item, amount }) => [item, amount]))
  for (const { item, number, openedOn, left, contested } of await contestedNow(db, items, but ?? null)) {
    const part = asked.get(item)
    if (contested !== null && part !== undefined && part + contested <= left) continue
    throw new AppError('contestedAlready', 409, {
      fr: `La facture ${number} est déjà en litige depuis le ${formatDate(openedOn, 'fr')}\u00a0: suivez ce litige, corrigez-y le montant contesté, ou résolvez-le d’abord.`,
      en: `Invoice ${number} has been in dispute since ${formatDate(openedOn, 'en')}: follow that dispute, correct the amount contested there, or resolve it first.`,
    })
  }
}

interface Contested {
  readonly item: number
  readonly number: string
  readonly openedOn: CalendarDate
  readonly left: number
  /** Null: all of it. */
  readonly contested: number | null
}

async function contestedNow(db: Db, items: readonly number[], but: number | null): Promise<Contested[]> {
  await lockItems(db, items)
  return db.rows(sql`
    select i.id as item, i.number, i.amount_due as left, min(d.opened_on) as "openedOn",
      case when bool_or(l.amount is null) then null else sum(l.amount)::bigint end as contested
    from dispute_item l
    join dispute d on d.organization_id = l.organization_id and d.id = l.dispute_id and d.resolved_on is null
    join open_item i on i.organization_id = l.organization_id and i.id = l.open_item_id
    where l.organization_id = current_organization() and l.open_item_id = any(${items}) and d.id is distinct from ${but}
    group by i.id, i.number, i.amount_due order by i.id`)
}

const ownItems = (db: Db, customer: number, items: readonly number[]) =>
  db.rows<{ id: number; amountDue: number }>(sql`
    select id, amount_due as "amountDue" from open_item
    where organization_id = current_organization() and customer_id = ${customer} and id = any(${items})`)
