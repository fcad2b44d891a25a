import { describe, expect, it } from 'vitest'
import { testDatabase } from '../platform/database/testing/test-database.ts'
import type { Endpoint } from '../platform/http/endpoint.ts'
import { contract } from './contract.ts'
import { claire, founder, testApplication, visitor } from './testing/test-application.ts'
import { bodyFor, everythingOf, seedEverything, seededId } from './testing/two-organizations.ts'

const database = await testDatabase()
const app = await testApplication({ database })

const owner = await founder(app)
const session = await owner.get<{ organization: { id: number } }>('/api/v1/session')
const own = session.body.organization.id
await seedEverything(database.owner, own)

/** Paul administers another organisation of the same installation. */
const paul = visitor(app)
const credentials = { email: 'paul@b.example', password: claire.password }
await owner.send('POST', '/api/v1/people', { name: 'Paul', role: 'admin', ...credentials })
await database.owner.query(`
  update person set organization_id = found_organization('Other', false)
  where email = 'paul@b.example';
  insert into legal_entity (organization_id, name) select organization_id, 'Other' from person where email = 'paul@b.example'`)
await paul.send('POST', '/api/v1/session', credentials)

const byId = Object.values(contract)
  .flatMap((word) => Object.values(word) as Endpoint[])
  .filter(
    ({ method, url, keys }) =>
      url.includes('/:id') && !url.includes('/sessions/') && keys !== 'only' && app.hasRoute({ method, url }),
  )
  .map((each) => [`${each.method} ${each.url}`, each] as const)
const readers = byId.filter(([, { method }]) => method === 'GET')
const writers = byId.filter(([, { method }]) => method !== 'GET')
const addressOf = ({ url }: Endpoint) => url.replace(':id', String(seededId)).replace(/:\w+/g, String(seededId))

describe('what belongs to another organisation', () => {
  it('is in the database, and Paul is not of it', async () => {
    const other = await paul.get<{ organization: { id: number; name: string } }>('/api/v1/session')
    expect(other.body.organization.name).toBe('Other')
    expect(await everythingOf(database.owner, own)).toContain('reminder_item')
  })

  it.each(writers)('cannot be changed by its id: %s', async (_, described) => {
    const before = await everythingOf(database.owner, own)
    const body = described.body ? (bodyFor(described.body) as object) : undefined
    const { status } = await paul.send(described.method as 'POST', addressOf(described), body)
    expect([404, 400, 409, 415, 422]).toContain(status)
    expect(await everythingOf(database.owner, own)).toBe(before)
  })

  it.each(readers)('is not found by its id: %s', async (_, described) => {
    expect((await paul.get(addressOf(described))).status).toBe(404)
  })

  it.each(readers)('is found by those it belongs to: %s', async (_, described) => {
    expect((await owner.get(addressOf(described))).status).toBe(200)
  })

  it('cannot be spoken of from a customer of one’s own', async () => {
    await database.owner.query(`
      insert into customer (organization_id, id, code, name)
        select organization_id, 8001, 'PAUL', 'Paul' from person where email = 'paul@b.example';
      insert into contact (organization_id, id, customer_id, email)
        select organization_id, 8001, 8001, 'c@b.example' from person where email = 'paul@b.example';
      insert into invoice (organization_id, id, legal_entity_id, customer_id, number, issue_date, currency, total_amount)
        select organization_id, 8001, id, 8001, 'P-1', '2026-10-01', 'EUR', 100 from legal_entity where name = 'Other'`)
    const { id } = (await paul.get<{ person: { id: number } }>('/api/v1/session')).body.person
    const note = { kind: 'note', summary: 'Vu' }
    const dispute = { customerId: seededId, items: [seededId], reason: 'amount', note: null }
    const said = async (url: string, body: object) => (await owner.send('POST', url, body)).status
    const exchanges = `/api/v1/customers/${seededId}/exchanges`
    expect(await said(exchanges, { ...note, invoiceId: seededId, contactId: seededId })).toBe(200)
    expect(await said(exchanges, { ...note, invoiceId: 8001 })).toBe(404)
    expect(await said(exchanges, { ...note, contactId: 8001 })).toBe(404)
    expect(await said('/api/v1/disputes', { ...dispute, ownerId: id })).toBe(422)
    expect(await said('/api/v1/disputes', dispute)).toBe(200)
  })
})
