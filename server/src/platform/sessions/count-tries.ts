import type pg from 'pg'
import { AppError } from '../http/app-error.ts'

interface Limit {
  readonly key: string
  readonly most: number
  readonly seconds: number
}

const minute = 60

/**
 * Five wrong tries for one account from one address; the wider limits stop who tries many accounts from one address,
 * or one account from many, and are too high to lock out a person who mistypes.
 */
const limitsOf = (email: string, ip: string): readonly Limit[] => [
  { key: `${email.toLowerCase()} from ${ip}`, most: 5, seconds: 15 * minute },
  { key: `from ${ip}`, most: 50, seconds: 15 * minute },
  { key: `${email.toLowerCase()}`, most: 100, seconds: 24 * 60 * minute },
]

export interface Attempt {
  readonly email: string
  readonly ip: string
  /** Milliseconds since 1970. */
  readonly now: number
}

/**
 * Counts a try before it is made, so that a hundred at once are not all let through. Throws AppError 429. Call
 * `forgiveTry` when it was right.
 */
export async function countTry(pool: pg.Pool, { email, ip, now }: Attempt): Promise<void> {
  await count(pool, { limits: limitsOf(email, ip), now, refuse: tooManyTries })
}

/**
 * A key of a program that opens nothing, once it was looked up: nobody guesses 256 bits, but nobody fills the log either.
 * Throws AppError 429. A good key passes whatever was tried from its address.
 */
export async function countWrongKey(pool: pg.Pool, { ip, now }: Omit<Attempt, 'email'>): Promise<void> {
  await count(pool, { limits: [{ key: `key from ${ip}`, most: 50, seconds: 15 * minute }], now, refuse: tooManyKeys })
}

interface Counting {
  readonly limits: readonly Limit[]
  readonly now: number
  readonly refuse: (seconds: number) => AppError
}

async function count(pool: pg.Pool, { limits, now, refuse }: Counting): Promise<void> {
  for (const { key, most, seconds } of limits) {
    const { rows } = await pool.query<{ tries: number; forgotten_at: Date }>(
      `insert into auth.sign_in_try as known (key, tries, forgotten_at)
       values ($1, 1, $2::timestamptz + make_interval(secs => $3))
       on conflict (key) do update set
         tries = case when known.forgotten_at <= $2 then 1 else known.tries + 1 end,
         forgotten_at = case when known.forgotten_at <= $2 then excluded.forgotten_at else known.forgotten_at end
       returning tries, forgotten_at`,
      [key, new Date(now), seconds],
    )
    const [counted] = rows
    if (counted && counted.tries > most) throw refuse((counted.forgotten_at.getTime() - now) / 1000)
  }
}

/** The try was right: the account's own count begins anew, the wider ones take it back. Old counts are swept away. */
export async function forgiveTry(pool: pg.Pool, { email, ip, now }: Attempt): Promise<void> {
  const [own, ...wider] = limitsOf(email, ip).map(({ key }) => key)
  await pool.query('delete from auth.sign_in_try where key = $1 or forgotten_at <= $2', [own, new Date(now)])
  await pool.query('update auth.sign_in_try set tries = tries - 1 where key = any($1)', [wider])
}

/** The account has a new password: what was tried before says nothing any more. */
export async function forgetTries(pool: pg.Pool, email: string): Promise<void> {
  await pool.query(`delete from auth.sign_in_try where key = $1 or starts_with(key, $1 || ' from ')`, [
    email.toLowerCase(),
  ])
}

function tooManyTries(seconds: number): AppError {
  const minutes = Math.max(1, Math.ceil(seconds / minute))
  return new AppError(
    'tooManyTries',
    429,
    {
      fr: `Trop d’essais avec un mauvais mot de passe. Réessayez dans ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}.`,
      en: `Too many tries with a wrong password. Try again in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}.`,
    },
    { retryAfterSeconds: Math.max(1, Math.ceil(seconds)) },
  )
}

function tooManyKeys(seconds: number): AppError {
  const minutes = Math.max(1, Math.ceil(seconds / minute))
  return new AppError(
    'tooManyTries',
    429,
    {
      fr: `Trop d’essais avec une clé d’API qui n’ouvre rien. Réessayez dans ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}, avec une clé en vigueur.`,
      en: `Too many tries with an API key that opens nothing. Try again in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}, with a key in force.`,
    },
    { retryAfterSeconds: Math.max(1, Math.ceil(seconds)) },
  )
}
