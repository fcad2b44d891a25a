import { randomUUID } from 'node:crypto'
import type { Language } from '@quittance/core/money/format-money.ts'
import type { CopyFacts } from '@quittance/core/tasks/what-follows.ts'
import { recordInJournal } from '../../people/journal.ts'
import type { Db } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'
import { writtenIn } from '../messages/queries.ts'
import type { RunContext } from '../run/run-context.ts'
import { copyText } from './copy-text.ts'

interface About {
  readonly customer: number
  readonly items: readonly number[]
}

interface CopiedItem {
  readonly item: number
  readonly number: string
  readonly legalEntity: number
  readonly hasFile: boolean
}

const copiedItems = (db: Db, { customer, items }: About): Promise<CopiedItem[]> =>
  db.rows<CopiedItem>(sql`
    select i.id as item, v.number, i.legal_entity_id as "legalEntity", f.invoice_id is not null as "hasFile"
    from open_item i
    join invoice v on v.organization_id = i.organization_id and v.id = i.invoice_id
    left join invoice_file f on f.organization_id = v.organization_id and f.invoice_id = v.id
    where i.organization_id = current_organization() and i.customer_id = ${customer} and i.id = any(${items})
    order by i.due_date, i.id`)

/** It leaves at once where messages leave without approval and there is a server to send them; elsewhere a person approves. */
const leavesAtOnce = (run: RunContext, legalEntity: number): boolean =>
  run.automatic && run.entitiesWithSmtp.has(legalEntity)

const once = (numbers: readonly string[]): string[] => [...new Set(numbers)]

/** What a copy of these invoices would carry, and when it would leave. */
export async function copyFacts(db: Db, about: About, run: RunContext): Promise<CopyFacts> {
  const items = await copiedItems(db, about)
  const attached = items.filter(({ hasFile }) => hasFile)
  return {
    attached: once(attached.map(({ number }) => number)),
    missing: once(items.filter(({ hasFile }) => !hasFile).map(({ number }) => number)),
    leaves:
      attached.length > 0 && attached.every((item) => leavesAtOnce(run, item.legalEntity)) ? 'atOnce' : 'afterApproval',
  }
}

/**
 * The copy a customer asked for: one message for each firm, with the invoices that have a PDF. It climbs no rung, counts
 * as no contact, stands beside a reminder on its way and is counted as none.
 */
export async function prepareCopy(db: Db, about: About, run: RunContext, nowMs: number): Promise<number[]> {
  const items = (await copiedItems(db, about)).filter(({ hasFile }) => hasFile)
  const made: number[] = []
  for (const [legalEntity, some] of Map.groupBy(items, (item) => item.legalEntity)) {
    made.push(await queueCopy(db, { ...about, legalEntity, items: some.map(({ item }) => item) }, run, nowMs))
  }
  return made
}

async function queueCopy(
  db: Db,
  { customer, legalEntity, items }: About & { readonly legalEntity: number },
  run: RunContext,
  nowMs: number,
): Promise<number> {
  const { language } = await db.one<{ language: Language }>(sql`
    select ${writtenIn} as language from customer c where c.organization_id = current_organization() and c.id = ${customer}`)
  const { subject, body } = copyText[language]
  const goes = leavesAtOnce(run, legalEntity)
  const { id } = await db.one<{ id: number }>(sql`
    insert into reminder (organization_id, customer_id, legal_entity_id, about, tone, carrying_item_id, state, because, decided_on, message_id,
      subject_written, body_written, leaves_at)
    values (current_organization(), ${customer}, ${legalEntity}, 'copy', 'courtesy', ${items[0] ?? null}, ${goes ? 'ready' : 'pendingApproval'}, 'copyAsked',
      ${run.today}, ${`<q.${randomUUID()}@${run.mailDomains.get(legalEntity) ?? 'quittance.invalid'}>`}, ${subject}, ${body},
      ${goes ? sql.instant(nowMs) : null})
    returning id`)
  await db.run(sql`
    insert into reminder_item (organization_id, reminder_id, open_item_id, days_late, currency, amount_due)
    select organization_id, ${id}, id, greatest(0, ${run.today}::date - due_date), currency, amount_due from open_item
    where organization_id = current_organization() and id = any(${items})`)
  await recordInJournal(db, {
    act: 'copy.prepared',
    thing: 'reminder',
    thingId: id,
    customerId: customer,
    details: { items: items.length, atOnce: goes },
  })
  return id
}

/** Copies nobody needs after all: those that have not left do not leave. */
export async function takeCopyBack(db: Db, messages: readonly number[]): Promise<void> {
  const back = await db.rows<{ id: number; customer: number }>(sql`
    update reminder set state = 'cancelled', ended_because = 'undone'
    where organization_id = current_organization() and id = any(${messages}) and about = 'copy' and state in ('pendingApproval', 'ready', 'inTestOutbox')
    returning id, customer_id as customer`)
  for (const { id, customer } of back) {
    await recordInJournal(db, { act: 'copy.takenBack', thing: 'reminder', thingId: id, customerId: customer })
  }
}
