import { may, type Thing, things } from '@quittance/core/people/may.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { memberOf, membershipsOf } from '../people/queries.ts'
import { today } from '../platform/clock.ts'
import { type Scope, transaction } from '../platform/database/db.ts'
import type { AppContext } from '../platform/http/app-context.ts'
import { callerOf } from '../platform/http/caller.ts'
import { languageChosen } from '../platform/http/language.ts'
import type { RequestScope } from '../platform/http/serve.ts'

/**
 * Session → membership → scope. null for a visitor, and for an account whose person has left. The organisation the
 * session asks for only counts when the account is a member of it.
 */
export async function scopeOf(
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
    today: today(clock, member.timeZone),
    may: (act, thing) => may({ role: member.role, isActive: true }, act, known(thing)),
    transaction: (work) => transaction(database.app, scope, work),
  }
}

function known(thing: string): Thing {
  const found = things.find((each) => each === thing)
  if (!found) throw new Error(`The contract asks for a right on "${thing}", which \`may\` does not know.`)
  return found
}
