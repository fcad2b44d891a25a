import { describe, expect, it } from 'vitest'
import { testDatabase } from '../platform/database/testing/test-database.ts'
import type { Endpoint } from '../platform/http/endpoint.ts'
import { contract } from './contract.ts'
import { nonsenseFor } from './testing/garbage.ts'
import { claire, founder, testApplication, type Visitor, visitor } from './testing/test-application.ts'
import { seedEverything, seededId } from './testing/two-organizations.ts'

const database = await testDatabase()
const app = await testApplication({ database })
const first = await founder(app)
const { body } = await first.get<{ organization: { id: number } }>('/api/v1/session')
await seedEverything(database.owner, body.organization.id)

// It speaks to another machine: what that one may be asked is not ours.
const leavesTheHouse = ['/api/v1/legal-entities/:id/smtp/test']
const endpoints = Object.values(contract)
  .flatMap((word) => Object.values(word) as Endpoint[])
  .filter(({ url }) => !leavesTheHouse.includes(url))
  .map((each) => [`${each.method} ${each.url}`, each] as const)
const uploads = endpoints.filter(([, { upload }]) => upload)
const withBody = endpoints.filter(([, each]) => each.body)

let addresses = 0
/** Claire on a machine of her own, so that wrong passwords on one line do not close the door on the next. */
async function signedIn(): Promise<Visitor> {
  addresses += 1
  const visits = visitor(app, `10.9.${addresses >> 8}.${addresses & 255}`)
  await visits.send('POST', '/api/v1/session', claire)
  return visits
}

interface Said {
  readonly status: number
  readonly body: unknown
}

/** Whether an answer is one of ours: done, or a refusal with code and sentence. Never a bug. */
function isOurs({ status, body: said }: Said): boolean {
  if (status < 400) return true
  const { error } = (said ?? {}) as { error?: { code?: unknown; message?: unknown; details?: unknown } }
  const isRefusal = typeof error?.code === 'string' && typeof error.message === 'string' && Boolean(error.details)
  return status < 500 && isRefusal
}

const { body: made } = await first.send<{ secret: string }>('POST', '/api/v1/api-keys', {
  name: 'Sage',
  legalEntityId: seededId,
  mayApply: true,
})
/** What is for programs is asked with a key. */
const headersFor = ({ keys }: Endpoint): Record<string, string> =>
  keys ? { authorization: `Bearer ${made.secret}` } : {}

const tried = new Set<string>()
let visits = await signedIn()
const cookie = await cookieOf()

describe('a request that makes no sense', () => {
  it.each(endpoints)('is refused in our own words: %s', async (_, described) => {
    const wrong: string[] = []
    for (const { what, url, body: sent } of nonsenseFor(described, tried)) {
      const ask = () =>
        described.method === 'GET'
          ? visits.get(url, headersFor(described))
          : visits.send(described.method as 'POST', url, sent as object, headersFor(described))
      let answer = await ask()
      if (answer.status === 401 && described.access !== 'public') {
        visits = await signedIn()
        answer = await ask()
      }
      if (!isOurs(answer)) wrong.push(`${what}: ${answer.status} ${JSON.stringify(answer.body).slice(0, 200)}`)
    }
    expect(wrong).toEqual([])
  })

  const raw = [
    ['application/json', '{'],
    ['application/json', ''],
    ['application/json', '[[['.repeat(10_000)],
    ['application/json', '{"__proto__":{"a":1}}'],
    ['application/xml', '<a/>'],
    ['multipart/form-data', '--x'],
    ['', 'x'],
  ].map(([type = '', payload = '']) => ({ type, payload }))

  it.each(withBody)('is refused whatever it is made of: %s', async (_, described) => {
    const { method, url } = described
    for (const { type, payload } of raw) {
      const own = { cookie, 'sec-fetch-site': 'same-origin', ...headersFor(described) }
      const headers = { ...own, ...(type && { 'content-type': type }) }
      const answer = await app.inject({ method, url: url.replace(/:\w+/g, String(seededId)), headers, payload })
      const said = { status: answer.statusCode, body: answer.body ? answer.json() : null }
      expect({ type, payload: payload.slice(0, 20), ...said, ours: isOurs(said) }).toMatchObject({ ours: true })
      expect(answer.statusCode).toBeGreaterThanOrEqual(400)
    }
  })

  it('is refused when it is too large', async () => {
    const headers = { cookie, 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' }
    const payload = `"${'x'.repeat(1_100_000)}"`
    const answer = await app.inject({ method: 'POST', url: '/api/v1/customers', headers, payload })
    expect([answer.statusCode, isOurs({ status: answer.statusCode, body: answer.json() })]).toEqual([413, true])
  })

  it.each(uploads)('is refused where a file was expected: %s', async (_, described) => {
    const { method, url } = described
    const part = 'content-disposition: form-data; name="file"; filename="a\u0000.csv"\r\n'
    const bodies = ['', '--x', '--x\r\n', `--x\r\n${part}`, `--x\r\n${part}\r\na;b`, '--x--\r\n', 'x'.repeat(100_000)]
    for (const type of ['multipart/form-data', 'multipart/form-data; boundary=x', 'application/json', 'text/csv']) {
      for (const payload of bodies) {
        const headers = { cookie, 'sec-fetch-site': 'same-origin', 'content-type': type, ...headersFor(described) }
        const answer = await app.inject({ method, url: url.replace(/:\w+/g, String(seededId)), headers, payload })
        const said = { status: answer.statusCode, body: answer.json() as unknown }
        expect({ type, payload: payload.slice(0, 90), ...said, ours: isOurs(said) }).toEqual(
          expect.objectContaining({ ours: true }),
        )
      }
    }
  })

  it.each(['/%zz', '/api/v1/customers/%', `/api/v1/customers/${'9'.repeat(3000)}`, '/api/v1/nothing', '//x'])(
    'is refused where there is no such address: %s',
    async (url) => {
      const answer = await app.inject({ method: 'GET', url, headers: { 'accept-language': 'en' } })
      const said = { status: answer.statusCode, body: answer.json() as unknown }
      expect({ ...said, ours: isOurs(said) }).toMatchObject({ ours: true })
      expect(answer.headers['x-content-type-options']).toBe('nosniff')
    },
  )
})

async function cookieOf(): Promise<string> {
  const headers = { 'sec-fetch-site': 'same-origin' }
  const payload = { email: claire.email, password: claire.password }
  const { cookies } = await app.inject({ method: 'POST', url: '/api/v1/session', headers, payload })
  return cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ')
}
