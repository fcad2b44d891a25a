import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { things } from '@quittance/core/people/may.ts'
import { afterAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { sql } from '../platform/database/sql.ts'
import { testDatabase } from '../platform/database/testing/test-database.ts'
import { AppError } from '../platform/http/app-error.ts'
import { type Endpoint, endpoint } from '../platform/http/endpoint.ts'
import { serve } from '../platform/http/serve.ts'
import { contract } from './contract.ts'
import { founder, testApplication, visitor } from './testing/test-application.ts'
import { wordRoutes } from './words.ts'

const web = mkdtempSync(join(tmpdir(), 'quittance-web-'))
mkdirSync(join(web, 'assets'))
writeFileSync(join(web, 'index.html'), '<!doctype html><title>Quittance</title>')
writeFileSync(join(web, 'assets/main-1a2b.js'), 'start()')
afterAll(() => rmSync(web, { recursive: true }))

/** An endpoint whose handler fails in the way that is asked. */
const failing = endpoint({
  method: 'POST',
  url: '/api/v1/failing',
  summary: 'Fails.',
  body: z.object({ how: z.string() }),
  answer: z.object({ fine: z.literal(true) }),
})

const database = await testDatabase()
const app = await testApplication({
  database,
  webFolder: web,
  wordRoutes: [
    ...wordRoutes,
    (routes) =>
      serve(routes, failing, async ({ body, transaction }) => {
        if (body.how === 'refusal') throw new AppError('tooLate', 410, { fr: 'Trop tard.', en: 'Too late.' }, { by: 3 })
        if (body.how === 'bug') throw new TypeError('secret of the house')
        if (body.how === 'answer') return { fine: false } as unknown as { fine: true }
        await transaction((db) => db.run(sql`update organization set messages_per_hour = 0`))
        return { fine: true as const }
      }),
  ],
})
const claire = await founder(app)
const fail = (how: string, headers = {}) => claire.send('POST', '/api/v1/failing', { how }, headers)

const endpoints = Object.values(contract).flatMap((word) => Object.values(word) as Endpoint[])
const served = endpoints.filter(({ method, url }) => app.hasRoute({ method, url }))
const written = ({ url }: Endpoint) => url.replace(/:\w+/g, '1')

describe('the contract', () => {
  it('is closed to visitors, but for the four doors that let them in', () => {
    const open = endpoints.filter(({ access }) => access === 'public').map(({ method, url }) => `${method} ${url}`)
    expect(open.sort()).toEqual([
      'DELETE /api/v1/session',
      'GET /api/v1/welcome',
      'POST /api/v1/session',
      'POST /api/v1/welcome',
    ])
  })

  it.each(
    served.filter(({ access }) => access !== 'public').map((each) => [`${each.method} ${each.url}`, each] as const),
  )('%s answers 401 to a visitor, whatever he sends', async (_, described) => {
    const stranger = visitor(app)
    const url = written(described)
    const answer =
      described.method === 'GET' ? await stranger.get(url) : await stranger.send(described.method, url, { wrong: true })
    expect(answer).toMatchObject({
      status: 401,
      body: { error: { code: described.keys === 'only' ? 'keyFirst' : 'signInFirst' } },
    })
  })

  it('asks for rights that exist', () => {
    const asked = endpoints.flatMap(({ thing }) => (thing ? [thing] : []))
    expect(asked.filter((thing) => !(things as readonly string[]).includes(thing))).toEqual([])
  })

  it('is served as one document', async () => {
    const { body } = await visitor(app).get<{ openapi: string; paths: object }>('/api/v1/openapi.json')
    expect(body.openapi).toBe('3.1.0')
    expect(Object.keys(body.paths)).toContain('/api/v1/customers/{id}')
  })
})

describe('errors', () => {
  it('that are refusals say their sentence in the reader’s language', async () => {
    expect(await fail('refusal')).toMatchObject({
      status: 410,
      body: { error: { code: 'tooLate', message: 'Trop tard.', details: { by: 3 } } },
    })
    const english = await visitor(app).get('/api/v1/session', { 'accept-language': 'en' })
    expect(english.body).toMatchObject({ error: { message: 'Sign in to continue.' } })
  })

  it('that are bugs give a reference and none of their words', async () => {
    const { status, body } = await fail('bug')
    expect(status).toBe(500)
    expect(JSON.stringify(body)).not.toContain('secret')
    expect(body).toMatchObject({
      error: { code: 'bug', details: { reference: expect.stringMatching(/^[0-9a-f]{8}$/) } },
    })
    expect((await fail('answer')).status).toBe(500)
  })

  it('of the database that no rule had foreseen are contradictions, not bugs', async () => {
    expect(await fail('check')).toMatchObject({
      status: 409,
      body: { error: { code: 'conflict', details: { constraint: 'organization_messages_per_hour_check' } } },
    })
  })

  it('of an unreadable or oversized request are the sender’s', async () => {
    const json = { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' }
    const broken = await app.inject({ method: 'POST', url: '/api/v1/session', headers: json, payload: '{' })
    expect(broken.statusCode).toBe(400)
    const large = JSON.stringify({ email: 'a@b.example', password: 'x'.repeat(2_000_000) })
    const tooLarge = await app.inject({ method: 'POST', url: '/api/v1/session', headers: json, payload: large })
    expect(tooLarge.statusCode).toBe(413)
    const nul = await claire.send('PATCH', '/api/v1/people/1', { name: 'a\u0000b' })
    expect(nul).toMatchObject({ status: 400, body: { error: { code: 'invalidRequest' } } })
  })

  it('name the field and what to do', async () => {
    const { body } = await claire.send('PATCH', '/api/v1/organization', { departureMinute: 2000, language: 'de' })
    expect(body).toMatchObject({
      error: {
        details: {
          fields: [
            { field: 'language', message: 'choisissez parmi : fr, en' },
            { field: 'departureMinute', message: 'indiquez 1439 ou moins' },
          ],
        },
      },
    })
  })
})

describe('a change sent by a page of another site', () => {
  const change = (headers: Record<string, string>) =>
    claire.send('PATCH', '/api/v1/organization/checklist', { closed: false }, { host: '127.0.0.1:4180', ...headers })

  it.each([
    ['another site', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }],
    ['another port of this machine', { 'sec-fetch-site': 'same-site', origin: 'http://127.0.0.1:9000' }],
    ['another site, in an old browser', { 'sec-fetch-site': '', origin: 'https://evil.example' }],
    ['a name that was pointed here', { 'sec-fetch-site': 'same-origin', origin: 'http://evil.example:4180' }],
    ['a sandboxed frame', { 'sec-fetch-site': 'same-origin', origin: 'null' }],
  ])('is refused: %s', async (_, headers) => {
    expect(await change(headers)).toMatchObject({ status: 403, body: { error: { code: 'foreignSite' } } })
  })

  it.each([
    ['our own page', { 'sec-fetch-site': 'same-origin', origin: 'http://127.0.0.1:4180' }],
    ['our page under its other name', { 'sec-fetch-site': 'same-origin', origin: 'http://localhost:4180' }],
    ['our page on the local network', { origin: 'http://192.168.1.20:4180', host: '192.168.1.20:4180' }],
  ])('is accepted: %s', async (_, headers) => {
    expect((await change(headers)).status).toBe(204)
  })

  it('is accepted from the public address behind a proxy', async () => {
    const proxied = await testApplication({ database, environment: { PUBLIC_URL: 'https://quittance.example' } })
    const sent = (origin: string) =>
      visitor(proxied).send('DELETE', '/api/v1/session', undefined, { origin, host: '127.0.0.1:4180' })
    expect((await sent('https://quittance.example')).status).toBe(204)
    expect((await sent('http://quittance.example')).status).toBe(403)
  })
})

describe('the web', () => {
  it('is public, and every address of a page is the one page', async () => {
    for (const url of ['/', '/a-faire', '/clients/12?onglet=echanges', '/bienvenue']) {
      const { status, body, headers } = await visitor(app).get<string>(url, { accept: 'text/html,*/*' })
      expect({ url, status, body }).toEqual({ url, status: 200, body: '<!doctype html><title>Quittance</title>' })
      expect(headers['cache-control']).toBe('no-cache')
      expect(headers['content-security-policy']).toMatch(/script-src 'self';/)
      expect(headers['x-content-type-options']).toBe('nosniff')
    }
  })

  it('keeps for a year what has its hash in its name', async () => {
    const { headers, body } = await visitor(app).get('/assets/main-1a2b.js')
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable')
    expect(body).toBe('start()')
  })

  it('is not answered where a file or an endpoint is missing, nor outside its folder', async () => {
    for (const url of ['/api/v1/nothing', '/assets/main-old.js', '/favicon.ico', '/%2e%2e/%2e%2e/etc/passwd']) {
      const accept = url.startsWith('/assets') || url.startsWith('/api') ? 'text/html' : '*/*'
      expect({ url, status: (await visitor(app).get(url, { accept })).status }).toEqual({ url, status: 404 })
    }
  })
})
