import type { Db } from '../platform/database/db.ts'
import { sql } from '../platform/database/sql.ts'
import type { TaskRecord } from './queries.ts'
import type { CallDesk, CallScript } from './task-context.ts'

interface About {
  /** Whom to speak with. */
  readonly contact: {
    readonly civility: 'Mme' | 'M.' | null
    readonly firstName: string | null
    readonly lastName: string | null
  } | null
  readonly items: readonly number[]
  readonly desk: CallDesk
}

/** What to say in this call, from today's facts. Firm words after a formal notice that stands, and only then. */
export async function scriptOf(db: Db, task: TaskRecord, { contact, items, desk }: About): Promise<CallScript> {
  const customer = task.customer?.id
  if (customer === undefined) return { lines: [], isOwn: false, language: null }
  return desk.script(db, {
    customer,
    items,
    legalEntity: task.legalEntity,
    step: task.stepKey,
    contact,
    brokenInstalment: task.brokenInstalment,
    isNoticed: await isNoticed(db, customer),
    isPaymentMissing: task.because === 'paymentNotFound',
  })
}

const isNoticed = async (db: Db, customer: number): Promise<boolean> =>
  (await db.maybe(sql`
    select 1 from formal_notice n
    join formal_notice_item l on l.organization_id = n.organization_id and l.formal_notice_id = n.id
    join open_item i on i.organization_id = l.organization_id and i.id = l.open_item_id and i.amount_due > 0
    where n.organization_id = current_organization() and n.ended_at is null and i.customer_id = ${customer} limit 1`)) !==
  null
