import { describe, expect, it } from 'vitest'
import { addDefaultScenarios } from '../dunning/scenarios/use-cases.ts'
import { transaction } from '../platform/database/db.ts'
import { testDatabase } from '../platform/database/testing/test-database.ts'
import type { Endpoint } from '../platform/http/endpoint.ts'
import { contract } from './contract.ts'
import { claire, founder, testApplication, type Visitor, visitor } from './testing/test-application.ts'
import { bodyFor, everythingOf, seedEverything, seededId } from './testing/two-organizations.ts'

const database = await testDatabase()
const app = await testApplication({ database })
const owner = await founder(app)
const { body: session } = await owner.get<{ organization: { id: number }; legalEntities: { id: number }[] }>(
  '/api/v1/session',
)
const own = session.organization.id
const legalEntityId = session.legalEntities[0]?.id ?? 0
await seedEverything(database.owner, own)

interface Made {
  readonly key: { readonly id: number; readonly ending: string; readonly lastUsedOn: string | null }
  readonly secret: string
}

async function makeKey(name: string, visits: Visitor = owner): Promise<Made> {
  const { status, body } = await visits.send<Made>('POST', '/api/v1/api-keys', { name, legalEntityId })
  if (status !== 200) throw new Error(JSON.stringify(body))
  return body
}

const bearer = (secret: string) => ({ authorization: `Bearer ${secret}` })
const codeOf = ({ status, body }: { status: number; body: unknown }) => [
  status,
  (body as { error?: { code: string } }).error?.code,
]
const program = visitor(app, '10.1.0.1')
const everywhere = Object.values(contract)
  .flatMap((word) => Object.values(word) as Endpoint[])
  .filter(({ method, url }) => app.hasRoute({ method, url }))
const closed = everywhere.filter(({ keys }) => !keys).map((each) => [`${each.method} ${each.url}`, each] as const)
const open = everywhere.filter(({ keys }) => keys)
const addressOf = ({ url }: Endpoint) => url.replace(/:\w+/g, String(seededId))

describe('the key of a program', () => {
  it('is shown once, kept as a hash, and told by its last four characters', async () => {
    const { key, secret } = await makeKey('Sage 100')
    expect(secret).toMatch(/^qtc_[\w-]{43}$/)
    expect(key).toMatchObject({ name: 'Sage 100', ending: secret.slice(-4), mayApply: false, madeBy: 'Claire Morel' })
    const listed = await owner.get('/api/v1/api-keys')
    expect(JSON.stringify(listed.body)).not.toContain(secret)
    expect(await everythingOf(database.owner, own)).not.toContain(secret)
    const { rows } = await database.owner.query(
      `select from api_key where secret_hash = sha256(convert_to($1, 'UTF8'))`,
      [secret],
    )
    expect(rows).toHaveLength(1)
  })

  it('leaves its making and its end in the journal, without its secret', async () => {
    const { key } = await makeKey('Pennylane')
    expect((await owner.send('DELETE', `/api/v1/api-keys/${key.id}`)).status).toBe(204)
    expect((await owner.send('DELETE', `/api/v1/api-keys/${key.id}`)).status).toBe(204)
    const { body: journal } =
      await owner.get<{ act: string; thing: string; thingId: number; details: object }[]>('/api/v1/journal?limit=10')
    const told = journal.filter(({ thing, thingId }) => thing === 'api_key' && thingId === key.id)
    expect(told.map(({ act }) => act)).toEqual(['apiKey.revoked', 'created'])
    expect(told.map(({ details }) => details)).toEqual([
      { name: 'Pennylane' },
      { name: 'Pennylane', firm: 'Atelier Vauquelin', mayApply: false },
    ])
  })

  it('is made and revoked by an administrator alone', async () => {
    const { key } = await makeKey('EBP')
    for (const role of ['director', 'accountant', 'readonly']) {
      const email = `${role}@a.example`
      await owner.send('POST', '/api/v1/people', { name: role, role, email, password: claire.password })
      const other = visitor(app)
      await other.send('POST', '/api/v1/session', { email, password: claire.password })
      expect(codeOf(await other.send('POST', '/api/v1/api-keys', { name: 'X', legalEntityId }))).toEqual([
        403,
        'notYours',
      ])
      expect(codeOf(await other.send('DELETE', `/api/v1/api-keys/${key.id}`))).toEqual([403, 'notYours'])
    }
  })

  it('is of one firm of the organisation', async () => {
    const answer = await owner.send('POST', '/api/v1/api-keys', { name: 'X', legalEntityId: 999_999 })
    expect(codeOf(answer)).toEqual([422, 'noSuchFirm'])
  })
})

