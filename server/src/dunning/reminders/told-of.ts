import { formatMoney, type Language } from '@quittance/core/money/format-money.ts'
import type { Money } from '@quittance/core/money/money.ts'
import type { Db } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'
import type { ReminderState } from '../messages/queries.ts'

/** What people did with a message that waits, and what it listed when one of them let it go. */
export interface ToldOf {
  readonly because: string | null
  readonly edited: { readonly by: string | null; readonly at: string } | null
  readonly recalled: { readonly by: string | null; readonly time: string; readonly reason: string | null } | null
  readonly setAside: { readonly by: string | null; readonly reason: string | null } | null
  readonly approvedSums: readonly Money[] | null
  readonly sums: readonly Money[]
  /** Items or amounts are not those that were approved. */
  readonly hasMoved: boolean
}

/** Throws for a message nobody may see. */
export const toldOf = (db: Db, id: number): Promise<ToldOf> =>
  db.one<ToldOf>(sql`
    select r.because,
      case when r.edited_at is not null then json_build_object('by', e.name, 'at', r.edited_at) end as edited,
      case when r.recalled_at is not null then json_build_object('by', b.name, 'reason', r.recall_reason,
        'time', to_char(r.recalled_at at time zone o.time_zone, 'HH24:MI')) end as recalled,
      case when r.state = 'held' then json_build_object('by', a.name, 'reason', r.set_aside_reason) end as "setAside",
      r.approved_sums as "approvedSums", coalesce(s.sums, '[]') as sums,
      r.approved_sums is not null and (r.approved_sums <> coalesce(s.sums, '[]') or r.approved_hash is distinct from r.items_hash) as "hasMoved"
    from reminder r
    join organization o on o.organization_id = r.organization_id
    left join person e on e.organization_id = r.organization_id and e.id = r.edited_by
    left join person b on b.organization_id = r.organization_id and b.id = r.recalled_by
    left join person a on a.organization_id = r.organization_id and a.id = r.set_aside_by
    left join lateral (
      select jsonb_agg(jsonb_build_object('amount', s.amount, 'currency', s.currency) order by s.currency) as sums
      from reminder_sum s where s.organization_id = r.organization_id and s.reminder_id = r.id and s.items > 0) s on true
    where r.organization_id = current_organization() and r.id = ${id}`)

/** What whoever reads the message must know before letting it go, or why it left as it did; null when there is nothing. */
export function noticeOf(told: ToldOf, state: ReminderState, language: Language): string | null {
  if (state === 'pendingApproval' && told.because === 'changedAfterEditing') return changed[language]
  if (state === 'pendingApproval' && told.recalled) return recalledWords(told.recalled, language)
  if (state === 'held' && told.setAside?.reason) return asideWords(told.setAside, language)
  if (!told.hasMoved || told.approvedSums === null) return null
  const [before, now] = [told.approvedSums, told.sums].map((sums) => inWords(sums, language))
  if (state === 'ready')
    return before === now ? moved.ready[language] : sumsMoved.ready[language](`${before}`, `${now}`)
  if (state !== 'sent') return null
  return before === now ? moved.sent[language] : sumsMoved.sent[language](`${before}`, `${now}`)
}

const inWords = (sums: readonly Money[], language: Language): string =>
  sums.map((sum) => formatMoney(sum, language)).join(' + ')

const changed = {
  fr: 'Les montants ont changé depuis que ce message a été modifié. Le tableau et les montants sont refaits, le texte est gardé\u00a0: relisez-le, puis approuvez.',
  en: 'Amounts have changed since this message was edited. The table and the amounts are made anew, the text is kept: read it again, then approve.',
} as const

const moved = {
  ready: {
    fr: 'Les factures ou les avoirs ont changé depuis l’accord\u00a0: le message est refait, il partira tel que ci-dessous.',
    en: 'Invoices or credits have changed since the approval: the message is made anew and will leave as shown below.',
  },
  sent: {
    fr: 'Les factures ou les avoirs ont changé entre l’accord et le départ\u00a0: le message a été refait avant de partir.',
    en: 'Invoices or credits changed between approval and departure: the message was made anew before it left.',
  },
} as const

const sumsMoved = {
  ready: {
    fr: (before: string, now: string) =>
      `Approuvé pour ${before}, il reste ${now}\u00a0: le message est refait, il partira avec ${now}.`,
    en: (before: string, now: string) =>
      `Approved for ${before}, ${now} is left: the message is made anew and will leave with ${now}.`,
  },
  sent: {
    fr: (before: string, now: string) =>
      `Approuvé pour ${before}, parti avec ${now}\u00a0: les montants ont changé entre l’accord et le départ.`,
    en: (before: string, now: string) =>
      `Approved for ${before}, left with ${now}: amounts changed between approval and departure.`,
  },
} as const

function recalledWords({ by, time, reason }: NonNullable<ToldOf['recalled']>, language: Language): string {
  const who = by ?? (language === 'fr' ? 'quelqu’un' : 'somebody')
  const said =
    language === 'fr' ? `Départ annulé par ${who} à ${time}.` : `Its departure was cancelled by ${who} at ${time}.`
  return reason === null ? said : `${said} ${reason}`
}

function asideWords({ by, reason }: NonNullable<ToldOf['setAside']>, language: Language): string {
  const who = by ?? (language === 'fr' ? 'quelqu’un' : 'somebody')
  return language === 'fr' ? `${who}\u00a0: ${reason}` : `${who}: ${reason}`
}
