import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { formatDate } from '@quittance/core/calendar/format-date.ts'
import { formatMoney, type Language } from '@quittance/core/money/format-money.ts'
import { asCurrency, money } from '@quittance/core/money/money.ts'
import type { Db } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'
import type { Sentence } from '../../platform/http/app-error.ts'
import type { Following, Pair } from './following.ts'

/** What was entered since the merge and is about both: it keeps them from being separated. */
export interface Standing {
  readonly kind: 'payment' | 'creditNote' | 'promise' | 'paymentPlan' | 'dispute'
  readonly sentence: Sentence
}

interface Since extends Pair {
  readonly mergedAt: string
  readonly latest: Readonly<Record<string, number>>
}

/** Asked when each fact is with its own again. */
export async function standingBetween(db: Db, following: readonly Following[], since: Since): Promise<Standing[]> {
  const standing: Standing[] = (await allocationsBetween(db, since)).map(saidOfAllocation)
  for (const one of following) {
    if (!one.stands || !(one.table in kinds)) continue
    for (const row of await aboutBoth(db, one, since))
      standing.push(saidOf(kinds[one.table as keyof typeof kinds], row))
  }
  return standing
}

const kinds = { promise: 'promise', payment_plan: 'paymentPlan', dispute: 'dispute' } as const

interface Between {
  readonly isPayment: boolean
  readonly on: CalendarDate
  readonly amount: number
  readonly currency: string
  readonly creditNumber: string | null
  readonly invoiceNumber: string
}

/** Money or credit notes of one that pay an invoice of the other, allocated since and not taken back. */
const allocationsBetween = (db: Db, { kept, other, mergedAt }: Since): Promise<Between[]> =>
  db.rows(sql`
    select a.payment_id is not null as "isPayment", coalesce(p.received_on, a.allocated_on) as on, a.amount, i.currency,
      c.number as "creditNumber", i.number as "invoiceNumber"
    from open_item i
    join allocation a on a.organization_id = i.organization_id and a.open_item_id = i.id
    left join payment p on p.organization_id = a.organization_id and p.id = a.payment_id
    left join open_item c on c.organization_id = a.organization_id and c.id = a.credit_item_id
    where i.organization_id = current_organization() and i.customer_id in (${kept}, ${other})
      and a.entered_at > ${mergedAt}::timestamptz and a.reverses_id is null
      and not exists (select from allocation v where v.organization_id = a.organization_id and v.reverses_id = a.id)
      and coalesce(p.customer_id, c.customer_id) in (${kept}, ${other})
      and coalesce(p.customer_id, c.customer_id) <> i.customer_id
    order by a.id`)

interface About {
  readonly on: CalendarDate
  readonly numbers: string
}

const aboutBoth = (db: Db, { table, about = sql.empty, stands = sql.empty }: Following, since: Since) =>
  db.rows<About>(sql`
    select ${sql.identifier(table === 'promise' ? 'noted_on' : table === 'dispute' ? 'opened_on' : 'agreed_on')} as on,
      (select string_agg(distinct i.number, ', ') from (${about}) a
        join open_item i on i.organization_id = current_organization() and i.id = a.item where a.id = t.id) as numbers
    from ${sql.identifier(table)} t
    where t.organization_id = current_organization() and t.customer_id in (${since.kept}, ${since.other})
      and t.id > ${since.latest[table] ?? 0} and ${stands}
      and exists (select from (${about}) a join open_item i on i.organization_id = current_organization() and i.id = a.item
        where a.id = t.id and i.customer_id in (${since.kept}, ${since.other}) and i.customer_id <> t.customer_id)
    order by t.id`)

function saidOfAllocation({ isPayment, on, amount, currency, creditNumber, invoiceNumber }: Between): Standing {
  const sum = (language: Language) => formatMoney(money(amount, asCurrency(currency)), language)
  return isPayment
    ? {
        kind: 'payment',
        sentence: {
          fr: `Le règlement du ${formatDate(on, 'fr')} paie la facture ${invoiceNumber} de l’autre client (${sum('fr')}) : retirez cette répartition.`,
          en: `The payment of ${formatDate(on, 'en')} pays invoice ${invoiceNumber} of the other customer (${sum('en')}): take this allocation back.`,
        },
      }
    : {
        kind: 'creditNote',
        sentence: {
          fr: `L’avoir ${creditNumber} est déduit de la facture ${invoiceNumber} de l’autre client (${sum('fr')}) : retirez cette répartition.`,
          en: `Credit note ${creditNumber} is deducted from invoice ${invoiceNumber} of the other customer (${sum('en')}): take this allocation back.`,
        },
      }
}

function saidOf(kind: 'promise' | 'paymentPlan' | 'dispute', { on, numbers }: About): Standing {
  const [fr, en] = [formatDate(on, 'fr'), formatDate(on, 'en')]
  const sentence: Record<typeof kind, Sentence> = {
    promise: {
      fr: `La promesse notée le ${fr} porte sur des factures des deux clients (${numbers}) : retirez-la.`,
      en: `The promise noted on ${en} is about invoices of both customers (${numbers}): withdraw it.`,
    },
    paymentPlan: {
      fr: `L’échéancier du ${fr} porte sur des factures des deux clients (${numbers}) : mettez-y fin.`,
      en: `The payment plan of ${en} is about invoices of both customers (${numbers}): end it.`,
    },
    dispute: {
      fr: `Le litige ouvert le ${fr} porte sur des factures des deux clients (${numbers}) : résolvez-le.`,
      en: `The dispute opened on ${en} is about invoices of both customers (${numbers}): resolve it.`,
    },
  }
  return { kind, sentence: sentence[kind] }
}