describe('a request with a key', () => {
  it.each(closed)('is refused where keys have no business: %s', async (_, described) => {
    const { secret } = await aKey()
    const before = await everythingOf(database.owner, own)
    const body = described.body ? (bodyFor(described.body) as object) : undefined
    const answer =
      described.method === 'GET'
        ? await program.get(addressOf(described), bearer(secret))
        : await program.send(described.method as 'POST', addressOf(described), body, bearer(secret))
    expect(codeOf(answer)).toEqual([403, 'keyElsewhere'])
    expect(await everythingOf(database.owner, own)).toBe(before)
  })

  it('is refused there also when the cookies of an administrator come with it', async () => {
    const { secret } = await aKey()
    expect(codeOf(await owner.get('/api/v1/customers', bearer(secret)))).toEqual([403, 'keyElsewhere'])
    expect((await owner.get('/api/v1/customers', { authorization: 'Basic YTpi' })).status).toBe(200)
  })

  it('is refused at once when the key is wrong, absent or revoked', async () => {
    const { key, secret } = await makeKey('Cegid')
    for (const { method, url, keys } of open) {
      const address = url.replace(/:\w+/g, String(seededId))
      const ask = (headers: Record<string, string>) =>
        method === 'GET' ? program.get(address, headers) : program.send(method as 'PUT', address, undefined, headers)
      expect(codeOf(await ask({}))).toEqual([401, keys === 'only' ? 'keyFirst' : 'signInFirst'])
      expect(codeOf(await ask(bearer(`${secret.slice(0, -1)}!`)))).toEqual([401, 'wrongKey'])
      expect(codeOf(await ask(bearer(secret)))).not.toEqual([401, 'wrongKey'])
    }
    await owner.send('DELETE', `/api/v1/api-keys/${key.id}`)
    for (const { method, url } of open) {
      const address = url.replace(/:\w+/g, String(seededId))
      const answer =
        method === 'GET'
          ? await program.get(address, bearer(secret))
          : await program.send(method as 'PUT', address, undefined, bearer(secret))
      expect(codeOf(answer)).toEqual([401, 'wrongKey'])
      expect(answer.headers['www-authenticate']).toBe('Bearer')
    }
  })

  it('says who may, in the language it asks for', async () => {
    const answer = await program.get('/api/v1/imports/1', { ...bearer('qtc_x'), 'accept-language': 'en' })
    expect(answer.body).toMatchObject({
      error: {
        message:
          'This API key opens nothing: it is unknown, or was revoked. Check it, or make another one in Settings, API keys.',
      },
    })
  })

  it('waits after fifty wrong keys from one address, and a good key still passes from there', async () => {
    const guesser = visitor(app, '10.1.0.2')
    const { secret } = await aKey()
    for (let n = 0; n < 50; n++) {
      expect((await guesser.get('/api/v1/imports/1', bearer(`qtc_${n}`))).status).toBe(401)
    }
    const answer = await guesser.get('/api/v1/imports/1', bearer('qtc_50'))
    expect(codeOf(answer)).toEqual([429, 'tooManyTries'])
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(600)
    expect((await guesser.get('/api/v1/imports/1', bearer(secret))).status).toBe(404)
  })

  it('leaves the day of its last use', async () => {
    const { key, secret } = await makeKey('Odoo')
    expect(key.lastUsedOn).toBeNull()
    await program.get('/api/v1/imports/1', bearer(secret))
    const { body } = await owner.get<{ id: number; lastUsedOn: string | null }[]>('/api/v1/api-keys')
    expect(body.find(({ id }) => id === key.id)?.lastUsedOn).toBe('2026-11-23')
  })
})

describe('the key of one organisation', () => {
  it('reads and writes nothing of another', async () => {
    const paul = visitor(app)
    const credentials = { email: 'paul@b.example', password: claire.password }
    await owner.send('POST', '/api/v1/people', { name: 'Paul', role: 'admin', ...credentials })
    await database.owner.query(`
      update person set organization_id = found_organization('Other', false) where email = 'paul@b.example';
      insert into legal_entity (organization_id, id, name)
        select organization_id, 8001, 'Other' from person where email = 'paul@b.example'`)
    await paul.send('POST', '/api/v1/session', credentials)
    const { body } = await paul.get<{ organization: { id: number } }>('/api/v1/session')
    const scope = { organization: body.organization.id, person: null, rights: 'all' } as const
    await transaction(database.app, scope, (db) => addDefaultScenarios(db, 'fr'))
    const { body: his } = await paul.send<Made>('POST', '/api/v1/api-keys', { name: 'Odoo', legalEntityId: 8001 })
    expect((await paul.send('POST', '/api/v1/api-keys', { name: 'X', legalEntityId })).status).toBe(422)
    expect((await paul.send('DELETE', `/api/v1/api-keys/${seededId}`)).status).toBe(404)
    const before = await everythingOf(database.owner, own)
    // The very number, customer and identifier of the other organisation.
    const invoice = {
      externalId: 'F-2026-118',
      number: 'F-2026-118',
      customer: { code: 'CASTEL', name: 'Castel' },
      issueDate: '2026-10-01',
      dueDate: '2026-11-15',
      total: { amount: 1, currency: 'EUR' },
    }
    const pushed = await program.send('PUT', '/api/v1/invoices', { invoices: [invoice] }, bearer(his.secret))
    expect(pushed).toMatchObject({ status: 200, body: { created: 1 } })
    expect((await program.get(`/api/v1/imports/${seededId}`, bearer(his.secret))).status).toBe(404)
    expect(await everythingOf(database.owner, own)).toBe(before)
    const { secret } = await aKey()
    const { importId } = pushed.body as { importId: number }
    expect((await program.get(`/api/v1/imports/${importId}`, bearer(secret))).status).toBe(404)
  })
})

let kept: Made | undefined
async function aKey(): Promise<Made> {
  if (!kept) {
    kept = await makeKey('Dolibarr')
    await program.get('/api/v1/imports/1', bearer(kept.secret))
  }
  return kept
}
