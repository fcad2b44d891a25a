import { betterAuth } from 'better-auth'
import { Kysely, PostgresDialect } from 'kysely'
import type pg from 'pg'

export interface AuthOptions {
  /** Role quittance_auth, search_path auth. */
  readonly pool: pg.Pool
  /** Signs the cookies; never in the database nor in its backups, which hold the tokens in clear. */
  readonly secret: string
  readonly publicUrl: string
}

/** Tells the library where a request came from: it reads addresses from headers only, and we know the real one. */
export const addressHeader = 'x-quittance-address'

export const sessionDays = 30

const day = 24 * 60 * 60

/** The organisation a session works in; on the account, where its next one begins. */
const organizationId = { type: 'number', bigint: true, required: false, input: false } as const

/**
 * The authentication library, kept behind `openSessions`: e-mail and password (scrypt), sessions in schema auth, signed
 * cookies. None of its own routes is served, so nothing of it can be reached but what `Sessions` calls.
 */
export const openAuth = ({ pool, secret, publicUrl }: AuthOptions) =>
  betterAuth({
    appName: 'Quittance',
    baseURL: publicUrl,
    secret,
    database: {
      db: new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) }),
      type: 'postgres',
      schemaName: 'auth',
    },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 10, maxPasswordLength: 200 },
    user: { additionalFields: { organizationId } },
    session: {
      expiresIn: sessionDays * day,
      updateAge: day,
      additionalFields: { organizationId },
    },
    // Its limit stands before its routes and counts good tries too; ours counts the wrong ones (count-tries.ts).
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
    advanced: {
      cookiePrefix: 'quittance',
      useSecureCookies: publicUrl.startsWith('https:'),
      ipAddress: { ipAddressHeaders: [addressHeader] },
    },
  })

export type Auth = ReturnType<typeof openAuth>
