import { may, seesPortfolioOnly, type Thing, things } from '@quittance/core/people/may.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { apiKeyInForce, holderOf, noteUse } from '../people/api-keys.ts'
import { memberOf, membershipsOf } from '../people/queries.ts'
import { today } from '../platform/clock.ts'
import { type Scope, transaction } from '../platform/database/db.ts'
import type { AppContext } from '../platform/http/app-context.ts'
import { keyIn, wrongKey } from '../platform/http/bearer.ts'
import { callerOf } from '../platform/http/caller.ts'
import { languageChosen } from '../platform/http/language.ts'
import type { RequestScope } from '../platform/http/serve.ts'

/** Who asks: a program when it shows a key, whatever cookies come with it; else whoever is signed in. null: a visitor. */
export async function scopeOf(
  context: AppContext,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<RequestScope | null> {
  const key = keyIn(request)
  return key === null ? scopeOfSession(context, request, reply) : scopeOfKey(context, request, key)
}

/**
 * Session → membership → scope. null for a visitor, and for an account whose person has left. The organisation the
 * session asks for only counts when the account is a member of it.
 */
async function scopeOfSession(
  { database, sessions, clock }: AppContext,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<RequestScope | null> {
  const session = await sessions.current(callerOf(request))
  if (!session) return null
  if (session.cookies.length > 0) reply.header('set-cookie', session.cookies)
  const memberships = await membershipsOf(database.app, session.user)
  const membership = memberships.find(({ organization }) => organization === session.organization) ?? memberships[0]
  if (!membership) return null
  const { organization, person } = membership
  const scope: Scope = { organization, person, rights: 'all', user: session.user, origin: 'web', ip: request.ip }
  const member = await transaction(database.app, scope, memberOf)
  if (!member) return null
  const language = languageChosen(request.headers['accept-language']) ?? member.language
  request.language = language
  return {
    actor: { user: session.user, person, organization, ip: request.ip, ...member, language },
    key: null,
    organization,
    language,
    today: today(clock, member.timeZone),
    may: (act, thing) => may({ role: member.role, isActive: true }, act, known(thing)),
    transaction: (work) =>
      transaction(
        database.app,
        { ...scope, rights: seesPortfolioOnly(member) ? 'portfolio' : 'all', nowMs: clock.now() },
        work,
      ),
  }
}

function known(thing: string): Thing {
  const found = things.find((each) => each === thing)
  if (!found) throw new Error(`The contract asks for a right on "${thing}", which \`may\` does not know.`)
  return found
}

const keyThings: readonly Thing[] = ['business', 'bank', 'imports']

/** Key → organisation → scope, in nobody's name. Throws AppError 401 for a key that opens nothing, 429 after too many. */
async function scopeOfKey(
  { database, sessions, clock }: AppContext,
  request: FastifyRequest,
  secret: string,
): Promise<RequestScope> {
  const holder = await holderOf(database.app, secret)
  const scope: Scope = {
    organization: holder?.organization ?? null,
    person: null,
    rights: 'all',
    origin: 'api',
    ip: request.ip,
  }
  const key = holder && (await transaction(database.app, scope, (db) => apiKeyInForce(db, holder.id)))
  if (!key) {
    await sessions.countWrongKey(callerOf(request))
    throw wrongKey()
  }
  const { name, legalEntity, mayApply, lastUsedOn, timeZone } = key
  const language = languageChosen(request.headers['accept-language']) ?? key.language
  request.language = language
  const day = today(clock, timeZone)
  if (lastUsedOn !== day) await transaction(database.app, scope, (db) => noteUse(db, holder.id, day))
  return {
    actor: null,
    key: { id: holder.id, name, legalEntity, mayApply },
    organization: holder.organization,
    language,
    today: day,
    // Which addresses a key opens is for the contract to say; of those, it may all that they do.
    may: (_act, thing) => keyThings.includes(known(thing)),
    transaction: (work) => transaction(database.app, { ...scope, nowMs: clock.now() }, work),
  }
}
