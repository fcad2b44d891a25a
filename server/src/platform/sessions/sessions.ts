import type { Db } from '../database/db.ts'

/** Cookies and where the request comes from; nothing else of a request counts. */
export interface Caller {
  readonly cookie: string | undefined
  readonly agent: string | undefined
  readonly ip: string
}

export interface CurrentSession {
  readonly id: string
  /** Identifier of the account in schema auth. */
  readonly user: string
  readonly email: string
  /** The organisation asked for; whether the account is a member is not known here. */
  readonly organization: number | null
  /** Set-Cookie lines for the answer: the session was prolonged. */
  readonly cookies: readonly string[]
}

export interface OpenSession {
  readonly id: string
  /** ISO instants. */
  readonly createdAt: string
  readonly ip: string | null
  readonly agent: string | null
}

/** Who is signed in. The only door to the authentication library and to schema auth. */
export interface Sessions {
  current(caller: Caller): Promise<CurrentSession | null>
  /** Throws AppError 401 (wrong e-mail or password) or 429 with details.retryAfterSeconds. Answers Set-Cookie lines. */
  signIn(caller: Caller, credentials: Credentials): Promise<SignedIn>
  /** Answers the Set-Cookie lines that forget the session; harmless without one. */
  signOut(caller: Caller): Promise<readonly string[]>
  /** Latest first. */
  list(user: string): Promise<OpenSession[]>
  /** False: this account has no such session. */
  revoke(user: string, session: string): Promise<boolean>
  revokeAll(user: string): Promise<void>
  /** For this session, and for those the account opens from now on. */
  chooseOrganization(session: string, organization: number): Promise<void>
  /** Where the account's next session begins. */
  rememberOrganization(user: string, organization: number): Promise<void>
  /** Throws AppError 422 when this is not the account's password, 429 after too many tries. */
  confirm(caller: Caller, account: ConfirmedAccount): Promise<void>
  /** A program showed a key that opens nothing. Throws AppError 429 when it did so too often. */
  countWrongKey(caller: Pick<Caller, 'ip'>): Promise<void>
  /** In the transaction of `db`, with whatever else it writes. Answers the account; AppError 409 for a known e-mail. */
  openAccount(db: Db, account: NewAccount): Promise<string>
  /** In the transaction of `db`; closes the account's sessions. */
  changePassword(db: Db, user: string, password: string): Promise<void>
}

export interface Credentials {
  readonly email: string
  readonly password: string
}

export interface ConfirmedAccount extends Credentials {
  readonly user: string
}

export interface NewAccount extends Credentials {
  readonly name: string
}

export interface SignedIn {
  readonly user: string
  readonly cookies: readonly string[]
}
