import type { Db } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'
import type { BuiltMessage } from '../messages/build-message.ts'

/** Messages that may leave now, oldest first, at most as many as the hourly limit still allows. */
export const dueForSending = (db: Db, nowMs: number): Promise<{ id: number }[]> =>
  db.rows(sql`
    select r.id from reminder r
    join smtp_settings s on s.organization_id = r.organization_id and s.legal_entity_id = r.legal_entity_id
    where r.organization_id = current_organization() and r.state = 'ready'
      and r.leaves_at <= ${at(nowMs)}::timestamptz and coalesce(r.next_attempt_at, r.leaves_at) <= ${at(nowMs)}::timestamptz
    order by r.leaves_at, r.id
    limit greatest(0, (select o.messages_per_hour from organization o where o.organization_id = current_organization())
      - (select count(*) from reminder d where d.organization_id = current_organization()
          and d.dialogue_at > ${at(nowMs - 3_600_000)}::timestamptz))`)

/**
 * ready → sending, for one worker only; answers which attempt this is, null when another one was quicker or the message
 * is no longer to leave.
 */
export const claim = async (db: Db, id: number, worker: string, nowMs: number): Promise<number | null> => {
  const claimed = await db.maybe<{ attempts: number }>(sql`
    update reminder set state = 'sending', claimed_by = ${worker}, claimed_at = ${at(nowMs)}::timestamptz, dialogue_at = null,
      attempts = attempts + 1
    where organization_id = current_organization() and id = ${id} and state = 'ready'
    returning attempts`)
  return claimed?.attempts ?? null
}

/**
 * False when the claim is no longer this worker's: it stood still so long (a laptop that slept) that the message was
 * given to another one.
 */
export const stillClaimed = async (db: Db, id: number, worker: string, attempt: number): Promise<boolean> =>
  (await db.maybe(sql`
    select id from reminder
    where organization_id = current_organization() and id = ${id} and state = 'sending' and dialogue_at is null
      and claimed_by = ${worker} and attempts = ${attempt}
    for update`)) !== null

/** The words are fixed, and the dialogue with the server is about to begin: from here on a lost answer is a doubt. */
export const freeze = (db: Db, id: number, message: BuiltMessage, nowMs: number): Promise<number> =>
  db.run(sql`
    update reminder set subject = ${message.subject}, text_body = ${message.text}, html_body = ${message.html},
      recipients = ${recipientsOf(message)}::jsonb, dialogue_at = ${at(nowMs)}::timestamptz
    where organization_id = current_organization() and id = ${id} and state = 'sending'`)

/** Approved without a mail server: the message lies in the test outbox, word for word as it would arrive. */
export const putInTestOutbox = (db: Db, id: number, message: BuiltMessage): Promise<number> =>
  db.run(sql`
    update reminder set state = 'inTestOutbox', subject = ${message.subject}, text_body = ${message.text}, html_body = ${message.html},
      recipients = ${recipientsOf(message)}::jsonb
    where organization_id = current_organization() and id = ${id} and state = 'pendingApproval'`)

export const markSent = (db: Db, id: number, reply: string, nowMs: number): Promise<number> =>
  db.run(sql`
    update reminder set state = 'sent', sent_at = ${at(nowMs)}::timestamptz, server_reply = ${reply}
    where organization_id = current_organization() and id = ${id} and state in ('sending', 'uncertain')`)

/** Back in the queue under the same Message-ID. */
export const retryLater = (db: Db, id: number, reply: string, nextMs: number): Promise<number> =>
  db.run(sql`
    update reminder set state = 'ready', server_reply = ${reply}, next_attempt_at = ${at(nextMs)}::timestamptz, claimed_by = null
    where organization_id = current_organization() and id = ${id} and state = 'sending'`)

export const markFailed = (db: Db, id: number, reply: string, because: string): Promise<number> =>
  db.run(sql`
    update reminder set state = 'failed', server_reply = ${reply}, ended_because = ${because}
    where organization_id = current_organization() and id = ${id} and state in ('sending', 'uncertain')`)

export const markUncertain = (db: Db, id: number, why: string): Promise<number> =>
  db.run(sql`
    update reminder set state = 'uncertain', server_reply = ${why}
    where organization_id = current_organization() and id = ${id} and state = 'sending'`)

/** Not now: nothing was said to any server, the message waits for the next departure. */
export const releaseClaim = (db: Db, id: number, leavesAt: string): Promise<number> =>
  db.run(sql`
    update reminder set state = 'ready', claimed_by = null, attempts = attempts - 1, leaves_at = ${leavesAt}::timestamptz
    where organization_id = current_organization() and id = ${id} and state = 'sending'`)

export const cancelClaimed = (db: Db, id: number, because: string): Promise<number> =>
  db.run(sql`
    update reminder set state = 'cancelled', ended_because = ${because}
    where organization_id = current_organization() and id = ${id} and state = 'sending'`)

/** The facts moved under words a person typed: that person reads it again. */
export const backToApproval = (db: Db, id: number): Promise<number> =>
  db.run(sql`
    update reminder set state = 'pendingApproval', approved_by = null, approved_at = null, leaves_at = null, claimed_by = null,
      subject_written = null, body_written = null, because = 'changedAfterEditing'
    where organization_id = current_organization() and id = ${id} and state = 'sending'`)

/**
 * Claims of a worker that is no more. Before the dialogue began nothing can have left: back in the queue.
 * After that nobody knows: uncertain, and a person decides. Returns the uncertain ones.
 */
export async function recoverClaims(
  db: Db,
  olderThanMs: number,
): Promise<{ id: number; customer: number; legalEntity: number }[]> {
  await db.run(sql`
    update reminder set state = 'ready', claimed_by = null
    where organization_id = current_organization() and state = 'sending' and dialogue_at is null
      and claimed_at < ${at(olderThanMs)}::timestamptz`)
  return db.rows(sql`
    update reminder set state = 'uncertain', server_reply = null
    where organization_id = current_organization() and state = 'sending' and dialogue_at < ${at(olderThanMs)}::timestamptz
    returning id, customer_id as customer, legal_entity_id as "legalEntity"`)
}

/** The rungs of a message that really left, each once. */
export const climb = (db: Db, reminder: number, on: string): Promise<number> =>
  db.run(sql`
    insert into step_taken (organization_id, open_item_id, step_key, delay_days, taken_on, how, reminder_id)
    select organization_id, open_item_id, step_key, delay_days, ${on}, 'sent', reminder_id
    from reminder_item
    where organization_id = current_organization() and reminder_id = ${reminder} and step_key is not null
    on conflict (organization_id, open_item_id, step_key) do nothing`)

export const recipientsOf = (message: BuiltMessage): string =>
  JSON.stringify({ from: message.from, replyTo: message.replyTo, to: message.to, cc: message.cc })

const at = (ms: number): string => new Date(ms).toISOString()

/** How often a message was tried, this time included. */
export const attemptsOf = async (db: Db, id: number): Promise<number> =>
  (
    await db.one<{ attempts: number }>(sql`
    select attempts from reminder where organization_id = current_organization() and id = ${id}`)
  ).attempts

/** After a restore nothing leaves until a person has said so: what was ready then may have left since. */
export const isFrozen = async (db: Db): Promise<boolean> =>
  (
    await db.one<{ frozen: boolean }>(sql`
    select sending_frozen as frozen from organization where organization_id = current_organization()`)
  ).frozen
