import type { FastifyInstance } from 'fastify'
import { transaction } from '../platform/database/db.ts'
import type { AppContext } from '../platform/http/app-context.ts'
import { AppError, found, notFound } from '../platform/http/app-error.ts'
import { callerOf } from '../platform/http/caller.ts'
import { serve } from '../platform/http/serve.ts'
import { waitingOrganization } from './adopt-organization.ts'
import { endpoints } from './contract.ts'
import { createFirstAccount } from './first-account.ts'
import { changeOwnPassword } from './own-password.ts'
import { hasAccounts, membershipsOf } from './queries.ts'
import { organizationsOf, sessionAnswer } from './session-answer.ts'

const nobody = { organization: null, person: null, rights: 'none' } as const

/** The first visit, signing in and out, the open sessions, and the organisation one works in. */
export function sessionRoutes(app: FastifyInstance, context: AppContext): void {
  const { sessions, database } = context

  serve(app, endpoints.welcome, async () => {
    if (await transaction(database.app, nobody, hasAccounts)) return { open: false, organizationName: null }
    return { open: true, organizationName: (await waitingOrganization(context))?.name ?? null }
  })
  serve(app, endpoints.createFirstAccount, async ({ body, request, reply }) => {
    const asked = { ...body, siren: body.siren ?? null, language: body.language ?? request.language }
    const { cookies } = await createFirstAccount(context, callerOf(request), asked)
    reply.header('set-cookie', cookies)
    return { signedIn: true as const }
  })

  serve(app, endpoints.signIn, async ({ body, request, reply }) => {
    const { user, cookies } = await sessions.signIn(callerOf(request), body)
    if ((await membershipsOf(database.app, user)).length === 0) {
      await sessions.revokeAll(user)
      throw accessClosed()
    }
    reply.header('set-cookie', cookies)
    return { signedIn: true as const }
  })
  serve(app, endpoints.signOut, async ({ request, reply }) => {
    reply.header('set-cookie', await sessions.signOut(callerOf(request)))
  })
  serve(app, endpoints.session, async ({ actor, today, transaction: inScope }) => {
    const organizations = await organizationsOf(context, actor)
    return inScope((db) => sessionAnswer(db, { actor, today, organizations }))
  })

  serve(app, endpoints.changeOwnPassword, async ({ body, actor, request, reply, transaction: inScope }) => {
    const asking = { actor, caller: callerOf(request), transaction: inScope }
    const { cookies } = await changeOwnPassword(context, asking, body)
    reply.header('set-cookie', cookies)
  })

  serve(app, endpoints.sessions, async ({ actor, request }) => {
    const current = await sessions.current(callerOf(request))
    const open = await sessions.list(actor.user)
    return open.map((session) => ({ ...session, current: session.id === current?.id }))
  })
  serve(app, endpoints.revokeSession, async ({ params, actor }) => {
    if (!(await sessions.revoke(actor.user, params.id))) throw notFound()
  })
  serve(app, endpoints.chooseOrganization, async ({ body, actor, request }) => {
    const memberships = await membershipsOf(database.app, actor.user)
    const { organization } = found(memberships.find((each) => each.organization === body.organizationId))
    const session = found(await sessions.current(callerOf(request)))
    await sessions.chooseOrganization(session.id, organization)
  })
}

const accessClosed = (): AppError =>
  new AppError('accessClosed', 403, {
    fr: 'Votre accès a été fermé. Demandez à un administrateur de le rouvrir.',
    en: 'Your access was closed. Ask an administrator to open it again.',
  })
