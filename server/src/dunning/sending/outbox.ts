import type { Db } from '../../platform/database/db.ts'
import { type Sql, sql } from '../../platform/database/sql.ts'
import type { BuiltMessage } from '../messages/build-message.ts'
import type { ReminderHead } from '../messages/queries.ts'
import { leavesEveryDay } from '../run/reminder-queries.ts'
import { type Claim, ofClaim } from './claims.ts'

/** By which server messages go: the mail server of a firm, or the one gateway of the organisation, whatever the firm. */
export interface Way {
  readonly channel: ReminderHead['channel']
  readonly legalEntity: number | null
}

export interface DueMessage extends Way {
  readonly id: number
  readonly customer: number
}

const goesBy = ({ channel, legalEntity }: Way): Sql =>
  channel === 'sms' ? sql`channel = 'sms'` : sql`channel <> 'sms' and legal_entity_id = ${legalEntity}`

/** Messages that may leave now, oldest first, at most as many as the hourly limit still allows. */
export const dueForSending = (db: Db, nowMs: number, only?: 'everyDay'): Promise<DueMessage[]> =>
  db.rows(sql`
    select r.id, r.customer_id as customer, r.channel, r.legal_entity_id as "legalEntity" from reminder r
    left join smtp_settings s on s.organization_id = r.organization_id and s.legal_entity_id = r.legal_entity_id
    left join sms_gateway g on g.organization_id = r.organization_id and g.is_active
    where r.organization_id = current_organization() and r.state = 'ready' and (${only === undefined} or ${leavesEveryDay})
      and case r.channel when 'sms' then g.organization_id else s.legal_entity_id end is not null
      and r.leaves_at <= ${sql.instant(nowMs)} and coalesce(r.next_attempt_at, r.leaves_at) <= ${sql.instant(nowMs)}
    order by r.leaves_at, r.id
    limit greatest(0, (select o.messages_per_hour from organization o where o.organization_id = current_organization())
      - (select count(*) from reminder d where d.organization_id = current_organization()
          and d.dialogue_at > ${sql.instant(nowMs - 3_600_000)}))`)

/** How many messages an hour the organisation allows. */
export const hourlyLimit = async (db: Db): Promise<number> =>
  (
    await db.one<{ most: number }>(sql`
      select messages_per_hour as most from organization where organization_id = current_organization()`)
  ).most

/** How many dialogues the hourly limit still allows. One sender at a time asks: two servers do not both take the last one. */
export const leftThisHour = async (db: Db, nowMs: number): Promise<number> => {
  await db.run(sql`select pg_advisory_xact_lock(hashtextextended('hourly limit', current_organization()))`)
  const { left } = await db.one<{ left: number }>(sql`
    select (o.messages_per_hour - (select count(*) from reminder d where d.organization_id = o.organization_id
      and d.dialogue_at > ${sql.instant(nowMs - 3_600_000)}))::int as left
    from organization o where o.organization_id = current_organization()`)
  return left
}

/**
 * Nobody asks for these any more: queued by automatic sending that was switched off since, of a firm whose mail server
 * was removed, or of before a restore (they may have left since). They wait for a person.
 */
export const withdrawUnasked = (db: Db): Promise<number> =>
  db.run(sql`
    update reminder r set state = 'pendingApproval', approved_by = null, approved_at = null, leaves_at = null, next_attempt_at = null
    from organization o
    where r.organization_id = current_organization() and o.organization_id = r.organization_id and r.state = 'ready'
      and (o.sending_frozen or (r.approved_at is null and not o.automatic_sending) or case r.channel
        when 'sms' then not exists (select from sms_gateway g where g.organization_id = r.organization_id and g.is_active)
        else not exists (select from smtp_settings s where s.organization_id = r.organization_id and s.legal_entity_id = r.legal_entity_id) end)`)

/** The words are fixed, and the dialogue with the server is about to begin: from here on a lost answer is a doubt. */
export const freeze = (db: Db, claim: Claim, message: BuiltMessage, nowMs: number): Promise<number> =>
  db.run(sql`
    update reminder set subject = ${message.subject}, text_body = ${message.text}, html_body = ${message.html},
      recipients = ${frozenPart(message, nowMs)}::jsonb, dialogue_at = ${sql.instant(nowMs)}
    where ${ofClaim(claim)} and state = 'sending'`)

/** Approved without a mail server: the message lies in the test outbox, word for word as it would arrive. */
export const putInTestOutbox = (db: Db, id: number, message: BuiltMessage, nowMs: number): Promise<number> =>
  db.run(sql`
    update reminder set state = 'inTestOutbox', subject = ${message.subject}, text_body = ${message.text}, html_body = ${message.html},
      recipients = ${frozenPart(message, nowMs)}::jsonb
    where organization_id = current_organization() and id = ${id} and state = 'pendingApproval'`)

