import type { Db } from '../../platform/database/db.ts'
import { type Sql, sql } from '../../platform/database/sql.ts'

/** The right to send one message: of one worker, for one attempt. Whoever holds another one sends nothing. */
export interface Claim {
  readonly id: number
  readonly worker: string
  readonly attempt: number
}

/**
 * This transaction is over before it lies on the disk: for what is asked again before anything leaves. A database that loses it gives the
 * message to nobody; the words are fixed in a transaction that waits for the disk.
 */
export const hurryCommit = (db: Db): Promise<number> => db.run(sql`set local synchronous_commit = off`)

/** Rows of this claim and of no other: what a sender that stood still may still write. */
export const ofClaim = ({ id, worker, attempt }: Claim): Sql => sql`
  organization_id = current_organization() and id = ${id} and claimed_by = ${worker} and attempts = ${attempt}`

/**
 * ready → sending, for one worker only; null when another one was quicker, or the message is not to leave now: taken
 * back, put off, sending suspended.
 */
export const claim = async (db: Db, id: number, worker: string, nowMs: number): Promise<Claim | null> => {
  const claimed = await db.maybe<{ attempts: number }>(sql`
    update reminder set state = 'sending', claimed_by = ${worker}, claimed_at = ${sql.instant(nowMs)}, dialogue_at = null,
      attempts = attempts + 1
    where organization_id = current_organization() and id = ${id} and state = 'ready'
      and leaves_at <= ${sql.instant(nowMs)} and coalesce(next_attempt_at, leaves_at) <= ${sql.instant(nowMs)}
      and exists (select from organization o where o.organization_id = current_organization() and not o.sending_frozen)
    returning attempts`)
  return claimed && { id, worker, attempt: claimed.attempts }
}

/**
 * In what state the message of a claim is, locked; null when the claim is no longer good: its holder stood still so long
 * (a laptop that slept) that the message was given to another one.
 */
export const stateUnder = async (db: Db, claim: Claim): Promise<'sending' | 'uncertain' | 'failed' | null> => {
  const row = await db.maybe<{ state: 'sending' | 'uncertain' | 'failed' }>(sql`
    select state from reminder where ${ofClaim(claim)} and state in ('sending', 'uncertain', 'failed') for update`)
  return row?.state ?? null
}

/**
 * Asked just before the mail server is called and again just before the final dot: is it still this claim's message?
 * If so nobody may call it uncertain for another twenty minutes.
 */
export const renew = async (db: Db, claim: Claim, nowMs: number): Promise<boolean> =>
  (await db.run(sql`
    update reminder set dialogue_at = ${sql.instant(nowMs)} where ${ofClaim(claim)} and state = 'sending'`)) === 1

/** Not now, and nothing was said to any server: the message waits, and this was no attempt. */
export const releaseClaim = (db: Db, claim: Claim, leavesAt: string | null): Promise<number> =>
  db.run(sql`
    update reminder set state = 'ready', claimed_by = null, attempts = attempts - 1,
      leaves_at = coalesce(${leavesAt}::timestamptz, leaves_at)
    where ${ofClaim(claim)} and state = 'sending'`)

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
      and claimed_at < ${sql.instant(olderThanMs)}`)
  return db.rows(sql`
    update reminder set state = 'uncertain', server_reply = null
    where organization_id = current_organization() and state = 'sending' and dialogue_at < ${sql.instant(olderThanMs)}
    returning id, customer_id as customer, legal_entity_id as "legalEntity"`)
}
