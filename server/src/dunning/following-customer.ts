import type { Following, Imaged, Pair } from '../customers/merging/following.ts'
import type { Db } from '../platform/database/db.ts'
import { sql } from '../platform/database/sql.ts'
import { AppError } from '../platform/http/app-error.ts'
import { cancelReminders } from './run/reminder-queries.ts'

/** The tables of dunning whose rows name a customer. */
export const dunningFollowing: readonly Following[] = [
  {
    table: 'reminder',
    column: 'customer_id',
    how: 'moves',
    about: sql`
      select x.reminder_id as id, x.open_item_id as item from reminder_item x
      join reminder r on r.organization_id = x.organization_id and r.id = x.reminder_id
      where x.organization_id = current_organization() and r.state not in ('pendingApproval', 'ready')`,
  },
  { table: 'decision', column: 'customer_id', how: 'moves' },
  { table: 'answer', column: 'customer_id', how: 'moves' },
  { table: 'customer_interest_rate', column: 'customer_id', how: 'moves' },
  { table: 'legal_file', column: 'customer_id', how: 'moves' },
  {
    table: 'handover',
    column: 'customer_id',
    how: 'moves',
    about: sql`select handover_id as id, open_item_id as item from handover_item where organization_id = current_organization()`,
  },
  { table: 'insolvency', column: 'customer_id', how: 'moves' },
  { table: 'current_decision', column: 'customer_id', how: 'decided' },
]

/** Rows kept as they were before a merge. */
export const dunningImaged: readonly Imaged[] = [
  {
    table: 'reminder',
    key: ['id'],
    parts: { table: 'reminder_item', column: 'reminder_id' },
    of: (customers) => sql`t.customer_id = any(${customers}) and t.state in ('pendingApproval', 'ready')`,
  },
  {
    table: 'current_decision',
    key: ['customer_id', 'legal_entity_id'],
    of: (customers) => sql`t.customer_id = any(${customers})`,
  },
]

interface OnItsWay {
  readonly id: number
  readonly customer: number
  readonly legalEntity: number
  readonly state: 'pendingApproval' | 'ready' | 'sending' | 'uncertain'
  readonly isByHand: boolean
}

/** Locked: whoever would send one of them waits, and then finds it as it is after. */
const onTheirWay = (db: Db, customers: readonly number[]): Promise<OnItsWay[]> =>
  db.rows(sql`
    select id, customer_id as customer, legal_entity_id as "legalEntity", state, about = 'manual' as "isByHand"
    from reminder
    where organization_id = current_organization() and customer_id = any(${customers}) and about <> 'copy'
      and state in ('pendingApproval', 'ready', 'sending', 'uncertain')
    order by id for update`)

/** AppError 409 while a message is leaving to one of these customers. */
export async function refuseWhileLeaving(db: Db, customers: readonly number[]): Promise<void> {
  if ((await onTheirWay(db, customers)).some(({ state }) => state === 'sending')) throw isLeaving()
}

/**
 * One message at a time is on its way to a customer: of those to the two, the one nobody knows about stays, else one a
 * person wrote, else that of the one kept, which is then listed anew. What goes over waits for approval again.
 */
export async function joinReminders(db: Db, { kept, other }: Pair): Promise<void> {
  const all = await onTheirWay(db, [kept, other])
  const cancelled: number[] = []
  for (const rows of Map.groupBy(all, ({ legalEntity }) => legalEntity).values()) {
    if (rows.filter(({ state }) => state === 'uncertain').length > 1) throw twoUncertain()
    const rank = (row: OnItsWay): number =>
      (row.state === 'uncertain' ? 4 : 0) + (row.isByHand ? 2 : 0) + (row.customer === kept ? 1 : 0)
    const [first, ...rest] = rows.toSorted((a, b) => rank(b) - rank(a))
    cancelled.push(...rest.map(({ id }) => id))
    if (first && first.customer === other && first.state !== 'uncertain' && !first.isByHand) cancelled.push(first.id)
  }
  await cancelReminders(
    db,
    cancelled.map((id) => ({ id, because: 'merged' })),
  )
  await db.run(sql`
    update reminder set state = 'pendingApproval', approved_by = null, approved_at = null, leaves_at = null
    where organization_id = current_organization() and customer_id = ${other} and state = 'ready'`)
}

/** After a separation no message that waits tells one of them what the other owes. */
export async function partReminders(db: Db, { kept, other }: Pair): Promise<void> {
  const mixed = await db.rows<{ id: number }>(sql`
    select r.id from reminder r
    where r.organization_id = current_organization() and r.customer_id in (${kept}, ${other})
      and r.state in ('pendingApproval', 'ready') and exists (
        select from reminder_item x join open_item i on i.organization_id = x.organization_id and i.id = x.open_item_id
        where x.organization_id = r.organization_id and x.reminder_id = r.id and i.customer_id <> r.customer_id
          and i.customer_id in (${kept}, ${other}))`)
  await cancelReminders(
    db,
    mixed.map(({ id }) => ({ id, because: 'replaced' })),
  )
}

const isLeaving = (): AppError =>
  new AppError('messageIsLeaving', 409, {
    fr: 'Un message part en ce moment vers l’un de ces clients ; rien n’a été modifié. Recommencez dans une minute.',
    en: 'A message to one of these customers is leaving right now; nothing was changed. Start again in a minute.',
  })

const twoUncertain = (): AppError =>
  new AppError('twoUncertain', 409, {
    fr: 'Chacun des deux clients a un message dont on ne sait pas s’il est parti ; rien n’a été modifié. Dites-le d’abord pour l’un d’eux, dans À faire.',
    en: 'Each of the two customers has a message that may have left; nothing was changed. Say so for one of them first, in To do.',
  })
