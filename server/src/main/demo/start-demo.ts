import { membershipsOf } from '../../people/queries.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/database/connection.ts'
import { type Scope, transaction } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'
import type { SignedInCall } from '../../platform/http/serve.ts'
import { loadDemo } from './load-demo.ts'

interface DemoContext {
  readonly database: Database
  readonly clock: Clock
}

/** Makes the example company for this account, or answers the one it has; it becomes Claire there. */
export async function startDemo({ database, clock }: DemoContext, { actor }: SignedInCall): Promise<number> {
  const { user, ip, language } = actor
  const scope: Scope = { organization: null, person: null, rights: 'all', user, origin: 'web', ip }
  return transaction(database.app, scope, async (db) => {
    // Of two clicks at once, the second one waits here and finds what the first one made.
    await db.run(sql`select pg_advisory_xact_lock(hashtext('quittance demo'), hashtext(${user}))`)
    const [there] = await demosOf(database, user)
    return there ?? loadDemo(db, { account: user, language, nowMs: clock.now() })
  })
}

/** Removes every example company of this account, with all that is in it. There being none is no error. */
export async function removeDemo({ database }: Pick<DemoContext, 'database'>, { actor }: SignedInCall): Promise<void> {
  for (const organization of await demosOf(database, actor.user)) await removeDemoOrganization(database, organization)
}

export async function removeDemoOrganization({ app }: Database, organization: number): Promise<void> {
  await transaction(app, { organization, person: null, rights: 'all' }, (db) =>
    db.run(sql`select remove_demo_organization(${organization})`),
  )
}

async function demosOf({ app }: Database, user: string): Promise<number[]> {
  const demos: number[] = []
  for (const { organization, person } of await membershipsOf(app, user)) {
    const isDemo = await transaction(app, { organization, person, rights: 'all', user }, isDemoOrganization)
    if (isDemo) demos.push(organization)
  }
  return demos
}

const isDemoOrganization = async (db: Parameters<Parameters<typeof transaction>[2]>[0]): Promise<boolean> =>
  (
    await db.one<{ demo: boolean }>(
      sql`select is_demo as demo from organization where organization_id = current_organization()`,
    )
  ).demo