/** Whatever a person said of it meanwhile: the server took it. */
export const markSent = (db: Db, claim: Claim, reply: string, nowMs: number): Promise<number> =>
  db.run(sql`
    update reminder set state = 'sent', sent_at = ${sql.instant(nowMs)}, server_reply = ${reply}
    where ${ofClaim(claim)} and state in ('sending', 'uncertain', 'failed')`)

/** Back in the queue under the same Message-ID. */
export const retryLater = (db: Db, claim: Claim, reply: string, nextMs: number): Promise<number> =>
  db.run(sql`
    update reminder set state = 'ready', server_reply = ${reply}, next_attempt_at = ${sql.instant(nextMs)}, claimed_by = null
    where ${ofClaim(claim)} and state in ('sending', 'uncertain')`)

/** Nothing left, and nothing will by itself. */
export const markFailed = (db: Db, claim: Claim, reply: string, because: string): Promise<number> =>
  db.run(sql`
    update reminder set state = 'failed', server_reply = ${reply}, ended_because = ${because}
    where ${ofClaim(claim)} and state in ('sending', 'uncertain')`)

/** It may have left; a person decides. */
export const markUncertain = (db: Db, claim: Claim, reply: string): Promise<number> =>
  db.run(sql`
    update reminder set state = 'uncertain', server_reply = ${reply}
    where ${ofClaim(claim)} and state in ('sending', 'uncertain')`)

/**
 * A person says what became of a message in doubt; answers when it left, which is not when they say so. A sender that
 * still holds its claim has lost it with this.
 */
export async function settle(db: Db, id: number, end: { left: boolean; atMs: number }): Promise<number | null> {
  const row = await db.maybe<{ leftMs: number | null }>(sql`
    update reminder set state = ${end.left ? 'sent' : 'failed'}, ended_because = ${end.left ? null : 'notSent'},
      sent_at = case when ${end.left} then coalesce(dialogue_at, ${sql.instant(end.atMs)}) end
    where organization_id = current_organization() and id = ${id} and state = 'uncertain'
    returning (extract(epoch from sent_at) * 1000)::bigint as "leftMs"`)
  return row?.leftMs ?? null
}

/** Before anything was said to a server. */
export const cancelClaimed = (db: Db, claim: Claim, because: string): Promise<number> =>
  db.run(sql`
    update reminder set state = 'cancelled', ended_because = ${because}
    where ${ofClaim(claim)} and state = 'sending'`)

/** The facts moved under words a person typed, or one is to look first: a person reads it again. The words stay. */
export const backToApproval = (db: Db, claim: Claim, because: 'changedAfterEditing' | 'checkFirst'): Promise<number> =>
  db.run(sql`
    update reminder set state = 'pendingApproval', approved_by = null, approved_at = null, leaves_at = null, claimed_by = null,
      because = ${because}
    where ${ofClaim(claim)} and state = 'sending'`)

/** The server is in trouble: what else waits for it is not tried before then, and is told why. */
export const restServer = (db: Db, way: Way, untilMs: number, why: string): Promise<number> =>
  db.run(sql`
    update reminder set next_attempt_at = ${sql.instant(untilMs)}, server_reply = ${why}
    where organization_id = current_organization() and ${goesBy(way)} and state = 'ready'
      and coalesce(next_attempt_at, leaves_at) < ${sql.instant(untilMs)}`)

/** The settings of a firm's mail server, or of the gateway, were saved: whatever the old ones were refused is tried at once. */
export const endRest = (db: Db, server: number | 'gateway'): Promise<number> =>
  db.run(sql`
    update reminder set next_attempt_at = null, server_reply = null
    where organization_id = current_organization() and state = 'ready' and next_attempt_at is not null
      and ${server === 'gateway' ? goesBy({ channel: 'sms', legalEntity: null }) : goesBy({ channel: 'email', legalEntity: server })}`)

/** The rungs of a message that really left, each once. */
export const climb = (db: Db, reminder: number, on: string): Promise<number> =>
  db.run(sql`
    insert into step_taken (organization_id, open_item_id, step_key, delay_days, taken_on, how, reminder_id)
    select organization_id, open_item_id, step_key, delay_days, ${on}, 'sent', reminder_id
    from reminder_item
    where organization_id = current_organization() and reminder_id = ${reminder} and step_key is not null
    on conflict (organization_id, open_item_id, step_key) do nothing`)

/** What of a message is kept beside its words, so that it can be shown as it left whatever changes later. */
export const frozenPart = (
  { from, replyTo, to, cc, attachments, earlier, transfer }: BuiltMessage,
  writtenMs: number,
): string =>
  JSON.stringify({
    from,
    replyTo,
    to,
    cc,
    attachments,
    earlier,
    transfer,
    writtenAt: new Date(writtenMs).toISOString(),
  })

/** After a restore nothing leaves until a person has said so: what was ready then may have left since. */
export const isFrozen = async (db: Db): Promise<boolean> =>
  (
    await db.one<{ frozen: boolean }>(sql`
    select sending_frozen as frozen from organization where organization_id = current_organization()`)
  ).frozen
