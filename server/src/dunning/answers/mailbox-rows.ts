import type { Db } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'

export interface StoredMailbox {
  readonly legalEntity: number
  readonly isOn: boolean
  readonly host: string
  readonly port: number
  readonly security: 'tls' | 'starttls' | 'none'
  readonly username: string
  readonly passwordSealed: string | null
  readonly folder: string
  readonly movesTo: string | null
  readonly testedAt: string | null
  readonly since: string | null
  readonly uidValidity: number | null
  readonly lastUid: number
  readonly readAt: string | null
  readonly problem: string | null
  readonly problemSince: string | null
}

const columns = sql`legal_entity_id as "legalEntity", is_on as "isOn", host, port, security, username, password_sealed as "passwordSealed",
  folder, moves_to as "movesTo", tested_at as "testedAt", since, uid_validity as "uidValidity", last_uid as "lastUid",
  read_at as "readAt", problem, problem_since as "problemSince"`

/** Null where the firm has none. */
export const storedMailbox = (db: Db, legalEntity: number): Promise<StoredMailbox | null> =>
  db.maybe(sql`
    select ${columns} from mailbox where organization_id = current_organization() and legal_entity_id = ${legalEntity}`)

/** Those that are to be read. */
export const mailboxesOn = (db: Db): Promise<StoredMailbox[]> =>
  db.rows(
    sql`select ${columns} from mailbox where organization_id = current_organization() and is_on order by legal_entity_id`,
  )

export type MailboxKept = Pick<
  StoredMailbox,
  'isOn' | 'host' | 'port' | 'security' | 'username' | 'passwordSealed' | 'folder' | 'movesTo' | 'testedAt'
>

/** Another server, user or folder starts anew; switched on it takes what comes from then on. */
export const storeMailbox = (db: Db, legalEntity: number, one: MailboxKept, now: string): Promise<number> =>
  db.run(sql`
    insert into mailbox (organization_id, legal_entity_id, is_on, host, port, security, username, password_sealed, folder, moves_to, tested_at, since)
    values (current_organization(), ${legalEntity}, ${one.isOn}, ${one.host}, ${one.port}, ${one.security}, ${one.username},
      ${one.passwordSealed}, ${one.folder}, ${one.movesTo}, ${one.testedAt}, case when ${one.isOn} then ${now}::timestamptz end)
    on conflict (organization_id, legal_entity_id) do update set
      is_on = excluded.is_on, host = excluded.host, port = excluded.port, security = excluded.security, username = excluded.username,
      password_sealed = excluded.password_sealed, folder = excluded.folder, moves_to = excluded.moves_to, tested_at = excluded.tested_at,
      since = case when excluded.is_on and (not mailbox.is_on or mailbox.since is null) then coalesce(mailbox.since, excluded.since) else mailbox.since end,
      uid_validity = case when (mailbox.host, mailbox.username, mailbox.folder) = (excluded.host, excluded.username, excluded.folder)
        then mailbox.uid_validity end,
      last_uid = case when (mailbox.host, mailbox.username, mailbox.folder) = (excluded.host, excluded.username, excluded.folder)
        then mailbox.last_uid else 0 end,
      problem = null, problem_since = null`)

/** What was read from it stays. */
export const forgetMailbox = (db: Db, legalEntity: number): Promise<number> =>
  db.run(sql`delete from mailbox where organization_id = current_organization() and legal_entity_id = ${legalEntity}`)

/** It was tried, and opened, at that moment. */
export const mailboxWorked = (db: Db, legalEntity: number, at: string): Promise<number> =>
  db.run(sql`
    update mailbox set tested_at = ${at} where organization_id = current_organization() and legal_entity_id = ${legalEntity}`)

/** One reader at a time writes down a message; the place as it is now. */
export const lockPlace = (db: Db, legalEntity: number) =>
  db.maybe<{ uidValidity: number | null; lastUid: number }>(sql`
    select uid_validity as "uidValidity", last_uid as "lastUid" from mailbox
    where organization_id = current_organization() and legal_entity_id = ${legalEntity} and is_on for update`)

/** Everything up to this number (RFC 3501) is read. */
export const movePlace = (db: Db, legalEntity: number, to: { uidValidity: number; uid: number }): Promise<number> =>
  db.run(sql`
    update mailbox set uid_validity = ${to.uidValidity}, last_uid = ${to.uid}
    where organization_id = current_organization() and legal_entity_id = ${legalEntity}`)

/** When it was last looked at, and what went wrong; null: nothing. */
export const noteReading = (
  db: Db,
  legalEntity: number,
  { at, problem }: { at: string; problem: string | null },
): Promise<number> =>
  db.run(sql`
    update mailbox set read_at = case when ${problem}::text is null then ${at}::timestamptz else read_at end, problem = ${problem},
      problem_since = case when ${problem}::text is null then null else coalesce(problem_since, ${at}::timestamptz) end
    where organization_id = current_organization() and legal_entity_id = ${legalEntity}`)
