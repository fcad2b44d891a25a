import { describe, expect, it } from 'vitest'
import { testDatabase } from '../platform/database/testing/test-database.ts'
import type { Endpoint } from '../platform/http/endpoint.ts'
import { contract } from './contract.ts'
import { claire, founder, testApplication, visitor } from './testing/test-application.ts'
import { bodyFor, everythingOf, seedEverything, seededId } from './testing/two-organizations.ts'

const database = await testDatabase()
const app = await testApplication({ database })

const owner = await founder(app)
const { body: session } = await owner.get<{ organization: { id: number } }>('/api/v1/session')
await seedEverything(database.owner, session.organization.id)

/** Odile may look at everything, and change nothing but her own account. */
const odile = visitor(app)
const credentials = { email: 'odile@a.example', password: claire.password }
await owner.send('POST', '/api/v1/people', { name: 'Odile', role: 'readonly', ...credentials })
await odile.send('POST', '/api/v1/session', credentials)

const walked = Object.values(contract)
  .flatMap((word) => Object.values(word) as Endpoint[])
  .filter(({ method, url, access }) => method !== 'GET' && access !== 'public' && app.hasRoute({ method, url }))
  .map((each) => [`${each.method} ${each.url}`, each] as const)
const addressOf = ({ url }: Endpoint) => url.replace(/:\w+/g, String(seededId))
const call = (described: Endpoint) =>
  odile.send(
    described.method as 'POST',
    addressOf(described),
    described.body ? (bodyFor(described.body) as object) : undefined,
  )

describe('who may only look', () => {
  it.each(walked.filter(([, { onlyAsks, thing }]) => !onlyAsks && thing !== 'ownAccount'))(
    'is refused before anything is read: %s',
    async (_, described) => {
      expect((await call(described)).status).toBe(403)
    },
  )

  it.each(walked.filter(([, { onlyAsks }]) => onlyAsks))(
    'may ask what would happen, and nothing does: %s',
    async (_, described) => {
      const before = await everythingOf(database.owner, session.organization.id)
      expect((await call(described)).status).not.toBe(403)
      expect(await everythingOf(database.owner, session.organization.id)).toBe(before)
    },
  )
})
