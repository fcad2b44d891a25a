import { hashPassword, verifyPassword } from 'better-auth/crypto'
import type pg from 'pg'
import type { Clock } from '../clock.ts'
import { sql } from '../database/sql.ts'
import { AppError } from '../http/app-error.ts'
import { countTry, countWrongKey, forgiveTry } from './count-tries.ts'
import { type Auth, addressHeader, openAuth } from './open-auth.ts'
import type { Caller, CurrentSession, NewAccount, OpenSession, Sessions } from './sessions.ts'

export interface SessionsOptions {
  /** `database.auth`. */
  readonly pool: pg.Pool
  /** `secrets.session`. */
  readonly secret: string
  readonly publicUrl: string
  readonly clock: Clock
}

/** The sessions of this installation. */
export function openSessions({ pool, secret, publicUrl, clock }: SessionsOptions): Sessions {
  const auth = openAuth({ pool, secret, publicUrl })
  return {
    current: (caller) => current(auth, caller),
    signIn: async (caller, { email, password }) => {
      const attempt = { email, ip: caller.ip, now: clock.now() }
      await countTry(pool, attempt)
      const { headers, response } = await signIn(auth, caller, { email, password })
      await forgiveTry(pool, attempt)
      return { user: response.user.id, cookies: headers.getSetCookie() }
    },
    signOut: async (caller) => {
      const { headers } = await auth.api.signOut({ headers: headersOf(caller), returnHeaders: true })
      return headers.getSetCookie()
    },
    list: (user) => openSessionsOf(pool, user),
    revoke: async (user, session) => {
      const { rowCount } = await pool.query('delete from auth.session where id = $1 and "userId" = $2', [session, user])
      return rowCount === 1
    },
    revokeAll: async (user) => {
      await pool.query('delete from auth.session where "userId" = $1', [user])
    },
    chooseOrganization: async (session, organization) => {
      const { rows } = await pool.query<{ userId: string }>(
        'update auth.session set "organizationId" = $2 where id = $1 returning "userId"',
        [session, organization],
      )
      for (const { userId } of rows) await rememberOrganization(pool, userId, organization)
    },
    rememberOrganization: (user, organization) => rememberOrganization(pool, user, organization),
    confirm: async (caller, { user, email, password }) => {
      const attempt = { email, ip: caller.ip, now: clock.now() }
      await countTry(pool, attempt)
      if (!(await isPasswordOf(pool, user, password))) throw wrongCurrentPassword()
      await forgiveTry(pool, attempt)
    },
    countWrongKey: ({ ip }) => countWrongKey(pool, { ip, now: clock.now() }),
    openAccount: async (db, account) => {
      const hash = await hashPassword(account.password)
      return emailOnce(db.savepoint(() => db.one<{ account: string }>(newAccount(account, hash))))
    },
    changePassword: async (db, user, password) => {
      await db.run(sql`select change_password(${user}, ${await hashPassword(password)})`)
    },
  }
}

const newAccount = ({ name, email }: NewAccount, hash: string) =>
  sql`select open_account(${name}, ${email}, ${hash}) as account`

async function rememberOrganization(pool: pg.Pool, user: string, organization: number): Promise<void> {
  await pool.query('update auth."user" set "organizationId" = $2 where id = $1', [user, organization])
}

async function isPasswordOf(pool: pg.Pool, user: string, password: string): Promise<boolean> {
  const { rows } = await pool.query<{ hash: string }>(
    `select password as hash from auth.account where "userId" = $1 and "providerId" = 'credential'`,
    [user],
  )
  const hash = rows[0]?.hash
  return hash !== undefined && (await verifyPassword({ hash, password }))
}

const wrongCurrentPassword = (): AppError =>
  new AppError('wrongCurrentPassword', 422, {
    fr: 'Ce n’est pas votre mot de passe actuel. Vérifiez-le et réessayez.',
    en: 'This is not your current password. Check it and try again.',
  })

async function current(auth: Auth, caller: Caller): Promise<CurrentSession | null> {
  if (!caller.cookie) return null
  const { headers, response } = await auth.api.getSession({ headers: headersOf(caller), returnHeaders: true })
  if (!response) return null
  const { session, user } = response
  return {
    id: session.id,
    user: user.id,
    email: user.email,
    organization: numberOrNull(session.organizationId ?? user.organizationId),
    cookies: headers.getSetCookie(),
  }
}

const numberOrNull = (value: unknown): number | null => (value === null || value === undefined ? null : Number(value))

async function signIn(auth: Auth, caller: Caller, body: { email: string; password: string }) {
  try {
    return await auth.api.signInEmail({ body, headers: headersOf(caller), returnHeaders: true })
  } catch (error) {
    if ((error as { statusCode?: number }).statusCode !== 401) throw error
    throw new AppError('wrongPassword', 401, {
      fr: 'Cette adresse et ce mot de passe ne vont pas ensemble. Vérifiez les deux et réessayez.',
      en: 'This e-mail and this password do not go together. Check both and try again.',
    })
  }
}

function headersOf({ cookie, agent, ip }: Caller): Headers {
  const headers = new Headers({ [addressHeader]: ip })
  if (cookie) headers.set('cookie', cookie)
  if (agent) headers.set('user-agent', agent)
  return headers
}

async function openSessionsOf(pool: pg.Pool, user: string): Promise<OpenSession[]> {
  const { rows } = await pool.query<{ id: string; createdAt: Date; ipAddress: string; userAgent: string }>(
    `select id, "createdAt", "ipAddress", "userAgent" from auth.session
     where "userId" = $1 and "expiresAt" > now() order by "createdAt" desc, id`,
    [user],
  )
  return rows.map(({ id, createdAt, ipAddress, userAgent }) => ({
    id,
    createdAt: createdAt.toISOString(),
    ip: ipAddress || null,
    agent: userAgent || null,
  }))
}

async function emailOnce(opened: Promise<{ account: string }>): Promise<string> {
  try {
    return (await opened).account
  } catch (error) {
    if ((error as pg.DatabaseError).code !== '23505') throw error
    throw new AppError('emailTaken', 409, {
      fr: 'Un compte existe déjà avec cette adresse. Choisissez une autre adresse, ou connectez-vous avec celle-ci.',
      en: 'An account with this e-mail exists already. Choose another address, or sign in with this one.',
    })
  }
}
